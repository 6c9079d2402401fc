"""Facts: what we hold to be so, from all the claims about it. Always derivable again."""

from dataclasses import dataclass

from kg.model.claim import Claim, Details
from kg.model.dates import PartialDate
from kg.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Name:
    """A name that an entity bears, from `since` until `until` (half-open; None: not known).

    `kind` is legal, brand, former or alternate. `evidence` are IRIs of spans.
    """

    iri: str
    of: str
    text: str
    kind: str
    since: PartialDate | None
    until: PartialDate | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, service, person, place …: a name of a kind, across all its names.

    `label` is the name in force, `names` all of them, in order of time.
    """

    iri: str
    kind: str
    label: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An event, with what its claims together say.

    `roles` holds entity IRIs by role, `texts` plain texts by role (`old`, `new`, `scope`).
    `details.announced` is when it was announced. `evidence` are IRIs of spans, best first.
    """

    iri: str
    type: str
    date: PartialDate | None
    status: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    details: Details
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that holds over a period (`details.since`, `details.until`, half-open)."""

    iri: str
    relation: str
    subject: str
    object: str
    status: str
    details: Details
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims about one event that cannot all hold, and why: `because` is a word for programs.

    `property` is the local name of what they disagree on (`date`, `share`, a role …); `between`
    are claim IRIs, two or more, in order. `decided` are the IRIs of the decisions that settle it.
    """

    iri: str
    about: str
    property: str
    between: tuple[str, ...]
    because: str
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim with its IRI, what it is about, and the entities that its mentions name."""

    iri: str
    claim: Claim
    about: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RejectedClaim:
    """A claim that a decision keeps out of the facts, and the spans that it rests on."""

    iri: str
    claim: Claim
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AppliedDecision:
    """A decision that applies to these claims, and the IRIs of the facts and entities that it is
    about: the fact of which a claim tells and the entities that it names, or the things that are
    the same or different. None of them where nothing else tells of what was rejected.
    """

    iri: str
    decision: Decision
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything derived from a set of claims, each part sorted by IRI."""

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[ResolvedClaim, ...]
    rejected: tuple[RejectedClaim, ...] = ()
    decisions: tuple[AppliedDecision, ...] = ()
