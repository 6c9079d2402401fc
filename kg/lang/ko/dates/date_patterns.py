"""The pieces of which the patterns of dates are made.

Patterns read the text after `plain_signs`, which keeps every offset. A builder may answer None:
the words look like a date and are none, and nothing inside them is one either.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.lang.ko.dates.date_forms import Anchor, DateForm

Built = DateForm | tuple[DateForm, DateForm] | None


@dataclass(frozen=True, slots=True)
class DateRule:
    """A pattern and the builder of what it says; the expression is the group `at`, else all.

    `digits` says that it finds nothing where no digit stands."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Built]
    bare: bool = False
    digits: bool = True


_SIGNS = str.maketrans(
    "０１２３４５６７８９．，／－：～∼〜〰‘’′＇`´\u00a0\u3000\u2009年月日",
    "0123456789.,/-:~~~~''''''   년월일",
)


def plain_signs(text: str) -> str:
    """The text with full-width digits and signs, kinds of quote, space and tilde made one.

    One code point for one, so offsets stay.
    """
    return text.translate(_SIGNS)


S = r"[ \t]{0,2}"
compiled = functools.partial(re.compile, flags=re.ASCII)
MONTH = r"(?P<month>1[0-2]|0?[1-9])(?!\d)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
YEAR = r"(?P<year>1\d{3}|20\d\d)"
MODERN = r"(?P<year>(?:18|19|20)\d\d)"
NUMBER_LEFT = r"(?<![0-9A-Za-z.,/\-])(?<!제)"
WORD_LEFT = r"(?<![0-9A-Za-z가-힣])"

_PARTICLE = (
    r"에(?![너어스코디버듀])|엔|의(?![가-힣])|부터|까지|께|쯤|경(?![가-힣])|무렵|보다|만에"
    r"|(?:[은는도로이가을를만과와인]|인데|에서)(?![가-힣])|이[다었며고라]|로(?:부터|서)"
)
END = rf"(?=[^0-9A-Za-z가-힣]|$|{_PARTICLE})"
"""The end of a word: what follows is no Hangul, or a particle."""

_PART_NAMES = (
    rf"초반|초순|중반|중순|중엽|하순|상순|후반기?|전반기?|상반기|하반기|[1-4](?:/4)?{S}분기"
    r"|연말|연초|초|말"
)
PART = rf"(?:{S}(?:{_PART_NAMES}){END})"
ABOUT = rf"(?P<about>{S}(?:경|께|쯤|즈음|무렵|전후){END})"
_NO_DAY = (
    rf"(?!본|정|반|부(?!터|로)|류|상|괄|원|대|제|시|장|치|째|간|여|씩|짜리|차"
    rf"|{S}(?:동안|만|연속|내내|이나|이내|안에|이상|이하|가량|정도|넘|(?:전|후|뒤){END})"
    rf"|{S}(?:평균|이용|방문|최대|생산|사용|거래|매출|수송|접속|활성|조회|순|판매|\d회))"
)
DAY_TAIL = rf"(?:{S}{DAY}{S}일{_NO_DAY}(?:[자부]{END})?)"
_DAY_OF_MONTH = rf"(?:{S}{DAY}{S}일(?!간|여|씩|짜리|치|째|정)(?:[자부]{END})?)"
"""After its month a number with 일 is a day, whatever word stands next (3월 15일 최대 주주가)."""
MONTH_TAIL = rf"(?:{S}{MONTH}{S}월(?!호|드|급|세|요일|간|정액|{S}결산){_DAY_OF_MONTH}?)"
UNSURE = r"(?:(?:인가|인지|이던가|이었던가|이었나|였나|였던가|엔가|에던가)(?=[에엔는도 ,.]|$))"
"""What a writer adds who does not quite remember (2002년인가에, 95년 10월엔가)."""
TAIL = rf"{MONTH_TAIL}?{PART}?{ABOUT}?{UNSURE}?"
NAMED_TAIL = rf"(?:{MONTH_TAIL}{PART}?|{PART}|{END}){ABOUT}?{UNSURE}?"


def _full_year(two: str) -> int:
    """Two-digit years are of 1950 to 2049."""
    return int(two) + (1900 if int(two) >= 50 else 2000)


def _group(match: re.Match[str], name: str) -> int | None:
    """The number of a group, None where the pattern has no such group or it is empty."""
    text = match.groupdict().get(name)
    return int(text) if text else None


def written(match: re.Match[str], anchor: Anchor = Anchor.NONE) -> DateForm:
    """Year, month and day as they stand in the groups."""
    year = _group(match, "year")
    if year is None and (two := match.groupdict().get("yy")):
        year = _full_year(two)
    return DateForm(
        anchor,
        year=year,
        month=_group(match, "month"),
        day=_group(match, "day"),
        about=bool(match.groupdict().get("about")),
    )
