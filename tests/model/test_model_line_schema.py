"""The JSON Schema of a line: what the gate takes is of it, and what is not of it is refused."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kg.documents import read_bytes
from kg.extract import extract
from kg.gate.lines import check_lines
from kg.model.line import write
from kg.model.line_schema import line_schema
from kg.ontology import load_schema, shipped
from kg.ontology.lexicon import load_lexicon

SCHEMA = load_schema(shipped("ontology"))
LINES = Draft202012Validator(line_schema(SCHEMA))
TEXT = "다온넷은 2014년 10월 푸른뮤직을 인수했다. 다온넷 가입자는 2015년 100만 명을 넘었다."
DOCUMENT = read_bytes(TEXT.encode(), "news.txt")


def line(**changes: Any) -> dict[str, Any]:
    plain = {
        "type": "Acquisition",
        "date": "2014-10",
        "roles": {"acquirer": ["다온넷"], "target": ["푸른뮤직"]},
        "evidence": [{"quote": "다온넷은 2014년 10월 푸른뮤직을 인수했다."}],
    }
    return {key: value for key, value in (plain | changes).items() if value != "without"}


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(line_schema(SCHEMA))


def test_what_extraction_prints_is_of_it() -> None:
    lexicon = load_lexicon(shipped("ontology") / "lexicon" / "ko")
    found = extract(DOCUMENT, lexicon, SCHEMA)
    assert {one.type for one in found} == {"Acquisition", "Milestone"}
    for one in found:
        LINES.validate(json.loads(write(one, SCHEMA.usual_kind)))


@pytest.mark.parametrize(
    ("changes", "good"),
    [
        ({}, True),
        ({"share": 51.5, "value": 30, "unit": "KRW", "kinds": {"푸른뮤직": "Service"}}, True),
        ({"date": None}, True),
        ({"type": "Acquisitoin"}, False),
        ({"roles": {"acquirer": ["다온넷"]}}, False),
        ({"roles": {"acquirer": ["다온넷"], "target": ["가"], "buyer": ["나"]}}, False),
        ({"evidence": []}, False),
        ({"evidence": "without"}, False),
        ({"evidence": [{"start": 0, "end": 3}]}, False),
        ({"share": 120}, False),
        ({"status": "sure"}, False),
        ({"colour": "red"}, False),
        ({"type": "Incident", "roles": {"place": ["판교"]}}, False),
        ({"type": "Milestone", "roles": {"subject": ["다온넷"]}}, False),
        ({"type": "Relation", "relation": "owns", "subject": "가", "object": "나"}, False),
    ],
)
def test_schema_and_gate_agree(changes: dict[str, Any], good: bool) -> None:
    plain = line(**changes)
    text = json.dumps(plain, ensure_ascii=False)
    findings = check_lines(text, "c.jsonl", DOCUMENT, SCHEMA).findings
    assert LINES.is_valid(plain) is good
    assert (not findings) is good


def test_the_documentation_has_it(pytestconfig: pytest.Config) -> None:
    path = Path(pytestconfig.rootpath) / "docs" / "claim-line.schema.json"
    written = json.dumps(line_schema(SCHEMA), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("KG_GOLDEN") == "write":
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written


def test_the_lines_in_the_documentation_are_of_it(pytestconfig: pytest.Config) -> None:
    text = (Path(pytestconfig.rootpath) / "docs" / "claims.md").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.startswith('{"type"')]
    assert len(lines) == 2
    for one in lines:
        LINES.validate(json.loads(one))
