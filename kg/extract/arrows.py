"""Changes written with an arrow, as chronologies and filings do: 사명 변경 (A → B)."""

import re

from kg.extract.candidate import Candidate
from kg.extract.discourse import Discourse
from kg.lang.ko.names import Named, name_of
from kg.lang.ko.reading import Sentence
from kg.model.dates import PartialDate

_ARROW = re.compile(
    r"(?:(?P<name>상호|사명|회사명|회사 이름|법인명|이름|명칭)|최대\s?주주|대주주)"
    r"\s?(?:의\s?)?(?:변경|교체)(?P<more>[^→⇒:(]{0,16})[:(]?\s*"
    r"(?P<old>[^→⇒:]{2,30}?)\s*(?:→|⇒|->)\s*(?P<new>(?:\(주\)\s?)?[^→⇒:,()]{2,30}(?:\(주\))?)"
)
_OPEN = re.compile(r"예정|추진|검토|무산|부결|철회|신청")


def arrows(
    sentence: Sentence, state: Discourse, dates: dict[int, PartialDate | None]
) -> list[Candidate]:
    """The change of a name, or of the owner, that a sentence writes with an arrow."""
    match = _ARROW.search(sentence.line.text, sentence.start, sentence.end)
    if match is None or _OPEN.search(sentence.text):
        return []
    old, new = (_named(sentence, *match.span(group)) for group in ("old", "new"))
    if old is None or new is None or old.text == new.text:
        return []
    known = {value for value in dates.values() if value is not None}
    date = known.pop() if len(known) == 1 else None
    place = (sentence, match.start(), match.end())
    if match["name"]:
        roles = {"company": [old], "old": [old], "new": [new]}
        return [Candidate("NameChange", roles, *place, "ko/namechange#arrow", date)]
    target = state.subject()
    if target is None or target.text in (old.text, new.text):
        return []
    roles = {"acquirer": [new], "target": [target], "seller": [old]}
    return [
        Candidate("Acquisition", roles, *place, "ko/acquisition#arrow", date, assumed={"target"})
    ]


def _named(sentence: Sentence, start: int, end: int) -> Named | None:
    tokens = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    named = name_of(tokens, sentence.line.text) if tokens else None
    return named if named is not None and named.proper else None
