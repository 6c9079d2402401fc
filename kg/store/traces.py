"""What a load that was ended before its end has left, and how it is put in order."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.store import durable
from kg.store.blobs import Blobs
from kg.store.failures import told
from kg.store.journal import Journal
from kg.store.lock import is_held

if TYPE_CHECKING:
    from kg.store.embedded import Generations

RUNNING, UNFINISHED, COMPLETE = "running", "unfinished", "complete"
"""Of what traces are: of a load at work, of one that was ended before it was published (the graph
is as it was before it), or after (the graph holds all of it)."""


def traces(generations: "Generations") -> str | None:
    """Of what there are traces; None where the last load had put all in order.

    Raises KgError where the store cannot be read.
    """
    journal, blobs = _journal(generations), _blobs(generations)
    if not generations.unpublished() and journal.is_settled and blobs.is_settled:
        return None
    if is_held(generations.folder / "lock"):
        return RUNNING
    entry = journal.announced()
    is_published = entry is not None and entry.get("generation") == generations.current()
    return COMPLETE if is_published and not generations.unpublished() else UNFINISHED


def settle(generations: "Generations", stale: Iterable[int]) -> None:
    """Removes stale generations and what was kept for a load that was not published, and brings
    the journal up to date. For the writer only, as its first and its last act.

    Raises KgError where that cannot be done; what is then left does no harm to readers.
    """
    journal, blobs = _journal(generations), _blobs(generations)
    numbers = sorted(stale)
    if not numbers and journal.is_settled and blobs.is_settled:
        return
    with told(f"{generations.folder.name}/store"):
        # A killed publication may have named this generation in memory only: nothing that another
        # CURRENT rests on may go before the disk has the one that is read now.
        durable.sync(generations.folder)
        for number in numbers:
            remove(generations.path(number))
    if not blobs.is_settled:
        sources = generations.manifest().sources
        blobs.settle({name for loaded in sources for name in loaded.digests})
    journal.settle(generations.current())


def remove(path: Path) -> None:
    """Removes a generation: its folder and all that lies beside it under its number."""
    import shutil  # noqa: PLC0415  (a query must not pay for it)

    for one in (path, *path.parent.glob(f"{path.name}.*")):
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink(missing_ok=True)


def _journal(generations: "Generations") -> Journal:
    return Journal(generations.folder / "journal.jsonl")


def _blobs(generations: "Generations") -> Blobs:
    return Blobs(generations.folder / "sources")
