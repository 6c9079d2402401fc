"""The quads that a source keeps as they are, as N-Quads: how the store keeps them between loads."""

import io
from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.serialize import serialize


def write(quads: Iterable[ox.Quad]) -> bytes:
    """The quads sorted, one a line (W3C, RDF 1.1 N-Quads): equal sets are equal bytes."""
    output = io.BytesIO()
    serialize(quads, "nq", output, {})
    return output.getvalue()


def read(data: bytes) -> frozenset[ox.Quad]:
    """The quads that `write` wrote. Raises SyntaxError for bytes that it did not write."""
    return frozenset(ox.parse(data, format=ox.RdfFormat.N_QUADS))
