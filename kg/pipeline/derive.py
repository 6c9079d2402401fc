"""All facts from all sources: a function of the sets of sources and decisions."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.claim import Claim
from kg.model.decision import UNDECIDED, Decisions
from kg.model.schema import Schema
from kg.rdf.facts import facts_quads
from kg.resolve import resolve


@dataclass(frozen=True, slots=True)
class Content:
    """What a source brings into the graph: its claims, and quads that are kept as they are."""

    claims: frozenset[Claim]
    kept: frozenset[ox.Quad]


def derive(
    contents: Iterable[Content],
    ontology: Iterable[ox.Quad],
    schema: Schema,
    base: str,
    decisions: Decisions = UNDECIDED,
) -> set[ox.Quad]:
    """All quads of the graph that rests on these sources and decisions, in whatever order they
    come.

    No triple stands in two graphs: the default graph comes before a source's, and of two sources
    that keep one triple the one whose IRI comes first has it.
    """
    listed = list(contents)
    claims = frozenset(claim for content in listed for claim in content.claims)
    held = set(ontology) | facts_quads(resolve(claims, schema, base, decisions), schema, base)
    kept = {quad for content in listed for quad in content.kept}
    triples = {quad.triple for quad in held}
    for quad in sorted(kept - held, key=lambda quad: str(quad.graph_name)):
        if quad.triple not in triples:
            triples.add(quad.triple)
            held.add(quad)
    return held
