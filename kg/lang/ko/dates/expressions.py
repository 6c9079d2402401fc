"""Dates in Korean text: `find_dates` finds them, `resolve` says what each means in its context."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lang.ko.dates.date_context import DateContext, resolve, resolve_period
from kg.lang.ko.dates.date_forms import Anchor, DateExpression, DateForm
from kg.lang.ko.dates.date_patterns import DateRule, S, plain_signs
from kg.lang.ko.dates.date_rules_relative import RELATIVE
from kg.lang.ko.dates.date_rules_written import WRITTEN

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

_DIGIT = re.compile(r"\d")
_WORD = re.compile(
    r"[년해달월날올]|오늘|어제|그저께|그제|[그이]때|상반기|하반기|분기"
    r"|(?:일|하루|이틀|사흘|나흘|닷새|열흘|보름)[ \t]{0,2}(?:전|후|뒤|만에|앞서)"
)
"""What every date that is no number has something of."""
_NUMBERS = tuple(rule for rule in WRITTEN + RELATIVE if rule.digits)
_WORDS = tuple(rule for rule in WRITTEN + RELATIVE if not rule.digits)
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


@functools.lru_cache(maxsize=1024)  # a line is asked for its dates as a line, and as its parts
def find_dates(text: str) -> tuple[DateExpression, ...]:
    """The dates in a text, in its order, none overlapping another.

    Numbers that are no date (amounts, versions, telephone numbers, lengths of time) are left
    out. Time is linear in the text.
    """
    plain = plain_signs(text)
    rules = _NUMBERS if _DIGIT.search(plain) else ()
    rules += _WORDS if _WORD.search(plain) else ()
    found: list[DateExpression] = []
    for expression in _leftmost_longest(plain, rules):
        joined = _joined(plain, found[-1], expression) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(expression)
    return tuple(replace(expression, edge=_edge(plain, expression)) for expression in found)


def date_heading(line: str, found: Sequence[DateExpression]) -> DateExpression | None:
    """The date that a line consists of (`## 2014년`, `[2010년대]`), None for any other line.

    `found` are the line's dates.
    """
    if len(line) > 60 or len(found) != 1 or not found[0].absolute:
        return None
    around = line[: found[0].start] + line[found[0].end :]
    return found[0] if _HEADING_REST.fullmatch(around) else None


def _leftmost_longest(plain: str, rules: Sequence[DateRule]) -> Iterator[DateExpression]:
    """What the rules find; where two meet, the earlier start wins, then the longer one."""
    matches = [
        (*match.span("at" if "at" in match.re.groupindex else 0), order, match)
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(plain)
    ]
    matches.sort(key=lambda row: (row[0], -row[1], row[2]))
    covered = 0
    for start, end, order, match in matches:
        if start < covered or end <= start:
            continue
        covered = end
        built = rules[order].build(match)
        if built is not None:
            date, last = built if isinstance(built, tuple) else (built, None)
            yield DateExpression(start, end, date, last, bare=rules[order].bare)


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
