"""Which of several claims an event or relation follows, stated in one place.

1. What is asserted goes before what is announced, planned or reported.
2. Of dates, the one that more documents agree with; then the one that more claims agree with;
   then the more precise; then the one stated first (by document IRI and offset).
3. Of other values, that of the first claim in the order of evidence: claims of the chosen date
   first, then the surer status, the more precise date, the one stated first.

Nothing is dropped: every claim keeps its own say, and what cannot all hold becomes a conflict.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from kg.model.claim import ANNOUNCED, STATUSES
from kg.model.dates import PartialDate
from kg.resolve.claims import Reading
from kg.resolve.timeline import coarseness


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


def chosen_date(found: Sequence[Reading]) -> PartialDate | None:
    """When it happens: the date of the surest stage, an announcement's own date left out."""
    dated = {status: rows for status, rows in stages(found).items() if status != ANNOUNCED}
    if not dated:
        return None
    return _best_date(dated[min(dated, key=STATUSES.index)])


def announced_date(found: Sequence[Reading]) -> PartialDate | None:
    """When it was announced: what the announcements' claims or details say."""
    rows = stages(found).get(ANNOUNCED)
    if rows:
        return _best_date(rows)
    stated = (reading.claim.details.announced for reading in found)
    return next((date for date in stated if date is not None), None)


def _best_date(rows: Sequence[Reading]) -> PartialDate:
    ordered = sorted(rows, key=stated_at)
    dates = [(r.claim.date, r.claim.source) for r in ordered if r.claim.date is not None]

    def rank(at: int) -> tuple[int, int, int, int]:
        date = dates[at][0]
        agreeing = [source for other, source in dates if other.overlaps(date)]
        return (-len(set(agreeing)), -len(agreeing), coarseness(date), at)

    best = dates[min(range(len(dates)), key=rank)][0]
    for other, _ in dates:
        if other.overlaps(best) and coarseness(other) < coarseness(best):
            best = other
    return best


def by_evidence(found: Iterable[Reading], date: PartialDate | None) -> list[Reading]:
    """The claims, the best evidence first."""

    def rank(reading: Reading) -> tuple[Any, ...]:
        claim = reading.claim
        status = STATUSES.index(claim.status)
        return (claim.date != date, status, coarseness(claim.date), stated_at(reading))

    return sorted(found, key=rank)


def first_detail(found: Iterable[Reading], name: str) -> Any:
    """The first value of a detail in this order; None where no claim states one."""
    values = (getattr(reading.claim.details, name) for reading in found)
    return next((value for value in values if value is not None), None)


def spans(found: Iterable[Reading]) -> tuple[str, ...]:
    """The spans of these claims in their order, each once."""
    return tuple(dict.fromkeys(s for r in found for s in r.about("").evidence))
