"""Text as it may be shown: nothing in it speaks to a terminal or turns the rest around."""

import re

_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
"""C0 and C1 controls less tab and line ends (ECMA-48: what begins an escape sequence), and the
embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9, section 2)."""

_BREAKS = re.compile(r"[\t\n\r\u2028\u2029]")


def shown(text: str) -> str:
    """The text, as long as it was, with U+FFFD for each character that a terminal would obey."""
    return _UNSHOWN.sub("\ufffd", text)


def shown_flat(text: str) -> str:
    """The same on one line: tabs and line breaks are blanks."""
    return shown(_BREAKS.sub(" ", text))
