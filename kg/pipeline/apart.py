"""Several graphs in one, none of which can touch another: judged in one go, each as if alone.

A validation has costs of its own that do not depend on the data, so a hundred small ones cost far
more than one. The nodes of each graph are given names that no other graph has.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache

import pyoxigraph as ox

from kg.errors import InternalError, Where
from kg.model.finding import Finding
from kg.rdf.vocabulary import KG

_SIGN = "urn:x-kg-apart:"
_SIGNED = re.compile(rf"{_SIGN}(\d+):")


def signed(iri: str, number: int) -> str:
    """The name that a node of the graph of this number has among the others."""
    return f"{_SIGN}{number}:{iri}"


def apart(quads: Iterable[ox.Quad], number: int, base: str, terms: Collection[str]) -> set[ox.Quad]:
    """The quads with the graph's own nodes signed by its number, in the default graph.

    Its own are all subjects, and whatever lies under `base`; `terms`, those of the ontology, mean
    the same in every graph.
    """
    listed = list(quads)
    own = {_node(quad.subject).value for quad in listed}

    @cache
    def name(node: ox.NamedNode) -> ox.NamedNode:
        iri = node.value
        shared = iri in terms or iri.startswith(KG)
        is_own = not shared and (iri in own or iri.startswith(base))
        return ox.NamedNode(signed(iri, number)) if is_own else node

    def object_of(quad: ox.Quad) -> ox.NamedNode | ox.Literal:
        return quad.object if isinstance(quad.object, ox.Literal) else name(_node(quad.object))

    return {ox.Quad(name(_node(q.subject)), q.predicate, object_of(q)) for q in listed}


def _node(term: object) -> ox.NamedNode:
    """The graph has neither blank nodes nor triples as terms."""
    if not isinstance(term, ox.NamedNode):
        raise InternalError("no-iri", f"a node of the graph has no IRI: {term}")
    return term


def number_of(finding: Finding) -> int | None:
    """The number of the graph that a finding is about; None where its focus is nobody's own."""
    match = _SIGNED.match(finding.focus)
    return int(match[1]) if match else None


def unsigned(finding: Finding) -> Finding:
    """The finding with the names that its graph has by itself."""

    def plain(text: str) -> str:
        return _SIGNED.sub("", text)

    def at(place: Where) -> Where:
        return replace(place, name=plain(place.name))

    return replace(
        finding,
        fact=plain(finding.fact),
        where=finding.where and at(finding.where),
        passage=finding.passage and at(finding.passage),
        related=tuple(
            replace(one, text=plain(one.text), where=at(one.where)) for one in finding.related
        ),
        focus=plain(finding.focus),
        value=plain(finding.value),
        other=plain(finding.other),
    )
