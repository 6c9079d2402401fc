"""Dates reckoned from others: 그해, 이듬해 6월, 지난달 28일, 두 달 뒤, 출시 2달 만에."""

import re

from kg.lang.ko.dates.date_forms import Anchor, DateForm
from kg.lang.ko.dates.date_patterns import (
    ABOUT,
    DAY_TAIL,
    END,
    MONTH_TAIL,
    NAMED_TAIL,
    PART,
    WORD_LEFT,
    Built,
    DateRule,
    S,
    compiled,
    written,
)

Words = tuple[tuple[Anchor, int, str], ...]
"""From what a word is reckoned, by how many of its unit, and the pattern of the word."""

_YEAR_WORDS: Words = (
    (Anchor.RUNNING, 0, rf"같은{S}해|그{S}해|동년|당해{S}[연년]도"),
    (Anchor.RUNNING, 1, rf"(?:(?:바로|그){S})?(?:이듬{S}해|다음{S}해)|익년"),
    (Anchor.RUNNING, -1, rf"(?:바로{S})?(?:그{S})?전{S}해|전년(?=[ 말초])"),
    (
        Anchor.PUBLISHED,
        0,
        rf"올해|금년|올(?={S}(?:\d{{1,2}}{S}월|[1-4]{S}분기|초|말|상반기|하반기|봄|여름|가을|겨울|들어))",
    ),
    (Anchor.PUBLISHED, -1, rf"지난{S}해|작년"),
    (Anchor.PUBLISHED, -2, r"재작년|지지난해"),
    (Anchor.PUBLISHED, 1, r"내년|명년"),
    (Anchor.PUBLISHED, 2, r"내후년"),
)
_MONTH_WORDS: Words = (
    (Anchor.RUNNING, 0, rf"같은{S}달|그{S}달|동월"),
    (Anchor.RUNNING, 1, rf"(?P<sure>(?:바로|그){S})?다음{S}달|이듬달|익월"),
    (Anchor.PUBLISHED, 0, rf"이번{S}달|이{S}달(?!의)|금월"),
    (Anchor.PUBLISHED, -1, rf"지난{S}달|저번{S}달"),
    (Anchor.PUBLISHED, -2, r"지지난달"),
    (Anchor.PUBLISHED, 1, r"내달"),
)
_DAY_WORDS: Words = (
    (Anchor.RUNNING, 0, rf"같은{S}날|그{S}날|이날"),
    (Anchor.RUNNING, 1, rf"이튿날|(?:그{S})?다음{S}날"),
    (Anchor.RUNNING, -1, rf"(?:그{S})?전날(?!밤)|하루{S}앞서"),
    (Anchor.PUBLISHED, 0, r"오늘(?!의)"),
    (Anchor.PUBLISHED, -1, r"어제(?!의)"),
    (Anchor.PUBLISHED, -2, r"그저께|그제(?!서야|야)"),
)


_TURNED: Words = (
    (
        Anchor.RUNNING,
        1,
        rf"해(?:가|를){S}(?:바뀐|바뀌어|바뀌고|바뀌자|넘긴|넘겨|넘어){S}(?=\d)",
    ),
)
_SAME = rf"{WORD_LEFT}(?:이때|그때)(?![가-힣]|{S}(?:까지|부터))"
"""The time just told, as finely as it was told."""


def _word_rule(unit: str, words: Words, tail: str) -> DateRule:
    """Words such as 이듬해 with the month or day that may follow them: one pattern for all, as
    each pattern is tried at every character."""
    names = "|".join(rf"(?P<word{at}>{word})" for at, (_, _, word) in enumerate(words))

    def build(match: re.Match[str]) -> Built:
        groups = match.groupdict()
        anchor, shift, _ = next(row for at, row in enumerate(words) if groups[f"word{at}"])
        named = written(match, anchor)
        ahead = unit == "month" and anchor is Anchor.RUNNING and shift == 1
        return DateForm(
            anchor,
            month=named.month,
            day=named.day,
            unit=unit,
            shift=shift,
            fallback=ahead and not groups.get("sure"),
            about=named.about,
        )

    return DateRule(compiled(rf"{WORD_LEFT}(?:{names}){tail}"), build, digits=False)


