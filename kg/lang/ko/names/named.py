"""What a phrase names: the name without decorations, and what the words around it say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lang.ko.names.kinds import OPEN
from kg.lang.ko.names.name_words import Word
from kg.lang.ko.tokens.kiwi import Token


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names: `text` without decorations, its place in the line, its kind where the
    words around it say so, and its class noun (`label`: 서비스, 회사).

    `proper` is false for a description (지도 서비스), `plural` the number of 두 회사, `pronoun`
    true for 회사, 이 회사, 그. `title` is a person's, `former` whether it is said to be past;
    `owner` a name that stands before this one (하늘 in 하늘 '물결').
    """

    text: str
    start: int
    end: int
    kind: str = OPEN
    label: str = ""
    proper: bool = True
    pronoun: bool = False
    plural: int = 0
    title: str = ""
    former: bool = False
    marked: bool = False
    owner: "Named | None" = None
    notes: tuple[tuple[Token, ...], ...] = ()


def spelt(words: Sequence[Word], line: str, **more: object) -> Named:
    """The name that these words of a line spell."""
    start, end = words[0].start, words[-1].end
    return Named(line[start:end].strip("'\" "), start, end, **more)  # type: ignore[arg-type] # keywords of Named
