"""A graph read back from an exported file, whichever format it was written in."""

import pyoxigraph as ox

from kg.model.schema import Schema
from kg.rdf.terms import TYPE, kg
from kg.rdf.vocabulary import KG

_DEFAULT = ox.DefaultGraph()
_FACTS = ("Entity", "Event", "Relation")
_OF_SOURCES = ("Document", "Span", "Claim", "RejectedClaim")


def restore(store: ox.Store, schema: Schema) -> None:
    """Puts back what formats of triples cannot say, and readers without our ontology may omit.

    What a document states goes from the default graph into its own; a thing of a class is of all
    its superclasses.
    """
    for local in _OF_SOURCES:
        for typed in list(store.quads_for_pattern(None, TYPE, kg(local), _DEFAULT)):
            if not isinstance(typed.subject, ox.NamedNode):
                continue
            graph = ox.NamedNode(typed.subject.value.partition("#")[0])
            for quad in list(store.quads_for_pattern(typed.subject, None, None, _DEFAULT)):
                store.remove(quad)
                store.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    for local, class_ in schema.classes.items():
        for typed in list(store.quads_for_pattern(None, TYPE, kg(local), _DEFAULT)):
            for above in class_.superclasses:
                store.add(ox.Quad(typed.subject, TYPE, ox.NamedNode(KG + above), _DEFAULT))


def has_facts(store: ox.Store) -> bool:
    """Whether a graph says anything of entities, events or relations in our terms."""
    return any(
        next(store.quads_for_pattern(None, TYPE, kg(local), _DEFAULT), None) for local in _FACTS
    )
