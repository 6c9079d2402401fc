"""A verb said once for two clauses: 2012년 A를, 2014년 B를 인수했다; A에서 10억, 이듬해 B에서 20억
원을 받았다; A를 2011년에, B를 2012년에 샀다."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Moment, Phrase
from kg.lang.ko.clauses.prices import PRICE
from kg.lang.ko.clauses.status import CONNECTIVE, FINAL
from kg.lang.ko.tokens.kiwi import AMOUNT

_CLOSING = ("을", "에", "로", PRICE)
_CASES = ("을", "이", "로", "에", "에서")
_COMMON = ("에", "와", "로부터", "에서")
_TOLD = ("다는", "다던")


def with_gaps(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, with one of its own for each part that leaves its verb to the last."""
    out: list[Clause] = []
    for clause in clauses:
        rest = clause
        while (first := _first_part(rest)) is not None:
            out.append(first)
        out.append(rest)
    return out


def _first_part(clause: Clause) -> Clause | None:
    """The first part of a clause whose verb stands at the end of a later one; the clause keeps the
    rest. Each part has its own date, its own price or its own subject."""
    if not _may_part(clause):
        return None
    at = _cut(clause)
    if at is None:
        at = _bare_cut(clause)
    end = clause.phrases[at].end if at is not None else 0
    if at is None:
        at, end = _dated_cut(clause)
    if not end:
        return None
    phrases, rest = clause.phrases[: at + 1], clause.phrases[at + 1 :]
    moments = [m for m in clause.moments if m.token.start < end]
    later = [m for m in clause.moments if m.token.start >= end]
    if not moments and later and all(m.token.start > rest[-1].end for m in later):
        moments = list(later)  # A는 B에, C는 D에 3월에 팔렸다: of both
    link = CONNECTIVE if clause.reading.link == FINAL else clause.reading.link
    first = replace(
        clause, phrases=phrases, moments=moments, end=end, after=clause, head=None,
        reading=replace(clause.reading, link=link, form="고"),
    )  # fmt: skip
    subject = next((p for p in rest if p.case == "이" and not p.complement), None)
    rest = [*_shared(phrases, moments, rest), *rest]
    clause.phrases, clause.moments, clause.before = rest, later, first
    clause.subject = subject or clause.subject
    clause.start = min([p.start for p in rest if p.start >= end] + [m.token.start for m in later])
    return first


def _shared(
    phrases: Sequence[Phrase], moments: Sequence[Moment], rest: Sequence[Phrase]
) -> list[Phrase]:
    """What stands before the first date and is said of all parts: `B에 2018년 20억 원, 2020년 50억
    원을 투자했다`."""
    first = min((m.token.start for m in moments), default=0)
    cases = {p.case for p in rest}
    subjects = any(p.topic or (p.case == "이" and not p.complement) for p in rest)
    return [
        p
        for p in phrases
        if p.end <= first
        and ((p.case in _COMMON and p.case not in cases) or (_is_subject(p) and not subjects))
    ]


def _is_subject(phrase: Phrase) -> bool:
    return phrase.case == "이" or (phrase.topic and not phrase.case)


def _may_part(clause: Clause) -> bool:
    told = clause.reading.link in (FINAL, CONNECTIVE) or clause.reading.form in _TOLD
    return clause.predicate is not None and told


def _cut(clause: Clause) -> int | None:
    """The index of the phrase after which a new part begins: it closes with a comma and the slot
    that the last phrase has, and a date, a price or a subject opens what follows."""
    phrases = clause.phrases
    cases = [p.case for p in phrases]
    for at, phrase in enumerate(phrases[:-1]):
        if not phrase.comma or phrase.case not in _CLOSING or phrase.topic:
            continue
        rest = phrases[at + 1 :]
        if phrase.case not in cases[at + 1 :] or _opens(rest[0]):
            continue
        new_date = _dates_between(clause, phrase, rest[0]) and _dated_before(clause, phrase)
        subjects = [p for p in (*phrases[: at + 1], *rest) if p.case == "이" or p.topic]
        new_subject = rest[0] in subjects and len(subjects) > 1 and len(rest) > 1
        priced = phrase.case == PRICE and "을" in cases[: at + 1] and "을" in cases[at + 1 :]
        if new_date or new_subject or priced:
            return at
    return None


def _bare_cut(clause: Clause) -> int | None:
    """The index of a phrase without a particle before a comma and a new date: `2020년 A, 2021년 B를
    샀다`. It takes the particle of its counterpart."""
    phrases = clause.phrases
    for at, phrase in enumerate(phrases[:-1]):
        if not phrase.comma or phrase.case or phrase.topic or phrase.only:
            continue
        rest = phrases[at + 1 :]
        if not (_dates_between(clause, phrase, rest[0]) and _dated_before(clause, phrase)):
            continue
        case = _case_of_counterpart(phrase, rest)
        if case:
            phrase.case = case
            return at
    return None


def _case_of_counterpart(phrase: Phrase, rest: Sequence[Phrase]) -> str:
    sums = _is_amount(phrase)
    for other in rest:
        if _is_amount(other) != sums:
            if not sums:
                return ""
            continue
        if other.case in _CASES and not other.topic:
            return other.case
        if other.only and not other.case:
            return "을"
        if not (other.comma and not other.case):
            return ""
    return ""


def _dated_cut(clause: Clause) -> tuple[int, int]:
    """The index of the last phrase before a date that closes a part (`A를 2011년에, B를 2012년에
    샀다`), and where that date ends; the end is 0 where there is none."""
    for moment in clause.moments:
        left = [i for i, p in enumerate(clause.phrases) if p.end <= moment.token.start]
        right = [p for p in clause.phrases if p.start >= moment.token.end]
        if not moment.comma or not left or not right:
            continue
        near, far = clause.phrases[left[-1]], right[0]
        alike = near.case == far.case and near.case in _CASES
        if (alike or (near.topic and far.topic)) and _dated_after(clause, far):
            return left[-1], moment.token.end
    return 0, 0


def _dates_between(clause: Clause, left: Phrase, right: Phrase) -> bool:
    return any(left.end <= m.token.start < right.start for m in clause.moments)


def _dated_before(clause: Clause, phrase: Phrase) -> bool:
    return any(m.token.start < phrase.start for m in clause.moments)


def _dated_after(clause: Clause, phrase: Phrase) -> bool:
    later: list[Moment] = [m for m in clause.moments if m.token.start >= phrase.end]
    return bool(later)


def _is_amount(phrase: Phrase) -> bool:
    return phrase.tokens[-1].tag == AMOUNT


def _opens(phrase: Phrase) -> bool:
    """Whether what follows a comma only goes on with the list (`A를, 그리고 B를`)."""
    return phrase.text in ("그리고", "또")
