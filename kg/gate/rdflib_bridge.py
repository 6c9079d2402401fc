"""Between pyoxigraph's terms and rdflib's: pySHACL reads rdflib graphs.

Importing this module imports rdflib, which costs 0.1 s: only what validates does so.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from kg.rdf.vocabulary import XSD

_STRING = XSD + "string"


class QueryError(Exception):
    """A query of the shapes is not SPARQL."""


class PreparedGraph(rdflib.Graph):
    """A graph that parses a query once: pySHACL asks the same one for every focus node."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """As rdflib's, which parses a text anew each time (20 ms)."""
        if isinstance(query_object, str):
            query_object = _prepared(query_object)
        return super().query(query_object, *args, **kwargs)


@cache
def _prepared(text: str) -> Query:
    try:
        return prepareQuery(text)
    except Exception as error:  # rdflib raises a bare one for a prefix that is not declared
        raise QueryError(f"a query is not SPARQL: {error}") from None


def graph_of(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """The triples of the quads as an rdflib graph, literals exactly as they are written."""
    graph = PreparedGraph()
    for quad in quads:
        graph.add((term_of(quad.subject), term_of(quad.predicate), term_of(quad.object)))
    return graph


def term_of(term: object) -> rdflib.term.IdentifiedNode | rdflib.Literal:
    """The same term in rdflib. A plain string has no datatype, on both sides of a comparison."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == _STRING:
            return rdflib.Literal(term.value)
        datatype = rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise TypeError(f"no term of RDF 1.1: {term}")


def quads_of(graph: rdflib.Graph) -> list[ox.Quad]:
    """The graph's triples as quads of the default graph, terms as they are."""
    return [
        ox.Quad(_node(subject), ox.NamedNode(str(predicate)), _term(object_))
        for subject, predicate, object_ in graph
    ]


def _node(term: rdflib.term.Node) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(str(term)) if isinstance(term, rdflib.BNode) else ox.NamedNode(str(term))


def _term(term: rdflib.term.Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if not isinstance(term, rdflib.Literal):
        return _node(term)
    if term.language:
        return ox.Literal(str(term), language=term.language)
    if term.datatype:
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
    return ox.Literal(str(term))
