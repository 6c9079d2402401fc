"""What was said of an event and how surely: the state of a reading, and what verbs of saying
and knowing make of it."""

import re
from dataclasses import dataclass

from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED, REPORTED

FINAL, CONNECTIVE, ADNOMINAL, CLEFT = "final", "connective", "adnominal", "cleft"
"""How a clause joins what follows."""


@dataclass(slots=True)
class State:
    """What the chain has said so far; see Reading. `denials` counts all that keeps it from being
    stated, `negations` those that are plain negations."""

    status: str | None = ASSERTED
    past: bool = False
    future: bool = False
    present: bool = False
    ongoing: bool = False
    begun: bool = False
    negations: int = 0
    denials: int = 0
    link: str = ""
    form: str = ""

    def deny(self) -> None:
        """Notes that it is not stated."""
        self.status = None
        self.denials += 1

    def lower(self, status: str) -> None:
        """Makes it this weaker status, unless it is weaker yet."""
        if self.status == ASSERTED:
            self.status = status


def hearsay(state: State, match: "re.Match[str]") -> None:
    """`인수한 것으로 알려졌다`: what a verb of knowing makes of what it tells."""
    word = match["word"]
    if " 잘못/" in match[0]:
        state.deny()  # 잘못 알려져 있다
    elif re.match("알려지|전하|전해지|보도|소문나|전언", word):
        state.lower(REPORTED)
    elif re.match("알$|기억", word):
        if state.past or "는/ETM" not in match[0]:
            state.lower(REPORTED)
        else:
            state.deny()
    elif not re.match("확인|나타나|드러나|밝혀지|집계|조사|파악|기록|밝히|평가", word):
        state.deny()


_SAID = re.compile(
    "밝히|발표|공시|말하|설명|선언|통보|알리|공개|강조|확인|공지|공표|발언|소개|전망하"
)
_HEARD = re.compile("알려지|전하|전해지|보도|하$|주장|소개|적|쓰")
_KNOWN = re.compile("듣|나오|알$|기억|자랑|축하|홍보|과시|뽐내|떠벌리")
"""What is heard, read, remembered or boasted of is done, where it is told as past."""

_ALONG = re.compile("다며/EC")
"""`인수했다며 웃었다`: said along with another act."""


def quoted(state: State, match: "re.Match[str]") -> None:
    """`인수했다고 밝혔다`: what a verb of saying makes of what is said."""
    word = match["word"]
    if re.match("전망|예상|기대|관측|추측|생각|우려|보$|믿|의심|가정|약속|다짐", word):
        state.deny()
    elif _SAID.match(word):
        of_tense(state)
    elif _HEARD.match(word):
        state.lower(REPORTED if state.past else ANNOUNCED)
    elif state.past and (_KNOWN.match(word) or _ALONG.search(match[0])):
        state.lower(REPORTED)
    else:
        state.deny()


def of_tense(state: State) -> None:
    """Said officially: the past is a fact, the present a decision, the future a plan."""
    if state.future:
        state.lower(PLANNED)
        state.future = False
    elif not state.past:
        state.lower(ANNOUNCED)
