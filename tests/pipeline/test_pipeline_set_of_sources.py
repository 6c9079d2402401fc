"""The graph is a function of the set of its sources: of no order, no history, no way in."""

import json
import shutil
from pathlib import Path

import pytest
from place import NOW, Place, small_extract

import kg.extract
from kg.documents import read
from kg.model import line
from kg.ontology import load_schema
from kg.pipeline.inputs import piped
from kg.pipeline.load import Request, load

pytestmark = pytest.mark.usefixtures("how")

SOURCES = {
    "data/documents/a.txt": "가온은 2009년에 설립되었다. 서비스 지도는 2012년에 시작되었다.\n",
    "data/documents/b.txt": "# 나래\n가온은 2010년에 설립되었다. 서비스 지도는 2011년에 끝났다.\n",
    "data/facts.ttl": """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/가온> a kg:Company ; rdfs:label "가온" ; rdfs:comment "지어낸 회사" .
<company/다솜> a kg:Company ; rdfs:label "다솜" ; rdfs:comment "지어낸 회사" .
[] a kg:Acquisition ; kg:acquirer <company/가온> ; kg:target <company/다솜> ;
    kg:date [ a kg:Date ; kg:edtf "2015-06" ] ; kg:share 51.50 ; kg:status "asserted" .
""",
    "data/more.ttl": """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/다솜> a kg:Company ; rdfs:label "다솜" ; rdfs:comment "지어낸 회사" ; rdfs:seeAlso <x> .
""",
    "data/bad.ttl": """\
@prefix kg: <https://w3id.org/companykg#> .
@base <https://example.org/kg/> .
<event/y> a kg:Merging ; kg:survivor <company/가온> .
""",
}


def claims_about_a() -> str:
    text = SOURCES["data/documents/a.txt"]
    quote = "서비스 지도는 2012년에 시작되었다."
    start = text.index(quote)
    return json.dumps(
        {
            "type": "Launch",
            "document": "data/documents/a.txt",
            "date": "2012-03",
            "roles": {"service": ["지도"], "operator": ["가온"]},
            "extractedBy": "나",
            "evidence": [{"start": start, "end": start + len(quote), "quote": quote}],
        },
        ensure_ascii=False,
    )


NAMES = [*SOURCES, "data/claims.jsonl"]
GOOD = [name for name in NAMES if name != "data/bad.ttl"]
ORDERS = [
    NAMES,
    NAMES[::-1],
    ["data/more.ttl", "data/documents/b.txt", "data/claims.jsonl", "data/bad.ttl", *NAMES[:1],
     "data/facts.ttl"],
]  # fmt: skip


def furnished(root: Path) -> Place:
    """A workspace in which all the sources lie, none loaded."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "kg.toml").write_text("", encoding="utf-8")
    made = Place(root)
    for file, text in SOURCES.items():
        made.write(file, text)
    made.write("data/claims.jsonl", claims_about_a() + "\n")
    return made


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A workspace with all that is good loaded; not to be changed."""
    made = furnished(tmp_path_factory.mktemp("loaded"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kg.extract, "extract", small_extract)
        patched.chdir(made.root)
        made.load()
    return made


@pytest.fixture
def copied(loaded: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The same as a copy, in which the test stands."""
    shutil.copytree(loaded.root, tmp_path / "copied")
    monkeypatch.chdir(tmp_path / "copied")
    return Place(tmp_path / "copied")


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A workspace with nothing loaded, in which the test stands."""
    made = furnished(tmp_path / "fresh")
    monkeypatch.chdir(made.root)
    return made


@pytest.mark.parametrize("order", ORDERS, ids=["listed", "reversed", "mixed"])
def test_one_by_one_in_any_order(fresh: Place, loaded: Place, order: list[str]) -> None:
    refused = {name for name in order if fresh.load(name).exit_code}
    assert refused == {"data/bad.ttl"}
    assert fresh.quads() == loaded.quads()


@pytest.mark.parametrize("name", GOOD)
def test_what_is_retracted_was_never_loaded(
    copied: Place, fresh: Place, loaded: Place, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document leaves with the claims about it, whichever input stated them."""
    leaving = [name, "data/claims.jsonl"] if name == "data/documents/a.txt" else [name]
    fresh.load(*(other for other in GOOD if other not in leaving))
    monkeypatch.chdir(copied.root)
    gone = copied.workspace.retract(name, NOW)
    assert {one.via for one in gone} == set(leaving)
    assert copied.quads() == fresh.quads()
    assert copied.load(*leaving).exit_code == 0
    assert copied.quads() == loaded.quads()


def test_all_retracted_leaves_the_ontology_alone(copied: Place) -> None:
    for name in GOOD[:-1]:
        copied.workspace.retract(name, NOW)
    assert copied.ask("?x a kg:Entity") == []
    assert copied.ask("GRAPH ?g { ?s ?p ?o }") == []
    assert list(copied.workspace.open_store().named_graphs()) == []


def test_lines_are_the_same_way_in(copied: Place, fresh: Place) -> None:
    documents = ["data/documents/a.txt", "data/documents/b.txt"]
    schema = load_schema(fresh.workspace.ontology)
    for name in documents:
        statements = small_extract(read(fresh.root / name, name))
        lines = "".join(f"{line.write(one, schema.usual_kind)}\n" for one in statements)
        request = Request((piped(lines.encode("utf-8")),))
        assert load(fresh.workspace.settings, request, NOW).exit_code == 0
    for name in ("data/claims.jsonl", "data/facts.ttl", "data/more.ttl"):
        copied.workspace.retract(name, NOW)
    assert fresh.quads() == copied.quads()
    fresh.load(*documents)
    assert fresh.quads() == copied.quads()


def test_no_triple_stands_in_two_graphs(loaded: Place) -> None:
    quads = list(loaded.workspace.open_store())
    assert len({quad.triple for quad in quads}) == len(quads)
    assert loaded.ask("GRAPH ?g { ?x rdfs:seeAlso ?y }") == [
        (
            "https://example.org/kg/document/data/more.ttl",
            "https://example.org/kg/company/다솜",
            "https://example.org/kg/x",
        )
    ]


def test_a_store_that_was_deleted_is_made_again(copied: Place, loaded: Place) -> None:
    (copied.root / ".kg" / "CURRENT").unlink()
    shutil.rmtree(copied.root / ".kg" / "store")
    copied.load()
    assert copied.quads() == loaded.quads()
