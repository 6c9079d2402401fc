"""Who put money into a round, said of the round itself: 하늘벤처스가 이끈 시리즈 B,
가람투자가 주도하고 바로증권이 참여한 라운드."""

import re

from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.reading import Sentence

_ROUND = re.compile(
    r"(?:이번|신규|첫|추가|최근)?(?:시드|프리|프리시리즈|시리즈|[Pp]re)?-?[A-H]?\d?(?:브릿지)?"
    r"(?:투자|라운드|펀딩|단계|자금|유치)*"
)
_LEADING = ("이끌", "주도하", "앞장서", "리드하", "참여하", "나서", "들어오", "합류하", "주관하")


def is_round(phrase: Phrase) -> bool:
    """Whether a phrase is a round of investment (시리즈B, 시드 라운드): nobody who invests."""
    return _ROUND.fullmatch(phrase.text) is not None


def leaders_of(phrase: Phrase, sentence: Sentence) -> list[Phrase]:
    """Who led or took part in the round that a phrase tells of."""
    clause = phrase.relative
    found: list[Phrase] = []
    if not isinstance(clause, Clause):
        return found
    before = clause.before
    if before is None and clause in sentence.clauses:
        at = sentence.clauses.index(clause)
        before = sentence.clauses[at - 1] if at else None
    for one in (before, clause):
        leader = _leader(one)
        if leader is not None:
            found.append(leader)
    return found if _leader(clause) is not None else []


def _leader(clause: Clause | None) -> Phrase | None:
    if clause is None or clause.predicate is None or clause.predicate.stem not in _LEADING:
        return None
    return clause.phrase("이")


def leader_before(clause: Clause) -> Phrase | None:
    """`A가 주도해 100억 원을 투자했다`: A, of the clause that this one goes on from."""
    before = clause.before
    if before is None or before.reading.form not in ("어", "아", "어서", "아서", "고", "며"):
        return None
    return _leader(before)
