"""Dates in Korean text: `find_dates` finds them, `resolve` says what each means in its context."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lang.ko.date_context import DateContext, resolve, resolve_period
from kg.lang.ko.date_forms import Anchor, DateExpression, DateForm
from kg.lang.ko.date_patterns import S, plain_signs
from kg.lang.ko.date_rules_relative import RELATIVE
from kg.lang.ko.date_rules_written import WRITTEN

__all__ = [
    "Anchor",
    "DateContext",
    "DateExpression",
    "DateForm",
    "date_heading",
    "find_dates",
    "resolve",
    "resolve_period",
]

_MAY_DATE = re.compile(
    r"\d|[년해달월날올제초말밤때]|오늘|하루|이틀|사흘|나흘|닷새|열흘|보름|일주일|세기|분기|반기|봄|여름|가을|겨울"
)
"""What every date has something of."""
_RULES = WRITTEN + RELATIVE
_JOINT = re.compile(rf"(?:부터|에서)?{S}[~–—]{S}|{S}-{S}|(?:부터|에서){S}")
_EDGES = (
    ("from", re.compile(rf"부터|\.?{S}~(?!~)")),
    ("until", re.compile(r"까지")),
    ("after", re.compile(rf"{S}(?:이후|이래|후(?=[에,부]))")),
    ("before", re.compile(rf"{S}(?:이전|전(?=[에,까]))")),
)
_UNTIL = re.compile(rf"(?<!~)~{S}$")
_HEADING_REST = re.compile(
    r"[\s#=*\-–—\[\]()<>〈〉【】《》|:'\"~■□●○◆◇▶▷•·]*(?:주요)?\s*(?:연혁)?[\s#=*\]>】)|:~-]*"
)


def find_dates(text: str) -> list[DateExpression]:
    """The dates in a text, in its order, none overlapping another.

    Numbers that are no date (amounts, versions, telephone numbers, lengths of time) are left
    out. Time is linear in the text.
    """
    if not _MAY_DATE.search(text):
        return []
    plain = plain_signs(text)
    found: list[DateExpression] = []
    for expression in _leftmost_longest(plain):
        joined = _joined(plain, found[-1], expression) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(expression)
    return [replace(expression, edge=_edge(plain, expression)) for expression in found]


def date_heading(line: str, found: Sequence[DateExpression]) -> DateExpression | None:
    """The date that a line consists of (`## 2014년`, `[2010년대]`), None for any other line.

    `found` are the line's dates.
    """
    if len(line) > 60 or len(found) != 1 or not found[0].absolute:
        return None
    around = line[: found[0].start] + line[found[0].end :]
    return found[0] if _HEADING_REST.fullmatch(around) else None


def _leftmost_longest(plain: str) -> Iterator[DateExpression]:
    """What the rules find; where two meet, the earlier start wins, then the longer one."""
    matches = [
        (*match.span("at" if "at" in match.re.groupindex else 0), order, match)
        for order, rule in enumerate(_RULES)
        for match in rule.pattern.finditer(plain)
    ]
    matches.sort(key=lambda row: (row[0], -row[1], row[2]))
    covered = 0
    for start, end, order, match in matches:
        if start < covered or end <= start:
            continue
        covered = end
        built = _RULES[order].build(match)
        if built is not None:
            date, last = built if isinstance(built, tuple) else (built, None)
            yield DateExpression(start, end, date, last, bare=_RULES[order].bare)


def _joined(plain: str, first: DateExpression, second: DateExpression) -> DateExpression | None:
    """One range of two dates, where only 부터 or a tilde stands between them."""
    if first.last or second.last or second.relative:
        return None
    if not _JOINT.fullmatch(plain, first.end, second.start):
        return None
    return replace(first, end=second.end, last=second.date)


def _edge(plain: str, expression: DateExpression) -> str:
    """How the words around a date bound a period; of `~ 2014` the tilde stands before it."""
    for name, pattern in _EDGES:
        if pattern.match(plain, expression.end):
            return name
    opened = _UNTIL.search(plain, max(0, expression.start - 4), expression.start)
    return "until" if opened and expression.last is None else ""
