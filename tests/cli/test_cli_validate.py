"""`kg validate` as a user calls it: verdicts, exit codes, bad input, what is printed."""

import io
import json
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli.findings import block, width
from kg.cli.main import main
from kg.errors import Where
from kg.model.finding import WARNING, Finding

GOLDEN = Path(__file__).parents[1] / "golden" / "validate"
QUOTE = "네모소프트는 2018년 5월 세모뮤직을 흡수합병했다."
FACTS = """@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<event/a> a kg:Acquisition ; kg:acquirer <company/네모> ; kg:target <company/세모> ; kg:share 51.5 .
<company/네모> a kg:Company ; rdfs:label "네모" .
<company/세모> a kg:Company ; rdfs:label "세모" .
"""
BAD_FACTS = FACTS.replace("kg:share 51.5", "kg:share 120") + "<e> a kg:Mergr .\n"
SHAPES = """@prefix kg: <https://w3id.org/companykg#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
[] a sh:NodeShape ; sh:targetClass kg:Company ; sh:property [ sh:path kg:site ; sh:minCount 1 ;
  sh:message "a company has a site"@en, "회사에는 사이트가 있다"@ko ] .
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a workspace, with an English locale."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    files = {"facts.ttl": FACTS, "bad.ttl": BAD_FACTS, "shapes.ttl": SHAPES}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "news.txt").write_text(f"소식\n{QUOTE}\n", encoding="utf-8")
    return tmp_path


def claim(**changes: object) -> str:
    plain = {
        "type": "Merger",
        "document": "news.txt",
        "date": "2018-05",
        "roles": {"survivor": ["네모소프트"], "absorbed": ["세모뮤직"]},
        "evidence": [{"start": 3, "end": 3 + len(QUOTE), "quote": QUOTE}],
    }
    return json.dumps(plain | changes, ensure_ascii=False) + "\n"


def test_good_facts_get_in(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert main(["validate", "facts.ttl"]) == 0
    assert capsys.readouterr() == ("checked 3 facts, 0 refused\n", "")
    assert not (folder / ".kg").exists()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_bad_facts_are_told_in_blocks(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", lang, "validate", "bad.ttl"]) == 1
    assert capsys.readouterr().out == (GOLDEN / f"bad.{lang}.txt").read_text(encoding="utf-8")


def test_claims_are_judged_by_their_document(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    wrong = [{"start": 2, "end": 2 + len(QUOTE), "quote": QUOTE}]
    text = claim() + claim(evidence=wrong, type="Mergr")
    (folder / "claims.jsonl").write_text(text, encoding="utf-8")
    assert main(["validate", "claims.jsonl", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["checked"], found["refused"]) == (2, 1)
    assert [(one["slug"], one["line"]) for one in found["findings"]] == [
        ("unknown-type", 2),
        ("quote-elsewhere", 2),
    ]


def test_all_claims_about_one_document(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "claims.jsonl").write_text(claim(document="gone.txt"), encoding="utf-8")
    assert main(["validate", "claims.jsonl"]) == 1
    assert "gone.txt is not known" in capsys.readouterr().out
    assert main(["validate", "claims.jsonl", "--document", "news.txt"]) == 0


@pytest.mark.parametrize(("text", "code"), [(claim(), 0), (FACTS, 0), (BAD_FACTS, 1), ("", 0)])
def test_standard_input(text: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["validate", "-"]) == code


def test_facts_that_contradict_themselves_are_refused(folder: Path) -> None:
    text = (
        FACTS
        + """<event/b> a kg:Launch ; kg:service <service/톡> ; kg:date <date/2015> .
    <event/c> a kg:Discontinuation ; kg:service <service/톡> ; kg:date <date/2014> .
    """
    )
    (folder / "facts.ttl").write_text(text, encoding="utf-8")
    assert main(["validate", "facts.ttl"]) == 1


def test_any_shapes_over_any_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "facts.ttl", "--shapes", "shapes.ttl"]) == 1
    assert capsys.readouterr().out.endswith("does not conform to the shapes: 2 results\n")
    assert main(["--lang", "ko", "validate", "facts.ttl", "--shapes", "shapes.ttl"]) == 1
    assert "회사에는 사이트가 있다" in capsys.readouterr().out
    assert main(["validate", "shapes.ttl", "--shapes", "shapes.ttl"]) == 0
    assert capsys.readouterr().out == "conforms to the shapes\n"


def test_the_standard_report(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    arguments = ["validate", "facts.ttl", "--shapes", "shapes.ttl", "--format", "turtle"]
    assert main(arguments) == 1
    first = capsysbinary.readouterr().out
    assert main(arguments) == 1
    assert capsysbinary.readouterr().out == first
    report = list(ox.parse(first, format=ox.RdfFormat.TURTLE))
    types = [quad.object for quad in report if quad.predicate.value.endswith("#type")]
    assert types.count(ox.NamedNode("http://www.w3.org/ns/shacl#ValidationResult")) == 2


BAD_INPUT = [
    (["gone.ttl"], b"", "gone.ttl: "),
    (["."], b"", "directory"),
    (["x.ttl"], b"", "x.ttl: is empty"),
    (["x.ttl"], b"a\0b", "x.ttl: is not text: byte 1 is NUL"),
    (["x.ttl"], b"<http://a> \xff", "x.ttl:1: is not UTF-8: byte 11 is 0xFF"),
    (["x.ttl"], b"\n<a> <b> .", "x.ttl:2:"),
    (["x.pdf"], b"%PDF", "x.pdf: "),
    (["facts.ttl", "--shapes", "gone.ttl"], b"", "gone.ttl: cannot be read"),
    (["facts.ttl", "--shapes", "x.ttl"], b"\n[ a <b> .", "x.ttl:2:"),
    (["x.csv", "--shapes", "shapes.ttl"], b"a,b", "x.csv: .csv is no RDF format"),
    (["facts.ttl", "--format", "xml"], b"", "'xml' is not one of"),
    ([], b"", "Missing argument"),
]


@pytest.mark.parametrize(("arguments", "data", "message"), BAD_INPUT)
def test_bad_input_is_one_clear_line(
    arguments: list[str],
    data: bytes,
    message: str,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
) -> None:
    for name in ("x.ttl", "x.pdf", "x.csv"):
        (folder / name).write_bytes(data)
    assert main(["validate", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert message in shown.err
    assert len(shown.err.splitlines()) == 1


def test_one_bad_file_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "gone.ttl", "bad.ttl"]) == 2
    shown = capsys.readouterr()
    assert "gone.ttl" in shown.err
    assert "2 refused" in shown.out


def test_the_mark_stands_below_wide_letters() -> None:
    finding = Finding(
        slug="s",
        severity=WARNING,
        fact="f",
        message={"en": "why"},
        where=Where("n.txt", 1, 4),
        sentence="네모 ab 세모\n",
        mark=(3, 5),
    )
    lines = block(finding, "en").splitlines()
    assert lines[2].index("ab") + 2 == lines[3].index("^^")
    assert (width("네모"), width("ab"), width("e\u0301")) == (4, 2, 1)
