"""What docs/graph.md promises of every graph, held over the graph of a real document.

After loading the document, after loading its export, after other sources came, and after they left.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from loaded import DOCUMENT, OTHERS, Place, copy

from kg.model.dates import PartialDate
from kg.model.schema import Schema
from kg.ontology.schema import load_schema
from kg.ontology.shipped import shipped
from kg.rdf import iris
from kg.rdf.terms import ALT_LABEL, LABEL, TYPE, kg
from kg.rdf.vocabulary import DEFAULT_BASE as BASE
from kg.rdf.vocabulary import KG, OWL

DEFAULT = ox.DefaultGraph()
DATES = ("date", "announced", "from", "until", "restored")
EVIDENCE = ("evidence", "bestEvidence")
KINDS = ("Event", "Entity", "Name", "Relation", "Conflict", "Date", "Claim", "Span", "Document")

Graphs = dict[str, Place]


@pytest.fixture(scope="session")
def graphs(kakao: Place, full: Place, tmp_path_factory: pytest.TempPathFactory) -> Graphs:
    """The same promises hold of each of them."""
    folder = tmp_path_factory.mktemp("graphs")
    return {
        "document": kakao,
        "export": _exported(kakao, folder / "export"),
        "several": full,
        "export of several": _exported(full, folder / "several"),
        "retracted": _retracted(full, folder / "retracted"),
    }


def _exported(place: Place, root: Path) -> Place:
    root.mkdir()
    (root / "kg.toml").write_text("", encoding="utf-8")
    (root / "export.ttl").write_bytes(place.export())
    other = Place(root)
    other.load("export.ttl")
    return other


def _retracted(full: Place, root: Path) -> Place:
    place = copy(full, root)
    for name in (f"data/documents/{OTHERS[0]}.txt", "facts.ttl"):
        place.retract(name)
    return place


STATES = ("document", "export", "several", "export of several", "retracted")


@pytest.fixture(params=STATES)
def store(request: pytest.FixtureRequest, graphs: Graphs) -> ox.Store:
    """One of the graphs."""
    return graphs[request.param].store()


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The ontology that all of them are of."""
    return load_schema(shipped("ontology"))


def nodes(store: ox.Store, local: str) -> list[ox.NamedNode]:
    """The instances of a class of kg:."""
    found = {q.subject for q in store.quads_for_pattern(None, TYPE, kg(local), None)}
    assert all(isinstance(node, ox.NamedNode) for node in found)
    return sorted(found, key=str)


def objects(store: ox.Store, node: ox.NamedNode, predicate: ox.NamedNode) -> list[str]:
    """The values of a property, in whichever graph."""
    quads = store.quads_for_pattern(node, predicate, None, None)
    return sorted(quad.object.value for quad in quads if not isinstance(quad.object, ox.Triple))


def one(store: ox.Store, node: ox.NamedNode, local: str) -> str:
    """The one value of a property of kg:."""
    found = objects(store, node, kg(local))
    assert len(found) == 1, (node, local, found)
    return found[0]


def classes(store: ox.Store, node: ox.NamedNode) -> set[str]:
    """The local names of a node's classes."""
    return {iri.removeprefix(KG) for iri in objects(store, node, TYPE)}


def test_there_is_something_of_every_kind(store: ox.Store) -> None:
    assert {kind for kind in KINDS if not nodes(store, kind)} == set()


def test_no_blank_node_and_no_triple_as_a_term(store: ox.Store) -> None:
    terms = {type(term) for quad in store for term in (quad.subject, quad.object)}
    assert terms == {ox.NamedNode, ox.Literal}
    assert {type(quad.graph_name) for quad in store} == {ox.NamedNode, ox.DefaultGraph}


def test_no_triple_in_two_graphs(store: ox.Store) -> None:
    counts = Counter(quad.triple for quad in store)
    assert [triple for triple, count in counts.items() if count > 1] == []


def test_what_a_graph_holds_goes_by_its_subject(store: ox.Store) -> None:
    """A document, its claims and its spans lie in its graph; what is held, in the default one."""
    for quad in store:
        subject, graph = str(quad.subject.value), quad.graph_name
        if subject.startswith(f"{BASE}document/"):
            assert graph == ox.NamedNode(subject.partition("#")[0]), quad
    for kind in ("Event", "Entity", "Name", "Relation", "Conflict", "Date"):
        for node in nodes(store, kind):
            graphs = {q.graph_name for q in store.quads_for_pattern(node, TYPE, None, None)}
            assert graphs == {DEFAULT}, node


