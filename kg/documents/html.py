"""HTML as text: paragraphs, headings, list items and table rows, each on a line of its own."""

from dataclasses import dataclass

from kg.documents.html_elements import (
    BLOCKS,
    CELLS,
    HEADINGS,
    IMPLIED_END,
    VOID,
    is_dropped,
    is_main,
)
from kg.documents.html_head import Head
from kg.documents.html_tokens import Tag, tokens
from kg.documents.lines import BULLET, assemble, flat, heading, row
from kg.documents.rendered import Rendered

DEEPEST = 500
"""Open elements that are kept track of: what is nested deeper is text of the innermost."""


def render(content: str) -> Rendered:
    """What a page says: its main part where it marks one, without menus, scripts and asides.

    The title, the day of publication, the address and the language are what its head says.
    """
    page = _Page()
    for token in tokens(content):
        if isinstance(token, str):
            page.text(token)
        elif token.closing:
            page.close(token.name)
        else:
            page.open(token)
    page.end()
    return Rendered(
        assemble(page.main if any(page.main) else page.lines),
        title=page.head.title,
        published=page.head.published,
        source=page.head.source,
        language=page.head.language,
    )


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element: whether it is dropped, whether it is the main part."""

    tag: str
    dropped: bool
    main: bool


class _Page:
    """Walks the tokens once; `_stack` holds the open elements that matter for lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.main: list[str] = []
        self.head = Head()
        self._stack: list[_Element] = []
        self._dropping = 0
        self._in_main = 0
        self._preformatted = 0
        self._words: list[str] = []
        self._lead = ""
        self._rows: list[list[list[str]]] = []

    def open(self, tag: Tag) -> None:
        """A start tag: what it begins ends the line before it."""
        self.head.note(tag)
        if tag.name in VOID:
            self._void(tag.name)
            return
        if tag.name in BLOCKS:
            self._end_implied(tag.name)
            self._flush()
        dropped = is_dropped(tag.name, tag.attributes)
        main = is_main(tag.name, tag.attributes)
        matters = tag.name in BLOCKS or dropped or main or self._dropping
        if matters and len(self._stack) < DEEPEST:
            self._push(_Element(tag.name, dropped, main))

    def close(self, name: str) -> None:
        """An end tag: it ends the innermost such element and all within; without one, nothing."""
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth].tag == name:
                self._pop_to(depth)
                return

    def text(self, text: str) -> None:
        """Text between tags; in a preformatted element its line breaks count."""
        if self._dropping:
            if self._stack[-1].tag == "title" and self._dropping == 1:
                self.head.name(text)
            return
        if not self._preformatted:
            self._words.append(text)
            return
        first, *others = text.split("\n")
        self._words.append(first)
        for other in others:
            self._flush()
            self._words.append(other)

    def end(self) -> None:
        """The end of the page ends all that is open."""
        self._pop_to(0)
        self._flush()

    def _push(self, element: _Element) -> None:
        self._stack.append(element)
        self._dropping += element.dropped
        self._in_main += element.main
        self._preformatted += element.tag == "pre"
        if self._dropping:
            return
        if element.tag in ("li", "dd"):
            self._lead = BULLET
        elif element.tag == "tr":
            self._rows.append([])
        elif element.tag in CELLS and self._rows:
            self._rows[-1].append([])

    def _pop_to(self, depth: int) -> None:
        while len(self._stack) > depth:
            element = self._stack[-1]
            if not self._dropping and element.tag in BLOCKS:
                self._finish(element.tag)
            self._stack.pop()
            self._dropping -= element.dropped
            self._in_main -= element.main
            self._preformatted -= element.tag == "pre"

    def _finish(self, tag: str) -> None:
        """Writes the line of an element that ends."""
        if tag in HEADINGS and not self._rows:
            text, self._words = flat("".join(self._words)), []
            if text:
                self._emit(heading(HEADINGS[tag], text))
            return
        self._flush()
        if tag in ("li", "dd"):
            self._lead = ""
        elif tag == "tr" and self._rows:
            cells = [", ".join(pieces) for pieces in self._rows.pop()]
            self._emit(row(cells))

    def _flush(self) -> None:
        """Ends the line that is being gathered; in a cell it is a piece of the cell."""
        if self._dropping:
            return
        text, self._words = flat("".join(self._words)), []
        if not text:
            return
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(text)
        else:
            self._emit(self._lead + text)
            self._lead = ""

    def _emit(self, line: str) -> None:
        if line:
            self.lines.append(line)
            if self._in_main:
                self.main.append(line)

    def _end_implied(self, name: str) -> None:
        """Ends the elements whose end tags may be left out before this start tag."""
        if self._stack and self._stack[-1].tag == "p":
            self._pop_to(len(self._stack) - 1)
        ended, limits = IMPLIED_END.get(name, (frozenset(), frozenset()))
        for depth in range(len(self._stack) - 1, -1, -1):
            tag = self._stack[depth].tag
            if tag in ended:
                self._pop_to(depth)
            if tag in ended or tag in limits or not ended:
                return

    def _void(self, name: str) -> None:
        """A line break ends the line, but in a heading it is a blank."""
        in_heading = bool(self._stack) and self._stack[-1].tag in HEADINGS
        if name == "br" and in_heading:
            self._words.append(" ")
        elif name in ("br", "hr"):
            self._flush()
