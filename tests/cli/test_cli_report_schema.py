"""The JSON Schema of reports: real reports are of it, and the documentation has it."""

import json
import os
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kg.cli.main import main
from kg.cli.plain_report import report_schema

GOLDEN = Path(__file__).parents[1] / "golden"
REPORTS = Draft202012Validator(report_schema())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the golden findings are about, in a workspace."""
    monkeypatch.chdir(tmp_path)
    for path in [*GOLDEN.glob("findings/*"), *GOLDEN.glob("validate/core/*.ttl")]:
        shutil.copy(path, tmp_path)
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(report_schema())


CALLS = [
    (["validate", "claims.jsonl", "--document", "news.txt"], 1),
    (["validate", "facts.ttl", "coherent.ttl", "gone.ttl"], 2),
    (["validate", "news.txt"], 0),
    (["validate", "data.ttl", "--shapes", "shapes.ttl"], 1),
    (["check"], 0),
]


@pytest.mark.parametrize(("arguments", "code"), CALLS)
def test_reports_are_of_it(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--format", "json"]) == code
    REPORTS.validate(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    "changes",
    [{"findings": None}, {"more": 1}, {"refused": -1}, {"findings": [{}]}, {"checked": ""}],
)
def test_what_is_not_of_it(changes: dict[str, object]) -> None:
    report = {"checked": 1, "refused": 0, "findings": [], "unreadable": []}
    assert REPORTS.is_valid(report)
    assert not REPORTS.is_valid(report | changes)


def test_the_documentation_has_it(pytestconfig: pytest.Config) -> None:
    path = Path(pytestconfig.rootpath) / "docs" / "findings.schema.json"
    written = json.dumps(report_schema(), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("KG_GOLDEN") == "write":
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written
