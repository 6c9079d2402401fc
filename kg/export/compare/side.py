"""One of the two graphs that are compared."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kg.export.compare.correspondence import Correspondence
from kg.export.order import role_order
from kg.export.reading import Reading
from kg.export.why.account import Teller
from kg.model.fact import Event, Relation

_Thing = TypeVar("_Thing")
Order = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A graph that is compared: what the user calls it, and what reads and tells it."""

    name: str
    reading: Reading
    teller: Teller


def main_party(reading: Reading, fact: Event | Relation | None) -> str | None:
    """The entity that a fact is about: the first filler of an event's main role, else of the first
    role that is filled; a relation's subject. None where there is none."""
    if fact is None:
        return None
    if isinstance(fact, Relation):
        return fact.subject
    main = reading.schema.events[fact.type].main
    filled = sorted(
        fact.roles,
        key=lambda item: (item[0] != main, *role_order(reading.schema, fact.type, item[0])),
    )
    return min((iri for _, iris in filled[:1] for iri in iris), default=None)


def called(
    sides: tuple[Side, Side], both: Correspondence, before: str | None, after: str | None
) -> tuple[str, str]:
    """What an entity is called in each graph, from its IRI in one; "" where it is not."""
    first, second = sides
    one, other = both.sides(before, after)
    return (first.reading.label(one) if one else "", second.reading.label(other) if other else "")


def least(before: _Thing | None, after: _Thing | None, order: Callable[[_Thing], Order]) -> Order:
    """Where a difference is listed: by the earlier of its sides, whichever graph that is in."""
    return min(order(one) for one in (before, after) if one is not None)
