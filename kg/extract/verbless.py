"""Headlines that leave their verb out: `사명을 A로`, `A가 B로, C가 D로 개명`."""

from collections.abc import Iterator

from kg.extract.view import ACTIVE, View
from kg.lang.ko.clauses import Clause
from kg.lang.ko.phrases import Phrase
from kg.model.claim import ASSERTED

_NAMING = (
    "상호", "상호명", "사명", "이름", "회사명", "기업명", "법인명", "그룹명", "은행명", "명칭",
    "서비스명", "브랜드명", "간판", "문패",
)  # fmt: skip
_RENAMING = ("개명", "개칭", "사명변경", "상호변경", "명칭변경", "리브랜딩")


def verbless_views(clause: Clause) -> list[View]:
    """The parts of a headline that end in `…로` and say of a name that it became that."""
    if clause.predicate is not None or clause.reading.status is None:
        return []
    last = clause.phrases[-1] if clause.phrases else None
    shared = last is not None and last.text in _RENAMING
    found: list[View] = []
    for part in _parts(clause.phrases):
        named = any(_is_naming(p) for p in part[:-1])
        told = shared and any(p.case == "이" or p.topic for p in part[:-1])
        if named or told:
            stem = "바꾸" if named else "개명하"
            start, end = part[0].start, part[-1].end
            found.append(
                View(
                    clause, stem, ACTIVE, part, ASSERTED, True, None, start, end,
                    headline=True, aside=True, since=start,
                )
            )  # fmt: skip
    return found


def _parts(phrases: list[Phrase]) -> Iterator[list[Phrase]]:
    """The stretches of phrases up to each `…로` that ends a headline or stands before a comma."""
    start = 0
    for at, phrase in enumerate(phrases):
        if phrase.case == "로" and (phrase.comma or at == len(phrases) - 1):
            yield phrases[start : at + 1]
            start = at + 1


def _is_naming(phrase: Phrase) -> bool:
    return phrase.case in ("을", "", "이") and phrase.text.endswith(_NAMING)
