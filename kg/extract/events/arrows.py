"""Changes written with an arrow, as chronologies and filings do: 사명 변경 (A → B)."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.context.discourse import Discourse
from kg.extract.frames.kinship import alike
from kg.extract.frames.role_kinds import is_place
from kg.lang.ko.names.of_phrases import Named, name_of
from kg.lang.ko.reading import Sentence
from kg.model.dates import PartialDate

_ARROW = re.compile(
    r"(?:(?P<name>상호|사명|회사명|회사 이름|법인명|이름|명칭)|최대\s?주주|대주주)"
    r"\s?(?:의\s?)?(?:변경|교체)(?P<more>[^→⇒:(]{0,16})[:(]?\s*"
    r"(?P<old>[^→⇒:]{2,30}?)\s*(?:→|⇒|->)\s*(?P<new>(?:\(주\)\s?)?[^→⇒:,()]{2,30}(?:\(주\))?)"
)
_NAME_ARROW = re.compile(
    r"\s*(?:상호|사명|회사명|법인명|이름|명칭|그룹명|서비스명|브랜드명)?\s?[:(]?\s*"
    r"(?P<old>[^→⇒:,(]{2,24}?)\s*(?:→|⇒|->)\s*(?P<new>(?:\(주\)\s?)?[^→⇒:,()]{2,24}(?:\(주\))?)"
    r"(?:\([^)]*\))?[).]?\s*$"
)
"""A whole item that is an arrow between two names."""
_DEAL = re.compile(r"합병|인수|분할|통합|매각|지분|설립|이전")
_LABELS = ("상호", "사명", "회사명", "법인명", "그룹명", "이름", "명칭")
_OPEN = re.compile(r"예정|추진|검토|무산|부결|철회|신청")


def arrows(
    sentence: Sentence, state: Discourse, dates: dict[int, PartialDate | None]
) -> list[Candidate]:
    """The change of a name, or of the owner, that a sentence writes with an arrow."""
    match = _ARROW.search(sentence.line.text, sentence.start, sentence.end)
    if match is None:
        return _two_names(sentence, dates)
    if _OPEN.search(sentence.text):
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


def _two_names(sentence: Sentence, dates: dict[int, PartialDate | None]) -> list[Candidate]:
    """`법인명 A→B`, `A전자 → B전자`: two names that one company can have, and nothing else."""
    start = max((d.end for d in sentence.dates), default=sentence.start)
    match = _NAME_ARROW.match(sentence.line.text[: sentence.end].rstrip(), start)
    if match is None or _OPEN.search(sentence.text):
        return []
    old, new = (_named(sentence, *match.span(group)) for group in ("old", "new"))
    if old is None or new is None or is_place(old.text) or is_place(new.text):
        return []
    label = match[0].lstrip().startswith(_LABELS)
    if old.text == new.text or _DEAL.search(match[0]) or not (label or alike(old, new)):
        return []
    known = {value for value in dates.values() if value is not None}
    roles = {"company": [old], "old": [old], "new": [new]}
    date = known.pop() if len(known) == 1 else None
    place = (sentence, match.start("old"), match.end())
    return [Candidate("NameChange", roles, *place, "ko/namechange#arrow", date)]


def _named(sentence: Sentence, start: int, end: int) -> Named | None:
    tokens = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    named = name_of(tokens, sentence.line.text) if tokens else None
    return named if named is not None and named.proper else None
