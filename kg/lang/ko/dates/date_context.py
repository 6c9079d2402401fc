"""What surrounds a date, and the date that it then means."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.lang.ko.dates.date_forms import Anchor, DateExpression, DateForm, dated
from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class DateContext:
    """The dates that a date may be reckoned from.

    `published` is the document's day of publication, `current` the last date of the running
    text (`near` where it stands in the same paragraph), `heading` the year heading that it stands
    under.
    """

    published: PartialDate | None = None
    current: PartialDate | None = None
    heading: PartialDate | None = None
    near: bool = True

    def after(self, found: PartialDate | None) -> "DateContext":
        """The context of what follows a date; None changes nothing."""
        return self if found is None else replace(self, current=found, near=True)

    def paragraph(self) -> "DateContext":
        """The context at the start of a paragraph."""
        return replace(self, near=False)

    def under(self, heading: PartialDate | None) -> "DateContext":
        """The context below a heading: what ran above it no longer dates anything."""
        return replace(self, heading=heading, current=None)

    def item(self) -> "DateContext":
        """The context at the start of a list item or table row.

        Below a year heading an item that names a year in passing does not date the next one.
        """
        return self if self.heading is None else replace(self, current=None)

    @property
    def year_source(self) -> PartialDate | None:
        """Where a date without a year takes it: running text, else heading, else publication.

        A story's paragraph that names no year yet means the year of publication, where the text
        above it runs in that year or the one before.
        """
        above = self.current or self.heading
        if above is None or self.near or self.published is None:
            return above or self.published
        story = self.published.precision == "day"
        lately = 0 <= self.published.earliest.year - above.earliest.year <= 1
        return self.published if story and lately else above


def resolve(expression: DateExpression, context: DateContext) -> PartialDate | None:
    """The date that an expression means here, never more precise than its words.

    None where nothing anchors it, where no calendar has it, and for a range, which is no date of
    an event: see `resolve_period`.
    """
    return None if expression.last else _resolve_form(expression.date, context)


def resolve_period(
    expression: DateExpression, context: DateContext
) -> tuple[PartialDate | None, PartialDate | None]:
    """The first and last date of a range, both as written; of a single date, it and None."""
    first = _resolve_form(expression.date, context)
    if expression.last is None:
        return first, None
    return first, _resolve_form(expression.last, context.after(first))


def _resolve_form(form: DateForm, context: DateContext) -> PartialDate | None:
    match form.anchor:
        case Anchor.NONE:
            return form.absolute
        case Anchor.CONTEXT:
            return _in_context(form, context)
        case Anchor.HEADING:
            return _in_year_of(form, context.heading)
        case Anchor.RUNNING:
            base = context.current or context.heading
            if base is None and form.fallback:
                base = context.published
            return _shifted(form, base)
        case Anchor.PUBLISHED:
            return _shifted(form, context.published)
        case Anchor.PAST | Anchor.COMING:
            return _nearest(form, context.published)


def _in_context(form: DateForm, context: DateContext) -> PartialDate | None:
    if form.day is not None and form.month is None:
        return _lone_day(form, form.day, context)
    return _in_year_of(form, context.year_source)


def _in_year_of(form: DateForm, source: PartialDate | None) -> PartialDate | None:
    if source is None or source.precision == "decade":
        return None
    about = form.about or source.approximate
    return dated(source.earliest.year, form.month, form.day, about)


def _lone_day(form: DateForm, day: int, context: DateContext) -> PartialDate | None:
    """`28일`: of the running month where the text runs in days, or as newspapers write it, of
    the month of publication (or its eve). None where a paragraph gives both and they differ."""
    candidates = set()
    told = context.near or context.published is None
    if (current := context.current) and current.precision == "day" and told:
        candidates.add(dated(current.earliest.year, current.earliest.month, day, form.about))
    elif current is None and (heading := context.heading) and heading.precision == "month":
        return dated(heading.earliest.year, heading.earliest.month, day, form.about)
    if context.published:
        candidates.add(_day_of_news(day, context.published, form.about))
    return candidates.pop() if len(candidates) == 1 else None


def _day_of_news(day: int, published: PartialDate, about: bool) -> PartialDate | None:
    """A day without its month, of the month of publication or its eve; only the year where no
    more is known of the publication."""
    today = published.earliest
    if published.precision == "day":
        eve = today - timedelta(days=1)
        month = eve if eve.day == day else today
        return dated(month.year, month.month, day, about)
    if published.precision == "month":
        return dated(today.year, today.month, day, about)
    return dated(today.year) if published.precision == "year" else None


def _shifted(form: DateForm, base: PartialDate | None) -> PartialDate | None:
    """The anchor, moved by the form's shift, at its unit; then the month and day that it names."""
    if base is None or form.unit == "same":
        return base
    if not _as_fine(base, form.unit):
        return None
    about = form.about or base.approximate
    day = base.earliest
    if form.unit == "year":
        return dated(day.year + form.shift, form.month, form.day, about)
    if form.unit == "month":
        year, month = _month_shift(day, form.shift)
        return dated(year, month, form.day, about)
    try:
        day += timedelta(days=form.shift)
    except OverflowError:
        return None
    return dated(day.year, day.month, day.day, about)


def _as_fine(base: PartialDate, unit: str) -> bool:
    """Whether a date is known to the unit that is counted from it."""
    order = ("decade", "year", "month", "day")
    return order.index(base.precision) >= order.index(unit)


def _month_shift(day: date, months: int) -> tuple[int, int]:
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def _nearest(form: DateForm, published: PartialDate | None) -> PartialDate | None:
    """The last (지난) or first (오는) such month or day wholly before or after publication.

    None where publication is known too coarsely to say which.
    """
    if published is None:
        return None
    candidates = [d for d in _around(form, published) if d is not None]
    if any(d.overlaps(published) and not _as_fine(published, d.precision) for d in candidates):
        return None
    if form.anchor is Anchor.PAST:
        return max((d for d in candidates if d.latest < published.earliest), key=_day, default=None)
    return min((d for d in candidates if d.earliest > published.latest), key=_day, default=None)


def _around(form: DateForm, published: PartialDate) -> list[PartialDate | None]:
    """Such a month or day in the years, such a lone day in the months, around publication."""
    today = published.earliest
    if form.month is not None:
        years = range(today.year - 1, today.year + 2)
        return [dated(year, form.month, form.day, form.about) for year in years]
    if published.precision != "day":
        return []
    months = [_month_shift(today, step) for step in (-1, 0, 1)]
    return [dated(year, month, form.day, form.about) for year, month in months]


def _day(found: PartialDate) -> date:
    return found.earliest
