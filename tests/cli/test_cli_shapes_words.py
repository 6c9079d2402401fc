"""`kg validate --shapes` in words: every constraint of SHACL Core, in English and Korean."""

import os
import shutil
from pathlib import Path

import pytest

from kg.cli.main import main

CORE = Path(__file__).parents[1] / "golden" / "validate" / "core"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data that breaks every constraint, in a folder without a workspace."""
    monkeypatch.chdir(tmp_path)
    for path in CORE.glob("*.ttl"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_each_constraint_has_words(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", lang, "validate", "data.ttl", "--shapes", "shapes.ttl"]) == 1
    told = capsys.readouterr().out
    golden = CORE / f"report.{lang}.txt"
    if os.environ.get("KG_GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:shape> a sh:NodeShape ; sh:targetNode <urn:a> ; sh:property
    [ sh:path <urn:size> ; sh:maxInclusive 3 ] , [ sh:path <urn:name> ; sh:minCount 1 ] .
"""
PLACES = [
    ("x.nt", '\n<urn:a> <urn:size> "4"^^<{xsd}integer> .\n', (2, 20), (2, 1)),
    ("x.ttl", "@prefix u: <urn:> .\nu:b u:c u:a .\nu:a\n  u:size 4 .", (4, 10), (3, 1)),
    ("x.ttl", "<urn:b> <urn:c> <urn:a> . <urn:a> <urn:size> 4 .", (1, 46), (1, 27)),
    (
        "x.jsonld",
        '{"@id": "urn:a",\n "urn:size": {"@value": "4", "@type": "{xsd}integer"}}',
        (2, 25),
        (1, 9),
    ),
    (
        "x.rdf",
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">\n'
        '<r:Description r:about="urn:a">\n <u:size r:datatype="{xsd}integer">4</u:size>'
        "</r:Description></r:RDF>",
        (3, 64),
        (2, 24),
    ),
]


@pytest.mark.parametrize(("name", "text", "value", "node"), PLACES)
def test_places_in_any_format(
    name: str,
    text: str,
    value: tuple[int, int],
    node: tuple[int, int],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    (folder / name).write_text(text.replace("{xsd}", xsd), encoding="utf-8")
    (folder / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    assert main(["--lang", "en", "validate", name, "--shapes", "shapes.ttl"]) == 1
    told = capsys.readouterr().out.splitlines()
    places = [line.split()[1] for line in told if line.startswith("  where")]
    assert places == [f"{name}:{line}:{column}" for line, column in sorted((value, node))]
