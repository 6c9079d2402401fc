"""What of a thing is other after than before."""

from collections.abc import Hashable
from dataclasses import dataclass

from kg.export.compare.same import Known
from kg.export.order import role_order
from kg.export.why.account import FactAccount
from kg.model.claim import Details
from kg.model.fact import Entity, Event, Name, Relation
from kg.model.schema import Schema
from kg.rdf.labels import amount

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A property (the local name of its term) with its values before and after, sorted; none where
    nothing is said."""

    property: str
    before: Values
    after: Values


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with its account, and what stands for its entities in both graphs."""

    account: FactAccount
    known: Known


def fact_changes(before: Told, after: Told, schema: Schema) -> tuple[Change, ...]:
    """What an event or relation says otherwise, date and status first, then roles, then the rest.

    Evidence is no part of what is said.
    """
    one, other = before.account.fact, after.account.fact
    listed = _differing(_said(one), _said(other))
    if isinstance(one, Event) and isinstance(other, Event):
        roles = sorted(
            {role for event in (one, other) for role, _ in (*event.roles, *event.texts)},
            key=lambda role: role_order(schema, one.type, role),
        )
        filled = (change for role in roles if (change := _role(role, before, after)))
        first = [change for change in listed if change.property in ("date", "status")]
        return (*first, *filled, *(change for change in listed if change not in first))
    return tuple(listed)


def differ(before: tuple[Event | Relation, Known], after: tuple[Event | Relation, Known]) -> bool:
    """Whether two facts say other things, before they are told."""
    (one, known), (other, known_after) = before, after
    return _said(one) != _said(other) or _parts(one, known) != _parts(other, known_after)


def entity_changes(before: Entity, after: Entity) -> tuple[Change, ...]:
    """Its name in force and its kind."""
    said = ({"label": one.label, "entityKind": one.kind} for one in (before, after))
    return tuple(_differing(*said))


def name_changes(before: Name, after: Name) -> tuple[Change, ...]:
    """When the name was borne, and of what kind it is."""
    said = (
        {
            "from": str(one.since or ""),
            "until": str(one.until or ""),
            "nameKind": one.kind,
        }
        for one in (before, after)
    )
    return tuple(_differing(*said))


def _differing(before: dict[str, str], after: dict[str, str]) -> list[Change]:
    return [
        Change(key, _values(before[key]), _values(after[key]))
        for key in before
        if before[key] != after[key]
    ]


def _values(said: str) -> Values:
    return (said,) if said else ()


def _said(fact: Event | Relation) -> dict[str, str]:
    """Everything but roles, by property; "" where it is not said."""
    said = fact.details
    date = fact.date if isinstance(fact, Event) else None
    return {
        "date": str(date or ""),
        "status": fact.status,
        "from": str(said.since or ""),
        "until": str(said.until or ""),
        "announced": str(said.announced or ""),
        "metric": said.metric or "",
        "value": _value(said),
        "share": "" if said.share is None else f"{said.share.normalize():f}%",
        "position": said.position or "",
        "incidentKind": said.kind or "",
        "cause": said.cause or "",
        "restored": str(said.restored or ""),
    }


def _value(said: Details) -> str:
    return "" if said.value is None else amount(said.value, said.unit)


def _role(role: str, before: Told, after: Told) -> Change | None:
    one, other = (_parts(told.account.fact, told.known).get(role) for told in (before, after))
    if one == other:
        return None
    names = [_names(told, role) for told in (before, after)]
    if names[0] == names[1]:
        names = [_iris(told, role) for told in (before, after)]
    return Change(role, *names)


def _parts(fact: Event | Relation, known: Known) -> dict[str, frozenset[Hashable]]:
    """The fillers of each role by what stands for them in both graphs."""
    if not isinstance(fact, Event):
        return {}
    filled: dict[str, frozenset[Hashable]] = {
        role: frozenset(map(known, iris)) for role, iris in fact.roles
    }
    return filled | {role: frozenset(texts) for role, texts in fact.texts}


def _names(told: Told, role: str) -> Values:
    return tuple(sorted(dict(told.account.parts).get(role, ())))


def _iris(told: Told, role: str) -> Values:
    """Two of one name are told apart by their IRIs."""
    fact = told.account.fact
    return dict(fact.roles).get(role, ()) if isinstance(fact, Event) else ()
