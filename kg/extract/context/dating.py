"""Which date a clause has, from its own dates, its sentence and the text before it."""

import re
from dataclasses import replace

from kg.extract.context.discourse import Discourse
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Moment
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT
from kg.lang.ko.dates.expressions import Anchor, DateExpression, resolve
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import word_set
from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED
from kg.model.dates import PartialDate

_TIGHT = ("어", "아", "려고", "으려고", "고자", "러", "으러", "위해")
_CARRYING = (
    *_TIGHT, "게", "자", "자마자", "고", "며", "으며", "면서", "으면서", "ᆫ", "은", "어서", "아서",
)  # fmt: skip
"""Endings of a clause whose date is that of what goes on from it as well."""
_SERIAL = ("고", "어", "아")
_TIMES = word_set("해 때 날 시점 시기 연도 무렵 것 건 게 거 순간")
"""Nouns of time that a clause may modify, whose predicate is the date (세운 해가 1962년이다)."""
_DEALS = ("계약", "절차", "작업", "거래", "협약", "안건", "합의", "결정", "양해각서")
"""Nouns of a deal: its clause has the date of their verb (인수하는 절차를 3일 마쳤다)."""
_LATER = re.compile(
    r"(?<![가-힣])(?:나중에|이후|그\s?(?:후|뒤)|훗날|뒷날|후일|최근|지금은|현재|요즘|이제는?)(?![가-힣])"
)
_HAPPENINGS = frozenset(("사고", "사태", "사건", "일", "현상", "장애", "참사", "소동", "불편"))
_WORD = re.compile(r"[가-힣]{2}")
_CLOSED = (")", ",", ";")
_CLOSES = re.compile(r"\s*(?:,|일?\)|(?:이었|였|이다|이에요|예요|입니다|의 일))")
"""`(2016년 1월 7일이었다)`: a date that brackets tell first, whatever they say then."""
PRESENT = ("ᆫ다", "는다", "ᆸ니다", "습니다")
"""Endings of a sentence in the present, which tells of what is decided, not done."""
_NO_POINT = ("until", "before")


def resolved_dates(sentence: Sentence, discourse: Discourse) -> dict[int, PartialDate | None]:
    """What each date of the sentence means, by its offset; the running date moves with them."""
    found: dict[int, PartialDate | None] = {}
    coming = _coming(sentence, discourse) if discourse.dateline is not None else ()
    for expression in sentence.dates:
        context = discourse.context
        if expression.start in coming and not found:
            context = replace(context, current=None)
        value = resolve(expression, context)
        found[expression.start] = value
        if expression.last is None and value is not None:
            discourse.context = discourse.context.after(value)
    return found


def _coming(sentence: Sentence, discourse: Discourse) -> set[int]:
    """Where the dates of a story stand that tell of what is yet to come (`다음 달 문을 연다`,
    `8월 나올 예정이다`): they are reckoned from the story's own day, whatever years it has told."""
    found: set[int] = set()
    for clause in sentence.clauses:
        reading, near = clause.reading, discourse.context.near
        planned = reading.status in (ANNOUNCED, PLANNED)
        present = reading.status == ASSERTED and reading.form in PRESENT and not near
        for moment in clause.moments:
            one = sentence.date_at(moment.token.start)
            if one is None or one.date.year or (reading.past and not one.date.fallback):
                continue
            if planned or present:
                found.add(one.start)
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
    within = [m for m in _told(clause, sentence) if until is None or m.token.start < until]
    behind = _behind(clause, sentence, dates)
    own = _own([m for m in within if m.token.start >= since] or within, sentence, dates)
    if behind is not None and (own is None or own.overlaps(behind)):
        return behind
    at: Clause | None = clause
    while at is not None and own is None and not within:
        if at.reading.link in (CLEFT, ADNOMINAL):
            named = _named_after(at, sentence, dates)
            if named is not None or at.point is not None:
                return named
        before, after = at.before or _joined(at, sentence), at.after
        if before is None or not (before.reading.form in _CARRYING or _wonders(before)):
            return _of_cleft(at, after, sentence, dates)
        if _later(at, sentence) or _of_relative(before, at, sentence):
            return None
        at, within = before, _told(before, sentence)
        own = _own(within, sentence, dates)
    return own


def _wonders(clause: Clause) -> bool:
    """`2006년 4월이었나, A가 B를 샀다`: a date that the writer thinks it was."""
    bare = clause.predicate is not None and clause.predicate.stem == "이" and not clause.phrases
    return bare and bool(clause.moments) and clause.reading.form in ("나", "ᆫ가", "던가", "을까")


def _behind(
    clause: Clause, sentence: Sentence, dates: dict[int, PartialDate | None]
) -> PartialDate | None:
    """The date in brackets right behind a verb: `먹통이 돼서(2023년 7월 18일)`."""
    if clause.predicate is None:
        return None
    text, end = sentence.line.text, max(clause.predicate.end, clause.end)
    one = next((d for d in sentence.dates if d.start > end), None)
    if one is None or text[end : one.start].strip() != "(" or not _is_point(one):
        return None
    if text[one.end : one.end + 1] not in _CLOSED:
        return None  # (2022년 8만 대): of something else
    return dates.get(one.start)


def _of_cleft(
    clause: Clause,
    after: Clause | None,
    sentence: Sentence,
    dates: dict[int, PartialDate | None],
) -> PartialDate | None:
    """The date that the cleft has which a clause leads to (`인수해 세운 것은 2010년이다`)."""
    if after is None or after.reading.link != CLEFT or clause.reading.form not in _SERIAL:
        return None
    told = _told(after, sentence)  # no further: it goes on from this clause itself
    return _own(told, sentence, dates) if told else _named_after(after, sentence, dates)


