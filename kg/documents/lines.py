"""The lines that rendered text is made of, whatever the markup was."""

import re

BULLET = "• "

_BLANKS = re.compile(r"\s+")
_MANY_BREAKS = re.compile(r"\n{3,}")


def flat(text: str) -> str:
    """The text on one line: each run of blanks, line breaks included, is one space."""
    return _BLANKS.sub(" ", text).strip()


def heading(level: int, text: str) -> str:
    """`## …`, with a blank line before it."""
    return f"\n{'#' * level} {text}"


def row(cells: list[str]) -> str:
    """`a | b | c`; an empty string where no cell holds anything."""
    return " | ".join(cells).strip() if any(cells) else ""


def assemble(lines: list[str]) -> str:
    """The lines as one text that ends in a line feed; an empty one where all are blank."""
    text = _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip("\n")
    return text + "\n" if text else ""
