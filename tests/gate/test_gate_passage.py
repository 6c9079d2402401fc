"""Passages around a place, and columns of keys in a line of JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gate.columns import column
from kg.gate.passage import difference, find_quote, most_like, passage
from kg.model.document import Document

texts = st.text(alphabet="가나 \n\r\tab", max_size=60)


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_the_mark_is_what_was_meant(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    shown = passage(Document("d", text, ""), start, end)
    marked = shown.text[shown.mark[0] : shown.mark[1]]
    assert marked.strip() == text[start:end].strip()


def test_a_long_line_is_cut_around_the_mark() -> None:
    text = "가" * 1000 + "나다" + "라" * 1000
    shown = passage(Document("d", text, ""), 1000, 1002)
    assert len(shown.text) <= 300
    assert shown.text[shown.mark[0] : shown.mark[1]] == "나다"
    assert (shown.where.line, shown.where.column) == (1, 1001)


@given(texts, st.integers(0, 60))
def test_a_quote_is_found_where_it_stands_nearest(text: str, start: int) -> None:
    found = find_quote(Document("d", text, ""), "나", start)
    places = [at for at, char in enumerate(text) if char == "나"]
    if not places:
        assert found is None
    else:
        assert found is not None
        assert abs(found[0] - start) == min(abs(at - start) for at in places)


def test_columns_of_nested_keys() -> None:
    line = json.dumps({"a": 1, "evidence": [{"start": 1}, {"roles": {"start": 2}, "start": 3}]})
    assert line[column(line, "evidence[1].start") - 1 :].startswith('"start": 2')
    assert line[column(line, "evidence[0].start") - 1 :].startswith('"start": 1')
    assert column(line, "nothing") == 1
    assert line[column(line, "evidence[7].start") - 1 :].startswith('"start": 1')


@pytest.mark.parametrize(
    ("quote", "said", "told"),
    [
        ("그는 2012년 서울에서 났다", "그는 2011년 서울에서 났다", "“2012년” → “2011년”"),
        ("3월, 인수를 마침", "- 1월, 인수를 마침", "“3월,” → “- 1월,”"),
        ("그는 2012년 서울에서", "그는 2012년 늦게 서울에서", "“” → “늦게”"),
        ("그는 2012년", "그는 2012년 서울에서", ""),
        ("가 나 다", "라 마 바", ""),
        ("", "라 마 바", ""),
    ],
)
def test_the_words_that_differ(quote: str, said: str, told: str) -> None:
    assert difference(quote, said) == told


def test_of_several_sentences_on_a_line_the_nearest_one() -> None:
    text = "제목\n가람은 2011년 서울에서 섰다. “나래는 2019년 5월 다온을 샀다.” 끝.\n"
    place = most_like(Document("d", text, ""), "나래는 2019년 4월 다온을 샀다.")
    assert place is not None
    assert text[slice(*place)] == "“나래는 2019년 5월 다온을 샀다.”"
    assert most_like(Document("d", text, ""), "xyz") is None
