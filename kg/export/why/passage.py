"""A quote in its sentence."""

import re
from dataclasses import dataclass

from kg.model.document import line_starts, position

_REACH = 300
"""Code points that are looked through on either side; a longer sentence is cut with an ellipsis."""

_END = re.compile(r"[.?!。！？…]+[\"'”’」』)\]]*(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote, what stands before and after it in its sentence, and where it begins.

    `line` and `column` count from 1, the column in code points; None where only the quote is
    known.
    """

    before: str
    quote: str
    after: str
    line: int | None = None
    column: int | None = None

    @property
    def partial(self) -> bool:
        """Whether the sentence holds more words than the quote."""
        return any(char.isalnum() for char in self.before + self.after)

    @property
    def sentence(self) -> str:
        """All of it."""
        return self.before + self.quote + self.after


def passage(text: str | None, start: int | None, end: int | None, quote: str) -> Passage:
    """The passage of `text[start:end]`, the quote alone where the text does not hold it there."""
    if text is None or start is None or end is None or text[start:end] != quote:
        return Passage("", quote, "")
    line, column = position(line_starts(text), start)
    return Passage(_before(text, start), quote, _after(text, end), line, column)


def _before(text: str, start: int) -> str:
    near = text[max(0, start - _REACH) : start]
    ends = [match.end() for match in _END.finditer(near) if _ends_sentence(match, near)]
    if ends:
        return near[ends[-1] :].lstrip()
    return ("…" if start > _REACH else "") + near.lstrip()


def _ends_sentence(match: re.Match[str], near: str) -> bool:
    """At the end of the stretch the mark stands right before the quote, inside its sentence."""
    return match.group() == "\n" or match.end() < len(near)


def _after(text: str, end: int) -> str:
    if _END.search(text[max(0, end - 2) : end]) and text[end : end + 1].strip() == "":
        return ""
    near = text[end : end + _REACH]
    found = _END.search(near)
    if found:
        return near[: found.end()].rstrip()
    return near.rstrip() + ("…" if len(text) > end + _REACH else "")
