"""JSON-LD with the context that comes with kg."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import world
from hypothesis import given
from hypothesis import strategies as st

from kg.export.jsonld import CONTEXT, published_context, write_jsonld
from kg.export.request import Request
from kg.ontology.shipped import shipped
from kg.ontology.source import ontology_quads
from kg.rdf.vocabulary import KG, OWL, PREFIXES, RDF, XSD

CHECKOUT = Path(__file__).parents[2]
Requests = Callable[..., Request]
Golden = Callable[[str, str], None]


def _stored(quads: set[ox.Quad]) -> ox.Store:
    """A store with the quads, some literals as it spells them."""
    store = ox.Store()
    store.extend(quads)
    return store


def _text(quads: set[ox.Quad]) -> str:
    store, output = _stored(quads), io.BytesIO()
    write_jsonld(Request(store, world.schema(), world.BASE, PREFIXES, with_claims=True), output)
    return output.getvalue().decode("utf-8")


def _read(text: str) -> set[ox.Quad]:
    return set(ox.parse(text, format=ox.RdfFormat.JSON_LD))


def test_the_published_context_is_the_one_in_the_package() -> None:
    published = CHECKOUT / "docs" / CONTEXT
    assert published.read_bytes() == (shipped("ontology") / CONTEXT).read_bytes()


def test_every_term_of_the_ontology_is_in_the_context() -> None:
    terms = published_context()
    found = {
        (quad.subject.value.removeprefix(KG), quad.object.value.removeprefix(OWL))
        for quad in ontology_quads(shipped("ontology"))
        if quad.predicate.value == RDF + "type" and quad.subject.value.startswith(KG)
        and quad.object.value.startswith(OWL)
    }  # fmt: skip
    assert len(found) > 100
    for name, kind in found:
        if kind == "Class":
            assert terms[name] == f"kg:{name}"
        elif kind == "ObjectProperty":
            assert terms[name]["@type"] == "@id"
            assert ("@container" in terms[name]) == ((name, "FunctionalProperty") not in found)
        elif kind == "DatatypeProperty":
            assert name in terms


def test_it_reads_as_plain_json(request_for: Requests) -> None:
    output = io.BytesIO()
    write_jsonld(request_for(), output)
    file = json.loads(output.getvalue())
    assert file["@context"] == published_context()
    nodes = {node["id"]: node for node in file["@graph"]}
    assert nodes[world.MERGER]["participant"] == [world.DAUM, world.WE]
    assert nodes[world.MERGER]["type"] == ["Event", "Merger"]
    assert nodes[world.MERGER]["result"] == world.KAKAO
    assert nodes[world.MERGER]["status"] == "asserted"
    assert nodes[world.ACQUISITION]["share"] == "76.4"
    assert nodes[world.RUNS]["predicate"] == "operates"
    assert nodes[f"{world.BASE}date/2014-05"]["earliest"] == "2014-05-01"
    graph = next(n for n in file["@graph"] if n["id"] == world.DOCUMENT and "@graph" in n)
    span = next(node for node in graph["@graph"] if node["id"] == world.at(world.MERGED))
    assert span["start"] == world.span(world.MERGED).start


def test_what_people_get_as_jsonld(golden: Golden) -> None:
    golden("export/claims.jsonld", _text(world.without_ontology()))


def _quad(subject: str, predicate: str, object_: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), object_)


def _typed(text: str, name: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + name))


VALUES = [
    ox.NamedNode("https://example.com/a"), ox.NamedNode(KG + "Merger"), ox.NamedNode("urn:x:y"),
    ox.Literal("Merger"), ox.Literal(""), ox.Literal("kg:Merger"), ox.Literal("@id"),
    ox.Literal("회사", language="ko"), _typed("7", "integer"), _typed("007", "integer"),
    _typed("-0", "integer"), _typed("x", "integer"), _typed("٧", "integer"),
    _typed("9007199254740993", "integer"), _typed("true", "boolean"), _typed("1", "boolean"),
    _typed("1.50", "decimal"), _typed("1E3", "double"), _typed("2014-10-01", "date"),
    ox.Literal("{}", datatype=ox.NamedNode(RDF + "JSON")),
]  # fmt: skip
PROPERTIES = [
    *(KG + name for name in ("operates", "date", "value", "text", "scope", "claimedType", "start")),
    RDF + "type", "https://example.com/says", KG + "unknown", KG + "Merger",
]  # fmt: skip
_QUADS = st.sets(
    st.builds(
        lambda s, p, o, g: ox.Quad(ox.NamedNode(s), ox.NamedNode(p), o, g),
        st.sampled_from([world.WE, KG + "Company", "https://example.com/x:y", "urn:a"]),
        st.sampled_from(PROPERTIES),
        st.sampled_from(VALUES),
        st.sampled_from([ox.DefaultGraph(), ox.NamedNode(world.DOCUMENT), ox.NamedNode("urn:g")]),
    ),
    max_size=10,
)  # fmt: skip


@given(_QUADS)
def test_any_graph_comes_back(quads: set[ox.Quad]) -> None:
    text = _text(quads)
    assert '"@context"' in text
    assert _read(text) == set(_stored(quads))


@given(_QUADS)
def test_rdflib_reads_the_same(quads: set[ox.Quad]) -> None:
    rdflib = pytest.importorskip("rdflib")
    plain = {q for q in _stored(quads) if not _rewritten(q.object)}
    dataset = rdflib.Dataset()
    dataset.parse(data=_text(plain), format="json-ld")
    nq = dataset.serialize(format="nquads", encoding="utf-8")
    assert set(ox.parse(nq, format=ox.RdfFormat.N_QUADS)) == plain


def _rewritten(term: object) -> bool:
    """What rdflib spells another way, whatever it was written as."""
    if not isinstance(term, ox.Literal):
        return False
    return term.value in {"-0", "x", "٧"} or term.datatype.value in {RDF + "JSON", XSD + "double"}


@pytest.mark.parametrize("iri", ["date:2014", "kg:x", "source:a/b"])
def test_an_iri_that_the_context_would_change_is_written_without_it(iri: str) -> None:
    quads = {_quad(iri, KG + "text", ox.Literal("가")), _quad("urn:a", KG + "date", VALUES[0])}
    text = _text(quads)
    assert '"@context"' not in text
    assert _read(text) == quads
