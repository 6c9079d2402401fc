"""One difference between two graphs, of each sort."""

from dataclasses import dataclass

from kg.export.compare.change import Change
from kg.export.why.account import Dispute, FactAccount
from kg.model.fact import Entity, Name

ADDED, GONE, CHANGED = "added", "gone", "changed"

Sides = tuple[str, str]
"""What something is called before and after, "" in a graph that does not have it."""


@dataclass(frozen=True, slots=True)
class EntityDifference:
    """An entity that was added or is gone, or its kind and name in force, where they changed."""

    before: Entity | None
    after: Entity | None
    changes: tuple[Change, ...] = ()

    @property
    def of(self) -> Sides:
        """Its name in force."""
        return (self.before.label if self.before else "", self.after.label if self.after else "")


@dataclass(frozen=True, slots=True)
class NameDifference:
    """A name of an entity that both graphs have, which `of` calls by its name in force."""

    of: Sides
    before: Name | None
    after: Name | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class FactDifference:
    """An event or relation, and what it says otherwise.

    `of` is what it is about: the first filler of an event's main role, a relation's subject.
    """

    of: Sides
    before: FactAccount | None
    after: FactAccount | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeDifference:
    """A disagreement about a fact or entity, and what its sides say otherwise.

    `label` is what the fact or entity is called; `of` the entity that it is about.
    """

    of: Sides
    label: Sides
    before: Dispute | None
    after: Dispute | None
    changes: tuple[Change, ...] = ()


Difference = EntityDifference | NameDifference | FactDifference | DisputeDifference


def sort_of(one: Difference) -> str:
    """ADDED, GONE or CHANGED."""
    if one.before is None:
        return ADDED
    return GONE if one.after is None else CHANGED
