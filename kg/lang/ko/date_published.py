"""When a document says that it was published: its dateline, where no header gives the day."""

import re

from kg.lang.ko.date_patterns import S, plain_signs
from kg.lang.ko.dates import find_dates
from kg.model.dates import PartialDate

_LABEL = re.compile(
    rf"(?:(?:기사{S})?(?:입력|등록|송고|승인|작성|게시|발행|보도)|Published|Posted)"
    rf"(?:{S}(?:일시|일자|날짜|시간|시각|일))?{S}[:|\]]?{S}(?=['\d])"
)
_LABELLED_AFTER = re.compile(
    rf"{S}(?:\d{{1,2}}:\d\d(?::\d\d)?)?{S}(?:입력|등록|송고|승인|작성|게시|발행)"
)
_TIME = re.compile(rf"\.?{S}(?:\([월화수목금토일]\){S})?(?:오전|오후)?{S}\d{{1,2}}:\d\d")
_NOW = re.compile(rf"{S}현재(?![가-힣])")
_LONGEST_LINE = 200


def stated_publication(text: str) -> PartialDate | None:
    """The day of publication that the text itself states, None where it states none.

    In this order: a date beside a word such as 입력 or 송고; a date with a time of day that is a
    line's own; the year of 2021년 현재, where all that the text has agree. Text further down than
    a statement of the same kind does not count.
    """
    timed: PartialDate | None = None
    years: set[PartialDate] = set()
    for line in plain_signs(text).split("\n"):
        for expression in find_dates(line):
            date = expression.date.absolute
            if date is None or expression.last is not None:
                continue
            if _NOW.match(line, expression.end):
                years.add(PartialDate.of(date.earliest.year))
            if date.precision != "day" or len(line) > _LONGEST_LINE:
                continue
            if _is_labelled(line, expression.start, expression.end):
                return date
            if timed is None and _TIME.match(line, expression.end):
                timed = date
    return timed or (years.pop() if len(years) == 1 else None)


def _is_labelled(line: str, start: int, end: int) -> bool:
    if _LABELLED_AFTER.match(line, end):
        return True
    return any(
        match.end() == start for match in _LABEL.finditer(line, max(0, start - 30), start + 1)
    )
