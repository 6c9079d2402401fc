"""`kg export` from a shell's point of view."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli.main import main
from kg.export import WRITERS
from kg.export.selection import facts
from kg.ontology.shipped import shipped
from kg.ontology.source import ontology_quads
from kg.rdf.vocabulary import DEFAULT_BASE
from kg.store.embedded import Generations
from kg.store.manifest import Manifest

CLAIMS = Path(__file__).parent.parent / "golden" / "export" / "claims.trig"
Capture = pytest.CaptureFixture[bytes]


def _quads() -> set[ox.Quad]:
    parsed = ox.parse(CLAIMS.read_bytes(), format=ox.RdfFormat.TRIG)
    return set(parsed).union(ontology_quads(shipped("ontology")))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a graph, as the current folder."""
    monkeypatch.delenv("KG_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").write_text('[prefixes]\nco = "https://example.org/kg/company/"\n')
    with Generations(tmp_path / ".kg").writer() as draft:
        draft.change(_quads(), [])
        draft.publish(Manifest())
    return tmp_path


def _wanted() -> set[ox.Quad]:
    store = ox.Store()
    store.extend(_quads())
    return {
        ox.Quad(quad.subject, quad.predicate, quad.object) for quad in facts(store, DEFAULT_BASE)
    }


def test_facts_go_to_standard_output_as_turtle(workspace: Path, capfdbinary: Capture) -> None:
    assert main(["export"]) == 0
    out, err = capfdbinary.readouterr()
    assert set(ox.parse(out, format=ox.RdfFormat.TURTLE)) == _wanted()
    assert err == b""


def test_the_workspace_s_prefixes_are_used(workspace: Path, capfdbinary: Capture) -> None:
    main(["export"])
    assert "co:다음카카오 a kg:Company" in capfdbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("facts.ttl", b"@base <https://example.org/kg/> ."),
        ("facts.nt", b"<http"),
        ("facts.jsonld", b'{\n"@context": {'),
        ("facts.rdf", b"<?xml"),
        ("events.csv", b"event,type,"),
        ("facts.jsonl", b'{"type": "Founding"'),
        ("who.graphml", b"<?xml"),
    ],
)
def test_the_suffix_says_the_format(
    name: str, start: bytes, workspace: Path, capfdbinary: Capture
) -> None:
    assert main(["export", name]) == 0
    assert (workspace / name).read_bytes().startswith(start)
    assert capfdbinary.readouterr() == (b"", b"")


def test_excel_gets_its_mark(workspace: Path) -> None:
    assert main(["export", "events.csv", "--bom"]) == 0
    assert (workspace / "events.csv").read_bytes().startswith(b"\xef\xbb\xbfevent,type,")


def test_format_goes_before_the_suffix(workspace: Path) -> None:
    assert main(["export", "facts.txt", "--format", "nq"]) == 0
    assert list(ox.parse((workspace / "facts.txt").read_bytes(), format=ox.RdfFormat.N_QUADS))


def test_with_claims_everything_is_there(workspace: Path, capfdbinary: Capture) -> None:
    assert main(["export", "--with-claims", "-", "--format", "trig"]) == 0
    assert set(ox.parse(capfdbinary.readouterr().out, format=ox.RdfFormat.TRIG)) == _quads()


