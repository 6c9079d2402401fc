"""Conflicts: claims about one event or relation that cannot all hold, kept and named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED
from kg.model.fact import Conflict
from kg.model.schema import EventType
from kg.resolve import policy
from kg.resolve.claims import Reading
from kg.resolve.preferences import Preferences
from kg.resolve.timeline import compatible

DISJOINT_DATES, DIFFERENT_VALUES = "disjoint-dates", "different-values"
_PROPERTY_OF_STAGE = {ASSERTED: "date", ANNOUNCED: "announced", PLANNED: "date"}
_SINGLE_DETAILS = ("share", "restored")


@dataclass(frozen=True, slots=True)
class Disputes:
    """Makes the conflicts about the fact of an IRI; `preferences` settle some of them."""

    about: str
    base: str
    preferences: Preferences

    def of_event(self, found: Sequence[Reading], event_type: EventType) -> list[Conflict]:
        """What the claims about one event disagree on. A coarser date is no disagreement."""
        conflicts = self._of_dates(found)
        for role in event_type.roles:
            if role.single:
                stated = [(r, said) for r in found if (said := r.said(role.name))]
                conflicts += self._differing(stated, role.name)
        for name in _SINGLE_DETAILS:
            conflicts += self._differing(_with_detail(found, name), name)
        valued = [r for r in found if r.claim.details.value is not None]
        if "value" not in event_type.identity_details:
            rows = [(r, (r.claim.details.value, r.claim.details.unit)) for r in valued]
            comparable = {(r.claim.details.unit, r.claim.details.metric) for r in valued}
            if len(comparable) == 1:
                conflicts += self._differing(rows, "value")
        return conflicts

    def of_relation(self, found: Sequence[Reading]) -> list[Conflict]:
        """What the claims about one relation disagree on: when it began, when it ended."""
        conflicts: list[Conflict] = []
        for name, shown in (("since", "from"), ("until", "until")):
            rows = _with_detail(found, name)
            pairs = [(a, b) for (a, x), (b, y) in combinations(rows, 2) if not compatible(x, y)]
            conflicts += self._conflict(pairs, shown, DISJOINT_DATES)
        return conflicts

    def _of_dates(self, found: Sequence[Reading]) -> list[Conflict]:
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
            conflicts += self._conflict(pairs, _PROPERTY_OF_STAGE[status], DISJOINT_DATES)
        return conflicts

    def _differing(self, stated: Sequence[tuple[Reading, Any]], name: str) -> list[Conflict]:
        pairs = [(a, b) for (a, x), (b, y) in combinations(stated, 2) if x != y]
        return self._conflict(pairs, name, DIFFERENT_VALUES)

    def _conflict(
        self, pairs: Sequence[tuple[Reading, Reading]], name: str, because: str
    ) -> list[Conflict]:
        """The one conflict of these pairs, none where there is no pair."""
        if not pairs:
            return []
        between = tuple(sorted({reading.iri for pair in pairs for reading in pair}))
        path = self.about.removeprefix(self.base).removeprefix("event/")
        iri, decided = f"{self.base}conflict/{path}/{name}", self.preferences.settling(pairs)
        return [Conflict(iri, self.about, name, between, because, decided)]


def _with_detail(found: Iterable[Reading], name: str) -> list[tuple[Reading, Any]]:
    rows = ((reading, getattr(reading.claim.details, name)) for reading in found)
    return [(reading, value) for reading, value in rows if value is not None]
