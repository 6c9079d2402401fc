"""Compounds of plain nouns that a text uses as only a name is used."""

import pytest

from kg.documents import read_bytes
from kg.lang.ko.lines.text import read_lines
from kg.lang.ko.names.known_names import known_names
from kg.lang.ko.names.name_contexts import headed


def _known(text: str) -> tuple[str, ...]:
    return known_names(read_lines(read_bytes(text.encode(), "a")))


@pytest.mark.parametrize(
    "text",
    [
        "동네에서 푸른마당을 켰다.\n2015년 10월 간판이 푸른마당으로 바뀌었다.",
        "푸른마당이라는 앱이 나왔다. 푸른마당은 인기를 끌었다.",
        "두 사람은 푸른마당의 공동대표다. 푸른마당은 그해 문을 열었다.",
        "새벽소프트가 푸른마당을 인수했다. 푸른마당은 이름을 지켰다.",
    ],
)
def test_what_stands_where_a_name_does_is_a_name(text: str) -> None:
    assert "푸른마당" in _known(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("푸른마당이라는 앱이 나왔다.", "푸른마당"),  # once only
        ("배달업계의 대표는 그다. 배달업계는 조용하다.", "배달업계"),
        ("게임회사를 인수했다. 게임회사는 컸다.", "게임회사"),
        ("세상의 대표가 되었다. 세상은 넓다.", "세상"),
    ],
)
def test_other_words_there_are_none(text: str, word: str) -> None:
    assert word not in _known(text)


def test_what_has_a_head_is_a_company() -> None:
    assert headed("푸른마당의 두 공동대표, 새벽장터의 자회사, 한국의 대표 기업") == [
        "푸른마당",
        "새벽장터",
    ]
