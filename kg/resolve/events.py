"""Events: what the claims about one event together say."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace
from operator import ne

from kg.model.claim import Details
from kg.model.fact import Event
from kg.model.naming import name_key
from kg.model.schema import EventType
from kg.rdf import iris
from kg.resolve import policy
from kg.resolve.claims import Fillers, Reading
from kg.resolve.grouping import Group
from kg.resolve.preferences import NO_PREFERENCES, Preferences


def assemble(
    group: Group, event_type: EventType, iri: str, preferences: Preferences = NO_PREFERENCES
) -> Event:
    """The event, carrying the values of the better evidence (see `kg.resolve.policy`)."""
    date = policy.chosen_date(group.readings, preferences)
    ordered = policy.by_evidence(group.readings, date, preferences)
    details = merged_details(ordered, preferences)
    return Event(
        iri=iri,
        type=event_type.name,
        date=date,
        status=policy.strongest(ordered),
        roles=_roles(ordered, event_type, preferences),
        texts=_texts(ordered, event_type, preferences),
        details=replace(details, announced=policy.announced_date(ordered, preferences)),
        evidence=policy.spans(ordered),
    )


def merged_details(
    ordered: Sequence[Reading], preferences: Preferences = NO_PREFERENCES
) -> Details:
    """Each detail from the first claim that states it; a value keeps its own unit and metric."""
    merged = {f.name: policy.first_detail(ordered, f.name, preferences) for f in fields(Details)}
    rows = [(r, r.claim.details) for r in ordered if r.claim.details.value is not None]
    valued = [r for r, _ in preferences.first(rows, _other_value)]
    if valued:
        merged["value"] = valued[0].claim.details.value
        merged["unit"] = valued[0].claim.details.unit
        merged["metric"] = policy.first_detail([valued[0], *ordered], "metric")
    return Details(**merged)


def _other_value(one: Details, other: Details) -> bool:
    return (one.value, one.unit) != (other.value, other.unit)


def _roles(ordered: Sequence[Reading], event_type: EventType, preferences: Preferences) -> Fillers:
    """All fillers of all claims; of a role that takes one, the first claim's.

    Who survived a merger is said only where a claim says so: then it is no mere participant.
    """
    gathered: dict[str, list[str]] = {}
    for role in event_type.roles:
        rows = [(r, r.said(role.name)) for r in ordered if r.iris(role.name)]
        stated = [r.iris(role.name) for r, _ in preferences.first(rows, ne)]
        if role.single and stated:
            found = stated[0]
        else:
            found = tuple(iri for r, _ in rows for iri in r.iris(role.name))
        if found:
            gathered[role.name] = sorted(set(found))
    if "participant" in gathered and event_type.parties:
        placed = {i for r in event_type.parties if r != "participant" for i in gathered.get(r, ())}
        gathered["participant"] = [i for i in gathered["participant"] if i not in placed]
    return tuple((role, tuple(found)) for role, found in sorted(gathered.items()) if found)


def _texts(ordered: Sequence[Reading], event_type: EventType, preferences: Preferences) -> Fillers:
    """Plain texts; spellings of one name count once, of a role that takes one the first."""
    gathered: dict[str, tuple[str, ...]] = {}
    for role in event_type.roles:
        by_key: dict[str, str] = {}
        rows = [(r, r.said(role.name)) for r in ordered if r.words(role.name)]
        for reading, _ in preferences.first(rows, ne) if role.single else rows:
            for word in reading.words(role.name):
                by_key.setdefault(name_key(word), word)
        found = list(by_key.values())[:1] if role.single else sorted(by_key.values())
        if found:
            gathered[role.name] = tuple(found)
    return tuple(sorted(gathered.items()))


def event_iris(groups: Sequence[Group], event_type: EventType, base: str) -> list[str]:
    """An IRI for each group, in their order: the type and who it is about.

    The date is added where the type may happen again or two events are about the same, six hex
    digits over the claims where that is not enough.
    """
    readable = [_readable(g, event_type, base, dated=not event_type.once) for g in groups]
    dated = [_readable(g, event_type, base, dated=True) for g in groups]
    chosen = [d if readable.count(r) > 1 else r for r, d in zip(readable, dated, strict=True)]
    counts: defaultdict[str, int] = defaultdict(int)
    for iri in chosen:
        counts[iri] += 1
    given = {g.about for g in groups if g.about}
    return [
        g.about or (iri if counts[iri] == 1 and iri not in given else f"{iri}/{_digits(g)}")
        for g, iri in zip(groups, chosen, strict=True)
    ]


def _readable(group: Group, event_type: EventType, base: str, dated: bool) -> str:
    parts = ["+".join(_tail(base, one) for one in sorted(part)) for part in group.identity if part]
    date = policy.chosen_date(group.readings) or policy.announced_date(group.readings)
    if dated and date is not None:
        parts.append(iris.slug(date.edtf))
    return f"{base}event/{event_type.name.lower()}/{'/'.join(parts)}"


def _tail(base: str, filler: str) -> str:
    return iris.tail(base, filler) if ":" in filler else iris.slug(filler)


def _digits(group: Group) -> str:
    said = sorted(reading.iri for reading in group.readings)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:6]
