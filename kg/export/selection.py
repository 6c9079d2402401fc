"""Which quads an export holds."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.rdf.terms import TYPE, kg

_DEFAULT = ox.DefaultGraph()
_OF_SOURCES = frozenset(kg(name) for name in ("Claim", "RejectedClaim", "Span", "Document"))
_OF_CLAIMS = ("between", "decides", "over")


def everything(store: ox.Store) -> Iterator[ox.Quad]:
    """All that the sources say, all that we hold, and what rules derive."""
    return iter(store)


def facts(store: ox.Store, base: str) -> Iterator[ox.Quad]:
    """What we hold, and of the sources what it points at.

    The default graph; the spans that are its evidence and the metadata of their documents; the
    claims that conflicts and decisions name, with their spans; and what RDF sources say beside
    facts. What rules derive can be derived again. Loading these quads changes no fact.
    """
    yield from store.quads_for_pattern(None, None, None, _DEFAULT)
    claims = {one for name in _OF_CLAIMS for one in _objects(store, None, name, _DEFAULT)}
    spans = _objects(store, None, "evidence", _DEFAULT)
    for claim in claims:
        spans |= _objects(store, claim, "evidence", None)
    documents = set[ox.NamedNode]()
    for span in spans:
        documents |= _objects(store, span, "inDocument", None)
    for node in claims | spans | documents:
        yield from _in_sources(store, node)
    yield from _other_triples(store, base)


def _objects(
    store: ox.Store, subject: ox.NamedNode | None, local: str, graph: ox.DefaultGraph | None
) -> set[ox.NamedNode]:
    """The IRIs under a property of kg:; None stands for any subject, any graph."""
    quads = store.quads_for_pattern(subject, kg(local), None, graph)
    return {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)}


def _in_sources(store: ox.Store, node: ox.NamedNode) -> Iterator[ox.Quad]:
    for quad in store.quads_for_pattern(node, None, None, None):
        if quad.graph_name != _DEFAULT:
            yield quad


def _other_triples(store: ox.Store, base: str) -> Iterator[ox.Quad]:
    """What a source says of things that are neither itself nor a claim or span of a document."""
    derived = ox.NamedNode(f"{base}derived")
    for graph in store.named_graphs():
        if graph == derived:
            continue
        of_sources = {
            quad.subject
            for quad in store.quads_for_pattern(None, TYPE, None, graph)
            if quad.object in _OF_SOURCES
        }
        for quad in store.quads_for_pattern(None, None, None, graph):
            if quad.subject not in of_sources:
                yield quad
