"""Documents: a text with offsets that everything else points into."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Header:
    """The optional TOML header of a document, between two `+++` lines at its start."""

    id: str | None = None
    title: str | None = None
    published: PartialDate | None = None
    source: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read.

    `text` is the file's bytes decoded as UTF-8 less the byte order mark, header included, without
    newline translation or normalisation; offsets count its code points, half-open. `body` is the
    offset where the header ends and sentences begin. `name` is the path that the user knows it
    by (its path in the workspace, where it lies in one). `sha256` is of the file's bytes.
    """

    name: str
    text: str
    sha256: str
    header: Header = field(default_factory=Header)
    body: int = 0

    @property
    def key(self) -> str:
        """What its IRI is made of: the header's id, else its name."""
        return self.header.id or self.name


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text: `quote == text[start:end]`, code points, half-open."""

    start: int
    end: int
    quote: str


def line_starts(text: str) -> list[int]:
    """The offset of each line's first code point; a line ends at LF and owns a CR before it."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def position(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1, the column in code points."""
    line = bisect.bisect_right(starts, offset) - 1
    return line + 1, offset - starts[line] + 1
