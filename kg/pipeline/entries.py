"""What a source brings, as entries of the concordance: its claims and the quads that it keeps."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.model.claim import Claim
from kg.pipeline import claim_record
from kg.pipeline.derive import Content
from kg.rdf import iris
from kg.resolve.handles import handles
from kg.store.blobs import digest
from kg.store.concordance import Concordance, Entry, entries_quads, marked, source_iri

PUT = " put"
"""The handle of a kept quad that stands in the graph for being kept alone."""


def entries(key: tuple[str, str], content: Content, base: str) -> Iterator[Entry]:
    """The entries of the source of this key (see `kg.store.manifest.Loaded`). `base` is what the
    IRIs of instances begin with."""
    source = source_iri(*key)
    for claim in content.claims:
        yield Entry(claim_record.record(claim), handles(claim, base).union(_shared(claim)), source)
    for quad in content.kept:
        yield Entry(quad_record(quad), frozenset({triple_handle(quad)}), source)


def concordance_quads(
    brought: Iterable[tuple[tuple[str, str], Content]], put: Iterable[ox.Quad], base: str
) -> set[ox.Quad]:
    """The whole concordance of sources, by their keys; `put` are the quads that stand in the graph
    for being kept alone."""
    listed = [entry for key, content in brought for entry in entries(key, content, base)]
    return entries_quads(listed) | {marked(quad_record(quad), PUT) for quad in put}


def is_kept(quad: ox.Quad, concordance: Concordance) -> bool:
    """Whether a source keeps this very quad."""
    return quad_record(quad) in set(concordance.under(triple_handle(quad)))


def quad_record(quad: ox.Quad) -> str:
    """A quad as a line of N-Quads."""
    return f"{quad} ."


def quad_of(record: str) -> ox.Quad:
    """The quad of a record."""
    quad: ox.Quad = next(iter(ox.parse(record, format=ox.RdfFormat.N_QUADS)))
    return quad


def triple_handle(quad: ox.Quad) -> str:
    """The handle of all kept quads that say the same, whichever graph they stand in. No name has
    a handle with a blank."""
    return f"triple {digest(str(quad.triple).encode())}"


def date_handle(edtf: str) -> str:
    """The handle of all claims that state a date."""
    return f"date {edtf}"


def span_handle(iri: str) -> str:
    """The handle of all claims that rest on a span of their own document."""
    return f"span {iri}"


def _shared(claim: Claim) -> Iterator[str]:
    """The handles of what is said of dates and spans, which many claims may share."""
    details = claim.details
    for date in (claim.date, details.restored, details.since, details.until, details.announced):
        if date is not None:
            yield date_handle(date.edtf)
    if claim.span is not None:
        yield span_handle(iris.span(claim.source, claim.span.start, claim.span.end))
