"""Rounds of investment that a chronology notes without a verb: 시리즈A 30억원(하늘벤처스 등)."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.context.discourse import Discourse
from kg.lang.ko.amounts import Amount
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import Token
from kg.model.claim import ASSERTED, Details
from kg.model.dates import PartialDate

_ROUND = re.compile(
    r"시리즈\s?[A-H](?![a-z])|[Pp]re-?[A-C](?![a-z])|프리\s?(?:IPO|[A-C](?![a-z]))|시드\s?투자"
)
_OPEN = re.compile(r"추진|예정|목표|계획|검토|무산|불발|협의|논의|준비|실패|중단")
_LEADING = ("이끌", "주도하", "참여하")
_FRAME = "ko/investment#round"


def rounds(
    sentence: Sentence, state: Discourse, dates: dict[int, PartialDate | None]
) -> list[Candidate]:
    """The round that an item of the list of a company's history names with its sum."""
    found = _ROUND.search(sentence.line.text, sentence.start, sentence.end)
    if found is None or not state.in_list or state.topic is None or _OPEN.search(sentence.text):
        return []
    if any(c.predicate is not None and c.reading.link != "adnominal" for c in sentence.clauses):
        return []
    sums = [a for a in sentence.amounts if _is_money(a)]
    if len(sums) != 1:
        return []
    known = {value for value in dates.values() if value is not None}
    date = known.pop() if len(known) == 1 else None
    investors = _investors(sentence, sums[0], state.topic)
    roles = {"company": [state.topic]} | ({"investor": investors} if investors else {})
    details = Details(value=sums[0].value, unit=sums[0].unit)
    place = (sentence, sentence.start, sentence.end)
    return [
        Candidate(
            "Investment", roles, *place, _FRAME, date, ASSERTED, details, assumed={"company"}
        )
    ]  # fmt: skip


def _is_money(amount: Amount) -> bool:
    return len(amount.unit) == 3 and amount.unit.isupper()


def _investors(sentence: Sentence, amount: Amount, topic: Named) -> list[Named]:
    """Who put money in: A에서, A가 이끈, A와 B, in brackets after the sum, before it."""
    line = sentence.line.text
    names: list[Named] = []
    for clause in sentence.clauses:
        names += _leading(clause, line)
        for phrase in clause.phrases:
            if phrase.case in ("에서", "로부터", "에"):
                names += names_of(phrase, line)
    names = names or _noted([t for t in sentence.tokens if t.start >= amount.end], line)
    if not names:
        before = [t for t in sentence.tokens if t.end <= amount.start and t.form != "단독"]
        told = _ROUND.search(line, sentence.start, amount.start) is not None
        named = name_of(before, line) if before and not told else None
        names = [named] if named is not None else []
    return [n for n in names if n.proper and n.kind != PERSON and n.text != topic.text]


def _leading(clause: Clause, line: str) -> list[Named]:
    """Who led the round that the clause modifies."""
    if clause.predicate is None or clause.predicate.stem not in _LEADING:
        return []
    subject = clause.phrase("이")
    return names_of(subject, line) if subject is not None else []


def _noted(tokens: list[Token], line: str) -> list[Named]:
    """The names in the brackets right after the sum, which commas part."""
    if not tokens or tokens[0].form != "(":
        return []
    found: list[Named] = []
    run: list[Token] = []
    for token in tokens[1:]:
        if token.form in (",", "·", ")"):
            named = name_of(run, line) if run else None
            found += [named] if named is not None else []
            run = []
            if token.form == ")":
                break
        else:
            run.append(token)
    return found
