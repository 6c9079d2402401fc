"""The verbs of a frame as the lexicon writes them: fixed nouns with their particles, then a stem.

`상호|사명/을 바꾸|고치` stands for each of its nouns with each of its stems.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

SLOTS = (
    "이",
    "을",
    "에",
    "에서",
    "로",
    "로서",
    "와",
    "로부터",
    "의",
    "의해",
    "통해",
    "라고",
    "되",
    "은",
    "bare",
)
"""The slots of a clause: a particle's first form stands for all its forms. `되`: the complement of
되다; `은`: the topic, even beside a subject; `bare`: a noun without particle before a verbal noun
(첫눈 인수); `의`: what the fixed noun or verbal noun belongs to."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A noun that belongs to the expression itself: 손에 in 손에 넣다."""

    noun: str
    case: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A predicate of a frame: its stem (`인수하`) and the fixed nouns before it."""

    stem: str
    fixed: tuple[Fixed, ...]


def verbs_of(text: str) -> tuple[Verb, ...]:
    """The verbs that a pattern stands for. Raises ValueError where it is none."""
    *words, stems = text.split(" ") if "/" in text else [text]
    nouns: list[list[Fixed]] = []
    waiting: list[str] = []
    for word in words:
        waiting.append(word)
        if "/" in word:
            nouns.append(list(_fixed("".join(waiting), text)))
            waiting = []
    named = all(fixed.noun for several in nouns for fixed in several)
    if waiting or not named or not all(stem.strip() for stem in stems.split("|")):
        raise ValueError(f"{text!r} is no verb: fixed nouns with /particle, then a stem")
    return tuple(Verb(stem, fixed) for fixed, stem in _products(nouns, stems.split("|")))


def _products(
    nouns: list[list[Fixed]], stems: list[str]
) -> Iterator[tuple[tuple[Fixed, ...], str]]:
    for fixed in product(*nouns):
        for stem in stems:
            yield fixed, stem


def _fixed(word: str, text: str) -> Iterator[Fixed]:
    names, _, case = word.partition("/")
    if case and case not in SLOTS:
        raise ValueError(f"{text!r}: {case!r} is none of {', '.join(SLOTS)}")
    for name in names.split("|"):
        yield Fixed(name.strip(), case)
