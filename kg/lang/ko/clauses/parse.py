"""Clauses: a predicate with its phrases and dates, or a headline that has no predicate.

A sentence is read from left to right; phrases wait until the predicate that takes them comes.
A clause before a noun (관형절) takes only what stands close to it and is not the topic; what is
left goes to the main clause. A later clause shares the subject of the one before.
"""

from collections.abc import Sequence

from kg.lang.ko.clauses.clause import Clause, Takes
from kg.lang.ko.clauses.clause_dates import settle_dates
from kg.lang.ko.clauses.coordination import coordinate
from kg.lang.ko.clauses.hedges import without_hedges
from kg.lang.ko.clauses.phrases import Mark, Moment, Phrase, Predicate, parts_of
from kg.lang.ko.clauses.prices import with_prices
from kg.lang.ko.clauses.relative_clauses import (
    NAMING,
    Building,
    Waiting,
    date_since,
    is_free,
    taken_by_relative,
)
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT, FINAL, Reading, read_chain
from kg.lang.ko.tokens.kiwi import DATE, Token
from kg.lang.ko.tokens.words import COMPANY_NOUNS, MAKERS, PLACES, SERVICE_NOUNS
from kg.model.claim import ANNOUNCED

__all__ = ["Clause", "Takes", "clauses_of"]


_QUOTES = ("'", '"')


def clauses_of(tokens: Sequence[Token], takes: Takes) -> list[Clause]:
    """The clauses of a sentence, in the order of their predicates."""
    build = Building(tokens, takes)
    for part in with_prices(without_hedges(parts_of(tokens))):
        if isinstance(part, Predicate):
            if part.at >= build.skip_until:
                _close(build, part)
            continue
        if isinstance(part, Phrase):
            part.tokens = [t for t in part.tokens if t.start >= _chain_end(build)]
            if not part.tokens:
                continue
            _date_of_thing(build, part)
            _attach(build, part)
        elif part.token.start < _chain_end(build):
            _date_of_saying(build, part)
            continue
        elif isinstance(part, Moment) and _dates_cleft(build, part):
            continue
        build.waiting.append(part)
    _headline(build)
    for clause in build.clauses:
        coordinate(clause, takes)
    settle_dates(build.clauses)
    return build.clauses


def _date_of_thing(build: Building, phrase: Phrase) -> None:
    """`A가 B를 연 것(2016년 1월 7일이었다)`: the date in brackets is that of the clause before."""
    date = phrase.tokens[2] if len(phrase.tokens) > 2 and phrase.tokens[1].form == "(" else None
    if date is None or date.tag != DATE or phrase.tokens[0].tag != "NNB":
        return
    if build.relative is not None:
        build.relative.moments.append(Moment(date, "", topic=False, comma=False))


def _dates_cleft(build: Building, moment: Moment) -> bool:
    """Notes what a date ends: a clause before it is the date's (`직원이 백 명을 넘긴 1996년`), a
    cleft before it may end in it (`A를 사들인 게 2004년 8월, 이름을 바꾼 게 …`): then True."""
    if build.relative is not None:
        build.relative.point = moment
    build.relative = None
    cleft = build.previous is not None and build.previous.reading.link == CLEFT
    if not cleft or not moment.comma or build.waiting or moment.case:
        return False
    build.waiting.append(moment)
    _headline(build)
    build.waiting = []
    return True


def _date_of_saying(build: Building, part: Moment | Mark) -> None:
    """`인수한다고 3월 2일 발표했다`: the date of a decision is the day of its announcement."""
    clause = build.clauses[-1] if build.clauses else None
    if isinstance(part, Moment) and clause is not None and clause.reading.status == ANNOUNCED:
        clause.moments.append(part)


def _chain_end(build: Building) -> int:
    """The offset up to which tokens belong to a predicate's chain of auxiliaries."""
    if not build.skip_until:
        return 0
    return build.tokens[build.skip_until - 1].end


def _attach(build: Building, phrase: Phrase) -> None:
    """What modifies this phrase: the relative clause just closed, the genitive just read."""
    if build.relative is not None:
        build.relative.head = phrase
        phrase.relative = build.relative
        if build.naming is not None:
            build.naming.head = phrase
            phrase.relative = build.naming
        build.relative = build.naming = None
        return
    if build.waiting and _is_another(build.waiting[-1]):
        build.waiting.pop()  # A의 또 다른 계열사
    if build.waiting and isinstance(build.waiting[-1], Phrase):
        before = build.waiting[-1]
        if before.case == "의":
            phrase.of = before
            build.waiting.pop()
            clause = before.relative
            moved = phrase.text in MAKERS or before.text in PLACES  # 사들인 독일의 X
            if moved and isinstance(clause, Clause):
                clause.head, phrase.relative, before.relative = phrase, clause, None
        elif before.case == "&" and (_is_joint(phrase) or _is_partner(before, phrase, build)):
            before.case = "와"
        elif before.case == "&":
            phrase.also = [*before.also, before]
            before.also = []
            build.waiting.pop()


def _is_another(part: Waiting) -> bool:
    return isinstance(part, Mark) and part.token.form == "또"


def _is_partner(before: Phrase, phrase: Phrase, build: Building) -> bool:
    """`A와 'B' 개설`: with a particle between a name and a quoted one, A had a hand in B."""
    joint = next((t for t in build.tokens if before.end <= t.start < phrase.start), None)
    quoted = [any(t.form in _QUOTES for t in part.tokens[:3]) for part in (before, phrase)]
    return joint is not None and joint.tag == "JC" and quoted == [False, True]


