"""What kg judges, as rdflib's graphs and as files that the `pyshacl` command reads."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.gate.shapes import shape_quads
from kg.ontology.type_shapes import type_shapes
from kg.pipeline.ontology import Ontology

if TYPE_CHECKING:
    import rdflib


def shapes_of(ontology: Ontology) -> list[ox.Quad]:
    """All shapes: those of the file, and those that types and roles make."""
    made = ox.parse(type_shapes(ontology.schema), format=ox.RdfFormat.TURTLE)
    return [*shape_quads(ontology.shapes), *made]


def plain_graphs(
    data: Iterable[ox.Quad], ontology: Ontology
) -> "tuple[rdflib.Graph, rdflib.Graph]":
    """The data and the shapes as rdflib reads them."""
    import rdflib  # noqa: PLC0415  (only where pySHACL is measured)

    first, second = (
        rdflib.Graph().parse(data=_text(q), format="nt") for q in (data, shapes_of(ontology))
    )
    return first, second


def write(quads: Iterable[ox.Quad], path: Path) -> None:
    """The triples as N-Triples."""
    path.write_bytes(_text(quads))


def _text(quads: Iterable[ox.Quad]) -> bytes:
    written = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    return written
