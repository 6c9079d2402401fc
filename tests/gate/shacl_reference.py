"""Plain pySHACL over a whole graph, read by rdflib: what every verdict is held against."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pyoxigraph as ox
import pyshacl
import rdflib
from pyshacl.graph_abstraction import DataGraph
from pyshacl.validator import Validator
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

Row = tuple[str, ...]
"""Focus node, path, value, component, severity and shape of a result, each as N-Triples; a path as
it is built, a blank shape as `_`."""

_FIELDS = (
    SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.resultSeverity,
    SH.sourceShape,
)  # fmt: skip
_PATHS = (
    SH.inversePath, SH.alternativePath, SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath,
)  # fmt: skip


@contextmanager
def literals_as_written() -> Iterator[None]:
    """rdflib rewrites literals as it reads them, such as 01 to 1, unless told not to."""
    normalize, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalize


class Cached(rdflib.Graph):
    """A graph that parses a query once, for parsing takes most of the time."""

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> Result:
        """As rdflib's."""
        return super().query(_prepared(query_object), *args, **kwargs)


@cache
def _prepared(text: str) -> Query:
    return prepareQuery(text)


def graph(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """The triples, by way of N-Triples."""
    written = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    with literals_as_written():
        return Cached().parse(data=written.decode(), format="nt")


def rows(report: rdflib.Graph) -> Counter[Row]:
    """The results of a report."""
    found: Counter[Row] = Counter()
    for result in report.objects(None, SH.result):
        values = [report.value(result, field) for field in _FIELDS]
        path = "" if values[1] is None else path_text(report, values[1])
        spelt = ["" if one is None else one.n3() for one in values]
        shape = "_" if isinstance(values[-1], rdflib.BNode) else spelt[-1]
        found[(spelt[0], path, *spelt[2:-1], shape)] += 1
    return found


def path_text(where: rdflib.Graph, path: rdflib.term.Node) -> str:
    """A property path as it is built."""
    if isinstance(path, rdflib.URIRef):
        return path.n3()
    for form in _PATHS:
        for inner in where.objects(path, form):
            return f"{form.fragment}({path_text(where, inner)})"
    if (path, RDF.first, None) in where:
        return "/".join(path_text(where, item) for item in Collection(where, path))
    return "?"


def whole(data: Iterable[ox.Quad], shapes: Iterable[ox.Quad]) -> Counter[Row]:
    """What pySHACL says of everything."""
    with literals_as_written():
        _, report, text = pyshacl.validate(graph(data), shacl_graph=graph(shapes), inference="none")
    if not isinstance(report, rdflib.Graph):
        raise ValueError(text)
    return rows(report)


def apart(
    data: Iterable[ox.Quad], shapes: Iterable[ox.Quad]
) -> dict[tuple[str, str], Counter[Row]]:
    """What pySHACL says of each target of each shape, by shape and node."""
    validator = Validator(
        DataGraph.from_rdflib_graph(graph(data)), shacl_graph=graph(shapes), options={}
    )
    executor = validator.make_executor()
    found = {}
    for shape in validator.shacl_graph.shapes:
        for node in shape.focus_nodes(validator.data_graph):
            conforms, results = shape.validate(executor, validator.data_graph, focus=[node])
            report, _ = validator.create_validation_report(validator.shacl_graph, conforms, results)
            if results:
                found[(shape.node.n3(), node.n3())] = rows(report)
    return found
