"""Claims: what one place of one source says. Never changed; all else is derived from them."""

from dataclasses import dataclass
from decimal import Decimal

from kg.model.dates import PartialDate
from kg.model.document import Span

ASSERTED, ANNOUNCED, PLANNED, REPORTED = "asserted", "announced", "planned", "reported"
STATUSES = (ASSERTED, ANNOUNCED, PLANNED, REPORTED)
"""From the strongest to the weakest: an event has the strongest status of its claims."""

RELATION, NAME = "Relation", "Name"
"""The two types of claim that are not events."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name as a claim uses it: its text, the kind of thing where known, the IRI where given.

    `kind` is the local name of an ontology class (`Company`, `Service`, …), or "" where it is
    open. `iri` is "" unless an RDF source names the thing by an IRI of the graph's own base.
    """

    text: str
    kind: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What an event or relation may say beyond its type, date, status and roles.

    `value` is a plain number in `unit` (an ISO 4217 code for money, `percent`, else the text's
    own counter such as 명); `share` is a percentage, 0 to 100; `since` and `until` bound a
    relation's period, half-open; `announced` is when the event was announced.
    """

    value: Decimal | None = None
    unit: str | None = None
    share: Decimal | None = None
    metric: str | None = None
    position: str | None = None
    kind: str | None = None
    cause: str | None = None
    restored: PartialDate | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    announced: PartialDate | None = None


Roles = tuple[tuple[str, tuple[Mention, ...]], ...]
"""Fillers by role, both in the order of their text: equal roles are equal tuples."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place of one source says about one event, relation or name.

    `type` is the local name of an event type, `Relation` or `Name`. A relation's roles are
    `subject` and `object`, and `relation` its name. A name's roles are `nameOf` and `text`, its
    `details.kind` the kind of name. `span` is the place in the document `source` (an IRI); a
    claim of an RDF source has none, but the `line` of the file where it stands, in `cites` the
    IRIs of the spans that the file itself gives as evidence (the best first), and in `about` the
    IRI that the file gives the event, relation or name, where that lies under the base.
    """

    source: str
    type: str
    relation: str | None
    roles: Roles
    date: PartialDate | None
    status: str
    details: Details
    extracted_by: str
    span: Span | None = None
    cites: tuple[str, ...] = ()
    line: int | None = None
    about: str = ""

    def fillers(self, role: str) -> tuple[Mention, ...]:
        """The fillers of a role, none where it is not said."""
        return next((mentions for name, mentions in self.roles if name == role), ())
