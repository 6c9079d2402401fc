"""Cues: what a sentence must hold, as it is written, to be worth the tokenizer."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

_GAP = 30
"""How many characters may stand between a fixed noun and its verb."""


_compiled = functools.cache(re.compile)
"""A text has few of the hundreds of nouns: what follows one is compiled when it stands there."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The surfaces of all verbs: of those that stand alone, one pattern; of those with a fixed
    noun (손에 넣다), the nouns as one pattern, and for each what must follow it in the sentence."""

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    after: Mapping[str, str]

    def in_text(self, text: str) -> bool:
        """Whether the text holds a cue. There are sentences with a cue that say no event; there is
        none that says an event of the lexicon without a cue."""
        if self.verbs.search(text):
            return True
        return any(
            _compiled(self.after["".join(match[1].split())]).match(text, match.end(1))
            for match in self.nouns.finditer(text)
        )


def cues_of(alone: Iterable[str], fixed: Iterable[tuple[str, str]]) -> Cues:
    """The cues of these verbs: `alone` are patterns of surfaces, `fixed` pairs of a noun and the
    pattern of the surface that comes after it."""
    after: dict[str, set[str]] = {}
    for noun, surface in fixed:
        after.setdefault(noun, set()).add(surface)
    for noun, surfaces in after.items():  # where 문턱 stands, the nouns' pattern finds no 문
        shorter = (noun[:cut] for cut in range(1, len(noun)))
        surfaces.update(*(after.get(other, ()) for other in shorter))
    nouns = _by_head(map(_written, sorted(after, key=lambda noun: (-len(noun), noun))))
    return Cues(
        re.compile(_by_head(sorted(set(alone)))),
        re.compile(f"(?=({nouns}))"),  # one may begin within another: 신사 and 사옥 in 신사옥
        {noun: _soon(surfaces) for noun, surfaces in after.items()},
    )


def _written(noun: str) -> str:
    """A noun with or without its blanks (한 몸); one of one syllable only as a word or before a
    particle."""
    if len(noun) == 1:
        return rf"(?<![가-힣]){re.escape(noun)}(?=[을를이가은는에로으도만의과와]|\s)"
    return r"\s?".join(map(re.escape, noun))


def _soon(surfaces: Iterable[str]) -> str:
    return rf".{{0,{_GAP}}}?(?:{'|'.join(sorted(surfaces))})"


def _by_head(patterns: Iterable[str]) -> str:
    """One pattern of many, those with one first character together, in the order given: a
    character that begins none is passed at once."""
    literal: list[str] = []
    other: list[str] = []
    for pattern in sorted(patterns, key=lambda one: one[0]):
        (literal if pattern[0].isalnum() else other).append(pattern)
    heads = []
    for head, group in groupby(literal, key=lambda one: one[0]):
        heads.append(head + f"(?:{'|'.join(one[1:] for one in group)})")
    return "|".join([*heads, *other]) or "(?!)"
