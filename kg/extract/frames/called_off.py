"""Whether a plan came to nothing, by what the sentence says next: `합치겠다고 했으나 무산됐다`."""

from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import CONNECTIVE
from kg.lang.ko.tokens.words import word_set

_BUT = ("으나", "나", "지만", "는데", "ᆫ데", "은데", "다가", "으나마", "건만", "고도")
_UNDONE = word_set(
    """무산되 무산하 좌절되 좌절하 부결되 부결하 결렬되 결렬하 철회하 철회되 취소하 취소되
    포기하 접 백지화되 백지화하 불발하 불발되 실패하 엎어지 깨 깨지 거두 물러서 번복하 파기하
    파기되 거부하 거절하 거두어들이 뒤집 뒤집히 막히 틀어지 중단하 중단되 그치 불허하 반려하
    반려되"""
)
_NOTHING = ("없던일", "물거품", "수포", "없는일", "허사", "공염불", "해프닝", "백지")
"""`없던 일이 되었다`, `수포로 돌아갔다`."""


def called_off(clause: Clause) -> bool:
    """Whether a later clause of the sentence undoes what this one announces."""
    if clause.reading.link != CONNECTIVE or clause.reading.form not in _BUT:
        return False
    after = clause.after
    for _ in range(3):
        if after is None:
            return False
        if _undoes(after):
            return True
        after = after.after
    return False


def _undoes(clause: Clause) -> bool:
    predicate = clause.predicate
    if predicate is None:
        return False
    if any(_nothing(p) for p in clause.phrases[-1:]):
        return True
    stem = predicate.noun + "하" if predicate.noun else predicate.stem
    return predicate.stem in _UNDONE or stem in _UNDONE


def _nothing(phrase: Phrase) -> bool:
    """`없던 일이`, `수포로`: what the plan came to, a clause before 일 read with it."""
    before = phrase.relative
    absent = isinstance(before, Clause) and before.predicate is not None
    if absent and phrase.text == "일":
        return (
            isinstance(before, Clause)
            and before.predicate is not None
            and (before.predicate.stem == "없")
        )
    return phrase.text.endswith(_NOTHING)
