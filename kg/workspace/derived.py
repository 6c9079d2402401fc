"""What rules derive of an entity, with the rules."""

import pyoxigraph as ox

from kg.export.reading import Reading
from kg.export.why.account import Derived, Deriving
from kg.rdf.vocabulary import KG
from kg.reason.because import rules_of
from kg.workspace.workspace import Workspace


def deriving(workspace: Workspace, store: ox.Store, reading: Reading) -> Deriving:
    """What is derived of each entity of the graph, by property, subject and object."""
    graph = ox.NamedNode(f"{workspace.base}derived")

    def derived(iri: str) -> tuple[Derived, ...]:
        node = ox.NamedNode(iri)
        quads = [
            *store.quads_for_pattern(node, None, None, graph),
            *store.quads_for_pattern(None, None, node, graph),
        ]
        found = rules_of({quad.triple for quad in quads}, store, workspace.ontology)
        made = (
            Derived(
                property=triple.predicate.value.removeprefix(KG),
                subject=_named(triple.subject, reading),
                object=_named(triple.object, reading),
                rules=tuple((header.title, header.description) for header in headers),
            )
            for triple, headers in found.items()
        )
        return tuple(sorted(made, key=lambda one: (one.property, one.subject, one.object)))

    return derived


def _named(term: object, reading: Reading) -> tuple[str, str]:
    value = term.value if isinstance(term, ox.NamedNode) else str(term)
    return value, reading.label(value) if isinstance(term, ox.NamedNode) else value
