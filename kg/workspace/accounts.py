"""Accounts of things in the graph of a workspace, with their sentences in context."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kg.export.reading import Reading
from kg.export.said import Decided
from kg.export.why import shower
from kg.export.why.account import Account, Teller
from kg.export.why.lookup import find
from kg.model.dates import PartialDate
from kg.model.fact import Entity
from kg.ontology.schema import load_schema
from kg.workspace.derived import deriving
from kg.workspace.texts import loaded_texts
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
    workspace: Workspace,
    name: str,
    say: Say,
    claims: bool = False,
    on: PartialDate | None = None,
) -> Account:
    """The account of the entity of a name, at the date `on` where it is given, or of what an IRI
    names.

    `claims`: with the IRI of each claim below the base. `say` is told of texts that are gone,
    and of a name that nobody bore at that date.
    Raises KgError with the nearest names where nothing is called so.
    """
    _, store, manifest = workspace.store.snapshot()
    reading = Reading(store, load_schema(workspace.ontology))
    found = find(name, reading, workspace.base, on)
    if not found.borne:
        say(f"nothing is known to have been called {name!r} at {on}: this is who is, or was")
    shown = (lambda iri: iri.removeprefix(workspace.base)) if claims else None
    teller = Teller(
        reading,
        loaded_texts(manifest, workspace.settings.blobs, say),
        shown,
        deriving(workspace, store, reading),
    )
    if isinstance(found.thing, Entity):
        return teller.entity(found.thing, found.homonyms)
    if isinstance(found.thing, Decided):
        return teller.decision(found.thing)
    return teller.fact(found.thing)
