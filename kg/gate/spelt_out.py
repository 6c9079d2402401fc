"""What the SHACL Recommendation means and pySHACL does not read, written out in the shapes."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gate.lookup import TYPE, Lookup, Term
from kg.gate.reach import sh
from kg.rdf.vocabulary import OWL, XSD
from kg.sparql.tokens import tokens

_IMPORTS = ox.NamedNode(OWL + "imports")
_ONTOLOGY = ox.NamedNode(OWL + "Ontology")
_QUERIES = frozenset({sh("select"), sh("ask")})
_TRUE = ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean"))

SHAPES_GRAPH = "kg_shapes_graph"
"""The variable that stands for `$shapesGraph`, which pySHACL refuses, in queries of shapes."""


def spelt_out(shapes: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The shapes with prefixes of imported ontologies named (section 5.2.1), with another name for
    `$shapesGraph` (section 5.3.1), and without sh:uniqueLang of another value than `true`, which
    says nothing (section 4.4.5)."""
    quads = list(shapes)
    lookup = Lookup(quads)
    for quad in quads:
        if quad.predicate == sh("uniqueLang") and quad.object != _TRUE:
            continue
        yield _renamed(quad)
        if quad.predicate == sh("prefixes"):
            for imported in _imported(lookup, quad.object):
                yield ox.Quad(quad.subject, sh("prefixes"), imported)
                yield ox.Quad(imported, TYPE, _ONTOLOGY)


def _renamed(quad: ox.Quad) -> ox.Quad:
    """A query with the variable for the shapes graph that pySHACL does not refuse."""
    query = quad.object
    if quad.predicate not in _QUERIES or not isinstance(query, ox.Literal):
        return quad
    if "shapesGraph" not in query.value:
        return quad
    text = query.value
    for token in reversed(tokens(text)):
        if token.variable == "shapesGraph":
            text = f"{text[: token.start]}?{SHAPES_GRAPH}{text[token.end :]}"
    return ox.Quad(quad.subject, quad.predicate, ox.Literal(text))


def _imported(lookup: Lookup, ontology: object) -> set[ox.NamedNode]:
    """The ontologies that one imports, directly or not, and that declare prefixes."""
    found: set[ox.NamedNode] = set()
    waiting: list[Term] = [ontology] if isinstance(ontology, ox.NamedNode) else []
    while waiting:
        for one in lookup.objects(waiting.pop(), _IMPORTS):
            if isinstance(one, ox.NamedNode) and one not in found:
                found.add(one)
                waiting.append(one)
    return {one for one in found if lookup.objects(one, sh("declare"))}