_NUMERALS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "열": 10,
}  # fmt: skip
_SPANS = {
    "하루": (1, "day"), "이틀": (2, "day"), "사흘": (3, "day"), "나흘": (4, "day"),
    "닷새": (5, "day"), "열흘": (10, "day"), "보름": (15, "day"), "일주일": (7, "day"),
    "반년": (6, "month"),
}  # fmt: skip
_UNITS = {"년": "year", "해": "year", "개월": "month", "달": "month", "일": "day"}
_FROM_HERE = compiled(rf"(?:그|이)?보다{S}(?:약{S}|꼭{S})?$")
_FROM_NOW = compiled(rf"(?:앞으로|지금부터){S}(?:약{S}|꼭{S})?$")
_BEGINNING = compiled(
    r"(?:출시|설립|창립|창업|개설|론칭|런칭|오픈|개시|서비스|상장|출범|시작|공개|인수|합병|개장|개통|도입)"
    rf"(?:{S}(?:한|된|를|을))?(?:{S}지)?{S}(?:약{S}|꼭{S}|불과{S}|단{S})?$"
)
_APPOSITION = compiled(rf"인{S}['\d]")


def _length(match: re.Match[str]) -> tuple[int, str]:
    """How long `1년 6개월`, `두 달` or `사흘` is, in which unit."""
    if match["span"]:
        return _SPANS[match["span"]]
    if match["months"]:
        return int(match["years"]) * 12 + int(match["months"]), "month"
    text = match["count"]
    count = int(text) if text.isdigit() else _NUMERALS[text]
    return count, _UNITS[match["unit"]]


def _reckoned(match: re.Match[str]) -> Built:
    """`3년 전`, `두 달 뒤`, `출시 2달 만에`; 2년 뒤인 2016년 is only 2016년."""
    count, unit = _length(match)
    before = match.string[max(0, match.start() - 24) : match.start()]
    about = bool(match["about"])
    if _APPOSITION.match(match.string, match.end()):
        return None
    match match["way"]:
        case "전":
            anchor = Anchor.RUNNING if _FROM_HERE.search(before) else Anchor.PUBLISHED
            return DateForm(anchor, unit=unit, shift=-count, about=about)
        case "만에":
            if unit == "day" or not _BEGINNING.search(before):
                return None
            return DateForm(Anchor.RUNNING, unit=unit, shift=count, about=about)
        case _:
            if _FROM_NOW.search(before):
                return DateForm(Anchor.PUBLISHED, unit=unit, shift=count, about=about)
            return DateForm(Anchor.RUNNING, unit=unit, shift=count, fallback=True, about=about)


RELATIVE: tuple[DateRule, ...] = (
    DateRule(compiled(_SAME), lambda match: DateForm(Anchor.RUNNING, unit="same"), digits=False),
    _word_rule("year", _YEAR_WORDS, NAMED_TAIL),
    _word_rule("year", _TURNED, rf"{MONTH_TAIL}{PART}?{ABOUT}?"),
    _word_rule("month", _MONTH_WORDS, rf"(?:{DAY_TAIL}|{PART}|{END}){ABOUT}?"),
    _word_rule("day", _DAY_WORDS, END),
    DateRule(
        compiled(
            rf"{WORD_LEFT}(?<!~)(?:(?P<years>\d{{1,2}})년{S}(?P<months>\d{{1,2}})개월"
            rf"|(?P<count>\d{{1,3}}|{'|'.join(_NUMERALS)}){S}(?P<unit>{'|'.join(_UNITS)})"
            rf"|(?P<span>{'|'.join(_SPANS)})){S}(?P<way>전|후|뒤|만에){END}(?P<about>{S}쯤|께)?"
        ),
        _reckoned,
        digits=False,
    ),
)  # fmt: skip
