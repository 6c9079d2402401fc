"""One database of the next generation, while it is made.

It is open for writing only while it is changed: a reference that outlived that would let the
database rewrite its files after they were synced and published.
"""

from collections.abc import Callable, Collection
from pathlib import Path

import pyoxigraph as ox

from kg.store.failures import told

_BULK = 10_000
"""Quads from which on writing files directly is faster than a transaction."""


class Database:
    """A folder that starts as hard links to the same database of the generation before, made when
    it is first asked for.

    `before` opens that one, None where there is none to start from; `place` is what messages call
    the folder. Methods raise KgError where the disk is full or the folder may not be written.
    """

    def __init__(self, folder: Path, place: str, before: Callable[[], ox.Store | None]) -> None:
        self._folder = folder
        self._place = place
        self._before = before

    def read(self) -> ox.Store:
        """As it is so far, read-only."""
        self.make()
        with told(self._place):
            return ox.Store.read_only(str(self._folder))

    def change(self, added: Collection[ox.Quad], removed: Collection[ox.Quad]) -> None:
        """Adds and removes quads; a named graph that loses its last quad goes with it."""
        self.make()
        if not added and not removed:
            return
        with told(self._place):
            store = ox.Store(str(self._folder))
            for quad in removed:
                store.remove(quad)
            if len(added) >= _BULK:
                store.bulk_extend(added)
            elif added:
                store.extend(added)
            for graph in sorted({quad.graph_name for quad in removed}, key=str):
                if isinstance(graph, ox.NamedNode) and _is_empty(store, graph):
                    store.remove_graph(graph)
            store.flush()

    def make(self, anew: bool = False) -> None:
        """Makes it where it is not there yet; `anew`: empty."""
        if self._folder.is_dir():
            return
        with told(self._place):
            before = None if anew else self._before()
            if before is None:
                ox.Store(str(self._folder)).flush()
            else:
                before.backup(str(self._folder))


def _is_empty(store: ox.Store, graph: ox.NamedNode) -> bool:
    return next(store.quads_for_pattern(None, None, None, graph), None) is None
