"""Passages around a place, and columns of keys in a line of JSON."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kg.gate.columns import column
from kg.gate.passage import find_quote, passage
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
