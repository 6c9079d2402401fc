"""Finds where quotes stand whose offsets a line leaves out: a person or a model cannot count."""

from collections.abc import Iterator
from typing import Any

from kg.gate.judgement import Fault
from kg.gate.passage import Passage, passage
from kg.gate.statements import not_found, short
from kg.gate.typography import folded
from kg.model.document import Document, line_starts, position

Placed = tuple[Fault, Passage]

_SHOWN = 5
"""So many lines are named at most where a quote stands several times."""


def with_offsets(plain: dict[str, Any], document: Document) -> tuple[dict[str, Any], list[Placed]]:
    """The object of a line with `start` and `end` of each quote that stands once in the document;
    what is wrong with those that stand nowhere or several times, and a note of those that differ
    from the document in blanks, quotation marks and the like: these become what it says.

    A place that has an offset is left as it is, and so is what is not of the form: both are
    judged elsewhere. Offsets count code points, half-open.
    """
    places = plain.get("evidence")
    if not isinstance(places, list):
        return plain, []
    told: list[Placed] = []
    filled: list[Any] = []
    for number, place in enumerate(places):
        quote = _quote_alone(place)
        if not quote:
            filled.append(place)
            continue
        (start, end), fault = _found(quote, document, f"evidence[{number}].quote")
        said = document.text[start:end] if start < end else quote
        filled.append({**place, "start": start, "end": start + len(said), "quote": said})
        told += [fault] if fault else []
    return {**plain, "evidence": filled}, told


def _quote_alone(place: Any) -> str:
    """The quote of a place that gives no offset; "" for any other."""
    if not isinstance(place, dict) or not isinstance(place.get("quote"), str):
        return ""
    given = any(place.get(key) is not None for key in ("start", "end"))
    return "" if given else str(place["quote"])


def _found(quote: str, document: Document, path: str) -> tuple[tuple[int, int], Placed | None]:
    """Where a quote stands, and what is to be said of that."""
    exact = [(at, at + len(quote)) for at in _occurrences(document.text, quote, _SHOWN + 1)]
    places = exact or folded(document.text).places(folded(quote), _SHOWN + 1)
    if not places:
        return (0, 0), not_found(quote, document, path)
    given = {"quote": short(quote)}
    shown = passage(document, *places[0])
    if len(places) > 1:
        starts = line_starts(document.text)
        lines = ", ".join(str(position(starts, at)[0]) for at, _ in places[:_SHOWN])
        given["lines"] = lines + (", …" if len(places) > _SHOWN else "")
        return places[0], (Fault("quote-several", path, given), shown)
    return places[0], None if exact else (Fault("quote-respelt", path, given), shown)


def _occurrences(text: str, quote: str, most: int) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(quote, at + 1)
