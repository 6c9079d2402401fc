"""Foreigners' names in a line, found by the given names and surnames that people bear.

No title need stand beside them: 폴 헤이그가, 사토 고지는. What could be a word of the language, too
(팀 쿡), needs one.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from kg.lang.ko.names.foreign_names import is_foreigner, is_given, is_given_ja
from kg.lang.ko.tokens.surface import ends_closed
from kg.lang.ko.tokens.vocabulary import morphemes
from kg.lang.ko.tokens.words import (
    COMMON,
    COMPANY_NOUNS,
    ORGANIZATION_ENDINGS,
    PLACES,
    SERVICE_NOUNS,
    TITLE_PREFIXES,
    TITLES,
    word_set,
)

_RUN = re.compile(r"[가-힣]+(?: [가-힣]+)+")
_AFTER = word_set(
    """이라는 이라고 이었다 으로부터 에게서 에게 께서 이나 이랑 이다 이며 이고 으로
    은 이 을 과"""
)
"""Particles after a consonant."""
_AFTER_OPEN = word_set("라는 라고 였다 로부터 에게서 에게 께서 랑 는 가 를 와")
_EITHER = word_set("의 도 만 씨")
_ENDS = tuple(sorted(_AFTER | _AFTER_OPEN | _EITHER, key=lambda end: (-len(end), end)))
_BEFORE = tuple(sorted(word_set("브랜드 회사 업체 기업 은행 매장 상표 영화 소설 가수 밴드")))
"""What a name after these is of, if a person's at all."""
_LINKS = word_set("반 폰 데 드 판 디 빈 다 르 라 싱 밴 데어 델 손 산")
_SHORT = word_set("진 장 조 론 한 던 돈 잔 샘 얀 켄 빈")
"""Given names that may be a word, a sum or an adnominal verb (진 승부): with a title alone."""
_REACH = 80
"""More characters than a name of three words and its particle have."""
_NO_NAMES = COMMON | COMPANY_NOUNS | SERVICE_NOUNS | PLACES | TITLES | TITLE_PREFIXES


def foreigners(line: str, title: re.Pattern[str], strange: Callable[[str], bool]) -> Iterator[str]:
    """The names in a line; `title` matches a title, `strange` tells whether a word has no meaning
    in the language."""
    titles = [match.span() for match in title.finditer(line)]
    for run in _RUN.finditer(line):
        words = [(m[0], run.start() + m.start()) for m in re.finditer(r"\S+", run[0])]
        for at, (first, start) in enumerate(words):
            if not is_given(first) or (at and words[at - 1][0].endswith(_BEFORE)):
                continue
            name = _name_at([word for word, _ in words[at : at + 3]], strange)
            sure, text = name
            text = _undeclined(text, line[start : start + _REACH], titles, start)
            after = words[at + len(text.split()) : at + len(text.split()) + 1]
            sure = sure and not (after and _is_firm(after[0][0]))
            if text and (sure or _titled(start, start + len(text), titles, line)):
                yield text


def _undeclined(text: str, line: str, titles: Sequence[tuple[int, int]], start: int) -> str:
    """A name with what seemed a particle of company (르그랑 대표), which no title follows."""
    tail = next((end for end in ("이랑", "랑", "도", "만") if line.startswith(f"{text}{end} ")), "")
    whole = text + tail
    if not text or not tail:
        return text
    behind = start + len(whole) + 1
    at = bisect_left(titles, (behind, 0))
    return whole if at < len(titles) and titles[at][0] == behind else text


def _name_at(words: Sequence[str], strange: Callable[[str], bool]) -> tuple[bool, str]:
    """The name that these words begin with, and whether it needs no title; "" for none."""
    for size in (3, 2):
        if len(words) < size or (size == 3 and not _links(words[1])):
            continue
        last = without_particle(words[size - 1])
        if not last or last in _NO_NAMES or _is_firm(last) or _ends(words[size - 1], last):
            continue
        parts = [*words[: size - 1], last]
        unknown = len(last) > 1 and strange(last)
        if is_foreigner(parts, unknown):
            return len(last) > 1 and parts[0] not in _SHORT, " ".join(parts)
        if is_foreigner(parts, unknown=True):
            return False, " ".join(parts)
    return False, ""


def _links(word: str) -> bool:
    return word in _LINKS or is_given(word)


def _ends(word: str, stem: str) -> bool:
    """Whether a word ends with what is no particle of a person's: 리전에서, 있었다."""
    return word == stem and morphemes(word)[-1][1][0] in "JE" and not is_given_ja(word)


def _is_firm(word: str) -> bool:
    return len(word) > 2 and word.endswith((*ORGANIZATION_ENDINGS, "법인", "회사", "업체", "기업"))


def _titled(start: int, end: int, titles: Sequence[tuple[int, int]], line: str) -> bool:
    """Whether a title stands right before a stretch, or after it with a company's name between."""
    at = bisect_left(titles, (start, 0))
    if at and 0 <= start - titles[at - 1][1] <= 1:
        return True
    first, last = bisect_left(titles, (end, 0)), bisect_left(titles, (end + 17, 0))
    return any(not re.search(r"[,.()]", line[end:a]) for a, _ in titles[first:last])


def without_particle(word: str) -> str:
    """A word less the particle that its last sound before it takes."""
    for end in _ENDS:
        stem = word.removesuffix(end)
        if stem == word or not stem:
            continue
        closed = ends_closed(stem)
        if end in _EITHER or (end in _AFTER and closed) or (end in _AFTER_OPEN and not closed):
            return stem if len(stem) > 1 or end not in _EITHER else word
    return word
