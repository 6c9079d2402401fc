"""In which order facts are listed: by time, and by IRI where that does not decide."""

from kg.model.dates import PartialDate
from kg.model.fact import Event, Name, Relation
from kg.model.schema import Schema


def event_order(event: Event) -> tuple[object, ...]:
    """In time, without a date last; then by IRI."""
    return (*_time(event.date or event.details.announced), event.iri)


def relation_order(relation: Relation) -> tuple[object, ...]:
    """By relation, begin, end; then by IRI."""
    details = relation.details
    return (relation.relation, *_time(details.since), *_time(details.until), relation.iri)


def role_order(schema: Schema, type_: str, role: str) -> tuple[int, str]:
    """In the ontology's order of an event type's roles; any others after them, by name."""
    order = [one.name for one in schema.events[type_].roles]
    return (order.index(role) if role in order else len(order), role)


def name_order(name: Name) -> tuple[object, ...]:
    """A name whose begin is not known comes before those that are known to follow it."""
    begin = name.since.sort_key if name.since else (0, 0, "")
    return (begin, *_time(name.until), name.iri)


def _time(date: PartialDate | None) -> tuple[object, ...]:
    return (0, date.sort_key) if date else (1,)
