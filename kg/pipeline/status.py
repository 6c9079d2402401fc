"""What is loaded, from what, by which versions."""

from dataclasses import dataclass

from kg.ontology import load_schema
from kg.pipeline.decisions.reading import name_of
from kg.pipeline.decisions.shown import Shown, shown
from kg.pipeline.library import Library
from kg.pipeline.plan import make_plan
from kg.pipeline.settings import Settings
from kg.store.manifest import Loaded


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a graph.

    `generation` is None where nothing was ever loaded. `changed` names the files of the data
    folder that `kg load` would read, `gone` the sources that it would retract. `traces` says of
    what load something was left, in the words of `kg.store.traces`; `unpublished` are the
    generations among that. `decisions` are those of the file;
    what is decided since the last load is in `changed`.
    """

    generation: int | None
    quads: int
    sources: tuple[Loaded, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    traces: str | None
    unpublished: tuple[int, ...]
    last_change: str | None
    decisions: tuple[Shown, ...] = ()


def status(settings: Settings) -> Status:
    """The state of the graph. Raises KgError where the store or the file of decisions cannot be
    read."""
    generation, store, manifest = settings.store.snapshot()
    decisions = shown(settings, load_schema(settings.ontology))
    decided = frozenset(one.decision for one in decisions)
    plan = make_plan(settings, manifest, None, Library(settings, manifest), decided)
    changed = [one.name for one in plan.read] + [name_of(settings.data)] * plan.decided
    entries = settings.journal.entries(generation)
    return Status(
        generation=generation,
        quads=len(store),
        sources=manifest.sources,
        changed=tuple(changed),
        gone=tuple(sorted({loaded.via for loaded, _ in plan.gone})),
        traces=settings.store.traces(),
        unpublished=settings.store.unpublished(),
        last_change=entries[-1].get("time") if entries else None,
        decisions=decisions,
    )
