"""The whole of resolution, step by step."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from kg.model.claim import NAME, RELATION, Claim
from kg.model.decision import UNDECIDED, Decisions
from kg.model.fact import Conflict, Entity, Event, Facts, Relation, ResolvedClaim
from kg.model.schema import Schema
from kg.resolve.applied import Derived, applied, rejected_claims
from kg.resolve.bearers import Meant, bearers
from kg.resolve.claims import Reading, claim_iri, readings, states_name
from kg.resolve.conflicts import Disputes
from kg.resolve.entities import assign_iris, entity_drafts, entity_of
from kg.resolve.events import assemble, event_iris
from kg.resolve.grouping import Group, group
from kg.resolve.mentions import references
from kg.resolve.preferences import Preferences
from kg.resolve.relations import Ends, assemble_relation, relation_groups
from kg.resolve.rulings import rejected
from kg.resolve.tenures import Bearer


@dataclass(slots=True)
class _Events:
    """The events, their claims and conflicts; `groups` by type, with the IRIs of their events."""

    events: list[Event] = field(default_factory=list)
    claims: list[ResolvedClaim] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    groups: dict[str, list[tuple[str, Group]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Relations:
    """The relations, their claims and conflicts, and their ends."""

    relations: list[Relation] = field(default_factory=list)
    claims: list[ResolvedClaim] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    ends: list[tuple[str, Ends]] = field(default_factory=list)


def resolve(
    claims: Iterable[Claim],
    schema: Schema,
    base: str,
    decisions: Decisions = UNDECIDED,
    told: Collection[Claim] | None = None,
) -> Facts:
    """All facts that follow from these claims, as the decisions have it.

    The claims must fit the schema. A decision about what they do not tell of changes nothing. With
    `told` only the events and relations that these of the claims tell of; entities and their names
    are as always.
    """
    ordered = sorted(set(claims), key=lambda c: (claim_iri(c), c.extracted_by))
    out = rejected(decisions)
    held = [c for c in ordered if claim_iri(c) not in out] if out else ordered
    meant = bearers(held, schema, decisions)
    entities, iri_of = entities_of(meant, schema, base)
    telling = held if told is None else [c for c in held if c in told or states_name(c)]
    read = readings(meant.references, telling, iri_of)
    preferences = Preferences.of(decisions, base)
    events = _events(read, schema, base, preferences)
    relations = _relations(read, base, preferences)
    of_names = _names(read, entities)
    conflicts = sorted(events.conflicts + relations.conflicts, key=lambda c: c.iri)
    left_out = _left_out([c for c in ordered if claim_iri(c) in out] if out else [], meant, iri_of)
    things = meant.rulings.applied(iri_of)
    derived = Derived(events.groups, relations.ends, conflicts, things)
    return Facts(
        entities=tuple(sorted(_merged(entities), key=lambda e: e.iri)),
        events=tuple(sorted(events.events, key=lambda e: e.iri)),
        relations=tuple(relations.relations),
        conflicts=tuple(conflicts),
        claims=tuple(sorted(events.claims + relations.claims + of_names, key=lambda c: c.iri)),
        rejected=rejected_claims(left_out),
        decisions=applied(decisions, left_out, derived, schema, base),
    )


def entities_of(meant: Meant, schema: Schema, base: str) -> tuple[list[Entity], dict[Bearer, str]]:
    """The entities that are meant, and the IRI of each bearer's."""
    changes = meant.register.changes
    drafts = entity_drafts(meant.references, meant.partition, meant.tenures, changes, schema)
    iri_of = assign_iris(drafts, base)
    return [entity_of(draft, iri_of[draft.bearers[0]], base, schema) for draft in drafts], iri_of


def _merged(entities: Sequence[Entity]) -> Iterable[Entity]:
    """One entity an IRI."""
    return {entity.iri: entity for entity in entities}.values()


def _events(
    read: Sequence[Reading], schema: Schema, base: str, preferences: Preferences
) -> _Events:
    by_type: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in read:
        by_type[reading.claim.type].append(reading)
    found = _Events()
    for name, event_type in sorted(schema.events.items()):
        groups = group(by_type[name], event_type)
        named = list(zip(event_iris(groups, event_type, base), groups, strict=True))
        found.groups[name] = named
        for iri, one in named:
            conflicts = Disputes(iri, base, preferences).of_event(one.readings, event_type)
            followed = preferences.only(d for c in conflicts for d in c.decided)
            found.events.append(assemble(one, event_type, iri, followed))
            found.claims += [reading.about(iri) for reading in one.readings]
            found.conflicts += conflicts
    return found


def _relations(read: Sequence[Reading], base: str, preferences: Preferences) -> _Relations:
    found = _Relations()
    of_relations = [reading for reading in read if reading.claim.type == RELATION]
    for iri, ends, claims in relation_groups(of_relations, base):
        conflicts = Disputes(iri, base, preferences).of_relation(claims)
        followed = preferences.only(d for c in conflicts for d in c.decided)
        found.relations.append(assemble_relation(iri, ends, claims, followed))
        found.claims += [reading.about(iri) for reading in claims]
        found.conflicts += conflicts
        found.ends.append((iri, ends))
    return found


def _left_out(claims: Sequence[Claim], meant: Meant, iri_of: dict[Bearer, str]) -> list[Reading]:
    """The rejected claims, read by what the others tell of."""
    return readings(references(claims, meant.register), claims, iri_of)


def _names(read: Sequence[Reading], entities: Iterable[Entity]) -> list[ResolvedClaim]:
    """Claims about names, each about the name node that it states."""
    by_iri = {entity.iri: entity for entity in entities}
    resolved = []
    for reading in read:
        if reading.claim.type == NAME:
            owner = by_iri[reading.iris("nameOf")[0]]
            same = [n.iri for n in owner.names if set(reading.about("").evidence) & set(n.evidence)]
            texts = [n.iri for n in owner.names if n.text in reading.words("text")]
            about = reading.claim.about or next(iter([*_both(same, texts), *texts, owner.iri]))
            resolved.append(reading.about(about))
    return resolved


def _both(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return [iri for iri in one if iri in other]
