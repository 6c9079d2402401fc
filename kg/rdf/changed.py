"""Quads by pattern: of a store, or of what a store will be once a change is written to it."""

from collections.abc import Collection, Iterator
from typing import Protocol, runtime_checkable

import pyoxigraph as ox

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Object = Subject | ox.Literal
Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


@runtime_checkable
class Quads(Protocol):
    """What can be asked for the quads of a pattern: an `ox.Store` is one."""

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,  # noqa: A002  (the store's own word)
        graph_name: Graph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of a pattern; None stands for any term."""

    def __contains__(self, quad: ox.Quad) -> bool: ...


class Changed:
    """A store with quads added and removed that nobody has written yet."""

    def __init__(
        self, store: Quads, added: Collection[ox.Quad], removed: Collection[ox.Quad]
    ) -> None:
        self._store = store
        self._removed = frozenset(removed)
        self._added = ox.Store()
        self._added.extend(quad for quad in added if quad not in store)

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,  # noqa: A002  (the store's own word)
        graph_name: Graph | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of a pattern, each once; None stands for any term."""
        for quad in self._store.quads_for_pattern(subject, predicate, object, graph_name):
            if quad not in self._removed:
                yield quad
        yield from self._added.quads_for_pattern(subject, predicate, object, graph_name)

    def __contains__(self, quad: ox.Quad) -> bool:
        return quad in self._added or (quad in self._store and quad not in self._removed)
