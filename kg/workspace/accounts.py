"""Accounts of things in the graph of a workspace, with their sentences in context."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import pyoxigraph as ox

from kg.documents import read_bytes
from kg.errors import KgError
from kg.export.reading import Reading
from kg.export.said import Decided
from kg.export.why import shower
from kg.export.why.account import Account, Teller, Texts
from kg.export.why.lookup import find
from kg.model.fact import Entity
from kg.ontology.schema import load_schema
from kg.store.blobs import Blobs
from kg.store.manifest import Loaded
from kg.workspace.workspace import Workspace

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """What is held of a thing, and every sentence that it rests on; its text is that of `kg why`.

    `language` is that of the headings, `en` or `ko`. A notebook shows it as Markdown.

    >>> import kg
    >>> print(str(kg.open().why("세모뮤직")).splitlines()[0])
    세모뮤직 (company)
    """

    account: Account
    language: str = "en"

    def __str__(self) -> str:
        return shower("text")(self.account, self.language)

    def __repr__(self) -> str:
        return f"<Explanation: {str(self).partition(chr(10))[0]}>"

    def to_markdown(self) -> str:
        """As `kg why --format md` prints it."""
        return shower("md")(self.account, self.language)

    def to_dict(self) -> dict[str, Any]:
        """As `kg why --format json` prints it, in Python's own types."""
        plain: dict[str, Any] = json.loads(shower("json")(self.account, self.language))
        return plain

    def _repr_markdown_(self) -> str:
        return self.to_markdown()


def account(
    workspace: Workspace, store: ox.Store, name: str, say: Say, claims: bool = False
) -> Account:
    """The account of the entity of a name, or of what an IRI names.

    `claims`: with the IRI of each claim below the base. `say` is told of texts that are gone.
    Raises KgError with the nearest names where nothing is called so.
    """
    reading = Reading(store, load_schema(workspace.ontology))
    found = find(name, reading, workspace.base)
    shown = (lambda iri: iri.removeprefix(workspace.base)) if claims else None
    teller = Teller(reading, texts(workspace, say), shown)
    if isinstance(found.thing, Entity):
        return teller.entity(found.thing, found.homonyms)
    if isinstance(found.thing, Decided):
        return teller.decision(found.thing)
    return teller.fact(found.thing)


def texts(workspace: Workspace, say: Say) -> Texts:
    """The texts of the documents that were loaded, each read when it is first asked for."""
    kept = {source.iri: source for source in workspace.store.manifest().sources if source.text}
    blobs = workspace.settings.blobs
    read: dict[str, str | None] = {}

    def text(document: str) -> str | None:
        if document not in read:
            read[document] = _text(kept[document], blobs, say) if document in kept else None
        return read[document]

    return text


def _text(source: Loaded, blobs: Blobs, say: Say) -> str | None:
    """None where the kept file is gone: the quotes are in the graph, only their context is not."""
    try:
        data = blobs.get(source.text)
    except KgError as error:
        say(str(error))
        return None
    return read_bytes(data, source.name, PurePath(source.name).suffix or ".txt").text
