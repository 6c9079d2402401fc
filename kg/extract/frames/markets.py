"""The market that lists a company, apart from its name: `다온게임즈 코스닥 우회 상장`."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.market_names import is_city, market_at_end
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.tokens.words import word_set

_WAYS = word_set(
    """우회 이전 직접 신규 동시 특례 기술특례 기술 성장성 스팩 SPAC 합병 정식 최초 첫 추가 교차 분리
    조기 공식 독자 나란히 사상 국내 업계 재"""
)
"""How shares are admitted (우회 상장): no company's name."""


def markets_apart(phrases: Sequence[Phrase], line: str) -> list[Phrase]:
    """The phrases, with what stands before a market in one phrase as a phrase of its own (`의`),
    less the words that say how."""
    plain = (without_ways(phrase) for phrase in phrases)
    return [part for phrase in plain if phrase is not None for part in _apart(phrase, line)]


def without_ways(phrase: Phrase) -> Phrase | None:
    """A bare phrase without the words at its end that say how shares were admitted."""
    if phrase.case not in ("bare", "") or phrase.topic:
        return phrase
    tokens = list(phrase.tokens)
    while tokens and tokens[-1].form in _WAYS:
        tokens.pop()
    if len(tokens) == len(phrase.tokens):
        return phrase
    return replace(phrase, tokens=tokens) if tokens else None


def _apart(phrase: Phrase, line: str) -> list[Phrase]:
    found = _market(phrase, line)
    at = next((i for i, t in enumerate(phrase.tokens) if found and t.start >= found[0]), 0)
    if not at:
        return [phrase]
    owner = Phrase(
        phrase.tokens[:at], "의", also=phrase.also, of=phrase.of, relative=phrase.relative
    )
    if is_city(owner.text):  # 파리 유로넥스트
        return [replace(phrase, tokens=phrase.tokens[at:], also=[], of=None, relative=None)]
    return [owner, replace(phrase, tokens=phrase.tokens[at:], also=[], of=None, relative=None)]


def market_named(phrase: Phrase, line: str) -> list[Named]:
    """The market that a phrase names, none where it ends in another noun."""
    found = _market(phrase, line)
    return [Named(line[found[0] : found[1]], *found)] if found else []


def _market(phrase: Phrase, line: str) -> tuple[int, int] | None:
    found = market_at_end(line[phrase.start : phrase.end])
    return (phrase.start + found[0], phrase.start + found[1]) if found else None
