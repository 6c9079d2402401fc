"""The lines of a file: the evidence of a fact whose file cites none."""

import re

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class SourceLines:
    """The lines of a text, numbered from 1; a line ends at CRLF, LF or CR."""

    def __init__(self, text: str) -> None:
        self._lines = [match[1] for match in _LINE.finditer(text)]

    def text(self, number: int) -> str:
        """The line without its end; "" where there is none such."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def number(self, number: int) -> int:
        """The number of the line, or of the last one before it that is not blank."""
        while number > 1 and not self.text(number).strip():
            number -= 1
        return number
