"""Dates at the precision stated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.dates import PartialDate

SPANS = [
    ("200X", "decade", date(2000, 1, 1), date(2009, 12, 31)),
    ("2014", "year", date(2014, 1, 1), date(2014, 12, 31)),
    ("2016-02", "month", date(2016, 2, 1), date(2016, 2, 29)),
    ("2014-10-31", "day", date(2014, 10, 31), date(2014, 10, 31)),
    ("2014~", "year", date(2014, 1, 1), date(2014, 12, 31)),
    ("9999-12", "month", date(9999, 12, 1), date(9999, 12, 31)),
]


@pytest.mark.parametrize(("edtf", "precision", "earliest", "latest"), SPANS)
def test_a_date_is_as_precise_as_it_is_written(
    edtf: str, precision: str, earliest: date, latest: date
) -> None:
    found = PartialDate(edtf)
    assert (found.precision, found.earliest, found.latest) == (precision, earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["", "14", "2014-13", "2014-02-30", "2014-1", "20XX", "0000", "2014-10-31T00", "２０１４"],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(text)


OVERLAPS = [
    ("2018-05", "2018-09", False),
    ("2018", "2018-09", True),
    ("200X", "2004-02", True),
    ("200X", "1999", False),
    ("2014~", "2015", True),
    ("2014~", "2016", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), OVERLAPS)
def test_a_coarser_date_does_not_contradict(one: str, other: str, expected: bool) -> None:
    assert PartialDate(one).overlaps(PartialDate(other)) is expected
    assert PartialDate(other).overlaps(PartialDate(one)) is expected


def partial_dates() -> st.SearchStrategy[PartialDate]:
    days = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))
    forms = st.sampled_from(["{0:%Y-%m-%d}", "{0:%Y-%m}", "{0:%Y}"])
    return st.builds(lambda day, form: PartialDate(form.format(day)), days, forms)


@given(partial_dates(), partial_dates())
def test_the_order_follows_the_calendar(one: PartialDate, other: PartialDate) -> None:
    if one.latest < other.earliest:
        assert one.sort_key < other.sort_key
        assert not one.overlaps(other)
    assert (one.sort_key == other.sort_key) == (one == other)


@given(partial_dates())
def test_its_days_lie_within_it(one: PartialDate) -> None:
    assert one.earliest <= one.latest
    for day in (one.earliest, one.latest):
        assert PartialDate.of(day.year, day.month, day.day).overlaps(one)
