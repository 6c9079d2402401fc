"""kg status: what is loaded, from what, by which versions."""

import json
import shutil
from pathlib import Path

import pytest

import kg
from kg.cli.main import main
from kg.ontology import shipped

FACTS = """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/다솜> a kg:Company ; rdfs:label "다솜" .
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    (tmp_path / "data" / "facts.ttl").write_text(FACTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def status(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["status"]) == 0
    return capsys.readouterr().out


def test_nothing_loaded(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(capsys) == "nothing is loaded\nto load: data/facts.ttl\n"
    assert not (root / ".kg").exists()


def test_what_is_loaded_and_what_has_changed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["load"]) == 0
    said = status(capsys)
    assert said.startswith("generation 1, ")
    assert " triples from 1 source, last change 2" in said
    assert f"    1  rdf   kg {kg.__version__}, ontology " in said
    assert "  data/facts.ttl\n" in said
    assert "to load" not in said

    (root / "data" / "facts.ttl").write_text(FACTS + "# changed\n", encoding="utf-8")
    assert "to load: data/facts.ttl\n" in status(capsys)
    (root / "data" / "facts.ttl").unlink()
    assert "to retract: data/facts.ttl\n" in status(capsys)
    (root / ".kg" / "store" / "2").mkdir()
    assert "a load was ended before it was complete" in status(capsys)


def test_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load"]) == 0
    capsys.readouterr()
    assert main(["status", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["generation"], said["changed"], said["gone"]) == (1, [], [])
    (source,) = said["sources"]
    assert (source["name"], source["kind"], source["count"]) == ("data/facts.ttl", "rdf", 1)
    assert source["versions"]["kg"] == kg.__version__


def test_a_corrupt_store_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load"]) == 0
    (root / ".kg" / "CURRENT").write_text("?", encoding="utf-8")
    capsys.readouterr()
    assert main(["status"]) == 2
    assert capsys.readouterr().err.startswith("kg: .kg/CURRENT: does not hold the number")


SHAPES = """
kgs:Anything a sh:NodeShape ; sh:targetClass kg:Company ; sh:sparql [
    sh:message "no" ; sh:select "SELECT $this WHERE { ?a ?b ?c . FILTER(?c = 0) }" ] .
"""


def test_shapes_that_may_read_anything_are_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(shipped("ontology"), root / "ontology")
    capsys.readouterr()
    assert main(["status", "--shapes"]) == 0
    assert "the whole graph" not in capsys.readouterr().out
    with (root / "ontology" / "shapes.ttl").open("a", encoding="utf-8") as shapes:
        shapes.write(SHAPES)
    assert main(["status", "--shapes"]) == 0
    first = capsys.readouterr().out.split("\n")[0]
    assert first == "the whole graph           https://w3id.org/companykg/shapes#Anything"
    assert main(["status", "--shapes", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[first.split()[-1]] == "whole"
