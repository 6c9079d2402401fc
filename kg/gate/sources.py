"""RDF files as sources: their facts become claims, their other triples are kept."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.gate.described import TYPE, Described, local
from kg.gate.judgement import Fault, entity_kinds
from kg.gate.kept import kept_quads, place_of, span_faults
from kg.gate.ledger import Ledger
from kg.gate.nodes import NodeReader
from kg.gate.source_lines import SourceLines
from kg.gate.terms import KnownTerms
from kg.gate.things import Things
from kg.gate.triples import TripleReader, relations_stated
from kg.gate.values import Placed
from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.finding import Finding
from kg.model.schema import Schema
from kg.rdf.documents import document_quads
from kg.rdf.parse import decode, parse_rdf
from kg.rdf.vocabulary import KG

_DATE_PROPERTIES = ("edtf", "earliest", "latest")


@dataclass(frozen=True, slots=True)
class RdfSource:
    """What an RDF file gives: claims in the file's order, and triples for the graphs they lie in.

    A fact with a violation gives no claim; `checked` counts the facts of the file, `refused`
    the nodes and triples with a violation.
    """

    claims: tuple[Claim, ...]
    kept: tuple[ox.Quad, ...]
    findings: tuple[Finding, ...]
    checked: int
    refused: int


def read_facts(
    data: bytes,
    name: str,
    source_iri: str,
    schema: Schema,
    base: str,
    *,
    suffix: str | None = None,
    ontology: Collection[ox.Quad] = (),
) -> RdfSource:
    """The claims and the other triples of an RDF file whose graph is `source_iri`.

    The format goes by `suffix`, else by the suffix of `name`. Relative IRIs are resolved against
    `base`. Triples of `ontology` and derived ones are the graph's already and are not kept.
    Raises KgError where the file is empty or cannot be parsed.
    """
    suffix = PurePosixPath(name).suffix if suffix is None else suffix
    if not data.strip():
        raise KgError("empty", "is empty", Where(name))
    described = _described(data, suffix, name, source_iri, base, ontology)
    ledger = Ledger(name, SourceLines(decode(data, name)))
    for subject, placed in KnownTerms(schema, ontology).faults(described):
        ledger.refuse(subject, [placed], f"<{subject}>")
    reader = _Reader(described, schema, source_iri, base, ledger)
    for subject in described.subjects():
        reader.read(subject)
    return RdfSource(
        claims=ledger.claims(),
        kept=tuple(
            sorted(
                {
                    *kept_quads(described, source_iri, base),
                    *ledger.spans(),
                    *document_quads(_document(data, name), source_iri),
                },
                key=str,
            )
        ),
        findings=ledger.findings(),
        checked=ledger.checked,
        refused=ledger.refused,
    )


def _document(data: bytes, name: str) -> Document:
    """The file as a source: what is known of it is its name and its bytes."""
    return Document(name, "", hashlib.sha256(data).hexdigest())


def _described(
    data: bytes,
    suffix: str,
    name: str,
    source_iri: str,
    base: str,
    ontology: Collection[ox.Quad],
) -> Described:
    ours = {(quad.subject, quad.predicate, quad.object) for quad in ontology}
    derived = ox.NamedNode(base + "derived")
    return Described(
        (quad, line)
        for quad, line in parse_rdf(data, suffix, name, base, blanks=source_iri)
        if quad.graph_name != derived and (quad.subject, quad.predicate, quad.object) not in ours
    )


class _Reader:
    """Reads one subject of a file after another, each by what it is."""

    def __init__(
        self, described: Described, schema: Schema, source: str, base: str, ledger: Ledger
    ) -> None:
        things = Things(described, schema, base)
        self._described, self._schema = described, schema
        self._things, self._base, self._ledger = things, base, ledger
        self._nodes = NodeReader(described, things, schema, source, base, ledger)
        stated = relations_stated(described)
        self._triples = TripleReader(described, things, schema, source, base, ledger, stated)
        self._entities = frozenset(entity_kinds(schema))

    def read(self, subject: str) -> None:
        """Reads a subject's triples, and takes what its claims say again."""
        types = self._described.types(subject)
        events = [name for name in types if name in self._schema.events]
        if subject.startswith(KG):
            return
        if events:
            self._nodes.event(subject, events)
        elif "Relation" in types:
            self._nodes.relation(subject)
        elif "Name" in types:
            self._nodes.name(subject)
        elif self._entities.intersection(types):
            self._triples.labels(subject)
        elif "Date" in types:
            self._take_date(subject)
        elif place_of(subject, self._described, self._base):
            faults = list(span_faults(subject, self._described))
            self._ledger.refuse(subject, faults, f"<{subject}>")
            return
        else:
            self._no_fact(subject, types)
        self._triples.relations(subject)

    def _take_date(self, subject: str) -> None:
        """Dates are derived again, whatever the file says of them."""
        types = self._described.of(subject, TYPE)
        self._described.mark(one for one in types if local(one.quad.object) == "Date")
        for name in _DATE_PROPERTIES:
            self._described.take(subject, KG + name)

    def _no_fact(self, subject: str, types: list[str]) -> None:
        """A node that looks like an event and is of no type would be lost."""
        line = self._described.line(subject)
        if "Event" in types:
            given = {"given": "Event", "near": ", ".join(sorted(self._schema.events))}
            placed = [Placed(Fault("unknown-type-of", "type", given), line)]
            self._ledger.refuse(subject, placed, self._things.name(subject))
        if types:
            return
        roles = {role.name for event in self._schema.events.values() for role in event.roles}
        for stated in self._described.all_of(subject):
            name = local(stated.quad.predicate)
            if name in roles:
                placed = [Placed(Fault("untyped", name, {"given": name}), stated.line)]
                self._ledger.refuse(subject, placed, f"<{subject}>")
                return
