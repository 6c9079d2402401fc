"""Passages of a document: the line around a place, and the place that is most like a quote."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import Where
from kg.model.document import Document, line_starts, position

LONGEST = 300
"""Code points of a passage that are shown; a longer line is cut around what is marked."""

LONGEST_QUOTE = 400
"""Code points of a quote that are compared with the document's lines."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?。…][”’\"')\]」』]*(?=\s|$)|$)")
_SIMILAR = 0.5
"""Words that a quote must share with a passage for their difference to be told."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with the offsets in it of what is meant, and where that begins."""

    text: str
    mark: tuple[int, int]
    where: Where


def passage(document: Document, start: int, end: int) -> Passage:
    """The line or lines around a place of the document, half-open, in code points."""
    text = document.text
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if stop - begin > LONGEST:
        spare = max((LONGEST - (end - start)) // 2, 0)
        begin, stop = max(begin, start - spare), min(stop, end + spare)
    shown = text[begin:stop]
    lead = len(shown) - len(shown.lstrip())
    plain = shown.strip()
    mark = tuple(min(max(at - begin - lead, 0), len(plain)) for at in (start, end))
    line, column = position(line_starts(text), start)
    return Passage(plain, (mark[0], mark[1]), Where(document.name, line, column))


def find_quote(document: Document, quote: str, start: int) -> tuple[int, int] | None:
    """Where the quote stands, of several places the one nearest to `start`; None if nowhere."""
    text = document.text
    before = text.rfind(quote, 0, start + len(quote))
    after = text.find(quote, start)
    found = [at for at in (before, after) if at >= 0]
    if not found:
        return None
    at = min(found, key=lambda place: abs(place - start))
    return at, at + len(quote)


def nothing(document: Document) -> Passage:
    """No passage: the document as a whole."""
    return Passage("", (0, 0), Where(document.name))


def most_like(document: Document, quote: str) -> tuple[int, int] | None:
    """The line or sentence most like the quote, as offsets; None where nothing is like it."""
    wanted = quote[:LONGEST_QUOTE]
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, place = 0.4, None
    for start, end in _candidates(document.text):
        matcher.set_seq1(document.text[start : min(end, start + LONGEST_QUOTE)])
        bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
        if all(bound() > best for bound in bounds):  # from the cheapest to the exact one
            best, place = matcher.ratio(), (start, end)
    return place


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """The lines, and where one has several sentences, each of these too; without outer blanks."""
    for line in _LINE.finditer(text):
        sentences = list(_SENTENCE.finditer(text, *line.span()))
        yield line.span()
        if len(sentences) > 1:
            yield from (one.span() for one in sentences)


def difference(quote: str, said: str) -> str:
    """The first words in which a quote and what the document says differ: `“2012년” → “2011년”`;
    "" where too much differs for that to help."""
    ours, theirs = quote.split(), said.split()
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    if matcher.ratio() < _SIMILAR:
        return ""
    codes = matcher.get_opcodes()
    changes = [one for one in codes if one[0] == "replace"] or [
        one
        for one in codes[1:-1]
        if one[0] != "equal"  # a quote may begin and end anywhere
    ]
    if not changes:
        return ""
    _, a, b, c, d = changes[0]
    return f"“{' '.join(ours[a:b])}” → “{' '.join(theirs[c:d])}”"
