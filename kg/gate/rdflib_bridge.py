"""Between pyoxigraph's terms and rdflib's: pySHACL reads rdflib graphs.

Importing this module imports rdflib, which costs 0.1 s: only what validates does so.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.plugins.stores.memory import SimpleMemory
from rdflib.query import Result
from rdflib.term import Node

from kg.errors import KgError
from kg.gate.spelt_out import SHAPES_GRAPH
from kg.rdf.vocabulary import XSD
from kg.sparql.limits import check_size
from kg.sparql.prologue import prologue
from kg.sparql.tokens import tokens

_STRING = XSD + "string"
_SHAPES = rdflib.URIRef("urn:kg:shapes-graph")


class QueryError(Exception):
    """A query of the shapes is not SPARQL."""


class _OneGraph(SimpleMemory):
    """A store of one graph, which pySHACL only takes if it says that it could hold several.

    rdflib's own for several costs twice as much for each triple that is read.
    """

    context_aware = True
    graph_aware = True
    _length: int | None = None

    def add(self, *args: Any, **kwargs: Any) -> None:
        """As rdflib's."""
        self._length = None
        super().add(*args, **kwargs)

    def __len__(self, context: object = None) -> int:
        """As rdflib's, which counts anew each time: pySHACL asks at every result."""
        if self._length is None:
            self._length = super().__len__()
        return self._length


class PreparedGraph(rdflib.Graph):
    """A graph that parses a query once: pySHACL asks the same one for every focus node.

    A query with the variable SHAPES_GRAPH is asked of the dataset of this graph and of `shapes`,
    by the name that the variable then has.
    """

    shapes: Iterable[ox.Quad] = ()

    def query(
        self,
        query_object: str | Query,
        processor: Any = "sparql",
        result: Any = "sparql",
        initNs: Mapping[str, Any] | None = None,  # noqa: N803
        initBindings: Mapping[str, Any] | None = None,  # noqa: N803
        use_store_provided: bool = True,
        **kwargs: Any,
    ) -> Result:
        """As rdflib's, which parses a text anew each time (20 ms)."""
        rest = (processor, result, initNs)
        if not isinstance(query_object, str):
            return super().query(query_object, *rest, initBindings, use_store_provided, **kwargs)
        prepared = _prepared(query_object)
        if f"?{SHAPES_GRAPH}" not in query_object:
            return super().query(prepared, *rest, initBindings, use_store_provided, **kwargs)
        known = {**(initBindings or {}), SHAPES_GRAPH: _SHAPES}
        return self._with_shapes.query(prepared, *rest, known, use_store_provided, **kwargs)

    @cached_property
    def _with_shapes(self) -> rdflib.Dataset:
        dataset = rdflib.Dataset()
        dataset.default_graph += self
        graph = dataset.graph(_SHAPES)
        for triple in _triples(self.shapes):
            graph.add(triple)
        return dataset


@cache
def _prepared(text: str) -> Query:
    try:
        check_size(text, "")
    except KgError as error:
        raise QueryError(error.message) from None
    read = tokens(text)
    reached = prologue(read)
    named = any(token.is_word("GRAPH") for token in read) and f"?{SHAPES_GRAPH}" not in text
    if reached.graphs or reached.services or named:
        raise QueryError("a query of shapes reads the data alone: no FROM, GRAPH or SERVICE")
    try:
        return prepareQuery(text)
    except Exception as error:  # rdflib raises a bare one for a prefix that is not declared
        raise QueryError(f"a query is not SPARQL: {error}") from None


def data_graph(quads: Iterable[ox.Quad], shapes: Iterable[ox.Quad]) -> rdflib.Graph:
    """The triples of the quads as a graph for pySHACL to judge, whose queries may read the shapes.

    Of a blank node pySHACL asks which graph it stands in, so then rdflib's usual store it is.
    """
    listed = list(quads)
    ends = (end for quad in listed for end in (quad.subject, quad.object))
    has_blanks = any(isinstance(end, ox.BlankNode) for end in ends)
    graph = _filled(PreparedGraph(store="default" if has_blanks else _OneGraph()), listed)
    graph.shapes = shapes
    return graph


def graph_of(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """The triples of the quads as an rdflib graph, literals exactly as they are written."""
    return _filled(PreparedGraph(store=_OneGraph()), quads)


def _filled(graph: PreparedGraph, quads: Iterable[ox.Quad]) -> PreparedGraph:
    for triple in _triples(quads):
        graph.add(triple)
    return graph


def _triples(quads: Iterable[ox.Quad]) -> Iterator[tuple[Node, Node, Node]]:
    known: dict[object, Node] = {}
    for quad in quads:
        terms = (quad.subject, quad.predicate, quad.object)
        for term in terms:
            if term not in known:
                known[term] = term_of(term)
        subject, predicate, object_ = terms
        yield known[subject], known[predicate], known[object_]


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
