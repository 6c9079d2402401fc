"""Which date a clause has, from its own dates, its sentence and the text before it."""

from kg.extract.discourse import Discourse
from kg.lang.ko.clauses import Clause
from kg.lang.ko.dates import DateExpression, resolve
from kg.lang.ko.phrases import Moment
from kg.lang.ko.reading import Sentence
from kg.lang.ko.status import ADNOMINAL, CLEFT
from kg.model.claim import ANNOUNCED
from kg.model.dates import PartialDate

_CARRYING = (
    "고",
    "며",
    "으며",
    "면서",
    "으면서",
    "어",
    "아",
    "어서",
    "아서",
    "ᆫ",
    "은",
    "위해",
    "려고",
    "으려고",
)
_NO_POINT = ("until", "before")


def resolved_dates(sentence: Sentence, discourse: Discourse) -> dict[int, PartialDate | None]:
    """What each date of the sentence means, by its offset; the running date moves with them."""
    found: dict[int, PartialDate | None] = {}
    for expression in sentence.dates:
        value = resolve(expression, discourse.context)
        found[expression.start] = value
        if expression.last is None and value is not None:
            discourse.context = discourse.context.after(value)
    return found


def clause_date(
    clause: Clause,
    sentence: Sentence,
    dates: dict[int, PartialDate | None],
    since: int = 0,
    until: int | None = None,
) -> PartialDate | None:
    """The date of a clause; None where neither it nor the clause that it goes on from has one.

    `since` and `until` bound the part of a headline that is meant (`3월 A 설립, 5월 B 인수`); a
    part without a date has that of the part before it.
    """
    within = [m for m in clause.moments if until is None or m.token.start < until]
    own = _own([m for m in within if m.token.start >= since] or within, sentence, dates)
    if own is not None or within:
        return own
    if clause.reading.link == CLEFT and clause.after is not None:
        return _own(clause.after.moments, sentence, dates)
    if clause.reading.link == ADNOMINAL and clause.reading.status == ANNOUNCED:
        main = next((c for c in sentence.clauses if clause.head in c.phrases), None)
        return _own(main.moments, sentence, dates) if main is not None else None
    before = clause.before
    if before is not None and before.reading.form in _CARRYING:
        return clause_date(before, sentence, dates)
    return None


def _own(
    moments: list[Moment], sentence: Sentence, dates: dict[int, PartialDate | None]
) -> PartialDate | None:
    best: PartialDate | None = None
    for moment in moments:
        expression = sentence.date_at(moment.token.start)
        value = dates.get(moment.token.start)
        if expression is None or value is None or not _is_point(expression, moment):
            continue
        if best is None or _finer(value, best):
            best = value
    return best


def _is_point(expression: DateExpression, moment: Moment) -> bool:
    return expression.edge not in _NO_POINT and expression.last is None


def _finer(one: PartialDate, other: PartialDate) -> bool:
    """Whether the later-named date says no less than the earlier one."""
    order = ("decade", "year", "month", "day")
    return order.index(one.precision) >= order.index(other.precision)
