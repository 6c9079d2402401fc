"""Comparing dates of differing precision: what is certain, and what is only possible."""

from kg.model.dates import PartialDate

BEGINNING, END = 0, 10**7
"""Ordinals before and after every day of the calendar."""


def first_day(date: PartialDate | None, default: int = BEGINNING) -> int:
    """The ordinal of the first day that it can mean."""
    return date.earliest.toordinal() if date else default


def last_day(date: PartialDate | None, default: int = END) -> int:
    """The ordinal of the last day that it can mean."""
    return date.latest.toordinal() if date else default


def certainly_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether every day of `one` lies before every day of `other`; False where one is not known."""
    return bool(one and other) and last_day(one) < first_day(other)


def compatible(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether both can mean one day; an unknown date is compatible with all."""
    return one is None or other is None or one.overlaps(other)


_COARSENESS = {"day": 0, "month": 1, "year": 2, "decade": 3}


def coarseness(date: PartialDate | None) -> int:
    """0 for a day, more for what is less precise; most for an unknown date."""
    return 2 * _COARSENESS[date.precision] + date.approximate if date else 8


def finer(one: PartialDate, other: PartialDate) -> PartialDate:
    """The more precise of two, the earlier of two as precise."""
    return min(one, other, key=lambda d: (coarseness(d), d.sort_key))
