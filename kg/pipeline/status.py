"""What is loaded, from what, by which versions."""

from dataclasses import dataclass

from kg.pipeline.library import Library
from kg.pipeline.plan import make_plan
from kg.pipeline.settings import Settings
from kg.store.manifest import Loaded


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a graph.

    `generation` is None where nothing was ever loaded. `changed` names the files of the data
    folder that `kg load` would read, `gone` the sources that it would retract. `unpublished` are
    the generations that a refused or killed load left, or that another process makes right now.
    """

    generation: int | None
    quads: int
    sources: tuple[Loaded, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unpublished: tuple[int, ...]
    last_change: str | None


def status(settings: Settings) -> Status:
    """The state of the graph. Raises KgError where the store cannot be read."""
    manifest = settings.store.manifest()
    plan = make_plan(settings, manifest, None, Library(settings, manifest))
    entries = settings.journal.entries()
    return Status(
        generation=settings.store.current(),
        quads=len(settings.store.open_current()),
        sources=manifest.sources,
        changed=tuple(one.name for one in plan.read),
        gone=tuple(sorted({loaded.via for loaded, _ in plan.gone})),
        unpublished=settings.store.unpublished(),
        last_change=entries[-1].get("time") if entries else None,
    )
