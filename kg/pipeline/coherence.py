"""The shapes over facts together: what does not go with each other becomes a conflict.

The conflicts are a function of the whole graph, but are sought only where a change can make or end
one. An earlier one stays where no shape that found it has judged its fact again. One that a source
states itself, an export for one, stays as it is stated.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.document import Document
from kg.model.finding import INFO, Finding
from kg.pipeline.claimed import Claimed
from kg.pipeline.contradiction import contradiction, contradiction_quads
from kg.pipeline.difference import Difference
from kg.pipeline.entries import is_kept
from kg.pipeline.held_conflicts import HeldConflicts, Node
from kg.pipeline.judge import judge
from kg.pipeline.ontology import Ontology
from kg.rdf.changed import Changed, Quads
from kg.rdf.terms import TYPE, kg
from kg.store.concordance import Concordance


@dataclass(frozen=True, slots=True)
class Change:
    """The quads that came and went; `whole`: judge all facts. `is_stated`: whether a source
    states, after the change, what a quad of the default graph says."""

    added: Collection[ox.Quad]
    removed: Collection[ox.Quad]
    is_stated: Callable[[ox.Quad], bool]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Coherence:
    """The quads of conflicts that come and go, the findings that the change brought, and whether
    any of these is a conflict that was not there before."""

    added: frozenset[ox.Quad]
    removed: frozenset[ox.Quad]
    findings: tuple[Finding, ...]
    has_new: bool


def coherence(
    graph: Quads,
    change: Change,
    ontology: Ontology,
    base: str,
    documents: Mapping[str, Document] | None = None,
) -> Coherence:
    """What does not go together in the graph after a change that left earlier conflicts in it.

    `documents`, by IRI, lend findings their sentences.
    """
    held = HeldConflicts(graph, change.is_stated)
    if change.whole:
        earlier = held.all()
        verdicts = judge(graph, ontology, None, documents)
    else:
        changed = {*change.added, *change.removed}
        earlier = held.near({node for quad in changed for node in (quad.subject, quad.object)})
        facts = {fact for one in earlier for fact in one.about}
        facts |= {quad.object for quad in changed if quad.predicate == kg("about")}
        changed |= _said_of(facts, graph)
        verdicts = judge(graph, ontology, changed, documents)
        judged = {shape.rstrip(">").rsplit("#", 1)[-1]: n for shape, n in verdicts.judged.items()}
        earlier |= held.judged(judged)
    claimed = Claimed(graph)
    findings = [one for one in verdicts.findings if one.severity != INFO]
    pairs = [(finding, contradiction(finding, claimed, base)) for finding in findings]
    stated = {one.iri for _, one in pairs if one and change.is_stated(_is_conflict(one.iri))}
    known = {one.iri for one in earlier} | (stated - _came(change.added))
    new = [(finding, one) for finding, one in pairs if one is None or one.iri not in known]
    own = (one for _, one in pairs if one and one.iri not in stated)
    found = contradiction_quads(own, ontology.schema, base)
    before = frozenset().union(*(one.quads for one in earlier))
    return Coherence(
        added=found - before,
        removed=before - found,
        findings=tuple(finding for finding, _ in new),
        has_new=any(one is not None for _, one in new),
    )


def coherence_of(
    before: ox.Store,
    made: Difference,
    concordance: Concordance,
    ontology: Ontology,
    base: str,
    documents: Mapping[str, Document],
) -> Coherence:
    """What does not go together once a difference is made of a graph and its concordance."""
    revised = concordance.revised(made.revision)
    change = Change(made.added, made.removed, lambda quad: is_kept(quad, revised))
    after = Changed(before, made.added, made.removed)
    return coherence(after, change, ontology, base, documents)


def _is_conflict(iri: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode(iri), TYPE, kg("Conflict"))


def _came(added: Iterable[ox.Quad]) -> set[str]:
    """The IRIs of conflicts that a source states since the change."""
    made = (q.subject for q in added if q.predicate == TYPE and q.object == kg("Conflict"))
    return {node.value for node in made if isinstance(node, ox.NamedNode)}


def _said_of(facts: Iterable[Node], graph: Quads) -> set[ox.Quad]:
    """The quads of facts: a change of all these makes every shape judge the facts again."""
    return {
        quad
        for fact in facts
        if isinstance(fact, ox.NamedNode)
        for quad in graph.quads_for_pattern(fact, None, None, None)
    }
