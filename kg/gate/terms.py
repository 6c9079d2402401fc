"""The terms of `kg:` that an RDF file may use."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gate.described import TYPE, Described, Stated, local
from kg.gate.judgement import Fault
from kg.gate.nearest import nearest
from kg.gate.values import Placed
from kg.model.schema import Schema
from kg.rdf.vocabulary import KG

_PROPERTIES = frozenset({
    "about", "announced", "because", "bestEvidence", "between", "cause", "claimedType", "date",
    "earliest", "edtf", "end", "evidence", "extractedBy", "from", "inDocument", "incidentKind",
    "latest", "line", "metric", "nameKind", "nameOf", "object", "position", "predicate", "property",
    "quote", "restored", "sha256", "share", "start", "status", "subject", "text", "unit", "until",
    "value",
})  # fmt: skip
"""What the graph itself says of its nodes; an ontology's own properties come on top."""


class KnownTerms:
    """Local names of the classes and properties that the schema and the ontology's terms have."""

    def __init__(self, schema: Schema, ontology: Iterable[ox.Quad]) -> None:
        roles = (role.name for event in schema.events.values() for role in event.roles)
        self.classes = set(schema.classes)
        self.properties = {*_PROPERTIES, *roles, *schema.relations}
        for quad in ontology:
            name = local(quad.subject)
            if name and quad.predicate.value == TYPE and name not in self.classes:
                self.properties.add(name)

    def faults(self, described: Described) -> Iterator[tuple[str, Placed]]:
        """Terms that nobody declares, each once, with the subject of which it is said first."""
        reported: set[str] = set()
        for subject in described.subjects():
            if subject.startswith(KG):
                continue
            for stated in described.all_of(subject):
                for name, known in self._used(stated):
                    if name not in reported:
                        reported.add(name)
                        given = {"given": f"kg:{name}", "near": _near(name, known)}
                        yield subject, Placed(Fault("unknown-term", name, given), stated.line)

    def _used(self, stated: Stated) -> Iterator[tuple[str, set[str]]]:
        """The unknown terms of a triple, each with the terms that could be meant."""
        predicate, value = local(stated.quad.predicate), local(stated.quad.object)
        if predicate and predicate not in self.properties:
            yield predicate, self.properties
        if value and value not in self.classes | self.properties:
            yield value, self.classes if stated.quad.predicate.value == TYPE else self.properties


def _near(name: str, known: set[str]) -> str:
    return ", ".join(f"kg:{one}" for one in nearest(name, known).split(", ")[:5])
