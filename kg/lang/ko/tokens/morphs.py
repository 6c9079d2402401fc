"""What a morpheme of a sentence is, and a stretch that must be one."""

from dataclasses import dataclass

DATE, AMOUNT, NAME, HUMAN = "DATE", "AMOUNT", "NAME", "HUMAN"
"""The tags of tokens that were forced (HUMAN: a name known to be a person's); all others are
Kiwi's (its extension of Sejong's tags)."""

NAMED_TAGS = frozenset(("NNP", "SL", NAME, HUMAN))
"""The tags of what can be a proper name."""


@dataclass(frozen=True, slots=True)
class Forced:
    """A stretch `[start, end)` of the text that is one token of the given tag."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme: its form, its tag (an irregular verb's `VV-I` as `VV`), and where it stands."""

    form: str
    tag: str
    start: int
    end: int
