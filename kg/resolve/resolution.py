"""The whole of resolution, step by step."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model.claim import NAME, RELATION, Claim
from kg.model.fact import Conflict, Entity, Event, Facts, Relation, ResolvedClaim
from kg.model.schema import Schema
from kg.resolve.changes import NameChanges
from kg.resolve.claims import Reading, claim_iri, readings
from kg.resolve.conflicts import event_conflicts, relation_conflicts
from kg.resolve.entities import assign_iris, entity_drafts, entity_of
from kg.resolve.events import assemble, event_iris
from kg.resolve.grouping import group
from kg.resolve.homonyms import homonyms
from kg.resolve.mentions import Register, bearers_of, link, references
from kg.resolve.relations import assemble_relation, relation_groups
from kg.resolve.tenures import tenures_of


def resolve(claims: Iterable[Claim], schema: Schema, base: str) -> Facts:
    """All facts that follow from these claims. The claims must fit the schema."""
    ordered = sorted(set(claims), key=lambda c: (claim_iri(c), c.extracted_by))
    changes = NameChanges(ordered, schema)
    tenures = tenures_of(ordered, changes, schema)
    several = {
        key: meant
        for key, meant in homonyms(ordered, schema).items()
        if len(tenures[key]) == 1 and not tenures[key][0].bearer.iri
    }
    tenures |= {key: bearers_of(key, meant) for key, meant in several.items()}
    register = Register(tenures, several, changes, schema)
    found = references(ordered, register)
    partition = link(ordered, found, register)
    drafts = entity_drafts(found, partition, tenures, changes, schema)
    iri_of = assign_iris(drafts, base)
    entities = [entity_of(draft, iri_of[draft.bearers[0]], base, schema) for draft in drafts]
    read = readings(found, ordered, iri_of)
    events, of_events, disputes = _events(read, schema, base)
    relations, of_relations, more = _relations(read, base)
    of_names = _names(read, entities)
    return Facts(
        entities=tuple(sorted(_merged(entities), key=lambda e: e.iri)),
        events=tuple(sorted(events, key=lambda e: e.iri)),
        relations=tuple(relations),
        conflicts=tuple(sorted(disputes + more, key=lambda c: c.iri)),
        claims=tuple(sorted(of_events + of_relations + of_names, key=lambda c: c.iri)),
    )


def _merged(entities: Sequence[Entity]) -> Iterable[Entity]:
    """One entity an IRI."""
    return {entity.iri: entity for entity in entities}.values()


def _events(
    read: Sequence[Reading], schema: Schema, base: str
) -> tuple[list[Event], list[ResolvedClaim], list[Conflict]]:
    by_type: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in read:
        by_type[reading.claim.type].append(reading)
    events: list[Event] = []
    resolved: list[ResolvedClaim] = []
    conflicts: list[Conflict] = []
    for name, event_type in sorted(schema.events.items()):
        groups = group(by_type[name], event_type)
        for iri, one in zip(event_iris(groups, event_type, base), groups, strict=True):
            events.append(assemble(one, event_type, iri))
            resolved += [reading.about(iri) for reading in one.readings]
            conflicts += event_conflicts(one.readings, event_type, iri, base)
    return events, resolved, conflicts


def _relations(
    read: Sequence[Reading], base: str
) -> tuple[list[Relation], list[ResolvedClaim], list[Conflict]]:
    relations: list[Relation] = []
    resolved: list[ResolvedClaim] = []
    conflicts: list[Conflict] = []
    of_relations = [reading for reading in read if reading.claim.type == RELATION]
    for iri, ends, found in relation_groups(of_relations, base):
        relations.append(assemble_relation(iri, ends, found))
        resolved += [reading.about(iri) for reading in found]
        conflicts += relation_conflicts(found, iri, base)
    return relations, resolved, conflicts


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
