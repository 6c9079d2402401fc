"""Conflicts: claims about one event or relation that cannot all hold, kept and named."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED
from kg.model.fact import Conflict
from kg.model.naming import name_key
from kg.model.schema import EventType
from kg.resolve import policy
from kg.resolve.claims import Reading
from kg.resolve.timeline import compatible

DISJOINT_DATES, DIFFERENT_VALUES = "disjoint-dates", "different-values"
_PROPERTY_OF_STAGE = {ASSERTED: "date", ANNOUNCED: "announced", PLANNED: "date"}
_SINGLE_DETAILS = ("share", "restored")


def event_conflicts(
    found: Sequence[Reading], event_type: EventType, about: str, base: str
) -> list[Conflict]:
    """What the claims about one event disagree on. A coarser date is no disagreement."""
    conflicts = _date_conflicts(found, about, base)
    for role in event_type.roles:
        if role.single:
            stated = [(r, _said(r, role.name)) for r in found if _said(r, role.name)]
            conflicts += _differing(stated, role.name, about, base)
    for name in _SINGLE_DETAILS:
        conflicts += _differing(_with_detail(found, name), name, about, base)
    valued = [r for r in found if r.claim.details.value is not None]
    if "value" not in event_type.identity_details:
        rows = [(r, (r.claim.details.value, r.claim.details.unit)) for r in valued]
        comparable = {(r.claim.details.unit, r.claim.details.metric) for r in valued}
        if len(comparable) == 1:
            conflicts += _differing(rows, "value", about, base)
    return conflicts


def relation_conflicts(found: Sequence[Reading], about: str, base: str) -> list[Conflict]:
    """What the claims about one relation disagree on: when it began, when it ended."""
    conflicts: list[Conflict] = []
    for name, shown in (("since", "from"), ("until", "until")):
        rows = _with_detail(found, name)
        pairs = [(a, b) for (a, x), (b, y) in combinations(rows, 2) if not compatible(x, y)]
        conflicts += _conflict(pairs, shown, DISJOINT_DATES, about, base)
    return conflicts


def _date_conflicts(found: Sequence[Reading], about: str, base: str) -> list[Conflict]:
    conflicts: list[Conflict] = []
    by_stage = policy.stages(found)
    for status in (ASSERTED, ANNOUNCED, PLANNED):
        if status == PLANNED and ASSERTED in by_stage:
            continue  # a plan that came out otherwise contradicts nothing
        pairs = [
            (a, b)
            for a, b in combinations(by_stage.get(status, ()), 2)
            if a.claim.date and b.claim.date and not a.claim.date.overlaps(b.claim.date)
        ]
        conflicts += _conflict(pairs, _PROPERTY_OF_STAGE[status], DISJOINT_DATES, about, base)
    return conflicts


def _said(reading: Reading, role: str) -> object:
    return reading.iris(role) or tuple(name_key(word) for word in reading.words(role))


def _with_detail(found: Iterable[Reading], name: str) -> list[tuple[Reading, Any]]:
    rows = ((reading, getattr(reading.claim.details, name)) for reading in found)
    return [(reading, value) for reading, value in rows if value is not None]


def _differing(
    stated: Sequence[tuple[Reading, Any]], name: str, about: str, base: str
) -> list[Conflict]:
    pairs = [(a, b) for (a, x), (b, y) in combinations(stated, 2) if x != y]
    return _conflict(pairs, name, DIFFERENT_VALUES, about, base)


def _conflict(
    pairs: Sequence[tuple[Reading, Reading]], name: str, because: str, about: str, base: str
) -> list[Conflict]:
    """The one conflict of these pairs, none where there is no pair."""
    if not pairs:
        return []
    between = tuple(sorted({reading.iri for pair in pairs for reading in pair}))
    path = about.removeprefix(base).removeprefix("event/")
    return [Conflict(f"{base}conflict/{path}/{name}", about, name, between, because)]
