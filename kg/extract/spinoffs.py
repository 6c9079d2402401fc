"""Spin-offs told in two verbs: 바이오 부문을 물적분할하여 X를 신설했다."""

from dataclasses import replace

from kg.extract.frames import Match
from kg.extract.reader import Reader
from kg.lang.ko.clauses import Clause
from kg.ontology.lexicon import Lexicon

_DIVIDING = ("분할하", "분사하", "떼내", "분리하", "독립시키", "분사시키", "떼어내", "떼")

_DIVISIONS = (
    "부문분할",
    "부문분리",
    "사업부분할",
    "사업부분리",
    "사업분할",
    "사업분리",
    "물적분할",
    "인적분할",
    "분사",
)


def _divided(match: Match, clause: Clause) -> bool:
    """Whether a division is told right before, by a verb or by a noun (부문 분할, X 설립)."""
    if match.view.nominal and match.view.since:
        last = next((p for p in clause.phrases if p.end == match.view.since), None)
        return last is not None and last.text.endswith(_DIVISIONS)
    before = clause.before
    if before is None or before.predicate is None or before.reading.status is None:
        return False
    return before.predicate.stem.endswith(_DIVIDING)


def spun_off(match: Match, clause: Clause, lexicon: Lexicon, reader: Reader) -> Match:
    """A founding that goes on from a division, as the spin-off that it is."""
    if match.frame.type != "Founding" or not _divided(match, clause):
        return match
    parent = match.roles.get("founder") or [
        named for named in (reader.discourse.subject(),) if named is not None
    ]
    frame = next((f for f in lexicon.frames if f.type == "SpinOff"), None)
    if not parent or frame is None:
        return match
    roles = {"parent": parent[:1], "company": match.roles["company"]}
    assumed = set() if match.roles.get("founder") else {"parent"}
    return replace(match, frame=frame, roles=roles, assumed=assumed)
