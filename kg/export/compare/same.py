"""What makes two entities, events, relations or names of two graphs the same."""

from collections.abc import Callable, Hashable, Iterator

from kg.export.compare.pairing import Pairs, paired
from kg.export.reading import Reading
from kg.model.fact import Entity, Event, Name, Relation
from kg.model.naming import name_key
from kg.model.schema import EventType, Schema

Known = Callable[[str], Hashable]
"""The IRI of an entity or fact in one graph → what stands for it in both."""


def same_entities(before: Reading, after: Reading) -> Pairs[Entity]:
    """By IRI; then of one kind by the name in force, then by any name; then by the name in force
    alone, for a graph may leave the kind open or read another one."""
    schema = before.schema

    def root(one: Entity) -> str:
        return schema.root(one.kind)

    rounds = (
        lambda one: [one.iri],
        lambda one: [(root(one), name_key(one.label))],
        lambda one: [(root(one), name_key(name.text)) for name in one.names],
        lambda one: [name_key(one.label)],
    )
    return paired(before.entities(), after.entities(), [(keys, keys) for keys in rounds])


def same_names(before: Entity, after: Entity) -> Pairs[Name]:
    """By their text: first of one begin, then where only one of that text is left."""
    rounds = (lambda one: [(one.text, one.since)], lambda one: [one.text])
    return paired(before.names, after.names, [(keys, keys) for keys in rounds])


def same_events(
    before: Reading, after: Reading, known_before: Known, known_after: Known
) -> Pairs[Event]:
    """By IRI; then of one type by what identifies them and their date, by that alone, by one party
    and the date, and by the sentence."""
    sides = (_EventKeys(before, known_before), _EventKeys(after, known_after))
    names = ("iri", "identity_on_date", "identity", "parties_on_date", "quotes")
    rounds = [tuple(getattr(side, name) for side in sides) for name in names]
    return paired(before.events(), after.events(), [(one, other) for one, other in rounds])


def same_relations(
    before: Reading, after: Reading, known_before: Known, known_after: Known
) -> Pairs[Relation]:
    """By IRI; then by who stands in which relation to whom: first of one begin, then alone."""

    def ends(one: Relation, known: Known) -> Hashable:
        return one.relation, known(one.subject), known(one.object)

    rounds = [
        (lambda one: [one.iri], lambda one: [one.iri]),
        (
            lambda one: [(ends(one, known_before), one.details.since)],
            lambda one: [(ends(one, known_after), one.details.since)],
        ),
        (lambda one: [ends(one, known_before)], lambda one: [ends(one, known_after)]),
    ]
    return paired(before.relations(), after.relations(), rounds)


class _EventKeys:
    """The keys of a graph's events, round by round."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self._reading = reading
        self._known = known
        self._schema: Schema = reading.schema

    def iri(self, event: Event) -> Iterator[Hashable]:
        yield event.iri

    def identity_on_date(self, event: Event) -> Iterator[Hashable]:
        for key in self.identity(event):
            yield key, event.date

    def identity(self, event: Event) -> Iterator[Hashable]:
        """What identifies an event of the type, by its fillers; nothing where none is filled."""
        type_ = self._schema.events[event.type]
        filled = {role: self._filled(event, role) for role in type_.identity}
        if any(filled.values()):
            together = frozenset(one for role in type_.parties for one in filled.get(role, ()))
            apart = tuple(filled[role] for role in type_.identity if role not in type_.parties)
            yield event.type, together, apart, _measured(event, type_)

    def parties_on_date(self, event: Event) -> Iterator[Hashable]:
        """Each filler of the main role, or of a party's, with the date."""
        type_ = self._schema.events[event.type]
        for role in dict.fromkeys((type_.main, *type_.parties)):
            for one in self._filled(event, role):
                yield event.type, one, event.date, _measured(event, type_)

    def quotes(self, event: Event) -> Iterator[Hashable]:
        """The words of each place that states it."""
        for span in event.evidence:
            place = self._reading.place(span)
            if place and place.quote:
                yield event.type, " ".join(place.quote.split())

    def _filled(self, event: Event, role: str) -> frozenset[Hashable]:
        entities = dict(event.roles).get(role, ())
        return frozenset((*map(self._known, entities), *dict(event.texts).get(role, ())))


def _measured(event: Event, type_: EventType) -> tuple[Hashable, ...]:
    """What identifies it beside roles: a milestone's metric, value and unit."""
    return tuple(getattr(event.details, name) for name in type_.identity_details)
