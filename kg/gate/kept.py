"""Triples of an RDF file that no claim says again, and the graphs they lie in."""

from collections.abc import Iterator
from urllib.parse import unquote

import pyoxigraph as ox

from kg.gate.described import TYPE, Described, Stated, local
from kg.gate.judgement import Fault
from kg.gate.values import Placed
from kg.model.dates import PartialDate
from kg.rdf.facts import date_quads
from kg.rdf.vocabulary import DCTERMS, KG

_OWN_METADATA = frozenset({TYPE, KG + "sha256", DCTERMS + "identifier"})
"""What loading a source says of it, whatever the file says of itself."""

_OF_NO_SOURCE = frozenset({"Conflict", "Decision"})
"""What is held beside the facts and is no claim of a source."""


def place_of(subject: str, described: Described, base: str) -> str:
    """The document whose graph holds what is said of a document, a span or a claim; "" for none."""
    head = subject.partition("#")[0]
    if head.startswith(f"{base}document/") or "Document" in described.types(head):
        return head
    if {"Span", "Claim", "RejectedClaim"}.intersection(described.types(subject)):
        inside = described.of(subject, KG + "inDocument")
        return inside[0].value.value if inside else head
    return ""


def span_faults(subject: str, described: Described) -> Iterator[Placed]:
    """A quote has as many code points as the place that it stands in."""
    quotes, starts, ends = (described.of(subject, KG + key) for key in ("quote", "start", "end"))
    if not (quotes and starts and ends):
        return
    try:
        length = int(ends[0].value.value) - int(starts[0].value.value)
    except ValueError:
        return
    count = len(quotes[0].value.value)
    if length != count:
        given = {"count": str(count), "length": str(length)}
        yield Placed(Fault("span-length", "quote", given), quotes[0].line)


def kept_quads(described: Described, source: str, base: str) -> set[ox.Quad]:
    """What nobody took: documents, spans and claims in their document's graph, conflicts,
    decisions and dates among the facts, all else in the source's graph. An ontology's terms are not
    the file's."""
    found = set()
    for stated in described.rest():
        subject, predicate = stated.quad.subject, stated.quad.predicate
        if not isinstance(subject, ox.NamedNode) or local(subject) or _own(stated, source):
            continue
        place = place_of(subject.value, described, base)
        ours = _OF_NO_SOURCE.intersection(described.types(subject.value))
        graph = ox.DefaultGraph() if ours else ox.NamedNode(place or source)
        found.add(ox.Quad(subject, predicate, stated.quad.object, graph))
    return found.union(*(_date(subject, described, base) for subject in described.subjects()))


def _date(subject: str, described: Described, base: str) -> set[ox.Quad]:
    """A date as it is derived: claims that an export leaves out may be all that points at it."""
    folder = f"{base}date/"
    if "Date" not in described.types(subject) or not subject.startswith(folder):
        return set()
    try:
        return set(date_quads(PartialDate(unquote(subject.removeprefix(folder))), base))
    except ValueError:
        return set()


def _own(stated: Stated, source: str) -> bool:
    quad = stated.quad
    return quad.subject == ox.NamedNode(source) and quad.predicate.value in _OWN_METADATA
