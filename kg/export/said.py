"""What a place of a source says, as the graph holds it."""

from dataclasses import dataclass

from kg.model.claim import Details
from kg.model.dates import PartialDate

Filled = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said: a stretch of a document's text, or a line of a source of facts.

    `name` is the path that the user knows the document by; offsets count code points, half-open.
    """

    iri: str
    document: str
    name: str
    title: str | None
    issued: str | None
    quote: str
    start: int | None
    end: int | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it stands in the graph.

    `verdict` is reject, prefer, same or different; `label` says what was decided, in a line; `on`
    is an ISO day. `claims` are the rejected claim, or the preferred one and the other; `concerns`
    the facts and entities that it bears on.
    """

    iri: str
    verdict: str
    label: str
    who: str
    why: str
    on: str | None
    claims: tuple[str, ...]
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as it stands in the graph: what its place states, with entities for mentions."""

    iri: str
    source: str
    about: str
    type: str
    relation: str | None
    date: PartialDate | None
    status: str
    roles: Filled
    texts: Filled
    details: Details
    evidence: tuple[str, ...]
    extracted_by: str
