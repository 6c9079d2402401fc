"""The date at the head of a line of a chronology: 2014. 03 …, '08.6 …, 10월 | …, 〃 …"""

import re
from dataclasses import dataclass

from kg.lang.ko.dates.date_patterns import S, plain_signs

MARKS = (
    r"[\s\U0001F300-\U0001FAFF\u2190-\u21FF\u2300-\u23FF\u2500-\u27BF\u2B00-\u2BFF\uFE0F"
    r"•*\-–—―‣◦ㅇ·∙>+→|#=【『「◁◀※§]*+"
)
"""What may stand before the date: bullets of any sign, rules of a table. Never given back, so that
a long row of blanks takes no longer than its length."""
_YEAR = r"(?:(?P<year>(?:18|19|20)\d\d)|(?:'|(?=\d\d년\s*\d{1,2}월))(?P<yy>\d\d))(?!\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])(?!\d)"
_MONTH_2 = _MONTH.replace("month", "month_2")
_MONTH_3 = _MONTH.replace("month", "month_3")
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
_DAY_2 = _DAY.replace("day", "day_2")
_STOP = rf"(?={S}[.\-/|>:,~=()\[\]』」》〉】–—―]|{S}$|\s)"
_SIGN = r"(?:\s*(?:[.\-/>▷▶]|\|{1,2})\s*|(?<=\d)[_:·](?=\d)|\t+(?=\d\d?\t))"
_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NAMES = rf"(?i:(?:{'|'.join(_ENGLISH)}|Sept|{'|'.join(name[:3] for name in _ENGLISH)})\b\.?)"
_NAMED = rf"(?P<named>{_NAMES})"
"""A month by its English name or the first letters of it."""
_LABEL = (
    r"(?:(?:\(\d{1,3}\)|[①-⑳]|\d{1,2}[.)](?=\s))\s*"
    r"(?=['\[(]?(?:(?:18|19|20)\d\d(?!\d)|\d\d[./]\d)))?"
)
_DAY_PART = rf"(?:{_SIGN}{_DAY}(?:{S}일|{_STOP})|(?<=월){S}{_DAY_2}{S}일)"
_MONTH_PART = (
    rf"(?:(?:{_SIGN}|\s{{2,}}(?=\d\d(?!\d))){_MONTH}(?:{S}월|{_STOP})"
    rf"|(?:\s*,\s*|\s*){_MONTH_2}{S}월|\s*[▲△■●]\s*{_MONTH_3}{S}월|\s*[.,/|]?\s*{_NAMED})"
)
_PART = (
    rf"(?:{S}\.?{S}(?:초순?|말|중순|하순|상순|상반기|하반기|[1-4]{S}분기|[1-4]Q|Q[1-4]|봄|여름|가을|겨울"
    r"|경|무렵|즈음|중)(?![가-힣A-Za-z]))"
)
_END = (
    r"(?P<span>\s*~\s*(?:'?\d{1,4}(?:\s*[.년월일]\s*|(?!\d))){0,3}(?:현재|지금)?"
    r"|\s*-\s*(?:(?:18|19|20)\d\d년?|현재|지금)(?!\d)(?:\s*\.\s*\d{1,2}(?!\d))?)?"
    r"(?:\s*[(\[](?:[월화수목금토일]|[월화수목금토일]요일)[)\]])?"
    r"(?=\s|$|[^0-9A-Za-z가-힣%'\"])"
    r"[\s:=|/,>~→⇒·;.\-–—―━─\])}▶▷★☆…?】』」》〉]*"
)
_DATED = re.compile(
    rf"(?P<marks>{MARKS}{_LABEL})[\[(<{{]?\s*(?P<date>{_YEAR}(?:{S}년)?"
    rf"(?:{_MONTH_PART}{_DAY_PART}?|(?P<months>{S}\d{{1,2}}{S}~{S}\d{{1,2}}{S}월(?:{S}사이)?))?)"
    rf"{_PART}?{_END}"
)
_SHORT = re.compile(
    rf"(?P<marks>{MARKS})(?P<date>(?P<yy>\d\d)\.(?P<month>0[1-9]|1[0-2])"
    rf"(?:\.{_DAY})?){_PART}?{_END}"
)
_TURNED = re.compile(
    rf"(?P<marks>{MARKS}{_LABEL})[\[(<{{]?\s*(?P<date>(?:(?:{_DAY}\s)?{_NAMED}(?:\s{{0,2}}{_DAY_2},)?"
    rf"|{_MONTH}(?:{S}월(?:{S}(?P<day_3>3[01]|[12]\d|0?[1-9])일)?|[./\-](?=\d{{4}})))"
    rf"{S},?{S}[(\[]?(?P<year>(?:18|19|20)\d\d)(?!\d)(?:{S}년)?[)\]]?){_END}"
)
"""The month before its year: Apr 2014, 4월 (2014), 04/2014."""
_CLOSE = re.compile(
    rf"(?P<marks>{MARKS})(?P<date>(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])"
    rf"(?P<day>0[1-9]|[12]\d|3[01])?){_END}"
)
"""All in one number: 201404, 20140403."""
_NAMED_BELOW = re.compile(rf"(?P<marks>{MARKS})[\[(]?(?P<date>{_NAMED}(?:\s{_DAY})?){_END}")
_SLASHED = re.compile(
    rf"(?P<marks>{MARKS})(?P<date>(?P<yy>\d\d)[/\-](?P<month>0[1-9]|1[0-2])"
    rf"(?:[/\-]{_DAY})?){_PART}?{_END}"
)
"""14/03, 14-03, which may be a day of a month as well."""
_SHORT_YEAR = re.compile(rf"(?P<marks>{MARKS})(?P<date>(?P<yy>\d\d)년)[\s:\])>=\-]*$")
"""`12년` alone in a line."""
_COUNTED = (
    r"(?!(?<!\s\s)(?:명|대[ ]|개|곳|회[ ]|건|위|배|차|년|호|층|종|편|억|만|천|조|여|주|점|%))"
)
_BELOW = re.compile(
    rf"(?P<marks>{MARKS})[\[(<]?\s*(?P<date>{_MONTH}(?:{S}월(?:{S}{_DAY}{S}일)?"
    rf"|(?:[./]{S}{_DAY_2})?\.?(?=\s*[:|\-/·)\]]|\s+(?!\d){_COUNTED}\S|$))){_PART}?{_END}"
)
_DITTO = re.compile(rf"(?P<marks>{MARKS})(?P<date>〃|″|''|\"(?=\s)|상동)(?=\s|[|/]){_END}")
_GOES_ON = re.compile(r"\d{1,2}\s*(?:월|일(?!간|\s*(?:동안|만에)))")
"""The rest of a date that goes on as a sentence's does: 3월에, 5일부터."""
_NAME_QUOTED = re.compile(r"'\d\d[^']{1,20}(?<!\s)'")


