"""Dates in Korean: the phrases of tests/cases/dates.toml, and what holds of every text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.lang.ko.dates.date_published import stated_publication
from kg.lang.ko.dates.expressions import (
    DateContext,
    DateExpression,
    date_heading,
    find_dates,
    resolve,
    resolve_period,
)
from kg.model.dates import PartialDate

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "dates.toml").read_text(encoding="utf-8")
)
FINENESS = ("decade", "year", "month", "day")


def named(case: dict[str, Any]) -> str:
    return str(case.get("text") or case.get("line") or "(empty)")


def cases(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[kind], ids=named)


def partial_date(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None


def context_of(case: dict[str, Any]) -> DateContext:
    return DateContext(
        published=partial_date(case.get("published")),
        current=partial_date(case.get("current")),
        heading=partial_date(case.get("heading")),
    )


def text_of(date: PartialDate | None) -> str:
    return date.edtf if date else ""


@cases("written")
def test_written_dates(case: dict[str, Any]) -> None:
    found = find_dates(case["text"])
    assert [text_of(expression.date.absolute) or "-" for expression in found] == case["dates"]
    if "found" in case:
        assert [case["text"][e.start : e.end] for e in found] == case["found"]


@cases("nothing")
def test_what_is_no_date(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[e.start : e.end] for e in find_dates(text)] == []


@cases("context")
def test_dates_in_their_context(case: dict[str, Any]) -> None:
    (expression,) = find_dates(case["text"])
    assert text_of(resolve(expression, context_of(case))) == case["date"]


@cases("running")
def test_running_text(case: dict[str, Any]) -> None:
    context = context_of(case)
    resolved = []
    for expression in find_dates(case["text"]):
        date = resolve(expression, context)
        context = context.after(date)
        resolved.append(text_of(date))
    assert resolved == case["dates"]


@cases("range")
def test_ranges_keep_both_ends_and_are_no_date(case: dict[str, Any]) -> None:
    (expression,) = find_dates(case["text"])
    first, last = resolve_period(expression, context_of(case))
    assert (text_of(first), text_of(last)) == (case["first"], case["last"])
    assert resolve(expression, context_of(case)) is None


@cases("edge")
def test_words_that_bound_a_period(case: dict[str, Any]) -> None:
    (expression,) = find_dates(case["text"])
    assert expression.edge == case["edge"]


@cases("heading")
def test_date_headings(case: dict[str, Any]) -> None:
    found = date_heading(case["line"], find_dates(case["line"]))
    assert text_of(found.date.absolute if found else None) == case["date"]


@cases("published")
def test_stated_publication(case: dict[str, Any]) -> None:
    assert text_of(stated_publication(case["text"])) == case["date"]


def test_below_a_year_heading_an_item_does_not_date_the_next() -> None:
    heading = DateContext().under(PartialDate("2014"))
    month = find_dates("5월 상호 변경")[0]
    after_aside = heading.after(PartialDate("2010"))
    assert text_of(resolve(month, after_aside)) == "2010-05"
    assert text_of(resolve(month, after_aside.item())) == "2014-05"


def test_without_a_heading_an_item_takes_the_year_of_the_one_before() -> None:
    context = DateContext(current=PartialDate("2014-03"))
    assert context.item() == context
    assert context.after(None) == context


def test_kinds_of_expression() -> None:
    kinds = [
        (e.absolute, e.partial, e.relative) for e in find_dates("2014년, 5월, 그해, 지난 15일")
    ]
    assert kinds == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
        (False, False, True),
    ]


# --- what holds of every text ------------------------------------------------------------------

DATES = st.dates().filter(lambda day: day.year >= 1000 and day.year < 2100)
WORDS = """
2014 1999 99 10 31 5 년 월 일 년대 . - / ~ ' | : ( ) 부터 까지 그해 이듬해 지난 오는 다음 달
해 같은 뒤 전 만에 두 초 말 경 상반기 분기 출시 개월 에 는 인 １９ 年 %
"""
PIECES = st.lists(
    st.one_of(st.sampled_from([*WORDS.split(), "\n", "\t"]), st.just(" "), st.text(max_size=3)),
    max_size=24,
).map("".join)
PARTIALS = st.one_of(
    st.none(),
    st.builds(
        lambda day, size: PartialDate(day.isoformat()[:size]), DATES, st.sampled_from((4, 7, 10))
    ),
    DATES.map(lambda day: PartialDate(f"{day.year // 10}X")),
)
CONTEXTS = st.builds(DateContext, PARTIALS, PARTIALS, PARTIALS)


@given(PIECES)
@example("2014년 3월~4월~5월부터 2014.10.31")
def test_expressions_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for expression in find_dates(text):
        assert end <= expression.start < expression.end <= len(text)
        end = expression.end


@given(PIECES, CONTEXTS)
def test_resolving_never_fails_and_is_never_finer_than_the_words(
    text: str, context: DateContext
) -> None:
    for expression in find_dates(text):
        words = text[expression.start : expression.end]
        for date, form in zip(
            resolve_period(expression, context), (expression.date, expression.last), strict=True
        ):
            if date is None or form is None:
                continue
            assert FINENESS.index(date.precision) <= FINENESS.index(form.precision)
            if date.precision == "day" and form.unit != "day":
                assert any(sign in words for sign in "일日.-/"), words


@given(PIECES, CONTEXTS)
def test_what_the_words_fix_no_context_changes(text: str, context: DateContext) -> None:
    for expression in find_dates(text):
        if expression.absolute and expression.last is None:
            assert resolve(expression, context) == expression.date.absolute


def only(text: str) -> DateExpression:
    (expression,) = find_dates(text)
    assert text[expression.start : expression.end] == text
    return expression


@given(DATES)
def test_a_day_is_read_back_however_it_is_written(day: Any) -> None:
    year, month, number = day.year, day.month, day.day
    forms = [f"{year}년 {month}월 {number}일", f"{year}년{month:02}월{number:02}일"]
    if year >= 1800:
        forms += [f"{year}.{month:02}.{number:02}", f"{year}. {month}. {number}.", day.isoformat()]
    for text in forms:
        assert text_of(only(text).date.absolute) == f"{year:04}-{month:02}-{number:02}"


@given(DATES)
def test_a_month_and_a_year_are_read_back(day: Any) -> None:
    assert text_of(only(f"{day.year}년 {day.month}월").date.absolute) == day.isoformat()[:7]
    assert text_of(only(f"{day.year}년").date.absolute) == day.isoformat()[:4]


@given(st.text(alphabet="2014년 월일.0-~|'달해그다음뒤\n", max_size=30))
def test_a_prefix_of_blanks_moves_offsets_and_nothing_else(text: str) -> None:
    plain = [(e.start, e.end, e.date) for e in find_dates(text)]
    moved = [(e.start - 2, e.end - 2, e.date) for e in find_dates("가\n" + text)]
    assert moved == plain
