"""The texts of loaded documents, for sentences to be shown in their context."""

from collections.abc import Callable
from pathlib import PurePath

from kg.documents import read_bytes
from kg.errors import KgError
from kg.store.blobs import Blobs
from kg.store.manifest import Loaded, Manifest

Texts = Callable[[str], str | None]
"""The IRI of a document → its text, None where it is not kept."""


def loaded_texts(manifest: Manifest, blobs: Blobs, warn: Callable[[str], None]) -> Texts:
    """The texts of the documents of a generation, each read when it is first asked for.

    One whose file is gone is told to `warn`, once: the quotes are in the graph, only their context
    is not.
    """
    kept = {source.iri: source for source in manifest.sources if source.text}
    read: dict[str, str | None] = {}

    def text(document: str) -> str | None:
        if document not in read:
            source = kept.get(document)
            read[document] = _text(source, blobs, warn) if source else None
        return read[document]

    return text


def _text(source: Loaded, blobs: Blobs, warn: Callable[[str], None]) -> str | None:
    try:
        data = blobs.get(source.text)
        return read_bytes(data, source.name, PurePath(source.name).suffix or ".txt").text
    except KgError as error:
        warn(str(error))
        return None
