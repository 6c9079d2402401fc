"""What a change of sources makes of a graph, at a cost by the size of the change.

Equal to deriving everything before and after and comparing, which a test holds: resolution goes by
parts, so the facts of the parts that the change touches are derived twice, without it and with it.
A fact that differs may rest on parts that were not gathered; then these are gathered too, until
every fact that differs rests on whole parts. What differs for being made of too few claims is the
same both times, and so no difference.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.model.claim import Claim
from kg.model.decision import UNDECIDED, Decisions
from kg.model.fact import Entity, Facts
from kg.model.schema import Schema
from kg.pipeline import claim_record
from kg.pipeline.at_hand import AtHand
from kg.pipeline.derive import first_kept
from kg.pipeline.entries import (
    PUT,
    date_handle,
    quad_of,
    quad_record,
    span_handle,
    triple_handle,
)
from kg.pipeline.held_conflicts import is_of_shape
from kg.rdf import iris
from kg.rdf.facts import facts_quads
from kg.rdf.terms import TYPE, kg
from kg.resolve import resolve
from kg.resolve.claims import claim_iri
from kg.resolve.handles import of_text, tied
from kg.resolve.rulings import rejected
from kg.store.concordance import Concordance, Entry, Revision, marked


@dataclass(frozen=True, slots=True)
class Brought:
    """What sources brought that are changed: the entries that go and those that come."""

    gone: tuple[Entry, ...]
    come: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads that come into a graph and leave it, and those of its concordance."""

    added: frozenset[ox.Quad]
    removed: frozenset[ox.Quad]
    revision: Revision


def difference(
    graph: ox.Store,
    concordance: Concordance,
    brought: Brought,
    schema: Schema,
    base: str,
    decisions: Decisions = UNDECIDED,
) -> Difference:
    """What differs in the graph whose concordance this is once these sources have changed.

    The decisions are the same before and after.
    """
    return _Difference(graph, concordance, brought, schema, base, decisions).found()


class _Difference:
    def __init__(
        self,
        graph: ox.Store,
        concordance: Concordance,
        brought: Brought,
        schema: Schema,
        base: str,
        decisions: Decisions,
    ) -> None:
        self._decisions = decisions
        self._rejected = rejected(decisions)
        self._graph = graph
        self._concordance = concordance
        self._schema = schema
        self._base = base
        self._conflicts = f"{base}conflict/"
        self._gone = _sources(brought.gone)
        self._come = _sources(brought.come)
        self._coming = _kept(brought.come)
        self._revision = concordance.revision(brought.gone, brought.come)

    def found(self) -> Difference:
        """The difference."""
        changed = sorted({*self._gone, *self._come})
        appearing = [one for one in changed if not self._before(one) and self._after(one)]
        vanishing = [one for one in changed if self._before(one) and not self._after(one)]
        added, removed = self._held(appearing, vanishing)
        kept = [quad_of(one) for one in appearing + vanishing if not _is_claim(one)]
        found = self._found_by_shapes(kept)
        here: set[ox.Quad] = set()
        wanted: set[ox.Quad] = set()
        put_here: set[ox.Quad] = set()
        put: set[ox.Quad] = set()
        for quads in _by_triple([*added, *removed, *kept, *found]):
            present = self._present(quads[0])
            put_present = {quad for quad in present if self._is_put(quad)}
            held = (present - put_present - removed - found) | added.intersection(quads)
            chosen = set() if held else self._chosen(quads[0])
            here |= present
            wanted |= held | chosen
            put_here |= put_present
            put |= chosen
        return Difference(
            frozenset(wanted - here),
            frozenset(here - wanted),
            self._revision.with_marks(_marks(put - put_here), _marks(put_here - put)),
        )

    def _found_by_shapes(self, kept: Iterable[ox.Quad]) -> set[ox.Quad]:
        """What the graph says of those conflicts of facts that a source now states, or states no
        more, beyond what sources state: it holds only where none does."""
        subjects = {quad.subject for quad in kept if quad.predicate in (TYPE, kg("because"))}
        return {
            quad
            for subject in subjects
            if isinstance(subject, ox.NamedNode) and subject.value.startswith(self._conflicts)
            if is_of_shape(subject, self._graph)
            for quad in self._graph.quads_for_pattern(subject, None, None, ox.DefaultGraph())
            if not self._is_put(quad)
        }

    def _held(
        self, appearing: Iterable[str], vanishing: Iterable[str]
    ) -> tuple[set[ox.Quad], set[ox.Quad]]:
        """The quads that follow from claims and did not, and that did and do not any more."""
        come, gone = (
            frozenset(claim_record.claim_of(record) for record in records if _is_claim(record))
            for records in (appearing, vanishing)
        )
        if not come and not gone:
            return set(), set()
        at_hand = AtHand(
            self._concordance, come, gone, self._schema, self._base, tied(self._decisions)
        )
        while True:
            before = self._facts(at_hand.before, at_hand.told)
            after = self._facts(at_hand.after, at_hand.told)
            old, new = (facts_quads(one, self._schema, self._base) for one in (before, after))
            differing = {_subject(quad) for quad in old ^ new}
            claims = _behind(differing, before) | _behind(differing, after)
            if not at_hand.gather(claims, _others(differing, before, after)):
                break
        vanished = set(vanishing)
        return new - old, {q for q in old - new if not self._is_shared(q, vanished)}

    def _is_shared(self, quad: ox.Quad, vanishing: set[str]) -> bool:
        """Whether it says something of a date or a span that another claim points at."""
        subject = _subject(quad)
        if subject.startswith(f"{self._base}date/"):
            under = self._concordance.under(date_handle(iris.readable(subject)))
            return any(
                record not in vanishing and not self._is_rejected(record) for record in under
            )
        if "#char=" in subject and quad.graph_name != ox.DefaultGraph():
            under = self._concordance.under(span_handle(subject))
            return any(record not in vanishing for record in under)
        return False

    def _is_rejected(self, record: str) -> bool:
        """Whether a claim states nothing, for a decision rejects it."""
        return bool(self._rejected) and claim_iri(claim_record.claim_of(record)) in self._rejected

    def _facts(self, claims: Iterable[Claim], told: frozenset[Claim]) -> Facts:
        return resolve(claims, self._schema, self._base, self._decisions, told)

    def _chosen(self, same: ox.Quad) -> set[ox.Quad]:
        """Of the quads of one triple that sources keep after the change, the one that stands in
        the graph."""
        handle = triple_handle(same)
        kept = {quad_of(one) for one in self._concordance.under(handle) if self._after(one)}
        kept |= self._coming.get(handle, set())
        return {first_kept(kept)} if kept else set()

    def _present(self, same: ox.Quad) -> set[ox.Quad]:
        return set(self._graph.quads_for_pattern(same.subject, same.predicate, same.object, None))

    def _is_put(self, quad: ox.Quad) -> bool:
        return self._concordance.is_under(quad_record(quad), PUT)

    def _before(self, record: str) -> bool:
        return bool(self._concordance.sources(record))

    def _after(self, record: str) -> bool:
        left = self._concordance.sources(record) - self._gone.get(record, set())
        return bool(left | self._come.get(record, set()))


