"""Morphemes, by Kiwi. This is the only module that imports kiwipiepy, and only when it is used.

Dates, amounts and names that are known beforehand are forced upon the tokenizer as one token
each (its `pretokenized` spans), which costs nothing, where user words cost a rebuild.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from kg.lang.ko.tokens.coined import coined
from kg.lang.ko.tokens.glued import unglued
from kg.lang.ko.tokens.misread import put_right
from kg.lang.ko.tokens.morphs import AMOUNT, DATE, HUMAN, NAME, NAMED_TAGS, Forced, Token
from kg.lang.ko.tokens.odd_words import meet, odd_words
from kg.lang.ko.tokens.retagged import retagged

__all__ = ["AMOUNT", "DATE", "HUMAN", "NAME", "NAMED_TAGS", "Forced", "Token", "alone", "tokenize"]

_KIWI_TAG = {DATE: "NR", AMOUNT: "NR", NAME: "NNP", HUMAN: "NNP"}


@cache
def _kiwi() -> Any:
    """The tokenizer, loaded at the first sentence with a cue: the dictionaries of multi-word names
    and misspellings cost more time and memory than all the rest, and change little here."""
    from kiwipiepy import Kiwi  # noqa: PLC0415  (half a second that only a text with a cue pays)

    return Kiwi(load_multi_dict=False, load_typo_dict=False, num_workers=1)


@lru_cache(maxsize=8192)
def _is_unknown(word: str) -> bool:
    """Whether Kiwi, given a word alone, takes it for one noun that it does not know."""
    found = alone(word)
    return len(found) == 1 and not found[0][2]


_UNKNOWN = 64
"""Kiwi's morphemes below this id stand for a whole tag: a form that its dictionary lacks."""


def _tag(item: Any) -> str:
    """Kiwi's tag, less its mark of irregular verbs; a noun unknown to it is taken for a name."""
    tag = str(item.tag).split("-")[0]
    return "NNP" if tag == "NNG" and item.id < _UNKNOWN and item.len > 1 else tag


def alone(text: str) -> list[tuple[str, str, bool]]:
    """A word read by itself: form and tag of its morphemes, and whether Kiwi knows each."""
    found = _kiwi().tokenize(text)
    return [(item.form, str(item.tag).split("-")[0], item.id >= _UNKNOWN) for item in found]


def tokenize(text: str, forced: Sequence[Forced] = ()) -> list[Token]:
    """The morphemes of one sentence. `forced` must not overlap each other.

    A word that Kiwi takes for a modifier and its noun though no blank parts them (푸른통신,
    새벽의마을, 곧바로투자) is a name: it is forced, and the sentence read once more.
    """
    tokens = _tokenize(text, forced)
    odd: list[Forced] = []
    for one in (*odd_words(tokens), *coined(tokens, _is_unknown)):
        if not any(meet(one, other) for other in (*forced, *odd)):
            odd.append(one)
    return _tokenize(text, [*forced, *odd]) if odd else tokens


def _tokenize(text: str, forced: Sequence[Forced]) -> list[Token]:
    spans = sorted(forced, key=lambda item: item.start)
    tags = {item.start: item.tag for item in spans}
    ends = {item.start: item.end for item in spans}
    result = _kiwi().tokenize(
        text, pretokenized=[(item.start, item.end, _KIWI_TAG[item.tag]) for item in spans]
    )
    tokens: list[Token] = []
    unknown: set[int] = set()
    for item in result:
        start, end = item.start, item.start + item.len
        if ends.get(start) == end:
            tokens.append(Token(text[start:end], tags[start], start, end))
        else:
            if item.id < _UNKNOWN:
                unknown.add(len(tokens))
            tokens.append(Token(item.form, _tag(item), start, end))
    return put_right(retagged(unglued(tokens, unknown)))
