"""The index of a text's words finds what a search of the whole text does."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.lang.ko.names.word_places import Prefixes, WordPlaces

_TITLE = "대표|회장"
_FIRM = "(?:그룹|전자)(?!장)"
_PIECES = (
    "다온",
    "온",
    "다",
    "나루",
    "A",
    " ",
    "(주)",
    "주식회사 ",
    "그룹",
    "전자",
    "장",
    "대표",
    "은",
    "\n",
)
_WORD = st.lists(st.sampled_from(("다온", "온", "다", "나루", "A")), min_size=1, max_size=3)


@given(st.lists(st.sampled_from(_PIECES), max_size=30), _WORD)
def test_it_finds_what_patterns_find(pieces: list[str], syllables: list[str]) -> None:
    text, word = "".join(pieces), "".join(syllables)
    places = WordPlaces(text, _TITLE, _FIRM)
    begins = re.findall(rf"(?<![가-힣A-Za-z0-9])(?={word})", text)
    firm = re.search(rf"{word}{_FIRM}|\(주\) ?{word}|주식회사 {word}", text)
    run = re.search(rf"(?<![가-힣]){word}(?:은|는)(?![가-힣])", text)
    hangul = "A" not in word
    alone = rf"(?<![가-힣]){word}(?: (?:{_TITLE})|[은는이가](?![가-힣]))"
    assert places.count(word) == len(begins)
    assert places.is_company(word) == bool(firm)
    assert places.is_titled(word) == bool(re.search(f"{word} (?:{_TITLE})", text))
    assert not hangul or places.is_run((f"{word}은", f"{word}는")) == bool(run)
    assert not hangul or sorted(places.alone(word)) == [
        match.start() for match in re.finditer(alone, text)
    ]


@given(st.lists(st.text("가나다", max_size=4)), st.text("가나다", max_size=4))
def test_how_many_texts_begin_so(texts: list[str], word: str) -> None:
    assert Prefixes(texts).count(word) == sum(text.startswith(word) for text in texts)
