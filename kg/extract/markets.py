"""A market glued to the company that it lists: `다온게임즈 코스닥 상장`."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.ko.names import name_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.words import MARKETS, PLACES

_LONGEST = 5
"""Tokens of which the name of a market is made, at most."""


def markets_apart(phrases: Sequence[Phrase], line: str) -> list[Phrase]:
    """The phrases, with a name before a market in one phrase as a phrase of its own (`의`)."""
    return [part for phrase in phrases for part in _apart(phrase, line)]


def _apart(phrase: Phrase, line: str) -> list[Phrase]:
    tokens = phrase.tokens
    for at in range(1, len(tokens)):
        rest = "".join(token.form for token in tokens[at : at + _LONGEST])
        if tokens[at - 1].end == tokens[at].start or not rest.startswith(tuple(MARKETS)):
            continue
        named = name_of(tokens[:at], line)
        if named is None or not named.proper or named.text in PLACES:
            return [phrase]
        owner = Phrase(tokens[:at], "의", also=phrase.also, of=phrase.of, relative=phrase.relative)
        return [owner, replace(phrase, tokens=tokens[at:], also=[], of=None, relative=None)]
    return [phrase]
