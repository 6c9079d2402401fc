"""From a manifest to a published generation: derive, write the difference, judge, publish.

What rules derive from the facts comes last, into a graph of its own.
"""

from dataclasses import dataclass, replace

from kg.model.decision import Decisions
from kg.model.finding import Finding
from kg.pipeline.coherence import Change, coherence
from kg.pipeline.contents import contents
from kg.pipeline.derive import derive
from kg.pipeline.ontology import Ontology
from kg.pipeline.settings import Settings
from kg.pipeline.texts import Texts
from kg.pipeline.versions import decisions_digest, derivation
from kg.reason.derive import derive as follows
from kg.store.manifest import Manifest
from kg.store.protocol import Draft

_LARGE = 4
"""From one part in so many on, judging all facts is faster than finding what a change affects."""


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
    base = settings.base
    wanted = replace(
        manifest,
        derivation=derivation(base, ontology.folder, decisions),
        decisions=decisions_digest(decisions),
    )
    if wanted == old or (not wanted.sources and settings.store.current() is None):
        return Outcome(None)
    held = contents(wanted, settings.blobs)
    derived = derive(held, ontology.quads, ontology.schema, base, decisions)
    current = set(settings.store.open_current())
    added, removed = derived - current, current - derived
    is_large = len(added) + len(removed) > len(derived) // _LARGE
    change = Change(added, removed, whole=is_large or wanted.derivation != old.derivation)
    draft.change(added, removed)
    judged = coherence(draft.read(), change, ontology, base, Texts(wanted, settings.blobs))
    if strict and judged.has_new:
        return Outcome(None, judged.findings, refused=True)
    if judged.conflicts:
        draft.change(judged.conflicts, ())
    draft.change(follows(draft.read(), ontology.folder, base), ())
    return Outcome(draft.publish(wanted), judged.findings)
