"""Claims of those who cannot count: quotes without offsets, and text around the lines."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gate.lines import check_lines
from kg.gate.offsets import with_offsets
from kg.model.document import Document
from kg.model.finding import INFO, Finding
from kg.model.schema import Schema
from kg.model.statement import Statement

QUOTE = "네모소프트는 2018년 5월 세모뮤직을 흡수합병했다."


def judged(
    text: str, name: str, document: Document | Mapping[str, Document], schema: Schema
) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    found = check_lines(text, name, document, schema)
    return found.statements, found.findings


def claim(quote: str, **more: Any) -> str:
    plain = {
        "type": "Merger",
        "date": "2018-05",
        "roles": {"survivor": ["네모소프트"], "absorbed": ["세모뮤직"]},
        "evidence": [{"quote": quote, "date": "2018-05", **more}],
    }
    return json.dumps(plain, ensure_ascii=False)


def test_a_quote_that_stands_once_finds_its_offsets(document: Document, schema: Schema) -> None:
    [statement], findings = judged(claim(QUOTE), "c.jsonl", document, schema)
    assert findings == ()
    span = statement.evidence[0].span
    assert document.text[span.start : span.end] == span.quote == QUOTE


def test_offsets_that_are_null_are_found_too(document: Document, schema: Schema) -> None:
    [statement], _ = judged(claim(QUOTE, start=None, end=None), "c.jsonl", document, schema)
    assert statement.evidence[0].span.quote == QUOTE


@pytest.mark.parametrize(
    ("quote", "slug", "said"),
    [
        ("네모소프트", "quote-several", "lines 1, 3, 4"),
        ("네모소프트는 2018년 5월 세모뮤직과 합병했다.", "quote-not-found", "세모뮤직과"),
    ],
)
def test_a_quote_that_does_not_stand_once_is_refused(
    quote: str, slug: str, said: str, document: Document, schema: Schema
) -> None:
    statements, [found] = judged(claim(quote), "c.jsonl", document, schema)
    assert statements == ()
    assert (found.slug, said in found.message["en"]) == (slug, True)
    assert found.where is not None
    assert found.where.column is not None
    assert found.where.column > 1
    assert "네모소프트" in found.sentence


def test_one_offset_alone_is_no_place(document: Document, schema: Schema) -> None:
    _, [found] = judged(claim(QUOTE, start=3), "c.jsonl", document, schema)
    assert (found.slug, found.path) == ("form", "evidence[0].end")


@pytest.mark.parametrize(
    "text",
    [
        "찾은 사실입니다:\n\n```json\n{}\n```\n",
        "Here they are.\n\n  {},\n\nI hope this helps!",
        "Sure:\n[{},\n]\nThat is all.",
    ],
)
def test_what_stands_around_the_lines_is_passed_over_with_a_note(
    text: str, document: Document, schema: Schema
) -> None:
    whole = text.replace("{}", claim(QUOTE))
    [statement], [note] = judged(whole, "c.jsonl", document, schema)
    assert statement.type == "Merger"
    assert (note.slug, note.severity) == ("text-around", INFO)
    assert note.where is not None
    assert note.where.line == 1


@given(st.text(alphabet="가나다 .\n", max_size=40), st.integers(0, 40), st.integers(1, 6))
def test_offsets_found_are_those_of_the_quote(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    document = Document("any.txt", text, "0" * 64)
    plain, unplaced = with_offsets({"evidence": [{"quote": quote}]}, document)
    [place] = plain["evidence"]
    if not quote:
        assert place == {"quote": quote}
        return
    assert text[place["start"] : place["end"]] == quote
    several = text.find(quote, text.find(quote) + 1) >= 0
    assert bool(unplaced) is several