def test_a_claim_is_of_no_event_class(store: ox.Store, schema: Schema) -> None:
    known = {"Relation", "Name", *schema.events}
    for claim in nodes(store, "Claim"):
        assert classes(store, claim) == {"Claim"}
        assert one(store, claim, "claimedType").removeprefix(KG) in known
        assert one(store, claim, "extractedBy")
        assert objects(store, claim, kg("evidence"))


def test_a_claim_is_about_something_held(store: ox.Store) -> None:
    held = {q.subject.value for q in store.quads_for_pattern(None, TYPE, None, DEFAULT)}
    told = {one(store, claim, "about") for claim in nodes(store, "Claim")}
    assert told - held == set()
    for kind in ("Event", "Relation"):
        assert {node.value for node in nodes(store, kind)} - told == set(), "no fact without claim"


def test_an_event_has_its_type_and_all_superclasses(store: ox.Store, schema: Schema) -> None:
    for event in nodes(store, "Event"):
        types = classes(store, event)
        own = types.intersection(schema.events)
        assert len(own) == 1, (event, types)
        assert types == {*own, *schema.classes[own.pop()].superclasses}
        assert len(objects(store, event, LABEL)) == 1
        assert one(store, event, "status") in {"asserted", "announced", "planned", "reported"}


def test_an_entity_has_one_kind_and_all_its_superclasses(store: ox.Store, schema: Schema) -> None:
    for entity in nodes(store, "Entity"):
        types = classes(store, entity)
        kind = max(types, key=lambda name: len(schema.classes[name].superclasses))
        assert types == {kind, *schema.classes[kind].superclasses}
        assert len(objects(store, entity, LABEL)) == 1


def test_the_labels_of_an_entity_are_the_texts_of_its_names(store: ox.Store) -> None:
    borne = defaultdict(set)
    for name in nodes(store, "Name"):
        borne[one(store, name, "nameOf")].add(one(store, name, "text"))
        assert one(store, name, "nameKind") in {"legal", "brand", "former", "alternate"}
        assert objects(store, name, kg("evidence"))
    for entity in nodes(store, "Entity"):
        labels = objects(store, entity, LABEL) + objects(store, entity, ALT_LABEL)
        assert len(labels) == len(set(labels))
        assert set(labels) == borne[entity.value], entity


def test_dates_are_shared_and_say_what_they_are(store: ox.Store) -> None:
    dates = {date.value for date in nodes(store, "Date")}
    for name in DATES:
        for quad in store.quads_for_pattern(None, kg(name), None, None):
            if isinstance(quad.subject, ox.NamedNode) and not quad.subject.value.startswith(KG):
                assert isinstance(quad.object, ox.NamedNode), quad
                assert quad.object.value in dates, quad
    for date in nodes(store, "Date"):
        parsed = PartialDate(one(store, date, "edtf"))
        assert date.value == iris.date(BASE, parsed.edtf)
        assert one(store, date, "earliest") == parsed.earliest.isoformat()
        assert one(store, date, "latest") == parsed.latest.isoformat()


@pytest.mark.parametrize("state", ["document", "several", "retracted"])
def test_no_date_that_nothing_names(state: str, graphs: Graphs) -> None:
    """Beside an export, which keeps the dates that claims alone name, though not these claims."""
    store = graphs[state].store()
    for date in nodes(store, "Date"):
        assert next(store.quads_for_pattern(None, None, date, None), None), date


def test_every_evidence_is_a_span_with_its_quote(store: ox.Store) -> None:
    for name in EVIDENCE:
        for quad in store.quads_for_pattern(None, kg(name), None, None):
            if quad.subject.value.startswith(KG):
                continue
            assert isinstance(quad.object, ox.NamedNode)
            assert "Span" in classes(store, quad.object), quad
            assert one(store, quad.object, "quote").strip()
            document = ox.NamedNode(one(store, quad.object, "inDocument"))
            assert "Document" in classes(store, document), quad


