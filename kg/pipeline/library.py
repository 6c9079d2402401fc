"""The documents that claims are about: found by name on the disk, else among those loaded."""

from collections.abc import Iterable
from pathlib import Path

from kg.documents import read_bytes
from kg.errors import KgError, Where
from kg.model.document import Document
from kg.pipeline.inputs import Input, name_of
from kg.pipeline.settings import Settings
from kg.store.manifest import DOCUMENT, Manifest

Held = tuple[Document, bytes]
"""A document with the bytes that it was read from."""


class Library:
    """Finds documents by the names that claims give them, each read once.

    A name is a path from the current folder, else from the workspace; else the document of that
    name that is loaded already. A file outside the workspace is never read. `only` is the
    document of all claims, whatever they name.
    """

    def __init__(self, settings: Settings, loaded: Manifest, only: Path | None = None) -> None:
        self._settings = settings
        self._loaded = {source.name: source for source in loaded.sources if source.text}
        self._only = only
        self._held: dict[str, Held | None] = {}

    def all(self, names: Iterable[str]) -> dict[str, Held]:
        """The documents of these names; names that lead to none are left out. The document of all
        claims is also that of claims which name none ("").

        Raises KgError where a file of that name cannot be read as a document, or lies outside the
        workspace.
        """
        wanted = dict.fromkeys(names if self._only is None else ("", *names))
        found = ((name, self.find(name)) for name in wanted)
        return {name: held for name, held in found if held is not None}

    def find(self, name: str) -> Held | None:
        """The document of this name, None where there is none."""
        if name not in self._held:
            self._held[name] = self._find(name)
        return self._held[name]

    def _find(self, name: str) -> Held | None:
        if self._only is not None:
            return self._read(self._only)
        if not name or "\0" in name:
            return None
        root, data = self._settings.root, self._settings.data
        there = [path for path in (Path(name), root / name, data.parent / name) if _is_file(path)]
        for path in there:
            if self._is_inside(path):
                return self._read(path)
        loaded = self._loaded.get(name)
        if loaded is not None:
            text = self._settings.blobs.get(loaded.text)
            return read_bytes(text, name, Path(name).suffix or ".txt"), text
        if there:
            raise KgError(
                "outside",
                "claims name this file as their document, and it lies outside the workspace",
                Where(name),
                "if they are about it, name it yourself: --document FILE",
            )
        return None

    def _is_inside(self, path: Path) -> bool:
        """Whether a file lies in the workspace or its data, wherever links lead: a file of claims
        may come from anywhere, and what it quotes would be shown from the file that it names."""
        whole = path.resolve()
        folders = (self._settings.root.resolve(), self._settings.data.resolve())
        return any(whole.is_relative_to(folder) for folder in folders)

    def _read(self, path: Path) -> Held:
        one = Input(self._name_of(path), DOCUMENT, path)
        data = one.read()
        return read_bytes(data, one.name, path.suffix), data

    def _name_of(self, path: Path) -> str:
        data = self._settings.data
        if path.is_relative_to(data):
            return path.relative_to(data.parent).as_posix()
        return name_of(path, self._settings.root)


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have leads to none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