def test_a_file_and_standard_output_get_the_same_bytes(
    workspace: Path, capfdbinary: Capture
) -> None:
    for format_ in WRITERS:
        assert main(["export", "--format", format_]) == 0
        assert main(["export", "--format", format_, "file"]) == 0
        assert capfdbinary.readouterr().out == (workspace / "file").read_bytes()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--format", "xls"], b"no format 'xls' (turtle, "),
        (["facts.xls"], b"facts.xls: no format has the suffix '.xls'"),
        (["facts"], b"facts: has no suffix"),
        (["no/such/facts.ttl"], b"no/such/facts.ttl: cannot be written: No such file"),
        (["folder.ttl"], b"folder.ttl: is a folder"),
        (["--bom", "facts.ttl"], b"--bom is for csv, not for turtle (leave --bom out)"),
        (["--format", "csv", "--with-claims"], b"csv holds facts, not claims"),
    ],
)
def test_what_is_called_wrongly_gets_one_line(
    args: list[str], said: bytes, workspace: Path, capfdbinary: Capture
) -> None:
    (workspace / "folder.ttl").mkdir()
    assert main(["export", *args]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert said in err
    assert err.count(b"\n") == 1


def test_a_failed_export_leaves_the_old_file(workspace: Path) -> None:
    (workspace / "facts.csv").write_text("old")
    assert main(["export", "facts.csv", "--with-claims"]) == 2
    assert (workspace / "facts.csv").read_text() == "old"
    assert sorted(path.name for path in workspace.iterdir()) == [".kg", "facts.csv", "kg.toml"]


def test_a_replaced_file_keeps_its_permissions_and_its_link(workspace: Path) -> None:
    target = workspace / "target.ttl"
    target.write_text("old")
    target.chmod(0o640)
    (workspace / "link.ttl").symlink_to(target)
    assert main(["export", "link.ttl"]) == 0
    assert (workspace / "link.ttl").is_symlink()
    assert target.read_text(encoding="utf-8").startswith("@base")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_gets_the_usual_permissions(workspace: Path) -> None:
    assert main(["export", "new.ttl"]) == 0
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((workspace / "new.ttl").stat().st_mode) == 0o666 & ~umask


FACTS = """
@base <https://example.org/kg/> . @prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<service/샛별톡> a kg:Service ; rdfs:label "샛별톡" .
<event/launch/샛별톡> a kg:Launch ; kg:service <service/샛별톡> .
"""


@pytest.mark.parametrize("args", [["export"], ["why", "샛별톡"]])
def test_the_data_of_a_new_workspace_is_loaded_first(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg.toml").touch()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "facts.ttl").write_text(FACTS, encoding="utf-8")
    assert main(args) == 0
    out, err = capfdbinary.readouterr()
    assert "샛별톡 출시" in out.decode()
    assert b"the graph is empty" in err
    assert main(args) == 0
    assert capfdbinary.readouterr() == (out, b"")


def test_without_a_workspace_there_is_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export"]) == 2
    assert b"kg init" in capfdbinary.readouterr().err


def test_neither_export_nor_why_pays_for_rdflib(workspace: Path) -> None:
    program = (
        "import sys\n"
        "from kg.cli.main import main\n"
        "codes = [main(['export', 'a.ttl']), main(['export', 'a.csv']), main(['why', '카카오'])]\n"
        "heavy = {'rdflib', 'pyshacl', 'owlready2', 'kiwipiepy', 'rich'}\n"
        "print(codes, sorted(heavy.intersection(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    )
    assert done.stderr.decode() == "[0, 0, 0] []\n"


@pytest.mark.parametrize(
    ("args", "start"),
    [
        (["--lineage", "카카오"], b"flowchart LR\n"),
        (["--lineage", "company/다음카카오", "--format", "dot"], b"digraph lineage {\n"),
    ],
)
def test_a_lineage_is_drawn(
    args: list[str], start: bytes, workspace: Path, capfdbinary: Capture
) -> None:
    assert main(["export", *args]) == 0
    out, err = capfdbinary.readouterr()
    assert out.startswith(start)
    assert "다음커뮤니케이션".encode() in out
    assert err == "kg: drawn is company/다음카카오; also: company/아이위랩\n".encode()


def test_a_lineage_s_suffix_says_the_format(workspace: Path) -> None:
    assert main(["export", "--lineage", "카카오", "lineage.gv"]) == 0
    assert (workspace / "lineage.gv").read_bytes().startswith(b"digraph")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--lineage", "카카오", "--format", "csv"], "no drawing is made as 'csv' (--lineage"),
        (["--lineage", "카카오", "--with-claims"], "a lineage holds facts, not claims"),
        (["--lineage", "카카고"], "nothing is called '카카고' (did you mean"),
        (["--lineage", "relation/operates/다음카카오/카카오톡"], "is no company, service or"),
        (["--format", "mermaid"], "mermaid draws a lineage only (kg export --lineage NAME)"),
        (["who.dot"], "dot draws a lineage only"),
    ],
)
def test_a_lineage_asked_for_wrongly_gets_one_line(
    args: list[str], said: str, workspace: Path, capfdbinary: Capture
) -> None:
    assert main(["export", *args]) == 2
    out, err = capfdbinary.readouterr()
    assert (out, err.count(b"\n")) == (b"", 1)
    assert said in err.decode()
