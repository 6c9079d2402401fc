"""Is the whole graph sound? Its shapes, its evidence, what it rests on, and its conflicts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import KgError
from kg.gate.conflicts import conflict_findings
from kg.gate.held_evidence import evidence_findings
from kg.gate.lookup import Lookup
from kg.gate.messages import worded
from kg.model.decision import Decisions
from kg.model.finding import INFO, VIOLATION, Finding
from kg.pipeline.contents import contents
from kg.pipeline.decisions.reading import (
    PlacedDecision,
    all_of,
    name_of,
    read_decisions,
)
from kg.pipeline.decisions.standing import Judge
from kg.pipeline.decisions.standing import findings as findings_of
from kg.pipeline.derive import derive
from kg.pipeline.entries import concordance_quads
from kg.pipeline.judge import judge
from kg.pipeline.ontology import Ontology, load_ontology
from kg.pipeline.settings import Settings
from kg.pipeline.texts import Texts
from kg.pipeline.versions import decisions_digest
from kg.rdf.terms import TYPE, kg
from kg.reason.derive import derive as follows
from kg.store.manifest import Manifest

_OWN = {kg("Conflict")}
"""What the facts together make, which no source states."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many facts were checked, and what was found: violations first."""

    facts: int
    findings: tuple[Finding, ...]


def check(settings: Settings) -> Checked:
    """All findings about the current graph. Writes nothing.

    A damaged one is not asked anything, for a query could run without end. Raises KgError where
    the store, the ontology or the decisions cannot be read.
    """
    damaged = settings.store.damaged()
    if damaged:
        count = sum(loaded.count for loaded in settings.store.manifest().sources)
        return Checked(count, tuple(_about("store-damaged", {"file": name}) for name in damaged))
    generation, store, manifest = settings.store.snapshot()
    ontology = load_ontology(settings.ontology)
    texts = Texts(manifest, settings.blobs)
    names = {loaded.iri: loaded.name for loaded in manifest.sources if loaded.text}
    data = Lookup(store)
    shapes = judge(store, ontology, documents=texts).findings
    placed = read_decisions(settings.data, ontology.schema, settings.base)
    findings = [
        *_lost(settings, ontology, manifest, generation, store, all_of(placed)),
        *evidence_findings(data, texts, names),
        *(one for one in shapes if one.severity == VIOLATION),
        *_unused(placed, manifest, store, settings.base),
        *conflict_findings(data, texts),
        *(one for one in shapes if one.severity not in (VIOLATION, INFO) and not one.other),
    ]
    return Checked(sum(loaded.count for loaded in manifest.sources), tuple(findings))


def _unused(
    placed: Sequence[PlacedDecision], manifest: Manifest, store: ox.Store, base: str
) -> tuple[Finding, ...]:
    """Why some decisions change nothing; a graph that was made before them does not say."""
    if manifest.decisions != decisions_digest(all_of(placed)):
        return ()
    return findings_of(Judge(store, base).standings(placed))


def _lost(
    settings: Settings,
    ontology: Ontology,
    manifest: Manifest,
    generation: int | None,
    store: ox.Store,
    decisions: Decisions,
) -> Iterator[Finding]:
    """Whether the graph is what its sources give: nothing lost, nothing that nobody states."""
    try:
        held = contents(manifest, settings.blobs)
    except KgError as error:
        yield _about("source-lost", {"problem": str(error)})
        return
    if manifest.decisions != decisions_digest(decisions):
        yield _about("decisions-changed", {}, name_of(settings.data))
        return
    schema, base = ontology.schema, settings.base
    derived = derive(held, ontology.quads if held else (), schema, base, decisions)
    wanted = set(derived.quads)
    current = set(store)
    ours = {q.subject for q in current - wanted if q.predicate == TYPE and q.object in _OWN}
    wanted |= follows(store, ontology.folder, settings.base)
    more = {q for q in current - wanted if q.subject not in ours}
    missing = wanted - current
    if missing or more:
        example = min(map(str, missing or more))
        given = {"missing": str(len(missing)), "more": str(len(more)), "example": example}
        yield _about("store-differs", given)
    listed = settings.store.open_concordance(generation)
    brought = ((one.key, content) for one, content in zip(manifest.sources, held, strict=True))
    if listed is not None and set(listed) != concordance_quads(brought, derived.put, base):
        yield _about("concordance-differs", {})


def _about(slug: str, given: dict[str, str], name: str = ".kg/store") -> Finding:
    message, hint = worded(slug, given)
    return Finding(slug, VIOLATION, name, message, hint=hint)
