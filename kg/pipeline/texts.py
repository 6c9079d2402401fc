"""The documents behind the sources of a manifest, for findings to show their sentences."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from kg.documents import read_bytes
from kg.errors import KgError
from kg.model.document import Document
from kg.store.blobs import Blobs
from kg.store.manifest import Manifest


class Texts(Mapping[str, Document]):
    """Documents by IRI, each read when it is first asked for.

    One whose kept bytes cannot be read is not there: its quotes are in the graph.
    """

    def __init__(self, manifest: Manifest, blobs: Blobs) -> None:
        self._loaded = {loaded.iri: loaded for loaded in manifest.sources if loaded.text}
        self._blobs = blobs
        self._read: dict[str, Document] = {}

    def __getitem__(self, iri: str) -> Document:
        if iri not in self._read:
            loaded = self._loaded[iri]
            try:
                data = self._blobs.get(loaded.text)
                suffix = PurePath(loaded.name).suffix or ".txt"
                self._read[iri] = read_bytes(data, loaded.name, suffix)
            except KgError:
                raise KeyError(iri) from None
        return self._read[iri]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)