def _told(clause: Clause, sentence: Sentence) -> list[Moment]:
    """The moments of a clause, less those in brackets that say something of their own."""
    text, since = sentence.line.text, clause.start
    return [m for m in clause.moments if not _aside(m.token.start, m.token.end, text, since)]


def _named_after(
    clause: Clause, sentence: Sentence, dates: dict[int, PartialDate | None]
) -> PartialDate | None:
    """The date that a clause before a noun has from what follows: the date that it modifies, or
    that of the predicate of a noun of time (`세운 해가 1962년이다`) or of a decision."""
    if clause.point is not None:
        return _at_point(clause.point, sentence, dates)
    if clause.reading.link == CLEFT:
        return _own(clause.after.moments, sentence, dates) if clause.after is not None else None
    main = next((c for c in sentence.clauses if clause.head in c.phrases), None)
    if main is None or clause.head is None:
        return None
    moments = main.moments
    decided = clause.reading.status == ANNOUNCED
    if clause.reading.form.endswith(("다는", "라는")) and not decided:
        moments = [m for m in moments if m.token.start < clause.start]
    elif not (
        clause.head.text in _TIMES
        or clause.head.text.endswith(_DEALS)
        or decided
        or is_told_of(clause)
        or (main.predicate and main.predicate.stem == "이" and clause.head is main.phrases[-1])
    ):
        return None
    return _own(moments, sentence, dates)


def is_told_of(clause: Clause) -> bool:
    """`앱이 열리지 않는 사고가 났다`: what happened, at the date of the main clause."""
    return clause.head is not None and clause.head.text in _HAPPENINGS


def _aside(start: int, end: int, text: str, since: int) -> bool:
    """Whether a date stands in brackets, opened at `since` or later, that say something of their
    own (`출시 (2017년 종료)`)."""
    opened = text.rfind("(", since, start)
    closed = text.find(")", end)
    if opened < 0 or closed < 0 or ")" in text[opened:start]:
        return False
    if not text[opened + 1 : start].strip() and _CLOSES.match(text, end):
        return False
    return _WORD.search(text[opened:start] + text[end:closed]) is not None


def only_date(sentence: Sentence, dates: dict[int, PartialDate | None]) -> PartialDate | None:
    """The one date of a sentence, brackets that say something of their own left out."""
    text = sentence.line.text
    values = [
        value
        for one in sentence.dates
        if (value := dates.get(one.start)) and not _aside(one.start, one.end, text, sentence.start)
    ]
    return values[0] if len(values) == 1 else None


def _joined(clause: Clause, sentence: Sentence) -> Clause | None:
    """What a clause before a noun goes on from (`2009년 사업부를 떼어 세운 회사`)."""
    if clause.reading.link != ADNOMINAL:
        return None
    at = sentence.clauses.index(clause)
    left = sentence.clauses[at - 1] if at else None
    near = left is not None and 0 <= clause.start - left.end <= 1
    return left if left is not None and near and left.reading.form in _TIGHT else None


def _of_relative(before: Clause, main: Clause, sentence: Sentence) -> bool:
    """`1985년 A에 들어가 잔뼈가 굵은 김가람 사장은 B를 떠났다`: the first clause goes on in the one
    before the noun that is the main clause's subject."""
    at = sentence.clauses.index(before) + 1
    after = sentence.clauses[at] if at < len(sentence.clauses) else None
    if after is None or after.reading.link != ADNOMINAL or after.head is None:
        return False
    own = any(p.topic or p.case == "이" for p in before.phrases)
    led = before.before is not None
    subject = next((p for p in main.phrases if p.topic or p.case == "이"), None)
    return not own and not led and after.head is subject


def _later(clause: Clause, sentence: Sentence) -> bool:
    """Whether the clause says that it was later than what stands before it."""
    return _LATER.search(sentence.line.text, clause.start, clause.end) is not None


def _at_point(
    moment: Moment, sentence: Sentence, dates: dict[int, PartialDate | None]
) -> PartialDate | None:
    """The date that a clause modifies (`문을 연 1996년`); of `문을 연 이듬해인 1996년` the year
    before."""
    one = sentence.date_at(moment.token.start)
    if one is None or one.date.anchor is not Anchor.RUNNING or not one.date.shift:
        return _own([moment], sentence, dates)
    named = next((d for d in sentence.dates if d.start > one.start), None)
    value = dates.get(named.start) if named is not None else None
    if named is None or value is None or one.date.unit != "year":
        return None
    if sentence.line.text[one.end : named.start].strip() not in ("인", "이던"):
        return None
    return PartialDate.of(value.earliest.year - one.date.shift)


def _own(
    moments: list[Moment], sentence: Sentence, dates: dict[int, PartialDate | None]
) -> PartialDate | None:
    best: PartialDate | None = None
    for moment in moments:
        expression = sentence.date_at(moment.token.start)
        value = dates.get(moment.token.start)
        if expression is None or value is None or not _is_point(expression):
            continue
        if best is None or _finer(value, best):
            best = value
    return best


def _is_point(expression: DateExpression) -> bool:
    return expression.edge not in _NO_POINT and expression.last is None


def _finer(one: PartialDate, other: PartialDate) -> bool:
    """Whether the later-named date says no less than the earlier one."""
    order = ("decade", "year", "month", "day")
    return order.index(one.precision) >= order.index(other.precision)
