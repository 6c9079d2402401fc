"""Shares: of which company they are, who held them, and when it is the text's own company."""

from collections.abc import Sequence

from kg.extract.context.reader import Reader
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.kiwi import AMOUNT, Token
from kg.lang.ko.tokens.words import word_set

_MEASURE = word_set(
    """전 잔여 나머지 일부 보유 보통주 구주 신주 발행 총 약 의 대상 모든 전량 추가 기존 잔량 과반
    전체 소유"""
)
_HOLDERS = word_set(
    """주주 주주들 대주주 최대주주 창업자 창업주 경영진 채권단 특수관계인 투자자 임직원 우호
    오너 오너가 일가 가족 총수 설립자 소액주주 기존주주 공동창업자 측"""
)
_HOLDING = frozenset(("가지", "갖", "보유하", "소유하", "들", "쥐", "내놓", "지니"))


_PORTION = "몫"
"""하늘 몫 24%: whose the shares are, not of which company."""


def company_of(phrase: Phrase, of: tuple[str, ...]) -> Phrase | None:
    """첫눈 지분 95% → 첫눈; the phrase itself where it speaks of no shares, None where they are
    of no one named."""
    tokens = list(phrase.tokens)
    if all(token.tag == AMOUNT for token in tokens) and phrase.of is not None:
        return company_of(phrase.of, of)
    at = _shares_at(tokens, of)
    if at is None:
        return phrase
    left = tokens[:at]
    held = tokens[at].form == _PORTION
    while left and (left[-1].tag == AMOUNT or left[-1].form in _MEASURE):
        held = _tells_holder(left.pop(), of) or held
    if left and not held:
        return Phrase(left, phrase.case, of=phrase.of, relative=phrase.relative)
    owner = None if held else phrase.of
    if owner is not None and _shares_at(owner.tokens, of) is not None:
        return company_of(owner, of)
    return owner


def _shares_at(tokens: Sequence[Token], of: tuple[str, ...]) -> int | None:
    words = (*of, _PORTION) if of else ()
    return next((i for i, token in enumerate(tokens) if token.form in words), None)


def _tells_holder(token: Token, of: tuple[str, ...]) -> bool:
    """보유 in 하늘 보유 지분, where the frame says `보유 지분`: one buys them from 하늘, one sells
    those of 하늘."""
    return any(word.startswith(token.form + " ") for word in of)


def _held_by(phrase: Phrase, of: tuple[str, ...]) -> Phrase | None:
    """Who is named before 보유 지분 or 몫."""
    tokens = list(phrase.tokens)
    at = _shares_at(tokens, of)
    if at is None:
        return None
    left, held = tokens[:at], tokens[at].form == _PORTION
    while left and (left[-1].tag == AMOUNT or left[-1].form in _MEASURE):
        held = _tells_holder(left.pop(), of) or held
    return Phrase(left, phrase.case) if held and left else None


def only_shares(phrase: Phrase, of: tuple[str, ...], reader: Reader) -> bool:
    """`지분 35%를`, `창업자 김가람 회장의 지분 전부를`: shares of no company that is named."""
    if _shares_at(phrase.tokens, of) is None:
        return False
    company = company_of(phrase, of)
    if company is None:
        return True
    names = names_of(company, reader.line)
    return all(n.kind == PERSON or n.text.split()[-1] in _HOLDERS for n in names)


def holders(phrase: Phrase, of: tuple[str, ...], reader: Reader) -> list[Named]:
    """Whose the shares were: 김가람 회장의 지분, 하늘이 보유한 물결 지분."""
    if _shares_at(phrase.tokens, of) is None:
        return []
    owner = _held_by(phrase, of)
    if owner is not None:
        return [n for n in names_of(owner, reader.line) if n.proper]
    company = company_of(phrase, of)
    names = names_of(company, reader.line) if company is not None else []
    persons = [n for n in names if n.kind == PERSON and n.proper]
    clause = phrase.relative
    if persons or not isinstance(clause, Clause) or clause.predicate is None:
        return persons
    holder = clause.phrase("이") if clause.predicate.stem in _HOLDING else None
    return [n for n in names_of(holder, reader.line) if n.proper] if holder is not None else []
