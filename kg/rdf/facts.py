"""Facts as quads: what we hold in the default graph, what a place says in its document's."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.model.claim import Details
from kg.model.dates import PartialDate
from kg.model.fact import Conflict, Entity, Event, Facts, Name, Relation
from kg.model.schema import Schema
from kg.rdf import iris
from kg.rdf.claims import claim_quads
from kg.rdf.decisions import decision_quads, rejected_quads
from kg.rdf.labels import event_label
from kg.rdf.terms import ALT_LABEL, LABEL, TYPE, Links, day, kg, text

DEFAULT = ox.DefaultGraph()


def facts_quads(facts: Facts, schema: Schema, base: str) -> set[ox.Quad]:
    """The quads of `docs/graph.md` for these facts.

    Entities, names, events, relations, conflicts, decisions and every date that they or the claims
    name lie in the default graph; a claim and its span lie in the graph of its document. Raises
    KeyError where a kind or an event's type is not of the schema.
    """
    links = Links(base)
    entities = {entity.iri: entity for entity in facts.entities}
    found: set[ox.Quad] = set()
    for entity in facts.entities:
        found.update(_entity(entity, schema, links))
    for event in facts.events:
        found.update(_event(event, entities, schema, links))
    for relation in facts.relations:
        found.update(_relation(relation, links))
    for conflict in facts.conflicts:
        found.update(_conflict(conflict))
    for claim in facts.claims:
        found.update(claim_quads(claim, links))
    claims = {one.iri: one.claim for one in facts.claims}
    claims |= {one.iri: one.claim for one in facts.rejected}
    for rejected in facts.rejected:
        found.update(rejected_quads(rejected))
    for decision in facts.decisions:
        found.update(decision_quads(decision, claims))
    for date in links.dates:
        found.update(date_quads(date, base))
    return found


def date_quads(date: PartialDate, base: str) -> Iterator[ox.Quad]:
    """What is said of a date at its shared IRI."""
    node = ox.NamedNode(iris.date(base, date.edtf))
    yield ox.Quad(node, TYPE, kg("Date"), DEFAULT)
    yield ox.Quad(node, kg("edtf"), text(date.edtf), DEFAULT)
    yield ox.Quad(node, kg("earliest"), day(date.earliest), DEFAULT)
    yield ox.Quad(node, kg("latest"), day(date.latest), DEFAULT)


def _entity(entity: Entity, schema: Schema, links: Links) -> Iterator[ox.Quad]:
    node = ox.NamedNode(entity.iri)
    for class_ in (entity.kind, *schema.classes[entity.kind].superclasses):
        yield ox.Quad(node, TYPE, kg(class_), DEFAULT)
    yield ox.Quad(node, LABEL, text(entity.label), DEFAULT)
    for other in {name.text for name in entity.names} - {entity.label}:
        yield ox.Quad(node, ALT_LABEL, text(other), DEFAULT)
    for name in entity.names:
        yield from _name(name, links)


def _name(name: Name, links: Links) -> Iterator[ox.Quad]:
    node = ox.NamedNode(name.iri)
    yield ox.Quad(node, TYPE, kg("Name"), DEFAULT)
    yield ox.Quad(node, kg("nameOf"), ox.NamedNode(name.of), DEFAULT)
    yield ox.Quad(node, kg("text"), text(name.text), DEFAULT)
    yield ox.Quad(node, kg("nameKind"), text(name.kind), DEFAULT)
    for predicate, object_ in links.details(Details(since=name.since, until=name.until)):
        yield ox.Quad(node, predicate, object_, DEFAULT)
    for span in name.evidence:
        yield ox.Quad(node, kg("evidence"), ox.NamedNode(span), DEFAULT)


def _event(
    event: Event, entities: dict[str, Entity], schema: Schema, links: Links
) -> Iterator[ox.Quad]:
    node = ox.NamedNode(event.iri)
    for class_ in (event.type, *schema.classes[event.type].superclasses):
        yield ox.Quad(node, TYPE, kg(class_), DEFAULT)
    yield ox.Quad(node, LABEL, text(event_label(event, entities, schema)), DEFAULT)
    yield ox.Quad(node, kg("status"), text(event.status), DEFAULT)
    if event.date:
        yield ox.Quad(node, kg("date"), links.date(event.date), DEFAULT)
    for predicate, object_ in (
        *links.fillers(event.roles, event.texts),
        *links.details(event.details),
    ):
        yield ox.Quad(node, predicate, object_, DEFAULT)
    yield from _evidence(node, event.evidence)


def _relation(relation: Relation, links: Links) -> Iterator[ox.Quad]:
    node, subject = ox.NamedNode(relation.iri), ox.NamedNode(relation.subject)
    predicate, object_ = kg(relation.relation), ox.NamedNode(relation.object)
    yield ox.Quad(node, TYPE, kg("Relation"), DEFAULT)
    yield ox.Quad(node, kg("predicate"), predicate, DEFAULT)
    yield ox.Quad(node, kg("subject"), subject, DEFAULT)
    yield ox.Quad(node, kg("object"), object_, DEFAULT)
    yield ox.Quad(node, kg("status"), text(relation.status), DEFAULT)
    for said, value in links.details(relation.details):
        yield ox.Quad(node, said, value, DEFAULT)
    yield from _evidence(node, relation.evidence)
    if relation.details.until is None:
        yield ox.Quad(subject, predicate, object_, DEFAULT)


def _conflict(conflict: Conflict) -> Iterator[ox.Quad]:
    node = ox.NamedNode(conflict.iri)
    yield ox.Quad(node, TYPE, kg("Conflict"), DEFAULT)
    yield ox.Quad(node, kg("about"), ox.NamedNode(conflict.about), DEFAULT)
    yield ox.Quad(node, kg("property"), text(conflict.property), DEFAULT)
    yield ox.Quad(node, kg("because"), text(conflict.because), DEFAULT)
    for claim in conflict.between:
        yield ox.Quad(node, kg("between"), ox.NamedNode(claim), DEFAULT)
    for decision in conflict.decided:
        yield ox.Quad(node, kg("decidedBy"), ox.NamedNode(decision), DEFAULT)


def _evidence(node: ox.NamedNode, spans: Iterable[str]) -> Iterator[ox.Quad]:
    """All spans, and which of them is the best: the first."""
    for rank, span in enumerate(spans):
        yield ox.Quad(node, kg("evidence"), ox.NamedNode(span), DEFAULT)
        if rank == 0:
            yield ox.Quad(node, kg("bestEvidence"), ox.NamedNode(span), DEFAULT)
