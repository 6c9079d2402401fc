"""Which decisions apply to a set of claims, and what each of them is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model.claim import NAME, RELATION
from kg.model.decision import PREFER, REJECT, Decision, Decisions, in_order
from kg.model.fact import AppliedDecision, Conflict, RejectedClaim
from kg.model.schema import Schema
from kg.rdf import iris
from kg.resolve.claims import Reading
from kg.resolve.grouping import Group, fitting
from kg.resolve.relations import Ends


@dataclass(frozen=True, slots=True)
class Derived:
    """What was derived, as far as decisions can be about it.

    `events` are by type the IRIs of events with their claims, `relations` the IRIs of relations
    with their ends; `things` the decisions about things that hold, with the entities they are
    about.
    """

    events: Mapping[str, Sequence[tuple[str, Group]]]
    relations: Sequence[tuple[str, Ends]]
    conflicts: Sequence[Conflict]
    things: Mapping[Decision, tuple[str, ...]]


def applied(
    decisions: Decisions, left_out: Sequence[Reading], derived: Derived, schema: Schema, base: str
) -> tuple[AppliedDecision, ...]:
    """The decisions that apply, sorted by IRI; `left_out` are the claims that they reject."""
    by_claim = {reading.iri: reading for reading in left_out}
    settled: dict[str, set[str]] = {}
    for conflict in derived.conflicts:
        for iri in conflict.decided:
            settled.setdefault(iri, set()).add(conflict.about)
    found = []
    for one in in_order(decisions):
        iri = iris.decision(base, one)
        about: Iterable[str] | None
        if one.verdict == REJECT:
            reading = by_claim.get(one.claims[0])
            about = None if reading is None else _about(reading, derived, schema)
        else:
            about = settled.get(iri) if one.verdict == PREFER else derived.things.get(one)
        if about is not None:
            found.append(AppliedDecision(iri, one, tuple(sorted(about))))
    return tuple(sorted(found, key=lambda one: one.iri))


def rejected_claims(left_out: Iterable[Reading]) -> tuple[RejectedClaim, ...]:
    """The claims that are left out, sorted by IRI."""
    rows = (RejectedClaim(r.iri, r.claim, r.about("").evidence) for r in left_out)
    return tuple(sorted(rows, key=lambda row: row.iri))


def _about(reading: Reading, derived: Derived, schema: Schema) -> set[str]:
    """The fact that the claim would be about, and the entities that it names, as far as others
    tell of them."""
    about = {iri for _, filled in reading.roles for iri in filled}
    claim = reading.claim
    if claim.type == RELATION:
        ends = (claim.relation, reading.iris("subject")[:1], reading.iris("object")[:1])
        about.update(
            iri
            for iri, (name, subject, object_, _) in derived.relations
            if (name, (subject,), (object_,)) == ends
        )
    elif claim.type != NAME and _all_told(reading):
        groups = derived.events.get(claim.type, ())
        home = fitting(reading, [one for _, one in groups], schema.events[claim.type])
        about.update(() if home is None else [groups[home][0]])
    return about


def _all_told(reading: Reading) -> bool:
    """Whether other claims tell of everyone whom it names: what it would be about is not found by
    the rest."""
    named = (role for role, mentions in reading.claim.roles if any(m.kind for m in mentions))
    return all(reading.iris(role) for role in named)
