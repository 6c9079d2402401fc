"""Files as a dataset."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.files import dataset


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.ttl").write_text("<s> <http://e/p> _:b .", encoding="utf-8")
    Path("b.nt").write_text("<http://e/s> <http://e/p> _:b .", encoding="utf-8")
    Path("c.trig").write_text("GRAPH <http://e/g> { <s> <http://e/p> 1 }", encoding="utf-8")
    Path("x=y.ttl").write_text("<s> <http://e/p> 1 .", encoding="utf-8")
    Path("bad.ttl").write_text("<s> <http://e/p> 1 .\n<s> <p> .", encoding="utf-8")
    Path("latin.ttl").write_bytes(b"<s> <p> \xff")
    Path("binary.ttl").write_bytes(b"\x7fELF\0")
    Path("none.ttl").write_text("", encoding="utf-8")


def test_default_and_named_graphs() -> None:
    graphs = ["http://e/h=a.ttl", "http://e/?q=1=x=y.ttl", "<none>=none.ttl"]
    store = dataset(["a.ttl", "b.nt", "c.trig"], graphs, base="http://base/")
    assert sorted(str(graph) for graph in store.named_graphs()) == [
        "<http://base/none>", "<http://e/?q=1>", "<http://e/g>", "<http://e/h>",
    ]  # fmt: skip
    default = list(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    assert len({str(quad.object) for quad in default}) == 2
    assert Path("a.ttl").absolute().parent.as_uri() + "/s" in {q.subject.value for q in default}


@pytest.mark.parametrize(
    ("data", "graphs", "message"),
    [
        (["bad.ttl"], [], "bad.ttl:2:"),
        (["latin.ttl"], [], "latin.ttl:1: is not UTF-8: byte 8 is 0xFF"),
        (["binary.ttl"], [], "binary.ttl: is not text: byte 4 is NUL"),
        (["nix.ttl"], [], "nix.ttl: cannot be read: No such file or directory"),
        (["."], [], ".: is a folder"),
        (["a.txt"], [], "a.txt: .txt is no RDF format (known are .ttl"),
        ([], ["a.ttl"], "--graph a.ttl: not NAME=FILE"),
        ([], ["g=a.ttl"], "--graph g=a.ttl: 'g' is no absolute IRI (or give --base IRI)"),
    ],
)
def test_bad_files(data: list[str], graphs: list[str], message: str) -> None:
    with pytest.raises(KgError) as error:
        dataset(data, graphs)
    assert str(error.value).startswith(message)
