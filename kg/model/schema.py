"""The schema: what the ontology says of classes, event types, roles and relations."""

from collections.abc import Mapping
from dataclasses import dataclass

TEXT = "text"
"""The range of a role that takes plain text (`old`, `new`, `scope`) instead of an entity."""


@dataclass(frozen=True, slots=True)
class Class:
    """A class: local name, superclasses (nearest first), labels and definitions by language.

    `root` is the highest class that is disjoint with others (`Organization`, `Service`, …), the
    part of a name's key that keeps 카카오뱅크 the company and the service two; `Entity` has none
    but itself.
    """

    name: str
    superclasses: tuple[str, ...]
    root: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Role:
    """A role of an event type or relation.

    `kinds` are the classes that may fill it (`text` alone for plain text), `usual` the kind of a
    filler that nothing says more of ("" for text), `single` whether one event has one filler
    of it at most.
    """

    name: str
    kinds: tuple[str, ...]
    usual: str
    required: bool
    single: bool


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type.

    `identity` are the roles that make two claims one event; `once`: once in the life of these
    fillers, else claims of different dates are different events. `alternatives`: of each
    of these groups of roles one must be filled; `parties`: roles whose fillers are one set for
    identity (a merger's); `two_of`: roles that need two fillers at least between them (a merger's
    parties and its result). `main` is the role that a row of a query is about.
    `required_details` and `identity_details` are what is required, or identifies, beside roles:
    local names of properties such as `value`, `metric`, `unit` (a milestone's).
    """

    name: str
    roles: tuple[Role, ...]
    identity: tuple[str, ...]
    once: bool
    alternatives: tuple[tuple[str, ...], ...]
    parties: tuple[str, ...]
    main: str
    two_of: tuple[str, ...] = ()
    required_details: tuple[str, ...] = ()
    identity_details: tuple[str, ...] = ()

    def role(self, name: str) -> Role | None:
        """The role of this name, None where the type has none such."""
        return next((role for role in self.roles if role.name == name), None)


@dataclass(frozen=True, slots=True)
class Schema:
    """All of it, by local name. `relations` maps a relation to its roles subject and object."""

    classes: Mapping[str, Class]
    events: Mapping[str, EventType]
    relations: Mapping[str, tuple[Role, Role]]

    def role(self, label: str, role: str) -> Role | None:
        """A role of an event type or a relation, by its name; None where there is none such."""
        if label in self.relations:
            return next((r for r in self.relations[label] if r.name == role), None)
        event = self.events.get(label)
        return event.role(role) if event else None

    def usual_kind(self, label: str, role: str) -> str:
        """The kind of a filler that a line says nothing more of; "" for plain text or no role."""
        found = self.role(label, role)
        return found.usual if found else ""

    def fits(self, label: str, role: str, kind: str) -> bool:
        """Whether the role takes a filler of this kind (the open `Entity` fits everywhere)."""
        found = self.role(label, role)
        if found is None or kind not in self.classes:
            return False
        lineage = {kind, *self.classes[kind].superclasses}
        return kind == "Entity" or not lineage.isdisjoint(found.kinds)

    def root(self, kind: str) -> str:
        """The class whose names make one namespace with this kind's."""
        return self.classes[kind].root if kind in self.classes else "Entity"
