"""Where in a text the claims are: JSON objects on a line each, over several lines, or in a list."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENS = re.compile(r"\s*(?:(?:[-*•]|\d+[.)])\s+)?(?:\[\s*)?(?=\{)")
"""What stands before a claim on its line: a bullet, the bracket of a list."""
_BETWEEN = re.compile(r"\s*,?\s*(?=\{)")
_AFTER = re.compile(r"[ \t]*[,\]]*[ \t]*")
_ALONE = re.compile(r"\s*[\[\],]*\s*")
"""A line that only opens or closes a list."""
_KEY = '"type"'
_LONGEST = 200
"""So many lines an object may have that is not well-formed: what comes after is not part of it."""


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A claim as it stands, well formed or not: of one line, or an object over several; `number`
    and `column` are where it begins, from 1."""

    number: int
    text: str
    column: int = 1

    def place(self, at: int) -> tuple[int, int]:
        """The line and column of an offset into the text."""
        before = self.text[:at]
        if "\n" not in before:
            return self.number, self.column + at
        return self.number + before.count("\n"), at - before.rfind("\n")


@dataclass(frozen=True, slots=True)
class Split:
    """The claims of a text, and the numbers of the lines that are none and say something."""

    claims: tuple[NumberedLine, ...]
    around: tuple[int, ...]


def split(text: str) -> Split:
    """The claims of a text, in order, and what stands around them."""
    claims: list[NumberedLine] = []
    around: list[int] = []
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    number = 1
    while number <= len(lines):
        line, start = lines[number - 1], offsets[number - 1]
        opened = _OPENS.match(text, start, start + len(line))
        if opened is None and line.strip() == "[":
            opened = _OPENS.match(text, start)
        found = list(_objects(text, opened.end())) if opened else []
        if found:
            claims += (_claim(text, offsets, a, b, number) for a, b in found)
            number = _line_of(offsets, found[-1][1] - 1, number)
            after = _AFTER.match(text, found[-1][1])
            end = after.end() if after else found[-1][1]
            rest = text[end : offsets[number] - 1].rstrip().removesuffix(",")
            if "{" in rest or _KEY in rest:
                claims.append(NumberedLine(number, rest, end - offsets[number - 1] + 1))
            elif rest:
                around.append(number)
        elif opened or _KEY in line:
            last = _broken_until(lines, number) if opened else number
            lead = len(line) - len(line.lstrip())
            broken = "\n".join(lines[number - 1 : last])
            claims.append(NumberedLine(number, broken[lead:].rstrip().removesuffix(","), lead + 1))
            number = last
        elif not _ALONE.fullmatch(line):
            around.append(number)
        number += 1
    return Split(tuple(claims), tuple(around))


def _objects(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The objects that begin here, one after another with commas between; none that is broken."""
    decoder = json.JSONDecoder()
    while True:
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield at, end
        following = _BETWEEN.match(text, end)
        if following is None:
            return
        at = following.end()


def _claim(text: str, offsets: list[int], start: int, end: int, number: int) -> NumberedLine:
    number = _line_of(offsets, start, number)
    return NumberedLine(number, text[start:end], start - offsets[number - 1] + 1)


def _line_of(offsets: list[int], at: int, number: int) -> int:
    while offsets[number] <= at:
        number += 1
    return number


def _broken_until(lines: list[str], number: int) -> int:
    """The last line of an object that is not well-formed: the one that closes it, if there is one
    before another begins or a blank line."""
    first = lines[number - 1]
    if first.rstrip().rstrip(",]").endswith("}"):
        return number
    indent = len(first) - len(first.lstrip())
    for last in range(number + 1, min(number + _LONGEST, len(lines)) + 1):
        line = lines[last - 1]
        stripped = line.strip()
        same = len(line) - len(line.lstrip()) <= indent
        if not stripped or (same and stripped.startswith("{")):
            break
        if same and stripped.startswith("}"):
            return last
    return number
