"""What a reader makes of a file's content."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text that sentences are read from, and what the format itself says of the document.

    Each line of `text` is a paragraph, a heading (`## …`), a list item (`• …`) or a table row
    (`a | b | c`).
    """

    text: str
    title: str | None = None
    published: PartialDate | None = None
    source: str | None = None
    language: str | None = None


Render = Callable[[str], Rendered]
"""Takes the content after the header; never fails: any text is some document."""
