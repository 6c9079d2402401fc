"""Milestones: a count or sum that a company or service reached (가입자 1억 명 돌파)."""

from kg.extract.context.candidate import Candidate
from kg.extract.context.dating import clause_date
from kg.extract.context.reader import Reader
from kg.extract.events.milestone_subjects import subject_of
from kg.extract.frames.fixed import without_brackets
from kg.extract.frames.hosts import HOST_NOUNS
from kg.lang.ko.amounts import PERCENT, PERCENT_POINT, Amount
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import CONNECTIVE
from kg.lang.ko.counted import (
    BY_COUNTER,
    COUNTERS,
    CROSSING,
    GATES,
    GATHERING,
    METRICS,
    NO_FEAT,
    OVER,
    PASSING,
    PEOPLE,
    PRINTED,
    TO_IT,
    UP_TO,
)
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.model.claim import PLANNED, Details
from kg.model.dates import PartialDate
from kg.model.schema import Schema

_FRAME = "ko/milestone#reached"


def milestones(
    clause: Clause,
    sentence: Sentence,
    reader: Reader,
    schema: Schema,
    dates: dict[int, PartialDate | None],
) -> list[Candidate]:
    """The milestones of a clause: one for each amount reached, each with its own date."""
    if "Milestone" not in schema.events or clause.reading.present:
        return []
    if clause.reading.status in (None, PLANNED):
        return []  # a goal
    verb = _verb(clause)
    if verb is None:
        return []
    found: list[Candidate] = []
    metric, counted = "", False
    for phrase in clause.phrases:
        own = _metric(phrase)
        metric = own or metric
        amount = _amount(phrase, sentence)
        counted = counted or bool(own) or amount is None
        if amount is None or not _reached(phrase, clause, verb):
            continue
        if not _is_feat(phrase, clause, verb, amount, metric, counted):
            continue
        subject, assumed = subject_of(clause, phrase, reader, metric, amount)
        if subject is None:
            continue
        start, end, date = _place(clause, phrase, sentence, dates)
        loose = not verb or (verb == "웃돌" and clause.reading.link == CONNECTIVE)
        if loose and date is None and not reader.discourse.in_list:
            continue
        found.append(
            Candidate(
                "Milestone", {"subject": [subject]}, sentence, start, end, _FRAME, date,
                clause.reading.status,
                Details(
                    value=amount.value,
                    unit=amount.unit or _unit(metric),
                    metric=metric or BY_COUNTER.get(amount.unit),
                ),
                assumed={"subject"} if assumed else set(),
            )
        )  # fmt: skip
    return found


def _unit(metric: str) -> str | None:
    """The counter that is left out where it goes without saying."""
    if metric in PEOPLE:
        return "명"
    return "회" if metric in ("views", "page views") else None


def _verb(clause: Clause) -> str | None:
    """The verb of reaching: the predicate, or a verbal noun at a headline's end; "" where a list
    item ends in a figure of what is counted (`누적 회원 50만 명`); None where there is none."""
    predicate = clause.predicate
    if predicate is not None:
        stem = predicate.stem
        if predicate.noun and predicate.suffix == "되":
            stem = predicate.noun + "하"
        if stem.endswith("어버리"):
            stem = stem.removesuffix("어버리")
        return stem if stem in CROSSING | GATHERING | PASSING else None
    tokens = without_brackets(clause.phrases[-1].tokens) if clause.phrases else []
    if clause.before is None and tokens and tokens[-1].tag == AMOUNT:
        return ""
    while tokens and HOST_NOUNS.get(tokens[-1].form) is not None:
        tokens = tokens[:-1]
    stem = tokens[-1].form + "하" if tokens else ""
    return stem if stem in CROSSING | GATHERING | PASSING else None


def _amount(phrase: Phrase, sentence: Sentence) -> Amount | None:
    tokens = [t for t in phrase.tokens if t.tag == AMOUNT]
    if not tokens:
        return None
    found = sentence.amounts_in(tokens[-1].start, tokens[-1].end)
    return found[0] if found else None


def _reached(phrase: Phrase, clause: Clause, verb: str) -> bool:
    """Whether a phrase with an amount stands where the verb has what it reaches."""
    if clause.predicate is None:
        return phrase in clause.phrases[-2:]
    case = _case(phrase, clause)
    if verb in TO_IT:
        return case == "에" or (verb == "올라서" and case == "로")
    if verb in UP_TO and (case == "로" or phrase.only):
        return True
    if verb in OVER and (case == "이" or phrase.only):
        return True
    if case == "을" or (phrase.topic and case == "" and clause.phrase("을") is None):
        return True
    last = phrase is clause.phrases[-1] and case in ("", "bare") and not phrase.topic
    return last or (case == "에" and verb in PASSING and _gate(phrase))


