"""Markdown (CommonMark with GitHub's tables) as text: its lines stay, its marks go.

A paragraph is one line, its soft line breaks spaces; code blocks, images, comments and link
definitions are dropped, for they are no sentences.
"""

import html
import re

from kg.documents.lines import BULLET, assemble, flat, heading, row
from kg.documents.rendered import Rendered

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_ITEM = re.compile(r"[ \t]*(?:[*+•-]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*\S.*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")

_INLINE = (
    (re.compile(r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])?"), ""),
    (re.compile(r"\[\^[^\[\]\n]{1,100}\]"), ""),
    (
        re.compile(
            r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)"
            r"|\[[^\[\]\n]{0,200}\])"
        ),
        r"\1",
    ),
    (re.compile(r"~~[^~\n]{1,2000}~~"), ""),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"<br[ \t]*/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>"), ""),
    (re.compile(r"\*\*([^*\n]{1,2000})\*\*"), r"\1"),
    (re.compile(r"(?<!\w)__([^_\n]{1,2000})__(?!\w)"), r"\1"),
    (re.compile(r"(?<![*\w])\*([^*\s](?:[^*\n]{0,2000}[^*\s])?)\*(?!\*)"), r"\1"),
    (re.compile(r"(?<!\w)_([^_\s](?:[^_\n]{0,2000}[^_\s])?)_(?!\w)"), r"\1"),
    (re.compile(r"`{1,2}([^`\n]{1,2000})`{1,2}"), r"\1"),
)


def render(content: str) -> Rendered:
    """The paragraphs, headings, list items and table rows of a Markdown text."""
    plain = content.replace("\r\n", "\n").replace("\r", "\n")
    plain = _COMMENT.sub("", _FRONT_MATTER.sub("", plain, count=1))
    blocks = _Blocks()
    for line in plain.split("\n"):
        blocks.take(line)
    blocks.close()
    return Rendered(assemble(blocks.lines), title=blocks.title)


def _escaped(text: str) -> str:
    """The text with each backslash escape as a character reference, which no mark matches."""
    return _ESCAPE.sub(lambda match: f"&#{ord(match[1])};", text)


def _inline(text: str) -> str:
    text = _escaped(text)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return flat(html.unescape(text))


class _Blocks:
    """Gathers the lines of a paragraph or item until the block that they make ends."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.title: str | None = None
        self._open: list[str] = []
        self._lead = ""
        self._fence = ""

    def take(self, raw: str) -> None:
        """The next line of the source."""
        line = _QUOTE.sub("", raw, count=1) if _QUOTE.match(raw) else raw
        if self._fenced(line):
            return
        if not line.strip():
            self.close()
            self.lines.append("")
        elif match := _ATX.fullmatch(line):
            self.close()
            self._heading(len(match[1]), match[2] or "")
        elif self._open and not self._lead and (match := _SETEXT.fullmatch(line)):
            text, self._open = " ".join(self._open), []
            self._heading(1 if match[1][0] == "=" else 2, text)
        elif _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
            self.close()
        elif "|" in line and not _ITEM.match(line):
            self._row(line)
        else:
            self._words(line)

    def close(self) -> None:
        """Ends the open paragraph or item."""
        text = _inline(" ".join(self._open))
        if text:
            self.lines.append(self._lead + text)
        self._open, self._lead = [], ""

    def _fenced(self, line: str) -> bool:
        """Whether the line belongs to a fenced block of code."""
        match = _FENCE.match(line)
        if self._fence:
            if match and match[1].startswith(self._fence) and not line.strip(" \t`~"):
                self._fence = ""
            return True
        if match:
            self.close()
            self._fence = match[1]
        return bool(match)

    def _heading(self, level: int, source: str) -> None:
        text = _inline(source)
        if text:
            self.lines.append(heading(level, text))
            if level == 1 and self.title is None:
                self.title = text

    def _row(self, line: str) -> None:
        self.close()
        if not _TABLE_RULE.fullmatch(line):
            cells = _escaped(line).strip().removeprefix("|").removesuffix("|").split("|")
            self.lines.append(row([_inline(cell) for cell in cells]))

    def _words(self, line: str) -> None:
        """A line of a paragraph, or the first of a list item."""
        if match := _ITEM.match(line):
            self.close()
            self._lead = BULLET
            line = line[match.end() :]
        hard = _HARD_BREAK.search(line)
        self._open.append(line[: hard.start()] if hard else line)
        if hard and not self._lead:
            self.close()
