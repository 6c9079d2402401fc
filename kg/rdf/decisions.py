"""Decisions as quads: what was decided, by whom and why, and the claims that were rejected."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.model.claim import Claim
from kg.model.decision import PREFER, REJECT, SAME, Decision, Naming
from kg.model.fact import AppliedDecision, RejectedClaim
from kg.rdf.claims import span_quads
from kg.rdf.labels import claim_label
from kg.rdf.terms import LABEL, TYPE, day, kg, text
from kg.rdf.vocabulary import DCTERMS

_DEFAULT = ox.DefaultGraph()
_DATE = ox.NamedNode(DCTERMS + "date")


def decision_quads(applied: AppliedDecision, claims: Mapping[str, Claim]) -> Iterator[ox.Quad]:
    """A decision that applies, in the default graph; `claims` are all claims by IRI."""
    made = applied.decision
    node = ox.NamedNode(applied.iri)
    yield ox.Quad(node, TYPE, kg("Decision"), _DEFAULT)
    yield ox.Quad(node, LABEL, text(_label(made, claims)), _DEFAULT)
    yield ox.Quad(node, kg("verdict"), text(made.verdict), _DEFAULT)
    yield ox.Quad(node, kg("by"), text(made.who), _DEFAULT)
    yield ox.Quad(node, kg("because"), text(made.why), _DEFAULT)
    for property_, claim in zip(("decides", "over"), made.claims, strict=False):
        yield ox.Quad(node, kg(property_), ox.NamedNode(claim), _DEFAULT)
    for about in applied.about:
        yield ox.Quad(node, kg("concerns"), ox.NamedNode(about), _DEFAULT)
    if made.on is not None:
        yield ox.Quad(node, _DATE, day(made.on), _DEFAULT)


def rejected_quads(rejected: RejectedClaim) -> Iterator[ox.Quad]:
    """A rejected claim in its document's graph: no kg:Claim and about no fact, but there to be
    found, with what it states as its label, and the place."""
    claim = rejected.claim
    node, graph = ox.NamedNode(rejected.iri), ox.NamedNode(claim.source)
    yield ox.Quad(node, TYPE, kg("RejectedClaim"), graph)
    yield ox.Quad(node, LABEL, text(claim_label(claim)), graph)
    yield ox.Quad(node, kg("extractedBy"), text(claim.extracted_by), graph)
    for span in rejected.evidence:
        yield ox.Quad(node, kg("evidence"), ox.NamedNode(span), graph)
    if claim.span is not None:
        yield from span_quads(claim.source, claim.span)


def _label(made: Decision, claims: Mapping[str, Claim]) -> str:
    """What was decided in a line: `a > b` for a preference, `a = b`, `a ≠ b`."""
    if made.verdict in {REJECT, PREFER}:
        return " > ".join(claim_label(claims[iri]) for iri in made.claims)
    return (" = " if made.verdict == SAME else " ≠ ").join(_thing(thing) for thing in made.things)


def _thing(named: Naming) -> str:
    date = named.date.edtf if named.date else ""
    told = ", ".join(filter(None, [named.kind, named.document, date]))
    return f"{named.name} ({told})"
