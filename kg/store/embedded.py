"""The embedded store: a row of immutable generations, of which one is current.

    .kg/CURRENT        the number of the current generation
    .kg/store/7/       generation 7, an Oxigraph database that nobody writes any more
    .kg/store/7.json   the manifest: what generation 7 rests on
    .kg/store/7.sha256 the digests of its files
    .kg/store/7.concordance/   what each source brought, to be found by what it names
    .kg/lock           held by the writer

The next generation starts as hard links to the current one, is changed where no reader looks, and
is published by replacing CURRENT. A refused or killed load leaves a folder that CURRENT never
named; the next writer removes it (`kg.store.traces`).
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.store import durable
from kg.store.database import Database
from kg.store.failures import corrupt, told
from kg.store.lock import only_writer
from kg.store.patience import NONE, Patience

if TYPE_CHECKING:
    from kg.store.manifest import Manifest

_Read = TypeVar("_Read")

_KEPT = 2
"""Generations that stay: the current one, and the one that a reader may just have opened."""

_ATTEMPTS = 5
"""How often a reader looks for the current generation while writers keep replacing it."""


class Generations:
    """The generations in a workspace's `.kg` folder, which is made when something is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = folder / "store"
        self._current = folder / "CURRENT"

    def current(self) -> int | None:
        """The number of the current generation, None where nothing was ever loaded.

        Raises KgError where CURRENT holds no number or may not be read.
        """
        with told(self._place("CURRENT")):
            try:
                text = self._current.read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None
        if not (text.strip().isdigit() and text.isascii()):
            raise corrupt(self._place("CURRENT"), "does not hold the number of a generation")
        return int(text)

    def open_current(self) -> ox.Store:
        """The current generation, read-only; an empty store where nothing was ever loaded.

        Raises KgError where it is missing or cannot be read.
        """
        store = self._of_current(self._open)
        return ox.Store() if store is None else store

    def manifest(self) -> "Manifest":
        """What the current generation rests on. Raises KgError where it cannot be read."""
        from kg.store.manifest import Manifest  # noqa: PLC0415  (a query must not pay for it)

        return self._of_current(self._manifest) or Manifest()

    def snapshot(self) -> "tuple[int | None, ox.Store, Manifest]":
        """The current generation's number, its graph and what it rests on, of one moment.

        Raises KgError where it cannot be read.
        """
        from kg.store.manifest import Manifest  # noqa: PLC0415  (a query must not pay for it)

        def read(number: int) -> "tuple[int, ox.Store, Manifest]":
            return number, self._open(number), self._manifest(number)

        return self._of_current(read) or (None, ox.Store(), Manifest())

    def _of_current(self, read: Callable[[int], _Read]) -> _Read | None:
        """What is read of the current generation, read again where writers have meanwhile removed
        it; None where nothing was ever loaded."""
        number = self.current()
        for _ in range(_ATTEMPTS):
            if number is None:
                return None
            try:
                return read(number)
            except KgError:
                latest = self.current()
                if latest == number:
                    raise
                number = latest
        raise corrupt(self._place("CURRENT"), "changes faster than it can be opened")

    def _open(self, number: int) -> ox.Store:
        try:
            return ox.Store.read_only(str(self.path(number)))
        except OSError as error:
            place = self._place(f"store/{number}")
            raise corrupt(place, f"cannot be opened: {error}") from error

    def _manifest(self, number: int) -> "Manifest":
        from kg.store import manifest  # noqa: PLC0415  (a query must not pay for it)

        try:
            return manifest.read((self._store / f"{number}.json").read_bytes())
        except (OSError, ValueError) as error:
            place = self._place(f"store/{number}.json")
            raise corrupt(place, f"is not the manifest of a generation: {error}") from error

    def damaged(self) -> tuple[str, ...]:
        """The files of the current generation that are not what was published. Reads all of them.

        Raises KgError where CURRENT cannot be read.
        """
        from kg.store.sums import damaged  # noqa: PLC0415  (a query must not pay for it)

        while True:
            number = self.current()
            with told(self._place("store")):
                found = damaged(self._store / f"{number}.sha256")
            if not found or number == self.current():
                return found

    def open_concordance(self, number: int | None) -> ox.Store | None:
        """A generation's concordance, read-only; None where it has none.

        Raises KgError where it cannot be read.
        """
        if number is None or not self.concordance_path(number).is_dir():
            return None
        with told(self._place(f"store/{number}.concordance")):
            return ox.Store.read_only(str(self.concordance_path(number)))

    def unpublished(self) -> tuple[int, ...]:
        """The numbers of generations after the current one: drafts refused, killed, or at work."""
        current = self.current() or 0
        return tuple(sorted(number for number in self._numbers() if number > current))

    @contextmanager
    def writer(self, patience: Patience = NONE) -> Iterator["Draft"]:
        """The only writer, while the context lasts; what it has not published is removed.

        Raises KgError where another process writes for longer than `patience` lasts, or where the
        folder may not be written.
        """
        with told(self._place()):
            durable.make_folder(self._store)
        with only_writer(self.folder / "lock", patience):
            self._settle()
            try:
                yield Draft(self, self.current())
            finally:
                # What cannot be put in order now does no harm: the next writer tries again.
                with suppress(OSError, KgError):
                    self._settle()

    def traces(self) -> str | None:
        """Of what load there are traces, in the words of `kg.store.traces`; None of any.

        Raises KgError where the store cannot be read.
        """
        from kg.store import traces  # noqa: PLC0415  (a query must not pay for it)

        return traces.traces(self)

    def path(self, number: int) -> Path:
        """The folder of a generation."""
        return self._store / str(number)

    def concordance_path(self, number: int) -> Path:
        """The folder of a generation's concordance (see `kg.store.concordance`)."""
        return self._store / f"{number}.concordance"

    def publish(
        self, number: int, sources: "Manifest", entry: Mapping[str, Any] | None = None
    ) -> None:
        """Makes a complete generation the current one: after this returns it survives a power cut.

        Raises KgError where the disk is full or the folder may not be written: the current one is
        then as before.
        """
        from kg.store import manifest  # noqa: PLC0415  (a query must not pay for it)
        from kg.store.journal import Journal  # noqa: PLC0415  (likewise)
        from kg.store.sums import sums  # noqa: PLC0415  (likewise)

        if entry is not None:
            Journal(self.folder / "journal.jsonl").announce(entry)
        before = self.current()
        with told(self._place("store")):
            folders = self._folders(number)
            for path in folders:
                durable.sync_tree(path)
            listed = sums(folders, self._store / f"{before}.sha256")
            durable.write(self._store / f"{number}.sha256", listed)
            # The last of the files: with it the names of all of them are synced.
            durable.write(self._store / f"{number}.json", manifest.write(sources, number))
            if before is None:  # who made the folder may have been killed before it was synced
                durable.sync(self.folder.parent)
            self._replace_current(number, before)

    def _replace_current(self, number: int, before: int | None) -> None:
        """Raises OSError where the disk does not keep it; readers then see what they saw before.

        Raises KgError where the disk lets nothing be put back either.
        """
        try:
            durable.write(self._current, f"{number}\n".encode("ascii"))
        except OSError as error:
            with suppress(OSError):
                self._put_back(number, before)
            if self.current() == number:
                raise KgError(
                    "not-durable",
                    f"the change is made, but a power cut may undo it: {error.strerror}",
                    Where(self._place("CURRENT")),
                    "see to the disk, then run the command again",
                ) from error
            raise

    def _put_back(self, number: int, before: int | None) -> None:
        """Has CURRENT name the generation of before where it names another."""
        if self.current() != number:
            return
        if before is None:
            self._current.unlink()
        else:
            durable.write(self._current, f"{before}\n".encode("ascii"))

    def _settle(self) -> None:
        from kg.store import traces  # noqa: PLC0415  (a query must not pay for it)

        current = self.current() or 0
        kept = range(current - _KEPT + 1, current + 1)
        traces.settle(self, self._numbers().difference(kept))

    def _folders(self, number: int) -> list[Path]:
        """The databases of a generation."""
        beside = (path for path in self._store.glob(f"{number}.*") if path.is_dir())
        return [self.path(number), *sorted(beside)]

    def _numbers(self) -> set[int]:
        if not self._store.is_dir():
            return set()
        stems = (path.name.split(".")[0] for path in self._store.iterdir())
        return {int(stem) for stem in stems if stem.isdigit()}

    def _place(self, inside: str = "") -> str:
        return f"{self.folder.name}/{inside}".rstrip("/")


