"""Which of several claims an event or relation follows, stated in one place.

1. What is asserted goes before what is announced, planned or reported.
2. Of dates, the one that more documents agree with; then the one that more claims agree with;
   then the more precise; then the one stated first (by document IRI and offset).
3. Of other values, that of the first claim in the order of evidence: claims of the chosen date
   first, then the surer status, the more precise date, the one stated first.

Where a decision prefers one of two claims that disagree, what that claim states goes before all of
this, and the other claim comes last.

Nothing is dropped: every claim keeps its own say, and what cannot all hold becomes a conflict.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from kg.model.claim import ANNOUNCED, STATUSES
from kg.model.dates import PartialDate
from kg.resolve.claims import Reading
from kg.resolve.preferences import NO_PREFERENCES, Preferences
from kg.resolve.timeline import coarseness, compatible


def stated_at(reading: Reading) -> tuple[str, int, int, str]:
    """Where a claim stands: an order of all claims."""
    claim = reading.claim
    start = claim.span.start if claim.span else 0
    return (claim.source, start, claim.line or 0, reading.iri)


def strongest(found: Iterable[Reading]) -> str:
    """The strongest status of these claims."""
    return min((r.claim.status for r in found), key=STATUSES.index)


def stages(found: Iterable[Reading]) -> dict[str, list[Reading]]:
    """The dated claims by stage: of two stages the dates say different things."""
    rows: dict[str, list[Reading]] = {}
    for reading in found:
        if reading.claim.date is not None:
            rows.setdefault(reading.claim.status, []).append(reading)
    return rows


def chosen_date(
    found: Sequence[Reading], preferences: Preferences = NO_PREFERENCES
) -> PartialDate | None:
    """When it happens: the date of the surest stage, an announcement's own date left out."""
    dated = {status: rows for status, rows in stages(found).items() if status != ANNOUNCED}
    if not dated:
        return None
    return _best_date(dated[min(dated, key=STATUSES.index)], preferences)


def announced_date(
    found: Sequence[Reading], preferences: Preferences = NO_PREFERENCES
) -> PartialDate | None:
    """When it was announced: what the announcements' claims or details say."""
    rows = stages(found).get(ANNOUNCED)
    if rows:
        return _best_date(rows, preferences)
    stated = (reading.claim.details.announced for reading in found)
    return next((date for date in stated if date is not None), None)


def _best_date(rows: Sequence[Reading], preferences: Preferences) -> PartialDate:
    ordered = sorted(rows, key=stated_at)
    stated = [(r, r.claim.date) for r in ordered if r.claim.date is not None]
    stated = list(preferences.first(stated, lambda one, other: not compatible(one, other)))
    dates = [(date, reading.claim.source) for reading, date in stated]

    def rank(at: int) -> tuple[int, int, int, int]:
        date = dates[at][0]
        agreeing = [source for other, source in dates if other.overlaps(date)]
        return (-len(set(agreeing)), -len(agreeing), coarseness(date), at)

    best = dates[min(range(len(dates)), key=rank)][0]
    for other, _ in dates:
        if other.overlaps(best) and coarseness(other) < coarseness(best):
            best = other
    return best


def by_evidence(
    found: Iterable[Reading], date: PartialDate | None, preferences: Preferences = NO_PREFERENCES
) -> list[Reading]:
    """The claims, the best evidence first."""

    def rank(reading: Reading) -> tuple[Any, ...]:
        claim = reading.claim
        status = STATUSES.index(claim.status)
        return (
            preferences.loses(reading),
            claim.date != date,
            status,
            coarseness(claim.date),
            stated_at(reading),
        )

    return sorted(found, key=rank)


def first_detail(
    found: Iterable[Reading], name: str, preferences: Preferences = NO_PREFERENCES
) -> Any:
    """The first value of a detail in this order; None where no claim states one."""
    stated = ((reading, getattr(reading.claim.details, name)) for reading in found)
    rows = [(reading, value) for reading, value in stated if value is not None]
    return next((value for _, value in preferences.first(rows, _otherwise)), None)


def _otherwise(one: object, other: object) -> bool:
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return not compatible(one, other)
    return one != other


def spans(found: Iterable[Reading]) -> tuple[str, ...]:
    """The spans of these claims in their order, each once."""
    return tuple(dict.fromkeys(s for r in found for s in r.about("").evidence))
