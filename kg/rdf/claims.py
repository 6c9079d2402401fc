"""Claims and the spans that they rest on, as quads of their document's graph."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.model.claim import NAME
from kg.model.document import Span
from kg.model.fact import ResolvedClaim
from kg.rdf import iris
from kg.rdf.terms import TYPE, Links, kg, text


def claim_quads(resolved: ResolvedClaim, links: Links) -> Iterator[ox.Quad]:
    """A claim with what its place states, and the span of text that it has. It is of no event's
    class. A claim of an RDF source has no span of its own: what it cites, the source describes.
    """
    claim = resolved.claim
    node, graph = ox.NamedNode(resolved.iri), ox.NamedNode(claim.source)
    yield ox.Quad(node, TYPE, kg("Claim"), graph)
    yield ox.Quad(node, kg("about"), ox.NamedNode(resolved.about), graph)
    yield ox.Quad(node, kg("claimedType"), kg(claim.type), graph)
    yield ox.Quad(node, kg("status"), text(claim.status), graph)
    yield ox.Quad(node, kg("extractedBy"), text(claim.extracted_by), graph)
    if claim.relation:
        yield ox.Quad(node, kg("predicate"), kg(claim.relation), graph)
    if claim.date:
        yield ox.Quad(node, kg("date"), links.date(claim.date), graph)
    kind = "nameKind" if claim.type == NAME else "incidentKind"
    for predicate, object_ in (
        *links.fillers(resolved.roles, resolved.texts),
        *links.details(claim.details, kind),
    ):
        yield ox.Quad(node, predicate, object_, graph)
    for span in resolved.evidence:
        yield ox.Quad(node, kg("evidence"), ox.NamedNode(span), graph)
    if claim.span is not None:
        yield from span_quads(claim.source, claim.span)


def span_quads(document: str, span: Span) -> Iterator[ox.Quad]:
    """A stretch of the text of the document whose IRI is given."""
    node = ox.NamedNode(iris.span(document, span.start, span.end))
    graph = ox.NamedNode(document)
    yield ox.Quad(node, TYPE, kg("Span"), graph)
    yield ox.Quad(node, kg("inDocument"), graph, graph)
    yield ox.Quad(node, kg("quote"), text(span.quote), graph)
    yield ox.Quad(node, kg("start"), ox.Literal(span.start), graph)
    yield ox.Quad(node, kg("end"), ox.Literal(span.end), graph)


def line_quads(source: str, number: int, quote: str) -> Iterator[ox.Quad]:
    """A line of a source, counted from 1: the evidence of a claim whose source cites no span."""
    node, graph = ox.NamedNode(iris.line(source, number)), ox.NamedNode(source)
    yield ox.Quad(node, TYPE, kg("Span"), graph)
    yield ox.Quad(node, kg("inDocument"), graph, graph)
    yield ox.Quad(node, kg("line"), ox.Literal(number), graph)
    yield ox.Quad(node, kg("quote"), text(quote), graph)
