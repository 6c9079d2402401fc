"""Lines of a document as the analysis reads them, each character knowing its place in the text.

The analysis needs one spelling of a syllable, a digit, a bracket; a quote needs the document's
own characters. So every line has a `text` to read and `starts` and `ends` that lead back.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model.document import Document, Span, line_starts

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")
_SPACES = frozenset("\u00a0\u3000\u2002\u2003\u2009\u202f\r\x0b\x0c")
_TAB = "   "
"""A tab sets columns apart, as several blanks do."""
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_SAME = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "´": "'", "“": '"', "”": '"', "„": '"'}
    | {"「": "'", "」": "'", "『": "'", "』": "'", "《": "'", "》": "'", "〈": "'", "〉": "'"}
    | {"―": "-", "–": "-", "—": "-", "−": "-", "ㆍ": "·", "・": "·", "‧": "·", "∙": "·"}
    | {"〔": "[", "〕": "]", "【": "[", "】": "]", "∼": "~", "〜": "~", "～": "~"}
)
_PLAIN = re.compile(r"[ -~가-힣\u4e00-\u9fff·]*")
"""A line of these alone reads as it stands: NFC, nothing wide, nothing invisible, one spelling."""
_COMPANY = {"㈜": "(주)", "㈔": "(사)", "㍿": "주식회사"}
_FOOTNOTE = re.compile(r"<ref\b[^>]*?(?:/>|>.*?</ref>)|\[\d{1,3}\]|\{\{[^{}]*\}\}")
_MARKUP = re.compile(r"'{2,5}|\*\*|__|</?[a-zA-Z][^>]{0,80}>|\[\[(?:[^\[\]|]*\|)?|\]\]")
_LONG_RUN = re.compile(r"(?P<sign>[^\w]|_)(?P=sign){15}(?P<more>(?P=sign)+)")
"""A run of blanks, dashes or dots of which sixteen say as much as all."""
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]|'{3}([^']+)'{3}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` is normalised, without markup; `starts[i]` and `ends[i]` bound, in the
    document, the character that `text[i]` stands for. `links` are stretches of `text` that the
    document marks as a name (a wiki link, the bold title)."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    links: tuple[tuple[int, int], ...]

    def span(self, document: Document, start: int, end: int) -> Span:
        """The stretch `[start, end)` of the line, less outer blanks, as a span of the document."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        first, last = self.starts[start], self.ends[end - 1]
        return Span(first, last, document.text[first:last])

    def part(self, start: int, end: int) -> "Line":
        """The stretch `[start, end)` of the line as a line of its own."""
        if (start, end) == (0, len(self.text)):
            return self
        links = tuple((a - start, b - start) for a, b in self.links if start <= a and b <= end)
        return Line(self.text[start:end], self.starts[start:end], self.ends[start:end], links)


def read_lines(document: Document) -> list[Line]:
    """The lines of the document's body, header left out; blank ones too, so they are counted."""
    text = document.text
    starts = [at for at in line_starts(text) if at > document.body]
    bounds = [document.body, *starts, len(text)]
    return [_line(text, a, b) for a, b in pairwise(bounds)]


def _line(text: str, start: int, end: int) -> Line:
    raw = text[start:end].rstrip("\n")
    if "<br" in raw or "<BR" in raw:
        raw = _BREAK.sub(lambda match: " / ".ljust(len(match[0])), raw)
    joined: str = raw
    starts: Sequence[int] = range(start, start + len(raw))
    ends: Sequence[int] = range(start + 1, start + len(raw) + 1)
    if not _PLAIN.fullmatch(raw):
        joined, starts, ends = _characters(raw, start)
    if _LONG_RUN.search(joined):
        joined, starts, ends = _without_runs(joined, starts, ends)
    if "[" not in joined and "<" not in joined and "''" not in joined and "**" not in joined:
        return Line(joined, starts, ends, ())
    return _without_markup(joined, starts, ends)


def _without_runs(
    joined: str, starts: Sequence[int], ends: Sequence[int]
) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text with long runs of one sign cut short: no pattern need go over all of it."""
    edges = [0, *(at for m in _LONG_RUN.finditer(joined) for at in m.span("more")), len(joined)]
    kept = [i for a, b in zip(edges[::2], edges[1::2], strict=True) for i in range(a, b)]
    return "".join(joined[i] for i in kept), [starts[i] for i in kept], [ends[i] for i in kept]


def _characters(raw: str, start: int) -> tuple[str, Sequence[int], Sequence[int]]:
    """The NFC text (a full-width character made narrow, ㈜ spelt out), and where each character
    of it starts and ends."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(raw):
        stop = at + 1
        if not raw[at].isascii() or (stop < len(raw) and not raw[stop].isascii()):
            stop = _cluster_end(raw, at)
        for char in _normal(raw[at:stop]):
            chars.append(char)
            starts.append(start + at)
            ends.append(start + stop)
        at = stop
    return "".join(chars), starts, ends


def _cluster_end(raw: str, at: int) -> int:
    """The end of the characters that NFC may make one: a base with marks, a run of jamo."""
    stop = at + 1
    while stop < len(raw) and (
        unicodedata.combining(raw[stop]) or "\u1160" <= raw[stop] <= "\u11ff"
    ):
        stop += 1
    return stop


def _normal(cluster: str) -> str:
    if cluster in _COMPANY:
        return _COMPANY[cluster]
    if cluster in _INVISIBLE:
        return ""
    if cluster in _SPACES:
        return " "
    if cluster == "\t":
        return _TAB
    composed = unicodedata.normalize("NFC", cluster).translate(_SAME)
    if len(composed) == 1 and "\uff01" <= composed <= "\uff5e":
        return chr(ord(composed) - 0xFEE0)
    return composed


def _without_markup(joined: str, starts: Sequence[int], ends: Sequence[int]) -> Line:
    keep = [True] * len(joined)
    for match in _FOOTNOTE.finditer(joined):
        keep[match.start() : match.end()] = [False] * (match.end() - match.start())
    named = [m.span(1) if m.group(1) else m.span(2) for m in _LINK.finditer(joined)]
    for match in _MARKUP.finditer(joined):
        keep[match.start() : match.end()] = [False] * (match.end() - match.start())
    index = [i for i, kept in enumerate(keep) if kept]
    place = {old: new for new, old in enumerate(index)}
    links = [(place[a], place[b - 1] + 1) for a, b in named if a in place and b - 1 in place]
    return Line(
        "".join(joined[i] for i in index),
        tuple(starts[i] for i in index),
        tuple(ends[i] for i in index),
        tuple(links),
    )
