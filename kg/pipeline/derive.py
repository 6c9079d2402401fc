"""All facts from all sources: a function of the sets of sources and decisions."""

from collections import defaultdict
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


@dataclass(frozen=True, slots=True)
class Derived:
    """The quads of a graph: those `held` for following from claims or the ontology, and those
    `put` there as a source keeps them. No triple stands in two graphs."""

    held: frozenset[ox.Quad]
    put: frozenset[ox.Quad]

    @property
    def quads(self) -> frozenset[ox.Quad]:
        """All of them."""
        return self.held | self.put


def derive(
    contents: Iterable[Content],
    ontology: Iterable[ox.Quad],
    schema: Schema,
    base: str,
    decisions: Decisions = UNDECIDED,
) -> Derived:
    """All quads of the graph that rests on these sources and decisions, in whatever order they
    come."""
    listed = list(contents)
    claims = frozenset(claim for content in listed for claim in content.claims)
    held = set(ontology) | facts_quads(resolve(claims, schema, base, decisions), schema, base)
    kept = {quad for content in listed for quad in content.kept}
    triples = {quad.triple for quad in held}
    by_triple: defaultdict[ox.Triple, list[ox.Quad]] = defaultdict(list)
    for quad in kept:
        if quad.triple not in triples:
            by_triple[quad.triple].append(quad)
    return Derived(frozenset(held), frozenset(map(first_kept, by_triple.values())))


def first_kept(same: Iterable[ox.Quad]) -> ox.Quad:
    """Which of the kept quads of one triple the graph has: the default graph comes before a
    source's, and of two sources the one whose IRI comes first has it."""
    return min(same, key=lambda q: (q.graph_name != ox.DefaultGraph(), str(q.graph_name)))
