"""Finds where quotes stand whose offsets a line leaves out: a person or a model cannot count."""

from collections.abc import Iterator
from typing import Any

from kg.gate.judgement import Fault
from kg.gate.passage import Passage, most_like, passage
from kg.gate.statements import short
from kg.model.document import Document, line_starts, position

Unplaced = tuple[Fault, Passage]

_SHOWN = 5
"""So many lines are named at most where a quote stands several times."""


def with_offsets(
    plain: dict[str, Any], document: Document
) -> tuple[dict[str, Any], list[Unplaced]]:
    """The object of a line with `start` and `end` of each quote that stands once in the document,
    and what is wrong with those that stand nowhere or several times.

    A place that has an offset is left as it is, and so is what is not of the form: both are
    judged elsewhere. Offsets count code points, half-open.
    """
    places = plain.get("evidence")
    if not isinstance(places, list):
        return plain, []
    unplaced: list[Unplaced] = []
    filled: list[Any] = []
    for number, place in enumerate(places):
        quote = _quote_alone(place)
        if not quote:
            filled.append(place)
            continue
        found = list(_occurrences(document.text, quote, _SHOWN + 1))
        start = found[0] if found else 0
        filled.append({**place, "start": start, "end": start + len(quote)})
        if len(found) != 1:
            path = f"evidence[{number}].quote"
            unplaced.append(_unplaced(document, quote, found, path))
    return {**plain, "evidence": filled}, unplaced


def _quote_alone(place: Any) -> str:
    """The quote of a place that gives no offset; "" for any other."""
    if not isinstance(place, dict) or not isinstance(place.get("quote"), str):
        return ""
    given = any(place.get(key) is not None for key in ("start", "end"))
    return "" if given else str(place["quote"])


def _occurrences(text: str, quote: str, most: int) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(quote, at + 1)


def _unplaced(document: Document, quote: str, found: list[int], path: str) -> Unplaced:
    if not found:
        near = most_like(document, quote) or (0, 0)
        return Fault("quote-not-found", path, {"quote": short(quote)}), passage(document, *near)
    starts = line_starts(document.text)
    lines = ", ".join(str(position(starts, at)[0]) for at in found[:_SHOWN])
    more = ", …" if len(found) > _SHOWN else ""
    given = {"quote": short(quote), "lines": lines + more}
    return Fault("quote-several", path, given), passage(document, found[0], found[0] + len(quote))
