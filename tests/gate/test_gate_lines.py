"""JSON lines: what is wrong with a line, where in it, and in which sentence."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from kg.gate.lines import check_lines, document_names
from kg.gate.statements import check
from kg.model.document import Document
from kg.model.finding import Finding
from kg.model.schema import Schema
from kg.model.statement import Statement

QUOTE = "네모소프트는 2018년 5월 세모뮤직을 흡수합병했다."


def judged(
    text: str, name: str, document: Document | Mapping[str, Document], schema: Schema
) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    found = check_lines(text, name, document, schema)
    return found.statements, found.findings


def line(document: Document, /, **changes: Any) -> str:
    start = document.text.index(QUOTE)
    place = {"start": start, "end": start + len(QUOTE), "quote": QUOTE, "date": "2018-05"}
    plain: dict[str, Any] = {
        "type": "Merger",
        "document": document.name,
        "date": "2018-05",
        "status": "asserted",
        "roles": {"survivor": ["네모소프트"], "absorbed": ["세모뮤직"]},
        "evidence": [place],
    }
    plain |= changes
    for key in ("start", "end", "quote"):
        if key in plain:
            place[key] = plain.pop(key)
    return json.dumps(plain, ensure_ascii=False)


def test_a_true_line_is_accepted(document: Document, schema: Schema) -> None:
    statements, findings = judged(line(document), "c.jsonl", document, schema)
    assert findings == ()
    assert [statement.type for statement in statements] == ["Merger"]
    assert check(statements, document, schema) == ()


RELATION = {"type": "Relation", "relation": "operates", "roles": None}

WRONG = """
unknown-type        | {"type": "Mergr"} | type | Merger
unknown-role        | {"roles": {"survivr": ["가"], "absorbed": ["나", "다"]}} | survivr | survivor
missing-role        | {"type": "Acquisition", "roles": {"acquirer": ["가"]}} | roles | target
too-few-parties     | {"roles": {"survivor": ["가"]}} | roles | other party
missing-alternative | {"type": "Incident", "roles": {"place": ["판교"]}} | roles | one of
missing-detail      | {"type": "Milestone", "roles": {"subject": ["가"]}} | | value
same-filler         | {"type": "SpinOff", "roles": {"company": ["가"], "parent": ["가"]}} | parent |
same-filler         | {"type": "NameChange", "roles": {"old": ["나"], "new": ["나"]}} | old |
unknown-kind        | {"kinds": {"세모뮤직": "Compny"}} | 세모뮤직 | Company
wrong-kind          | {"kinds": {"세모뮤직": "Service"}} | 세모뮤직 | another role
unknown-status      | {"status": "sure"} | status | asserted
unit-without-value  | {"unit": "KRW"} | unit | value
share-out-of-range  | {"share": 120} | share | per cent
restored-before     | {"type": "Outage", "restored": "2017"} | restored |
form                | {"date": "2018-13"} | date | 2014-10
form                | {"roles": {"survivor": [""]}} | survivor | leave the role out
form                | {"colour": "red"} | colour | known keys
no-document         | {"document": "other.txt"} | document | --document
"""
"""Kind of finding, what is changed in a true line, the key where it is found, and its hint."""

ROWS = [[cell.strip() for cell in row.split("|")] for row in WRONG.strip().split("\n")]


@pytest.mark.parametrize(("slug", "changes", "at", "hint"), ROWS)
def test_what_is_wrong_is_found_where_it_stands(
    slug: str, changes: str, at: str, hint: str, document: Document, schema: Schema
) -> None:
    text = line(document, **json.loads(changes))
    known = {document.name: document}
    statements, findings = judged(f"\n{text}\n", "c.jsonl", known, schema)
    assert statements == ()
    assert slug in [finding.slug for finding in findings]
    found = next(finding for finding in findings if finding.slug == slug)
    assert found.where is not None
    assert (found.where.name, found.where.line) == ("c.jsonl", 2)
    if at:
        assert text[(found.where.column or 0) - 1 :].startswith(f'"{at}"')
    assert found.hint is not None
    assert hint in found.hint["en"]
    assert set(found.message) == set(found.hint) == {"en", "ko"}


def test_relation_with_an_inverted_period(document: Document, schema: Schema) -> None:
    plain = json.loads(line(document))
    plain = {k: v for k, v in plain.items() if k not in {"roles", "date", "type"}} | {
        "type": "Relation", "relation": "operates", "subject": "네모소프트", "object": "톡",
        "from": "2019", "until": "2018-12",
    }  # fmt: skip
    del plain["evidence"][0]["date"]
    text = json.dumps(plain, ensure_ascii=False)
    _, findings = judged(text, "c.jsonl", document, schema)
    assert [finding.slug for finding in findings] == ["period-inverted"]
    assert findings[0].fact == "네모소프트 operates 톡"
    plain["relation"] = "runs"
    _, findings = judged(json.dumps(plain), "c.jsonl", document, schema)
    assert "unknown-relation" in [finding.slug for finding in findings]


def test_quote_elsewhere_says_where(document: Document, schema: Schema) -> None:
    start = document.text.index(QUOTE)
    text = line(document, start=start + 1, end=start + 1 + len(QUOTE))
    _, [found] = judged(text, "c.jsonl", document, schema)
    assert found.slug == "quote-elsewhere"
    assert f"{start}..{start + len(QUOTE)}" in found.message["en"]
    assert found.sentence == QUOTE


def test_quote_that_nobody_wrote_shows_the_nearest_passage(
    document: Document, schema: Schema
) -> None:
    text = line(document, quote="네모소프트는 2018년 5월에 세모뮤직과 합병했다고 한다.")
    _, [found] = judged(text, "c.jsonl", document, schema)
    assert found.slug == "quote-not-found"
    assert found.sentence == QUOTE


@pytest.mark.parametrize(
    ("text", "column"),
    [('{"type" 1}', 9), ('["type"]', 1), ("{", 2), ('{"type": 1}', 2), ("{" * 100_000, 2)],
)
def test_what_is_no_line_is_one_finding(
    text: str, column: int, document: Document, schema: Schema
) -> None:
    _, [found] = judged(text, "c.jsonl", document, schema)
    assert found.slug == "form"
    assert found.where is not None
    assert (found.where.line, found.where.column) == (1, column)


def test_places_are_judged_too(document: Document, schema: Schema) -> None:
    plain = json.loads(line(document))
    plain["evidence"].append(plain["evidence"][0] | {"roles": {"acquirer": ["가"]}})
    _, findings = judged(json.dumps(plain), "c.jsonl", document, schema)
    assert {finding.path for finding in findings} == {
        "evidence[1].roles.acquirer",
        "evidence[1].roles",
    }


def test_our_own_statements_are_placed_in_the_document(document: Document, schema: Schema) -> None:
    statements, _ = judged(line(document), "c.jsonl", document, schema)
    longer = Document(document.name, "+" + document.text, document.sha256)
    [found] = check(statements, longer, schema)
    assert found.slug == "quote-elsewhere"
    assert str(found.where) == "news.txt:3:1"


def test_names_of_documents_in_order_whatever_else_is_wrong() -> None:
    text = '{"document": "b"}\nnonsense\n{"document": "a"}\n{"document": "b"}\n{"document": 3}'
    assert document_names(text) == ("b", "a")
