"""The shapes over some quads: those of the ontology's file, and those that its types make."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model.document import Document
from kg.ontology.type_shapes import type_shapes
from kg.pipeline.ontology import Ontology
from kg.rdf.changed import Quads

if TYPE_CHECKING:
    from kg.gate.shapes import Verdicts


def judge(
    data: Quads | Iterable[ox.Quad],
    ontology: Ontology,
    changed: Iterable[ox.Quad] | None = None,
    documents: Mapping[str, Document] | None = None,
) -> "Verdicts":
    """What the shapes find: in all of the data, or in what these changed quads can affect."""
    from kg.gate.shapes import verdicts  # noqa: PLC0415  (rdflib: 0.1 s when nothing changed)

    return verdicts(
        data,
        ontology.shapes,
        ontology.quads,
        changed=changed,
        more_shapes=_shapes(type_shapes(ontology.schema)),
        documents=documents,
    )


@cache
def _shapes(turtle: str) -> tuple[ox.Quad, ...]:
    return tuple(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def reaches(ontology: Ontology) -> dict[str, bool]:
    """Each shape by its IRI: whether a change has only few nodes judged again by it."""
    from kg.gate.shapes import reaches as bounded  # noqa: PLC0415

    return bounded(ontology.shapes, ontology.quads, _shapes(type_shapes(ontology.schema)))
