"""The shapes over facts together: what does not go with each other becomes a conflict.

The conflicts are a function of the whole graph, but are sought only where a change can make or end
one. An earlier one stays where no shape that found it has judged its fact again. One that a source
states itself, an export for one, stays as it is stated.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.model.document import Document
from kg.model.finding import INFO, Finding
from kg.pipeline.claimed import Claimed
from kg.pipeline.contradiction import contradiction, contradiction_quads
from kg.pipeline.judge import judge
from kg.pipeline.ontology import Ontology
from kg.rdf.terms import TYPE, kg

_CONFLICT, _ABOUT, _BETWEEN, _BECAUSE = map(kg, ("Conflict", "about", "between", "because"))

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Change:
    """The quads that came and went. `removed` holds all that said of a conflict of facts that it
    was one, for these are no part of what is derived from claims. `whole`: judge all facts."""

    added: Collection[ox.Quad]
    removed: Collection[ox.Quad]
    whole: bool


@dataclass(frozen=True, slots=True)
class Coherence:
    """The conflicts of a graph as quads, the findings that the change brought, and whether any
    of these is a conflict that was not there before."""

    conflicts: frozenset[ox.Quad]
    findings: tuple[Finding, ...]
    has_new: bool


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A conflict of before: what is said of it, its fact, its claims, and `because`, the shape."""

    iri: str
    quads: frozenset[ox.Quad]
    about: frozenset[Node]
    claims: frozenset[Node]
    because: str


def coherence(
    store: ox.Store,
    change: Change,
    ontology: Ontology,
    base: str,
    documents: Mapping[str, Document] | None = None,
) -> Coherence:
    """What does not go together in the store, after a change that left out earlier conflicts.

    `documents`, by IRI, lend findings their sentences.
    """
    earlier = _earlier(change.removed)
    changed = _others(change, earlier)
    nodes = {node for quad in changed for node in (quad.subject, quad.object)}
    touched = [one for one in earlier if not nodes.isdisjoint(_behind(one, store))]
    changed.update(*(_said_of(one.about, store) for one in touched))
    verdicts = judge(store, ontology, None if change.whole else changed, documents)
    judged = {shape.rstrip(">").rsplit("#", 1)[-1]: n for shape, n in verdicts.judged.items()}
    if not change.whole and any(one.because not in judged for one in earlier):
        return coherence(store, replace(change, whole=True), ontology, base, documents)
    kept = [
        one
        for one in earlier
        if not change.whole
        and one not in touched
        and judged[one.because].isdisjoint(map(str, one.about))
    ]
    claimed = Claimed(store)
    findings = [one for one in verdicts.findings if one.severity != INFO]
    pairs = [(finding, contradiction(finding, claimed, base)) for finding in findings]
    stated = {one.iri for _, one in pairs if one and claimed.is_conflict(one.iri)}
    known = {one.iri for one in earlier} | (stated - _came(change.added))
    new = [(finding, one) for finding, one in pairs if one is None or one.iri not in known]
    own = (one for _, one in pairs if one and one.iri not in stated)
    found = contradiction_quads(own, ontology.schema, base)
    return Coherence(
        conflicts=found.union(*(one.quads for one in kept)),
        findings=tuple(finding for finding, _ in new),
        has_new=any(one is not None for _, one in new),
    )


def _came(added: Iterable[ox.Quad]) -> set[str]:
    """The IRIs of conflicts that a source states since the change."""
    made = (q.subject for q in added if q.predicate == TYPE and q.object == _CONFLICT)
    return {node.value for node in made if isinstance(node, ox.NamedNode)}


def _earlier(removed: Iterable[ox.Quad]) -> list[_Earlier]:
    """The conflicts of facts among quads that were removed: their IRIs name a shape."""
    said: dict[Node, set[ox.Quad]] = {}
    for quad in removed:
        said.setdefault(quad.subject, set()).add(quad)
    found = [
        _conflict(node.value, quads)
        for node, quads in said.items()
        if isinstance(node, ox.NamedNode)
        and any(quad.predicate == TYPE and quad.object == _CONFLICT for quad in quads)
    ]
    return [one for one in found if f"/{one.because}/" in one.iri]


def _conflict(iri: str, quads: set[ox.Quad]) -> _Earlier:
    def objects(predicate: ox.NamedNode) -> frozenset[Node]:
        return frozenset(quad.object for quad in quads if quad.predicate == predicate)

    because = next((o.value for o in objects(_BECAUSE) if isinstance(o, ox.Literal)), "")
    return _Earlier(iri, frozenset(quads), objects(_ABOUT), objects(_BETWEEN), because)


def _others(change: Change, earlier: Iterable[_Earlier]) -> set[ox.Quad]:
    """The quads that came and went, less what was said of earlier conflicts."""
    ours = {quad for one in earlier for quad in one.quads}
    return {*change.added, *(quad for quad in change.removed if quad not in ours)}


def _behind(one: _Earlier, store: ox.Store) -> set[Node]:
    """A conflict's claims and the facts that they are about: where one is another, so may it be."""
    nodes = set(one.about | one.claims)
    for claim in one.claims:
        if isinstance(claim, ox.NamedNode):
            nodes.update(q.object for q in store.quads_for_pattern(claim, _ABOUT, None, None))
    return nodes


def _said_of(facts: Iterable[Node], store: ox.Store) -> set[ox.Quad]:
    """The quads of facts: a change of all these makes every shape judge the facts again."""
    return {
        quad
        for fact in facts
        if isinstance(fact, ox.NamedNode)
        for quad in store.quads_for_pattern(fact, None, None, None)
    }
