"""Graphs that CONSTRUCT and DESCRIBE give: each triple once, sorted."""

from collections.abc import Mapping
from typing import IO

import pyoxigraph as ox

from kg.query.run import Result
from kg.rdf.serialize import serialize


def turtle(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF 1.1 Turtle; of the prefixes those that are used."""
    quads = _quads(result)
    used = {
        prefix: space
        for prefix, space in prefixes.items()
        if prefix and any(space in str(quad) for quad in quads)
    }
    serialize(quads, "turtle", output, used)


def ntriples(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF 1.1 N-Triples."""
    serialize(_quads(result), "nt", output, {})


def _quads(result: Result) -> set[ox.Quad]:
    """Blank nodes get their labels of RDFC-1.0: the engine's own differ from run to run."""
    if isinstance(result, ox.QuerySolutions | ox.QueryBoolean):
        raise TypeError("rows are no graph")
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in result)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)
