"""When a document says that it was published: its dateline, where no header gives the day."""

import re
from collections.abc import Sequence

from kg.lang.ko.dates.date_patterns import S, plain_signs
from kg.lang.ko.dates.expressions import DateExpression, find_dates
from kg.lang.ko.dates.leads import lead
from kg.model.dates import PartialDate

Dated = tuple[str, Sequence[DateExpression]]
"""A line with its dates."""

_LABEL = re.compile(
    rf"(?:(?:기사{S})?(?:입력|등록|송고|승인|작성|게시|발행|보도)|Published|Posted)"
    rf"(?:{S}(?:일시|일자|날짜|시간|시각|시점|일))?(?:{S}[:|\]]|은|는)?{S}(?=['\d])"
)
_LABELLED_AFTER = re.compile(
    rf"{S}(?:\((?:[월화수목금토일]|[월화수목금토일]요일)\))?{S}(?:(?:오전|오후){S})?"
    rf"(?:\d{{1,2}}:\d\d(?::\d\d)?)?{S}(?:입력|등록|송고|승인|작성|게시|발행|자{S}\w{{0,4}}면)"
)
_TIME = re.compile(
    rf"\.?{S}(?:\([월화수목금토일]\){S})?(?:(?:오전|오후){S}\d{{1,2}}[:시]|\d{{1,2}}:\d\d|\d{{1,2}}시(?:{S}\d{{1,2}}분)?\s*$)"
)
_NOW = re.compile(rf"{S}(?:현재(?![가-힣])|작성(?![가-힣]))")
_EDITED = re.compile(r"수정|편집|갱신")
"""A page of an encyclopedia says when it was last changed; that is no day of a story."""
_PLACE = re.compile(r"[(\[](?:[^()\[\]=]{1,15}=\s*)?$")
_LONGEST_LINE = 200
_HEAD, _TAIL = 5, 3
"""So many lines at the head and the end of a page may be no text but its date and author."""
_OTHERWISE = re.compile(
    r"설립|창립|창업|창간|창사|출범|개국|개업|개통|개관|상장|출시|출생|공개|폐|종료|해산|해체|편집|갱신|수정|기준|제공"
    r"|발매|서비스|개시|연혁|년사"
)
"""Words of a line whose date is that of something else."""
_SENTENCE = re.compile(r"[다요죠음함][.!?…\"')]*$")
_BYLINE = re.compile(r"기자|특파원|통신원|[(\[][^()\[\]=]{1,15}=[^()\[\]=]{2,15}[)\]]")
_LIST = 3


def stated_publication(text: str) -> PartialDate | None:
    """The day of publication that the text itself states, None where it states none.

    In this order: a date beside a word such as 입력 or 송고; a date with a time of day; the one in
    a news story's place line (서울=2021년 3월 4일); a date that is, with its author, a line's own
    at the head or the end of the page; the year of 2021년 현재, where all that the text has agree;
    the day of which a news story's first sentences tell.
    """
    lines = [line.strip().lstrip("/") for line in plain_signs(text).split("\n") if line.strip()]
    found = [(line, find_dates(line)) for line in lines]
    days = [
        (line, one)
        for line, dates in found
        for one in dates
        if one.last is None and (date := one.date.absolute) and date.precision == "day"
        if len(line) <= _LONGEST_LINE or _PLACE.search(line, 0, one.start)
    ]
    for test in (_is_labelled, _is_timed, _is_placed):
        for line, one in days:
            if test(line, one.start, one.end):
                return one.date.absolute
    return _own_line(found) or _year_now(found) or _told(found)


def _is_labelled(line: str, start: int, end: int) -> bool:
    return _LABELLED_AFTER.match(line, end) is not None or _follows_label(line, start)


def _follows_label(line: str, start: int) -> bool:
    return any(
        match.end() == start for match in _LABEL.finditer(line, max(0, start - 30), start + 1)
    )


def _is_timed(line: str, start: int, end: int) -> bool:
    if _EDITED.search(line, 0, start) or _SENTENCE.search(line):
        return False
    return _TIME.match(line, end) is not None


def _is_placed(line: str, start: int, end: int) -> bool:
    """Whether it stands in the brackets of a place line, with the place or alone at its head."""
    opened = _PLACE.search(line, 0, start)
    return opened is not None and "=" in opened[0] and line[end : end + 1] in (")", "]")


def _own_line(found: Sequence[Dated]) -> PartialDate | None:
    """The date that a line at the head or the end consists of, but for an author or the like."""
    leading = [lead(line, False, True) is not None for line, _ in found]
    listed = sum(leading) >= _LIST  # then a line that begins with its date is an item
    last = found[-_TAIL:][::-1]
    for line, dates in [*found[:_HEAD], *last]:
        if len(dates) != 1 or dates[0].last is not None:
            continue
        if listed and lead(line, False, True) is not None:
            continue
        date = dates[0].date.absolute
        if date is not None and line[: dates[0].start].rstrip().endswith(("|", ":")):
            continue
        if date is None or len(line) > 60 or _SENTENCE.search(line) or _OTHERWISE.search(line):
            continue
        signed = (line, dates) in last and line[:1] in "-(" and date.precision == "year"
        if date.precision == "day" or signed:
            return date
    return None


def _year_now(found: Sequence[Dated]) -> PartialDate | None:
    years = {
        PartialDate.of(date.earliest.year)
        for line, dates in found
        for one in dates
        if (date := one.date.absolute) and one.last is None
        if _NOW.match(line, one.end) or _follows_label(line, one.start)
    }
    return years.pop() if len(years) == 1 else None


def _told(found: Sequence[Dated]) -> PartialDate | None:
    """The first day in a news story's first paragraphs: it tells what happened that day."""
    if not any(_BYLINE.search(line) for line, _ in (*found[:3], *found[-3:])):
        return None
    for line, dates in found[:4]:
        for one in dates:
            date = one.date.absolute
            if date and date.precision == "day" and one.last is None and _SENTENCE.search(line):
                return date
    return None
