"""What the path from documents to facts asks of a store, whichever it is."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

import pyoxigraph as ox

from kg.store.manifest import Manifest
from kg.store.patience import NONE, Patience


class Draft(Protocol):
    """The next state of the graph while it is made: unseen by readers until it is published."""

    def read(self) -> ox.Store:
        """The next state as it is so far, read-only."""

    def change(self, added: Collection[ox.Quad], removed: Collection[ox.Quad]) -> None:
        """Adds and removes quads in the next state."""

    def note(self, entry: Mapping[str, Any]) -> None:
        """What the journal says of the next state once it is published."""

    def list(self, added: Collection[ox.Quad], removed: Collection[ox.Quad]) -> None:
        """Adds and removes quads in the next state's concordance."""

    def list_anew(self, quads: Collection[ox.Quad]) -> None:
        """Makes the next state's concordance of these quads."""

    def publish(self, manifest: Manifest) -> int:
        """Makes the next state, resting on these sources, the current one; returns its number."""


class Store(Protocol):
    """A graph that readers see whole, and that one writer at a time replaces by the next."""

    def current(self) -> int | None:
        """The number of the current state, None where nothing was ever loaded."""

    def open_current(self) -> ox.Store:
        """The current state for reading; empty where nothing was ever loaded."""

    def open_concordance(self, number: int | None) -> ox.Store | None:
        """A state's concordance for reading; None where it has none."""

    def manifest(self) -> Manifest:
        """What the current state rests on; empty where nothing was ever loaded."""

    def snapshot(self) -> tuple[int | None, ox.Store, Manifest]:
        """The current state's number, its graph and what it rests on, of one moment."""

    def damaged(self) -> tuple[str, ...]:
        """What of the current state is not as it was written, by file."""

    def traces(self) -> str | None:
        """Of what load there are traces, in the words of `kg.store.traces`; None of any."""

    def unpublished(self) -> tuple[int, ...]:
        """The numbers of drafts that were refused or killed and still lie about."""

    def writer(self, patience: Patience = NONE) -> AbstractContextManager[Draft]:
        """The only writer, from now until the context ends.

        Raises KgError where another writes for longer than `patience` lasts.
        """
