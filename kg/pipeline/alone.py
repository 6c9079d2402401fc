"""What one file makes by itself: its graph with nothing else loaded, and nothing written."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.pipeline.derive import Content, derive
from kg.pipeline.inputs import Input
from kg.pipeline.library import Library
from kg.pipeline.ontology import Ontology
from kg.pipeline.read import Reader


@dataclass(frozen=True, slots=True)
class Alone:
    """The graph, how many facts the file states, and the texts of its documents by IRI."""

    graph: ox.Store
    count: int
    texts: Mapping[str, str]


def alone(one: Input, ontology: Ontology, base: str, library: Library) -> Alone:
    """The file's facts, read and resolved by themselves; no decision bears on them.

    Raises KgError where it cannot be read.
    """
    reading = Reader(ontology, base, library).read(one)
    if reading.error is not None:
        raise reading.error
    contents = [Content(source.claims, source.kept) for source in reading.sources]
    graph = ox.Store()
    graph.extend(derive(contents, ontology.quads, ontology.schema, base).quads)
    documents = {source.iri: source.document.text for source in reading.sources if source.document}
    return Alone(graph, reading.count, documents)
