"""Quotes that differ from the document in blanks, quotation marks and forms of Unicode."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gate.typography import folded

TEXT = "첫 줄.\n그는 “이번 인수로 ‘네모톡’을 키우겠다”고\n말했다… 2019–2020년."


@pytest.mark.parametrize(
    "quote",
    [
        "“이번 인수로 ‘네모톡’을 키우겠다”고",
        "\"이번 인수로 '네모톡'을 키우겠다\"고",
        "이번  인수로 『네모톡』을 키우겠다",
        "키우겠다”고 말했다",
        "말했다... 2019-2020년.",
        unicodedata.normalize("NFD", "이번 인수로 ‘네모톡’을"),
        "이번\u00a0인수로\u200b ‘네모톡’을",
    ],
)
def test_one_place(quote: str) -> None:
    [(start, end)] = folded(TEXT).places(folded(quote), 3)
    assert folded(TEXT[start:end]).text.strip() == folded(quote).text


@pytest.mark.parametrize("quote", ["", " ", "이번 인수는", "네모톡을", "20192020년"])
def test_none(quote: str) -> None:
    assert folded(TEXT).places(folded(quote), 3) == []


@given(st.text(max_size=30))
def test_places_are_those_of_the_original(text: str) -> None:
    same = folded(text)
    assert len(same.text) == len(same.starts) == len(same.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(same.starts, same.ends, strict=True))
    assert (
        folded(unicodedata.normalize("NFD", text)).text
        == folded(unicodedata.normalize("NFC", text)).text
    )


def test_a_document_in_decomposed_letters() -> None:
    text = unicodedata.normalize("NFD", "가나 다라 마바")
    [(start, end)] = folded(text).places(folded("다라"), 3)
    assert unicodedata.normalize("NFC", text[start:end]) == "다라"
