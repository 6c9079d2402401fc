"""docs/queries.md shows the list as the program prints it, and its example runs."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli.main import main
from kg.query.parameters import filled
from kg.query.question import Question
from kg.sparql.header import read_header

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")


def test_the_list(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--lang", "en", "query", "--list"]) == 0
    listed = TEXT.split("<!-- the list: kg query --list -->\n```\n")[1].split("```")[0]
    assert listed == capsys.readouterr().out


def test_the_example() -> None:
    [example] = re.findall(r"```sparql\n(.*?)```", TEXT, re.DOTALL)
    asked = Question(example, "example", read_header(example, "example"))
    iri = "<https://example.org/kg/company/다음커뮤니케이션>"
    store = ox.Store()
    case = ROOT / "tests" / "cases" / "queries" / "graph.trig"
    store.load(path=str(case), format=ox.RdfFormat.TRIG)
    result = store.query(filled(asked, {"company": iri}, {}, lambda given, _: given.strip("<>")))
    assert isinstance(result, ox.QuerySolutions)
    assert tuple(v.value for v in result.variables) == asked.header.columns
    assert [(row[0].value, row[1].value) for row in result] == [("1997-05", "한메일")]
