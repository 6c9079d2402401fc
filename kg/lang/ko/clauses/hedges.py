"""Doubts about a date or a sum, which leave it what it is: 2006년 4월이었나, 6200억인가 주고."""

from collections.abc import Sequence

from kg.lang.ko.clauses.phrases import Moment, Part, Phrase, Predicate
from kg.lang.ko.tokens.kiwi import AMOUNT

_DOUBTS = ("ᆫ가", "은가", "는가", "ᆫ지", "은지", "나", "던가", "던지", "ᆯ까", "을까", "지")
"""Endings of the copula by which a speaker is not quite sure."""


def without_hedges(parts: Sequence[Part]) -> list[Part]:
    """The parts less such copulas, where more of the sentence follows."""
    out: list[Part] = []
    for at, part in enumerate(parts):
        before = out[-1] if out else None
        if at < len(parts) - 1 and isinstance(part, Predicate) and _doubts(part, before):
            continue
        out.append(part)
    return out


def _doubts(predicate: Predicate, before: Part | None) -> bool:
    told = isinstance(before, Moment) or (
        isinstance(before, Phrase) and before.case == "" and before.tokens[-1].tag == AMOUNT
    )
    return told and predicate.stem == "이" and predicate.form in _DOUBTS