@dataclass(frozen=True, slots=True)
class Lead:
    """The date at the head of a line: `start` where it stands, `end` where what it dates begins.

    `year`, `month` and `day` are those that it names; `ditto` that it is the date above once
    more; `span` that it is a stretch of time, which dates an item by what both ends share.
    `marks` are the signs before it.
    """

    marks: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    span: bool = False
    ditto: bool = False


def is_slashed(line: str) -> bool:
    """Whether a line starts with two numbers that may be a year and its month (14/03)."""
    return _SLASHED.match(plain_signs(line)) is not None


def lead(line: str, below_year: bool, listed: bool, pairs: str = "") -> Lead | None:
    """The date that a line starts with, None where it starts otherwise.

    `below_year`: a year is known, so that a month alone may lead. `listed`: other lines of the
    document start with years too, so that a short year (`'98`, `14.03`) may; `pairs` what two
    numbers are: `month` where 14/03 is of a year, `day` where years are headings, so that 03.14
    is of a month.
    """
    plain = plain_signs(line)
    match = (_SLASHED.match(plain) if pairs == "month" else None) or _of_year(plain, listed)
    if match is not None and match.re is _SHORT and pairs == "day" and below_year:
        match = _BELOW.match(plain) or match
    if match is None and below_year:
        match = _BELOW.match(plain) or _NAMED_BELOW.match(plain) or _DITTO.match(plain)
        if match and match.re is _DITTO and (more := _BELOW.match(plain, match.end())):
            match = more
    if match is None or _GOES_ON.match(plain, match.end()):
        return None
    return _lead(match)


def _of_year(plain: str, listed: bool) -> re.Match[str] | None:
    """The date with its year that a line starts with."""
    match = _DATED.match(plain)
    if match and not match["year"] and _NAME_QUOTED.match(plain, match.start("date")):
        return None
    if match and (match["year"] or listed):
        return match
    match = _TURNED.match(plain)
    if match is None and listed:
        match = _SHORT.match(plain) or _CLOSE.match(plain) or _SHORT_YEAR.match(plain)
    return match


def _lead(match: re.Match[str]) -> Lead:
    groups = match.groupdict()
    year, month, day = (_number(groups, name) for name in ("year", "month", "day"))
    named = groups.get("named")
    if named:
        month = next(i for i, name in enumerate(_ENGLISH, 1) if name[:3] == named[:3].title())
    if groups.get("yy"):
        two = int(groups["yy"])
        year = two + (1900 if two >= 50 else 2000)
    span = groups.get("span")
    if span and re.search(r"\d", span):
        year, month, day = _shared(span, year, month)
    ditto = match.re is _DITTO
    return Lead(
        match["marks"], match.start("date"), match.end(), year, month, day, bool(span), ditto
    )


def _number(groups: dict[str, str | None], name: str) -> int | None:
    """What one of the groups of a name (month, month_2) reads."""
    text = next(filter(None, (groups.get(name + end) for end in ("", "_2", "_3"))), None)
    return int(text) if text else None


def _shared(span: str, year: int | None, month: int | None) -> tuple[int | None, None, None]:
    """What both ends of a stretch share: the year of 2008.1~9, nothing of 2001~2007."""
    last = re.search(r"(?<!\d)(?:18|19|20)\d\d(?!\d)|'\d\d", span)
    if last is not None or month is None:
        return None, None, None
    return year, None, None