def _case(phrase: Phrase, clause: Clause) -> str:
    """An amount's case; before a comma that of the amount that follows (9월 1억, 4월 2억을)."""
    if phrase.case or not phrase.comma:
        return phrase.case
    later = [p for p in clause.phrases if p.start > phrase.start]
    return next((p.case for p in later if any(t.tag == AMOUNT for t in p.tokens)), "")


def _gate(phrase: Phrase) -> bool:
    """`100만 명 시대`, `1조 클럽`: a figure as a gate that is passed."""
    after = [t for t in phrase.tokens if t.form in GATES]
    return bool(after) and any(t.tag == AMOUNT and t.end <= after[-1].start for t in phrase.tokens)


def _is_feat(
    phrase: Phrase, clause: Clause, verb: str, amount: Amount, metric: str, counted: bool
) -> bool:
    """Whether the figure is one that a company is proud of, by what is counted and how."""
    around = [t.form for p in _around(phrase, clause) for t in p.tokens]
    if not _countable(amount.unit) or any(form in NO_FEAT for form in around):
        return False
    total = "누적" in around or "누계" in around
    if not verb:
        return (
            (bool(metric) or total) and _ends_in_figure(clause) and _counts(metric, total, amount)
        )
    if verb in PASSING and verb not in CROSSING:
        return _gate(phrase) and (bool(metric) or counted)
    if verb in GATHERING:
        return bool(metric) and _case(phrase, clause) in ("을", "로", "bare", "에", "")
    if verb == "찍" and amount.unit in PRINTED:
        return False
    return bool(metric) or total or _speaks_for_itself(phrase, clause, amount.unit)


def _countable(unit: str) -> bool:
    """Whether a unit is money, one of the counters of feats, or left out: no percentage."""
    return unit not in (PERCENT, PERCENT_POINT) and (
        _is_money(unit) or unit in COUNTERS or not unit
    )


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def _speaks_for_itself(phrase: Phrase, clause: Clause, unit: str) -> bool:
    """Whether the counter says what is counted, or some noun before it does."""
    if unit in ("명", "다운로드", "호점"):
        return True
    return bool(unit) and not _is_money(unit) and _before(phrase, clause)


def _counts(metric: str, total: bool, amount: Amount) -> bool:
    """What a figure without a verb tells as reached: heads, downloads, a running total."""
    return total or metric in PEOPLE or metric == "downloads" or amount.unit == "다운로드"


def _ends_in_figure(clause: Clause) -> bool:
    return without_brackets(clause.phrases[-1].tokens)[-1].tag == AMOUNT


def _before(phrase: Phrase, clause: Clause) -> bool:
    """Whether a noun says what is counted: in the phrase, or as the clause's subject."""
    if phrase.tokens[0].tag != AMOUNT or phrase.of is not None:
        return True
    return any((p.case == "이" or p.topic) and p is not phrase for p in clause.phrases)


def _around(phrase: Phrase, clause: Clause) -> list[Phrase]:
    """The phrases that may say what is counted: its own, its owner's, the subject's."""
    found = [p for p in clause.phrases if p.case in ("이", "bare", "의", "") or p.topic]
    owner = [phrase.of] if phrase.of is not None else []
    return [phrase, *owner, *(p for p in found if p is not phrase)]


def _metric(phrase: Phrase) -> str:
    """What is counted, by the nouns before the amount (누적 가입자 수, 영업이익, 내려받기)."""
    before = phrase.relative
    if isinstance(before, Clause) and before.predicate is not None:
        stem, form = before.predicate.stem, before.predicate.form
        if form == "기" and stem in ("내려받", "내리받"):
            return METRICS["내려받기"]
    forms = [t.form for t in phrase.tokens if t.tag != AMOUNT]
    for size in (3, 2, 1):
        for at in range(len(forms) - size, -1, -1):
            word = "".join(forms[at : at + size])
            if word in METRICS:
                return METRICS[word]
    return ""


def _place(
    clause: Clause, phrase: Phrase, sentence: Sentence, dates: dict[int, PartialDate | None]
) -> tuple[int, int, PartialDate | None]:
    """The amount's own stretch and date, where one clause names several (4월에는 …, 7월에는 …)."""
    before = [m for m in clause.moments if m.token.start < phrase.start]
    rivals = [
        p
        for p in clause.phrases
        if any(t.tag == AMOUNT for t in p.tokens) and _case(p, clause) == _case(phrase, clause)
    ]
    if len(rivals) < 2 or len(before) == 0 or len(clause.moments) < 2:
        closed = [
            p.end for p in clause.phrases if p.comma and p.case == "" and p.end < phrase.start
        ]
        since = max(closed, default=0) if clause.predicate is None else 0
        return clause.start, clause.end, clause_date(clause, sentence, dates, since)
    moment = before[-1]
    last = phrase is rivals[-1]
    return moment.token.start, clause.end if last else phrase.end, dates.get(moment.token.start)