def _is_joint(phrase: Phrase) -> bool:
    """`A와 합작법인 'C'`: A is a partner in C, no second company."""
    joint = next(
        (i for i, t in enumerate(phrase.tokens) if t.form.startswith(("합작", "합자"))), None
    )
    return joint is not None and joint + 1 < len(phrase.tokens)


def _close(build: Building, predicate: Predicate) -> None:
    reading = read_chain(build.tokens, predicate.at, predicate.tail, len(build.tokens))
    build.skip_until = reading.stop
    if reading.link in (ADNOMINAL, CLEFT):
        whole = reading.link == CLEFT or is_free(build.tokens, reading.stop, reading.form)
        taken = taken_by_relative(build, predicate, whole)
        date_since(build, reading.stop, taken)
    else:
        taken, build.waiting = build.waiting, []
    clause = _clause(build, predicate, reading, taken)
    if reading.link == ADNOMINAL:
        build.naming = _naming(build, taken)
        build.relative = clause
        if clause.subject is None and reading.past and reading.form.endswith("다는"):
            clause.subject = _topic_waiting(build)  # A는 B를 인수했다는 기사가 났다
        if not taken and build.clauses and _runs_on(build.clauses[-1], predicate):
            clause.before = build.clauses[-1]
    else:
        if clause.subject is None and build.previous is not None:
            clause.subject = _going_on_with(build.previous)
        clause.before = build.previous
        if build.previous is not None:
            build.previous.after = clause
        build.previous = clause
    build.clauses.append(clause)


def _topic_waiting(build: Building) -> Phrase | None:
    topics = (p for p in build.waiting if isinstance(p, Phrase) and p.topic and p.case == "")
    return next(topics, None)


def _naming(build: Building, taken: list[Waiting]) -> Clause | None:
    """The clause that names what a second one before the noun only tells more of: `A라는 작은
    회사`, `A라는 과자 만드는 회사`."""
    if not taken:
        return build.naming or (build.relative if _names(build.relative) else None)
    first = taken[0].relative if isinstance(taken[0], Phrase) else None
    if not isinstance(first, Clause) or not _names(first) or not isinstance(taken[0], Phrase):
        return None
    if taken[0].case not in ("", "에", "에서") or taken[0].text in COMPANY_NOUNS | SERVICE_NOUNS:
        return None
    taken[0].relative = first.head = None
    return first


def _names(clause: Clause | None) -> bool:
    predicate = clause.predicate if clause is not None else None
    return predicate is not None and predicate.stem == "이" and predicate.form in NAMING


def _runs_on(before: Clause, predicate: Predicate) -> bool:
    """`둘이 돈을 내서 차린 회사`: a clause right before a bare verb and its noun is part of what
    modifies the noun."""
    close = before.predicate is not None and predicate.start - before.end <= 1
    return close and before.reading.form in ("어", "아", "어서", "아서", "고", "며", "으며")


def _going_on_with(before: Clause) -> Phrase | None:
    """The subject of a clause that has none: the topic, of which all is told, before a subject
    that stands for its own clause only (`A는 B가 물러나면서 주인이 됐다`)."""
    topic = next((p for p in before.phrases if p.topic and p.case == ""), None)
    return topic or before.subject


def _clause(
    build: Building, predicate: Predicate | None, reading: Reading, taken: list[Waiting]
) -> Clause:
    phrases = [part for part in taken if isinstance(part, Phrase)]
    moments = [part for part in taken if isinstance(part, Moment)]
    marks = [part.token for part in taken if isinstance(part, Mark)]
    stop = min(reading.stop, len(build.tokens))
    end = build.tokens[max(stop - 1, 0)].end
    starts = [leftmost(p) for p in phrases] + [m.token.start for m in moments]
    if predicate is not None:
        starts.append(predicate.start)
        end = max(end, predicate.end)
    subject = next((p for p in phrases if p.case == "이" and not p.complement), None) or next(
        (p for p in phrases if p.topic and p.case == ""), None
    )
    return Clause(
        predicate, reading, phrases, moments, min(starts, default=0), end, subject=subject,
        marks=marks,
    )  # fmt: skip


def leftmost(phrase: Phrase) -> int:
    """Where a phrase starts with all that modifies it on its left."""
    start = phrase.start
    waiting = [phrase]
    while waiting:
        one = waiting.pop()
        start = min(start, one.start)
        if isinstance(one.relative, Clause):
            start = min(start, one.relative.start)
        waiting += one.also if one.of is None else [one.of, *one.also]
    return start


def _headline(build: Building) -> None:
    """What waits for no predicate: a headline, or the complement of a cleft sentence."""
    parts = [part for part in build.waiting if not isinstance(part, Mark)]
    if not parts:
        return
    last = parts[-1]
    end = last.end if isinstance(last, Phrase) else last.token.end
    asked = any(token.start >= end and token.form.startswith("?") for token in build.tokens)
    reading = Reading(None if asked else "asserted", FINAL, "", len(build.tokens))
    clause = _clause(build, None, reading, build.waiting)
    clause.end = end
    clause.before = build.previous
    if build.previous is not None:
        build.previous.after = clause
        build.previous = clause
    build.clauses.append(clause)
