"""A finding about two facts that do not go together, as a conflict between their claims."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.model.fact import Conflict, Facts
from kg.model.finding import Finding
from kg.model.schema import Schema
from kg.pipeline.claimed import Claimed
from kg.rdf import iris
from kg.rdf.facts import facts_quads

_COMPARED = ("date", "from", "until")
"""What facts that do not go together mostly differ in: the first that both have."""


def contradiction(finding: Finding, claimed: Claimed, base: str) -> Conflict | None:
    """The conflict between the claims about two facts, None where not two claims are behind it.

    `because` is the local name of the shape that found it.
    """
    if not finding.other or finding.other == finding.focus:
        return None
    facts = (finding.focus, finding.other)
    both = (key for key in _COMPARED if all(claimed.has(fact, key) for fact in facts))
    compared = next(both, finding.path or finding.slug)
    between = claimed.stating(claimed.about(*facts), facts, compared)
    if len(between) < 2:
        return None
    place = "/".join((_path(finding.focus, base), finding.slug, _path(finding.other, base)))
    return Conflict(f"{base}conflict/{place}", finding.focus, compared, between, finding.slug)


def contradiction_quads(found: Iterable[Conflict], schema: Schema, base: str) -> frozenset[ox.Quad]:
    """The conflicts as quads of the default graph."""
    return frozenset(facts_quads(Facts((), (), (), tuple(found), ()), schema, base))


def _path(iri: str, base: str) -> str:
    inside = iri.removeprefix(base)
    return iris.slug(iri) if inside == iri or "#" in inside else inside.removeprefix("event/")
