"""kg retract: by name, path or IRI; what others say stays."""

from pathlib import Path

import pytest

from kg.cli.main import main
from kg.workspace import find

FACTS = """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/다솜> a kg:Company ; rdfs:label "다솜" .
"""
OTHER = FACTS + '<company/나래> a kg:Company ; rdfs:label "나래" .\n'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "kg.toml").write_text("", encoding="utf-8")
    (tmp_path / "facts.ttl").write_text(FACTS, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "other.ttl").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["load", "facts.ttl", "sub/other.ttl"]) == 0
    return tmp_path


def companies(root: Path) -> set[str]:
    query = "SELECT ?c { ?c a <https://w3id.org/companykg#Company> }"
    return {row["c"].value.rsplit("/", 1)[1] for row in find(root).open_store().query(query)}


@pytest.mark.parametrize(
    "source",
    [
        "sub/other.ttl",
        "./sub/../sub/other.ttl",
        "https://example.org/kg/document/sub/other.ttl",
    ],
)
def test_what_others_say_stays(root: Path, capsys: pytest.CaptureFixture[str], source: str) -> None:
    assert companies(root) == {"다솜", "나래"}
    capsys.readouterr()
    assert main(["retract", source]) == 0
    assert capsys.readouterr() == ("", "retracted 2 facts from sub/other.ttl: as asked\n")
    assert companies(root) == {"다솜"}


def test_a_path_is_read_from_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "sub")
    assert main(["retract", "other.ttl"]) == 0
    assert companies(root) == {"다솜"}


def test_an_unknown_source(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["retract", "fact.ttl"]) == 2
    assert capsys.readouterr().err == (
        "kg: nothing is loaded from 'fact.ttl' (nearest: facts.ttl, sub/other.ttl)\n"
    )
