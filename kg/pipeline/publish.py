"""From a manifest to a published generation: derive, write the difference, judge, publish.

A small change costs by its size: what it bears on is found through the concordance, and only that
is derived again, judged again, and followed by rules again. A large one derives everything.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pyoxigraph as ox

from kg.model.decision import Decisions
from kg.model.finding import Finding
from kg.pipeline.coherence import Change, Coherence, coherence, coherence_of
from kg.pipeline.contents import content, contents
from kg.pipeline.derive import derive
from kg.pipeline.difference import Brought, Difference, difference
from kg.pipeline.entries import concordance_quads, entries
from kg.pipeline.held_conflicts import HeldConflicts
from kg.pipeline.ontology import Ontology
from kg.pipeline.settings import Settings
from kg.pipeline.texts import Texts
from kg.pipeline.versions import decisions_digest, derivation
from kg.rdf.changed import Changed
from kg.reason.derive import derive as follows
from kg.reason.following import following
from kg.store.concordance import Concordance, Entry
from kg.store.manifest import Loaded, Manifest
from kg.store.protocol import Draft

_LARGE = 4
"""From one part in so many on, deriving all facts is faster than finding what a change affects."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The generation that was published, and which findings about facts together are new.

    `generation` is None where nothing was: for nothing changed, or (`refused`) for these findings.
    """

    generation: int | None
    warnings: tuple[Finding, ...] = ()
    refused: bool = False


def publish(
    settings: Settings,
    ontology: Ontology,
    decisions: Decisions,
    draft: Draft,
    old: Manifest,
    manifest: Manifest,
    strict: bool = False,
) -> Outcome:
    """Publishes the graph that rests on the manifest and the decisions; nothing where it is the
    current one.

    With `strict`, facts that do not make sense together, and did not before, are not published.
    """
    wanted = replace(
        manifest,
        derivation=derivation(settings.base, ontology.folder, decisions),
        decisions=decisions_digest(decisions),
    )
    current = settings.store.current()
    if wanted == old or (not wanted.sources and current is None):
        return Outcome(None)
    making = _Making(settings, ontology, decisions, draft, old, wanted, strict)
    listed = settings.store.open_concordance(current) if _is_small(old, wanted) else None
    judged = making.whole() if listed is None else making.part(Concordance(listed))
    if strict and judged.has_new:
        return Outcome(None, judged.findings, refused=True)
    return Outcome(draft.publish(wanted), judged.findings)


def _is_small(old: Manifest, wanted: Manifest) -> bool:
    """Whether deriving what the change bears on is right, by the same versions, and worth it."""
    changed = {*old.sources} ^ {*wanted.sources}
    counts = (sum(one.count for one in some) for some in (changed, wanted.sources))
    return wanted.derivation == old.derivation and not is_large(*counts)


def is_large(changed: int, total: int) -> bool:
    """Whether so many facts of all are better judged and derived with all others."""
    return changed * _LARGE > total


def kept_entries(settings: Settings, sources: Iterable[Loaded]) -> tuple[Entry, ...]:
    """What these sources brought, from what was kept of them.

    Raises KgError where that cannot be read.
    """
    return tuple(
        entry
        for loaded in sources
        for entry in entries(loaded.key, content(loaded, settings.blobs), settings.base)
    )


@dataclass(frozen=True, slots=True)
class _Making:
    """Writes the graph that rests on the `wanted` manifest into the draft, unless `strict` facts
    do not go together."""

    settings: Settings
    ontology: Ontology
    decisions: Decisions
    draft: Draft
    old: Manifest
    wanted: Manifest
    strict: bool

    def part(self, concordance: Concordance) -> Coherence:
        """What a small change makes of the graph."""
        base, before = self.settings.base, self.settings.store.open_current()
        gone = {*self.old.sources} - {*self.wanted.sources}
        come = {*self.wanted.sources} - {*self.old.sources}
        brought = Brought(kept_entries(self.settings, gone), kept_entries(self.settings, come))
        schema = self.ontology.schema
        made = difference(before, concordance, brought, schema, base, self.decisions)
        judged = coherence_of(before, made, concordance, self.ontology, base, self._texts)
        if not (self.strict and judged.has_new):
            self._write(before, made, judged)
        return judged

    def _write(self, before: ox.Store, made: Difference, judged: Coherence) -> None:
        base = self.settings.base
        added = made.added | (judged.added - made.removed)
        removed = judged.removed | (made.removed - judged.added)
        after = Changed(before, added, removed)
        derived = following(before, after, added, removed, self.ontology.folder, base)
        self.draft.list(made.revision.added, made.revision.removed)
        if derived is None:
            self.draft.change(added, removed)
            self._follow()
        else:
            self.draft.change(added | derived.added, removed | derived.removed)

    def whole(self) -> Coherence:
        """The graph, whatever was there."""
        base, ontology = self.settings.base, self.ontology
        held = contents(self.wanted, self.settings.blobs)
        derived = derive(held, ontology.quads, ontology.schema, base, self.decisions)
        before = self.settings.store.open_current()
        current = set(before)
        conflicts = HeldConflicts(before, derived.quads.__contains__).all()
        later = frozenset().union(
            before.quads_for_pattern(None, None, None, ox.NamedNode(f"{base}derived")),
            *(one.quads for one in conflicts),
        )
        added, removed = derived.quads - current, current - derived.quads - later
        self.draft.change(added, removed)
        all_anew = self.wanted.derivation != self.old.derivation
        all_anew |= is_large(len(added) + len(removed), len(derived.quads))
        change = Change(added, removed, derived.quads.__contains__, all_anew)
        judged = coherence(self.draft.read(), change, ontology, base, self._texts)
        if self.strict and judged.has_new:
            return judged
        self.draft.change(judged.added, judged.removed)
        self._follow()
        brought = (
            (one.key, content) for one, content in zip(self.wanted.sources, held, strict=True)
        )
        self.draft.list_anew(concordance_quads(brought, derived.put, base))
        return judged

    def _follow(self) -> None:
        """Replaces all that rules derive."""
        base = self.settings.base
        store = self.draft.read()
        held = set(store.quads_for_pattern(None, None, None, ox.NamedNode(f"{base}derived")))
        derived = follows(store, self.ontology.folder, base)
        self.draft.change(derived - held, held - derived)

    @property
    def _texts(self) -> Texts:
        return Texts(self.wanted, self.settings.blobs)
