"""Headlines that leave their verb out: `사명을 A로`, `A가 B로, C가 D로 개명`, `A, B 품으로`."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.frames.view import ACTIVE, View
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.tokens.words import NAMING, PLACES
from kg.model.claim import ASSERTED

_NAMING = tuple(sorted(NAMING))
_RENAMING = ("개명", "개칭", "사명변경", "상호변경", "명칭변경", "리브랜딩")
_SEATS = (
    "본사", "본점", "본원", "본부", "사옥", "사무실", "본거지", "둥지", "보금자리", "소재지",
)  # fmt: skip
_LEAVING = (
    "떠나", "벗어나", "등지", "접", "마감하", "뒤로하", "청산하", "끝내", "마치", "정리하",
)  # fmt: skip
"""Verbs of leaving a place (`역삼동 시대를 접고 판교로`)."""
_CHANGING = ("변경하", "바꾸", "바꾸달", "고치", "교체하", "바뀌", "변경되", "통일하", "전환하")
_INTO = {
    "품": "들어가", "품안": "들어가", "손": "넘어가", "손안": "들어가", "산하": "들어가",
    "그늘": "들어가", "우산아래": "들어가", "식구": "편입하", "자회사": "편입하",
}  # fmt: skip
"""Where a company goes to in a headline, and the verb that is left out."""
_OWNERS = ("최대주주", "1대주주", "대주주", "새주인", "새최대주주")
"""What a buyer becomes in a headline."""
_FAMILY = ("계열사", "계열", "일원", "식구", "가족", "그룹계열사")
"""What a company becomes that is bought."""


def taken_in(clause: Clause) -> list[View]:
    """`한강그룹 계열사로 편입`, `한강그룹 계열 편입`: into whose family it came; what is said to be
    taken in as one (A 계열사 편입, A를 계열사로 편입) is another thing."""
    last = clause.phrases[-1] if clause.phrases else None
    if clause.predicate is not None or last is None or clause.reading.status is None:
        return []
    words = last.tokens
    if last.text == "편입" and len(clause.phrases) > 1:
        family, rest = clause.phrases[-2], list(clause.phrases[:-1])
        family_in = family.case == "로" and family.text.endswith(("계열", "계열사"))
    else:
        family = replace(last, tokens=words[:-1], case="로")
        rest = [*clause.phrases[:-1], family]
        family_in = len(words) > 2 and words[-1].form == "편입" and family.text.endswith("계열")
    owned = len(family.tokens) > 1 or family.of is not None
    if not family_in or not owned or any(p.case == "을" for p in clause.phrases):
        return []
    return [
        View(
            clause, "편입되", ACTIVE, rest, ASSERTED, False, None, clause.start, clause.end,
            headline=True,
        )
    ]  # fmt: skip


def without_verb(clause: Clause) -> list[View]:
    """`A, B 품으로`, `A를 식구로`, `B가 최대주주로`: a headline that leaves its verb out."""
    if clause.predicate is not None or not clause.phrases or clause.reading.status is None:
        return []
    first, last = clause.phrases[0], clause.phrases[-1]
    if last.case != "로" or last.topic:
        return []
    phrases = list(clause.phrases)
    if len(phrases) > 1 and first.comma and not first.case and not first.topic:
        phrases[0] = replace(first, case="이", comma=False)
    stem = _left_out(phrases, last)
    if stem is None:
        return []
    return [
        View(
            clause, stem, ACTIVE, phrases, ASSERTED, False, None, clause.start, clause.end,
            headline=True,
        )
    ]  # fmt: skip


def _left_out(phrases: list[Phrase], last: Phrase) -> str | None:
    """The verb that `…로` goes with."""
    moved = any(p.case == "을" for p in phrases)
    doer = any(p.case == "이" or p.topic for p in phrases[:-1])
    if last.text.endswith(_OWNERS):
        return "올라서" if doer and not moved else None
    word = max((w for w in _INTO if last.text.endswith(w)), key=len, default=None)
    if word is not None:
        stem = _INTO[word]
        return stem if moved == (stem == "편입하") else None
    return "편입되" if last.text.endswith(_FAMILY) and not moved else None


def verbless_views(clause: Clause) -> list[View]:
    """The parts of a headline that end in `…로` and say that a name or a seat became that."""
    if clause.predicate is not None or clause.reading.status is None:
        return []
    last = clause.phrases[-1] if clause.phrases else None
    shared = last is not None and last.text in _RENAMING
    found: list[View] = []
    for part in _parts(clause.phrases):
        stem = _became(part, clause, shared)
        if stem is not None:
            start, end = part[0].start, part[-1].end
            found.append(
                View(
                    clause, stem, ACTIVE, part, ASSERTED, True, None, start, end,
                    headline=True, aside=True, since=start,
                )
            )  # fmt: skip
    return found


def named_so(clause: Clause, stem: str) -> bool:
    """`지금의 사명인 누리온으로 변경`: what stands before the name says that it is one."""
    if stem not in _CHANGING:
        return False
    return any(_is_called(p) for p in clause.phrases if p.case == "로")


def _is_called(phrase: Phrase) -> bool:
    said = phrase.relative
    if not isinstance(said, Clause) or said.predicate is None or said.predicate.stem != "이":
        return False
    return bool(said.phrases) and said.phrases[-1].text.endswith(_NAMING)


def _became(part: list[Phrase], clause: Clause, shared: bool) -> str | None:
    """The verb that a stretch leaves out."""
    if any(_is_naming(p) for p in part[:-1]):
        return "바꾸"
    if shared and any(p.case == "이" or p.topic for p in part[:-1]):
        return "개명하"
    if any(p.case in ("을", "", "이") and p.text.endswith(_SEATS) for p in part[:-1]):
        return "옮기"
    if part[-1].text.startswith(_SEATS[:3]) and len(part[-1].tokens) > 1:
        return "옮기"  # 본사 판교로
    return "이전하" if len(part) == 1 and _leaves(clause) else None


def _leaves(clause: Clause) -> bool:
    """Whether the clause before leaves a place."""
    before = clause.before
    if before is None or before.predicate is None or before.predicate.stem not in _LEAVING:
        return False
    left = before.phrase("을")
    if left is None:
        return False
    return left.text.endswith("시대") or any(place in left.text for place in PLACES)


def _parts(phrases: list[Phrase]) -> Iterator[list[Phrase]]:
    """The stretches of phrases up to each `…로` that ends a headline or stands before a comma."""
    start = 0
    for at, phrase in enumerate(phrases):
        if phrase.case == "로" and (phrase.comma or at == len(phrases) - 1):
            yield phrases[start : at + 1]
            start = at + 1


def _is_naming(phrase: Phrase) -> bool:
    return phrase.case in ("을", "", "이") and phrase.text.endswith(_NAMING)