def _sources(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """The sources of each record."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        found[entry.record].add(entry.source)
    return dict(found)


def _kept(entries: Iterable[Entry]) -> dict[str, set[ox.Quad]]:
    """The quads that sources keep, by handle."""
    found: defaultdict[str, set[ox.Quad]] = defaultdict(set)
    for entry in entries:
        for handle in entry.handles if not _is_claim(entry.record) else ():
            found[handle].add(quad_of(entry.record))
    return dict(found)


def _is_claim(record: str) -> bool:
    """Whether a record is a claim, a JSON object, and no quad."""
    return record.startswith("{")


def _by_triple(quads: Iterable[ox.Quad]) -> Iterable[list[ox.Quad]]:
    found: defaultdict[ox.Triple, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        found[quad.triple].append(quad)
    return found.values()


def _marks(put: Iterable[ox.Quad]) -> frozenset[ox.Quad]:
    return frozenset(marked(quad_record(quad), PUT) for quad in put)


def _subject(quad: ox.Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, ox.NamedNode) else str(quad.subject)


def _behind(subjects: set[str], facts: Facts) -> set[Claim]:
    """The claims that these events, relations, conflicts and decisions rest on, and those among
    the subjects."""
    about = {conflict.about for conflict in facts.conflicts if conflict.iri in subjects} | subjects
    decided = {
        iri for made in facts.decisions if made.iri in subjects for iri in made.decision.claims
    }
    found = {one.claim for one in facts.claims if one.about in about or one.iri in about | decided}
    return found | {one.claim for one in facts.rejected if one.iri in subjects | decided}


def _others(subjects: set[str], before: Facts, after: Facts) -> set[str]:
    """The handles of the entities that are others, and of whom decisions name that do."""
    told = [set(map(_without_evidence, facts.entities)) for facts in (before, after)]
    names = {name.text for entity in told[0] ^ told[1] for name in entity.names}
    for made in (*before.decisions, *after.decisions):
        if made.iri in subjects:
            names.update(thing.name for thing in made.decision.things)
    return {handle for name in names for handle in of_text(name)}


def _without_evidence(entity: Entity) -> Entity:
    """An entity as facts speak of it: by its kind and its names, each in its time."""
    return replace(entity, names=tuple(replace(name, evidence=()) for name in entity.names))