def test_what_is_held_shows_its_best_evidence(store: ox.Store) -> None:
    for node in nodes(store, "Event") + nodes(store, "Relation"):
        evidence = objects(store, node, kg("evidence"))
        assert evidence
        assert one(store, node, "bestEvidence") in evidence


def test_a_quote_is_the_text_at_its_offsets(store: ox.Store, full: Place) -> None:
    sources = full.workspace.store.manifest().sources
    texts = {
        source.iri: (full.root / source.name).read_bytes().decode("utf-8-sig")
        for source in sources
        if source.text
    }
    checked = 0
    for span in nodes(store, "Span"):
        start, end = objects(store, span, kg("start")), objects(store, span, kg("end"))
        if not start:
            assert int(one(store, span, "line")) > 0
            continue
        document, begin, stop = one(store, span, "inDocument"), int(start[0]), int(end[0])
        assert span.value == iris.span(document, begin, stop)
        assert texts[document][begin:stop] == one(store, span, "quote")
        checked += 1
    assert checked


def test_a_relation_has_its_direct_triple_until_it_ends(store: ox.Store, schema: Schema) -> None:
    direct = set()
    for node in nodes(store, "Relation"):
        predicate = one(store, node, "predicate")
        assert predicate.removeprefix(KG) in schema.relations
        said = (one(store, node, "subject"), predicate, one(store, node, "object"))
        if not objects(store, node, kg("until")):
            direct.add(said)
    found = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for name in schema.relations
        for quad in store.quads_for_pattern(None, kg(name), None, DEFAULT)
    }
    assert found == direct


def test_a_conflict_is_between_claims_about_one_thing(store: ox.Store) -> None:
    for conflict in nodes(store, "Conflict"):
        between = [ox.NamedNode(iri) for iri in objects(store, conflict, kg("between"))]
        assert len(between) >= 2
        assert all("Claim" in classes(store, claim) for claim in between)
        assert one(store, conflict, "because")
        assert classes(store, ox.NamedNode(one(store, conflict, "about")))


def test_every_term_of_kg_is_of_the_ontology(store: ox.Store) -> None:
    declared = {
        quad.subject.value
        for quad in store.quads_for_pattern(None, TYPE, None, DEFAULT)
        if str(quad.object.value).startswith(OWL)
    }
    used = {quad.predicate.value for quad in store}
    used |= {str(q.object.value) for q in store.quads_for_pattern(None, TYPE, None, None)}
    assert {iri for iri in used if iri.startswith(KG)} - declared == set()


def test_a_document_says_where_it_is_from(store: ox.Store) -> None:
    for document in nodes(store, "Document"):
        assert len(one(store, document, "sha256")) == 64
        assert objects(store, document, ox.NamedNode("http://purl.org/dc/terms/identifier"))


def test_readings_of_the_graph_merged_and_apart_are_the_same(store: ox.Store) -> None:
    """Rows are right on a server that merges all graphs."""
    merged = ox.Store()
    merged.extend(ox.Quad(q.subject, q.predicate, q.object) for q in store)
    assert len(merged) == len(store)
    for kind in ("Event", "Merger", "Relation", "Entity"):
        assert nodes(merged, kind) == nodes(store, kind)


Change = Callable[[Place], None]


def test_an_export_of_the_export_is_the_export(graphs: Graphs) -> None:
    assert graphs["export"].export() == graphs["document"].export()
    assert graphs["export of several"].export() == graphs["several"].export()


@pytest.mark.parametrize("format_", ["jsonld", "nt", "rdfxml", "trig", "nq"])
def test_any_format_of_the_export_is_the_same_graph(
    format_: str, full: Place, empty: Place
) -> None:
    suffix = {"rdfxml": "rdf"}.get(format_, format_)
    (empty.root / f"export.{suffix}").write_bytes(full.export(format_))
    empty.load(f"export.{suffix}")
    assert empty.export() == full.export()


def test_what_is_retracted_was_never_loaded(graphs: Graphs, empty: Place) -> None:
    empty.load(DOCUMENT, f"data/documents/{OTHERS[1]}.txt")
    for with_claims in (False, True):
        wanted = empty.export("trig", with_claims)
        assert graphs["retracted"].export("trig", with_claims) == wanted
