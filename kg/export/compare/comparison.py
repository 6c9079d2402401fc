"""Two graphs side by side: what was added, what is gone, what is told otherwise."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from kg.export.compare.change import Told, differ, entity_changes, fact_changes, name_changes
from kg.export.compare.correspondence import Correspondence
from kg.export.compare.difference import (
    Difference,
    DisputeDifference,
    EntityDifference,
    FactDifference,
    NameDifference,
)
from kg.export.compare.disputes import dispute_differences
from kg.export.compare.pairing import Pairs
from kg.export.compare.same import (
    same_entities,
    same_events,
    same_names,
    same_relations,
)
from kg.export.compare.side import Side, called, least, main_party
from kg.export.order import event_order, name_order, relation_order
from kg.model.fact import Entity, Event, Relation

_Fact = TypeVar("_Fact", Event, Relation)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between two graphs, each list in order of time or name.

    `before` and `after` are what the user calls the graphs.
    """

    before: str
    after: str
    entities: tuple[EntityDifference, ...]
    names: tuple[NameDifference, ...]
    events: tuple[FactDifference, ...]
    relations: tuple[FactDifference, ...]
    conflicts: tuple[DisputeDifference, ...]
    word: Callable[[str, str], str] = field(compare=False)

    @property
    def all(self) -> tuple[Difference, ...]:
        """All differences."""
        return (*self.entities, *self.names, *self.events, *self.relations, *self.conflicts)

    def __bool__(self) -> bool:
        """Whether the graphs differ."""
        return bool(self.all)


def compare(before: Side, after: Side) -> Comparison:
    """What differs between the facts of two graphs: entities, names, events, relations, conflicts.

    A fact whose IRI changed because its date or a name did is one that changed, where no other
    could be meant. Where a fact stands in its sources makes no difference.
    """
    sides = (before, after)
    entities = same_entities(before.reading, after.reading)
    both = Correspondence.of(entities)
    known = (both.before, both.after)
    events = same_events(before.reading, after.reading, *known)
    relations = same_relations(before.reading, after.reading, *known)
    return Comparison(
        before=before.name,
        after=after.name,
        entities=_entities(entities),
        names=_names(entities),
        events=_facts(events, sides, both, event_order),
        relations=_facts(relations, sides, both, relation_order),
        conflicts=dispute_differences(sides, Correspondence.of(entities, events, relations)),
        word=after.reading.word,
    )


def _entities(pairs: Pairs[Entity]) -> tuple[EntityDifference, ...]:
    found = []
    for one, other in pairs.each():
        changes = entity_changes(one, other) if one and other else ()
        if changes or not (one and other):
            found.append((least(one, other, _entity_order), EntityDifference(one, other, changes)))
    return tuple(made for _, made in sorted(found, key=lambda item: item[0]))


def _entity_order(entity: Entity) -> tuple[object, ...]:
    return (entity.label, entity.iri)


def _names(pairs: Pairs[Entity]) -> tuple[NameDifference, ...]:
    found = []
    for one, other in pairs.both:
        for name, now in same_names(one, other).each():
            changes = name_changes(name, now) if name and now else ()
            if changes or not (name and now):
                order = (least(one, other, _entity_order), least(name, now, name_order))
                found.append((order, NameDifference((one.label, other.label), name, now, changes)))
    return tuple(made for _, made in sorted(found, key=lambda item: item[0]))


def _facts(
    pairs: Pairs[_Fact],
    sides: tuple[Side, Side],
    both: Correspondence,
    order: Callable[[_Fact], tuple[object, ...]],
) -> tuple[FactDifference, ...]:
    found = []
    for one, other in pairs.each():
        if one and other and not differ((one, both.before), (other, both.after)):
            continue
        made = _fact(sides, both, one, other)
        found.append((least(one, other, order), made))
    return tuple(made for _, made in sorted(found, key=lambda item: item[0]))


def _fact(
    sides: tuple[Side, Side],
    both: Correspondence,
    before: Event | Relation | None,
    after: Event | Relation | None,
) -> FactDifference:
    first, second = sides
    one = first.teller.told(before) if before else None
    other = second.teller.told(after) if after else None
    changes = (
        fact_changes(Told(one, both.before), Told(other, both.after), second.reading.schema)
        if one and other
        else ()
    )
    of = called(sides, both, main_party(first.reading, before), main_party(second.reading, after))
    return FactDifference(of, one, other, changes)
