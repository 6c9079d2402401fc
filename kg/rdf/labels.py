"""Labels of events: who, what and which event, with the names that the parties bore then."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from urllib.parse import unquote

from kg.model.claim import Claim, Details
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event, Name
from kg.model.schema import Schema

_BORNE = ("legal", "brand", "former")
"""Kinds of name that a label may use for a period; an alternate one is a nickname."""


def event_label(event: Event, entities: Mapping[str, Entity], schema: Schema) -> str:
    """The event in a few Korean words, such as 다음커뮤니케이션·카카오 합병.

    The fillers of the roles that identify it, in the ontology's order; parties that play one
    part together are joined by a middle dot. Each goes by the name in force just before the
    event, else by its label.
    """
    parts = [_together(event, group, entities) for group in _groups(event, schema)]
    said = [event.details.position, event.details.kind, _figure(event.details)]
    of_type = schema.classes[event.type].labels
    return " ".join(filter(None, [*parts, *said, of_type.get("ko") or event.type]))


def claim_label(claim: Claim) -> str:
    """What a claim states, such as `Merger: absorbed 카카오엠, survivor 카카오 (2018-05)`."""
    said = [f"{role} {'·'.join(m.text for m in mentions)}" for role, mentions in claim.roles]
    said += filter(None, [claim.details.position, claim.details.kind, _figure(claim.details)])
    dates = (claim.date, claim.details.since, claim.details.until)
    date = next((f" ({date.edtf})" for date in dates if date is not None), "")
    who = f": {', '.join(said)}" if said else ""
    return f"{claim.relation or claim.type}{who}{date}"


def _figure(details: Details) -> str:
    """What is measured, such as 가입자 10,000,000명; a number that measures nothing is no name."""
    if details.metric is None:
        return ""
    if details.value is None:
        return details.metric
    return f"{details.metric} {amount(details.value, details.unit)}"


def amount(value: Decimal, unit: str | None) -> str:
    """A number in its unit as people write it: 10,000,000명, 30%, 2,000,000 KRW."""
    written = "%" if unit == "percent" else unit or ""
    blank = " " if written.isascii() and written.isalpha() else ""
    return f"{value:,f}{blank}{written}"


def _groups(event: Event, schema: Schema) -> list[tuple[str, ...]]:
    """Groups of roles whose fillers name the event: identity and parties, else what is filled."""
    event_type = schema.events[event.type]
    filled = {role for role, _ in (*event.roles, *event.texts)}
    parties: list[tuple[str, ...]] = (
        [event_type.parties] if filled.intersection(event_type.parties) else []
    )
    apart: list[tuple[str, ...]] = [
        (role,) for role in event_type.identity if role in filled and role not in event_type.parties
    ]
    if parties or apart:
        return parties + apart
    if event_type.main in filled:
        return [(event_type.main,)]
    first = next((role.name for role in event_type.roles if role.name in filled), None)
    return [(first,)] if first else []


def _together(event: Event, group: tuple[str, ...], entities: Mapping[str, Entity]) -> str:
    """Role by role, by the order of their text within one."""
    fillers, texts = dict(event.roles), dict(event.texts)
    words: list[str] = []
    for role in group:
        words += sorted(
            {_called(entities.get(iri), iri, event.date) for iri in fillers.get(role, ())}
        )
        words += [f"→ {text}" for text in texts.get(role, ())]
    return "·".join(dict.fromkeys(words))


def name_then(entity: Entity, when: PartialDate | None) -> str:
    """The name that an entity bore just before that date, as far as its names say; else its label.

    A party of a merger goes by the name that ended with it, and a company just founded by the
    name that began with it.
    """
    if when is None:
        return entity.label
    borne = [name for name in entity.names if name.kind in _BORNE and _dated(name, when)]
    return min(borne, key=lambda name: _rank(name, when.earliest)).text if borne else entity.label


def _called(entity: Entity | None, iri: str, when: PartialDate | None) -> str:
    return name_then(entity, when) if entity else unquote(iri.rsplit("/", 1)[-1])


def _dated(name: Name, when: PartialDate) -> bool:
    """Whether it can be borne at that date or up to it; without any date nothing is known."""
    if name.since is None and name.until is None:
        return False
    begun = name.since is None or name.since.earliest <= when.latest
    return begun and (name.until is None or name.until.earliest >= when.earliest)


def _rank(name: Name, day: date) -> tuple[int, int, str]:
    """The name begun last before the day, then one whose begin is unknown, then one begun then."""
    if name.since is None:
        return (1, 0, name.text)
    begin = name.since.earliest
    return (0 if begin < day else 2, -begin.toordinal(), name.text)