class Draft:
    """The next generation, made when it is first changed."""

    def __init__(self, generations: Generations, current: int | None) -> None:
        self._generations = generations
        self.number = (current or 0) + 1
        self._entry: Mapping[str, Any] | None = None
        place = f"{generations.folder.name}/store/{self.number}"
        self._graph = Database(
            generations.path(self.number),
            place,
            lambda: None if current is None else generations.open_current(),
        )
        self._concordance = Database(
            generations.concordance_path(self.number),
            f"{place}.concordance",
            lambda: generations.open_concordance(current),
        )

    def read(self) -> ox.Store:
        """The next state as it is so far, read-only."""
        return self._graph.read()

    def change(self, added: Collection[ox.Quad], removed: Collection[ox.Quad]) -> None:
        """Adds and removes quads; a named graph that loses its last quad goes with it."""
        self._graph.change(added, removed)

    def list(self, added: Collection[ox.Quad], removed: Collection[ox.Quad]) -> None:
        """Adds and removes quads of its concordance."""
        self._concordance.change(added, removed)

    def list_anew(self, quads: Collection[ox.Quad]) -> None:
        """Makes its concordance of these quads."""
        self._concordance.make(anew=True)
        self._concordance.change(quads, ())

    def note(self, entry: Mapping[str, Any]) -> None:
        """What the journal says of the generation once it is published."""
        self._entry = {**entry, "generation": self.number}

    def publish(self, sources: "Manifest") -> int:
        """Makes the draft the current generation and returns its number."""
        self._graph.make()
        self._generations.publish(self.number, sources, self._entry)
        return self.number
