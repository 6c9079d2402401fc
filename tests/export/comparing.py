"""Small graphs to compare: the small world, with facts changed, added or taken away."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pyoxigraph as ox
import world

from kg.export.compare.change import Change
from kg.export.compare.comparison import Comparison, compare
from kg.export.compare.difference import Difference
from kg.export.compare.side import Side
from kg.export.reading import Reading
from kg.export.why.account import Teller
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event, Facts, Name, Relation
from kg.model.schema import Schema
from kg.ontology.shipped import shipped
from kg.ontology.source import ontology_quads
from kg.rdf.facts import facts_quads

Edit = Callable[[Facts], Facts]


def side(facts: Facts, name: str = "a") -> Side:
    """These facts as one side of a comparison, with the documents of the small world."""
    store = ox.Store()
    schema = _schema()
    store.extend(_said() | facts_quads(facts, schema, world.BASE))
    reading = Reading(store, schema)
    return Side(name, reading, Teller(reading, world.DOCUMENTS.get))


@cache
def _schema() -> Schema:
    return world.schema()


@cache
def _said() -> frozenset[ox.Quad]:
    """What the documents say, and the ontology's words."""
    quads = world.without_ontology()
    said = {quad for quad in quads if quad.graph_name != ox.DefaultGraph()}
    return frozenset(said.union(ontology_quads(shipped("ontology"))))


def compared(before: Facts, after: Facts) -> Comparison:
    """The comparison of two sets of facts."""
    return compare(side(before, "before.ttl"), side(after, "after.ttl"))


def event(of: str, /, **changed: object) -> Edit:
    """Another event in place of that of the IRI."""
    return lambda facts: replace(
        facts,
        events=tuple(
            replace(one, **changed) if one.iri == of else one  # type: ignore[arg-type]
            for one in facts.events
        ),
    )


def without(iri: str) -> Edit:
    """The facts less the entity, event or relation of the IRI."""

    def kept(things: tuple[Entity | Event | Relation, ...]) -> tuple[object, ...]:
        return tuple(one for one in things if one.iri != iri)

    return lambda facts: replace(
        facts,
        entities=kept(facts.entities),  # type: ignore[arg-type]
        events=kept(facts.events),  # type: ignore[arg-type]
        relations=kept(facts.relations),  # type: ignore[arg-type]
    )


def named(of: str, *names: Name) -> Edit:
    """The entity with other names."""
    return lambda facts: replace(
        facts,
        entities=tuple(
            replace(one, names=names, label=names[-1].text) if one.iri == of else one
            for one in facts.entities
        ),
    )


def day(edtf: str) -> PartialDate:
    """A date."""
    return PartialDate(edtf)


def mirrored(one: Difference) -> Difference:
    """The difference as seen from the other side."""
    changes = tuple(Change(c.property, c.after, c.before) for c in one.changes)
    turned = {"before": one.after, "after": one.before, "changes": changes}
    if hasattr(one, "label"):
        turned["label"] = one.label[::-1]
    if "of" in getattr(one, "__dataclass_fields__", {}):
        turned["of"] = one.of[::-1]
    return replace(one, **turned)  # type: ignore[arg-type]
