"""Who a company came from and who follows it, as a text that is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import KgError
from kg.export.drawing import drawing
from kg.export.lineage import Lineage, lineage
from kg.export.reading import Reading
from kg.export.why.lookup import find
from kg.model.fact import Entity
from kg.ontology.schema import load_schema
from kg.workspace.workspace import Workspace

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A lineage in Mermaid and in the DOT of Graphviz; a notebook draws it.

    >>> import kg
    >>> print(kg.open().lineage("네모소프트").mermaid.splitlines()[0])
    flowchart LR
    """

    mermaid: str
    dot: str

    def __str__(self) -> str:
        return self.mermaid

    def _repr_markdown_(self) -> str:
        return f"```mermaid\n{self.mermaid}```\n"


def drawn(workspace: Workspace, store: ox.Store, name: str, lang: str, say: Say) -> Drawing:
    """The lineage of what a name or an IRI means; see `lineage_of`."""
    reading = Reading(store, load_schema(workspace.ontology))
    found = lineage_of(name, reading, workspace.base, say)
    texts = (drawing(format_)(found, reading, lang) for format_ in ("mermaid", "dot"))
    return Drawing(*texts)


def lineage_of(name: str, reading: Reading, base: str, say: Say) -> Lineage:
    """The lineage of the entity that a name or an IRI means; `say` is told who else bears it.

    Raises KgError where nothing is called so, or it is an event or a relation.
    """
    found = find(name, reading, base)
    if not isinstance(found.thing, Entity):
        problem = f"{found.thing.iri} is no company, service or person"
        raise KgError("no-lineage", problem, hint="a lineage is of a name, or of an IRI of one")
    if found.homonyms:
        others = ", ".join(iri.removeprefix(base) for iri in found.homonyms)
        say(f"drawn is {found.thing.iri.removeprefix(base)}; also: {others}")
    return lineage(found.thing, reading)
