"""The instructions for a reader who is no program."""

import json
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model.document import Document
from kg.model.line_schema import line_schema
from kg.ontology import load_schema, shipped
from kg.ontology.prompt import prompt

FOLDER = shipped("ontology")
SCHEMA = load_schema(FOLDER)
DOCUMENT = Document("news.txt", "다온넷은 $3에 푸른뮤직을 샀다.\n", "0" * 64)


def test_it_has_all_that_a_reader_needs() -> None:
    text = prompt(DOCUMENT, FOLDER, SCHEMA)
    for name in (*SCHEMA.events, *SCHEMA.relations):
        assert f"\n- {name} (" in text
    assert "acquirer* (Organization or Person)" in text
    assert json.dumps(line_schema(SCHEMA), ensure_ascii=False) in text
    assert text.endswith(DOCUMENT.text + "\n")


def test_its_own_examples_are_lines_as_they_must_be() -> None:
    text = prompt(DOCUMENT, FOLDER, SCHEMA)
    lines = [line for line in text.split("\n") if line.startswith('{"type"')]
    assert len(lines) == 2
    for line in lines:
        assert json.loads(line)["evidence"][0]["quote"]


def test_a_workspace_may_have_its_own(tmp_path: Path) -> None:
    (tmp_path / "company.ttl").write_bytes((FOLDER / "company.ttl").read_bytes())
    (tmp_path / "prompt.md").write_text("$kinds $types $relations $schema $name\n$text")
    assert prompt(DOCUMENT, tmp_path, SCHEMA).endswith("news.txt\n" + DOCUMENT.text)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("$kinds $types $relations $schema $text", "$name"),
        ("$kinds $types $relations $schema $name $text $colour", "$colour"),
        ("$kinds $types $relations $schema $name $text costs $ 3", "a lone $"),
    ],
)
def test_a_wrong_placeholder_is_named(tmp_path: Path, template: str, said: str) -> None:
    (tmp_path / "company.ttl").write_bytes((FOLDER / "company.ttl").read_bytes())
    (tmp_path / "prompt.md").write_text(template)
    with pytest.raises(KgError) as error:
        prompt(DOCUMENT, tmp_path, SCHEMA)
    assert said in str(error.value)
    assert "prompt.md" in str(error.value)
