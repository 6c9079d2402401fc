"""Graphs that CONSTRUCT and DESCRIBE give: each triple once, sorted."""

from collections.abc import Iterable, Mapping
from typing import IO

import pyoxigraph as ox

from kg.query.run import Result
from kg.rdf.serialize import serialize


def turtle(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF 1.1 Turtle; of the prefixes those that are used."""
    quads = _quads(result)
    serialize(quads, "turtle", output, _used(quads, prefixes))


def trig(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF 1.1 TriG, all in the default graph."""
    quads = _quads(result)
    serialize(quads, "trig", output, _used(quads, prefixes))


def ntriples(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF 1.1 N-Triples."""
    serialize(_quads(result), "nt", output, {})


def nquads(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF 1.1 N-Quads, all in the default graph."""
    serialize(_quads(result), "nq", output, {})


def jsonld(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """JSON-LD 1.1."""
    serialize(_quads(result), "jsonld", output, {})


def rdfxml(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF 1.1 XML Syntax. Raises KgError where a property has no name in XML."""
    quads = _quads(result)
    serialize(quads, "rdfxml", output, _used(quads, prefixes))


def _quads(result: Result) -> set[ox.Quad]:
    """Blank nodes get their labels of RDFC-1.0: the engine's own differ from run to run."""
    if isinstance(result, ox.QuerySolutions | ox.QueryBoolean):
        raise TypeError("rows are no graph")
    quads = {ox.Quad(t.subject, t.predicate, t.object) for t in result}
    if all(isinstance(q.subject, ox.NamedNode) and _has_no_blank(q.object) for q in quads):
        return quads
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def _has_no_blank(term: object) -> bool:
    return isinstance(term, ox.NamedNode | ox.Literal)


def _used(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> dict[str, str]:
    open_ = {prefix: space for prefix, space in prefixes.items() if prefix}
    found: set[str] = set()
    for quad in quads:
        text = str(quad)
        found.update(prefix for prefix in open_.keys() - found if open_[prefix] in text)
    return {prefix: space for prefix, space in open_.items() if prefix in found}
