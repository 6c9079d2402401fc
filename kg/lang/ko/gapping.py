"""A verb said once for two clauses: 2012년 A를, 2014년 B를 인수했다."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.ko.clauses import Clause
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.status import CONNECTIVE, FINAL

_CLOSING = ("을", "에", "로")


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
    rest. Each part has its own date or its own subject."""
    at = _cut(clause)
    if clause.predicate is None or at is None:
        return None
    end = _end(clause, at)
    phrases, rest = clause.phrases[: at + 1], clause.phrases[at + 1 :]
    moments = [m for m in clause.moments if m.token.start < end]
    later = [m for m in clause.moments if m.token.start >= end]
    link = CONNECTIVE if clause.reading.link == FINAL else clause.reading.link
    first = replace(
        clause, phrases=phrases, moments=moments, end=end, after=clause, head=None,
        reading=replace(clause.reading, link=link, form="고"),
    )  # fmt: skip
    subject = next((p for p in rest if p.case == "이" and not p.complement), None)
    clause.phrases, clause.moments, clause.before = rest, later, first
    clause.subject = subject or clause.subject
    clause.start = min([p.start for p in rest] + [m.token.start for m in later])
    return first


def _end(clause: Clause, at: int) -> int:
    """Where the part that ends with this phrase ends: with the date that stands between it and
    the comma (`A를 3월에, B를 5월에`)."""
    left = clause.phrases[at]
    right = clause.phrases[at + 1].start if at + 1 < len(clause.phrases) else left.end
    dates = [m.token.end for m in clause.moments if m.comma and left.end <= m.token.start < right]
    return max(dates, default=left.end)


def _cut(clause: Clause) -> int | None:
    """The index of the phrase after which a new part begins: it closes with a comma and the slot
    that the last phrase has, and a date or a subject opens what follows."""
    if clause.predicate is None or clause.reading.link not in (FINAL, CONNECTIVE):
        return None
    phrases = clause.phrases
    cases = [p.case for p in phrases]
    for at, phrase in enumerate(phrases[:-1]):
        closed = phrase.comma or _end(clause, at) > phrase.end
        if not closed or phrase.case not in _CLOSING or phrase.topic:
            continue
        rest = phrases[at + 1 :]
        if phrase.case not in cases[at + 1 :] or _opens(rest[0]):
            continue
        new_date = _dated_each(clause, at)
        subjects = [p for p in (*phrases[: at + 1], *rest) if p.case == "이" or p.topic]
        new_subject = rest[0] in subjects and len(subjects) > 1 and len(rest) > 1
        if new_date or new_subject:
            return at
    return None


def _dated_each(clause: Clause, at: int) -> bool:
    """Whether each part has its date, before what it tells of (`3월 A를, 5월 B를`) or after it."""
    phrase, after = clause.phrases[at], clause.phrases[at + 1]
    starts = [m.token.start for m in clause.moments]
    between = [start for start in starts if phrase.end <= start < after.start]
    if _end(clause, at) > phrase.end:
        return any(start > after.start for start in starts)
    return bool(between) and any(start < phrase.start for start in starts)


def _opens(phrase: Phrase) -> bool:
    """Whether what follows a comma only goes on with the list (`A를, 그리고 B를`)."""
    return phrase.text in ("그리고", "또")
