"""Where sentences end within a line. A line break always ends one; the caller sees to that."""

import re

_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|(?<=[다요죠])[.!?]+(?=[가-힣])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|vs|No)|구|옛|現|前|\d)\.$")
_LAST = frozenset("다요죠까라자네군지어아해와걸냐니오세")
"""How a sentence ends before `!`; else that is of a name (다온! 넷)."""
_OPEN, _CLOSE = "([{", ")]}"
LONGEST = 3000
"""So many characters a sentence may have, ten times what is long for one: what goes on without an
end is read in parts, so that the time of reading does not grow with the square of it."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one line as half-open stretches of it, in order, without outer blanks.

    A full stop within brackets, after a digit (2011. 4. 1) or a short form ends none, nor does
    one within double quotes: what is quoted belongs to the sentence that quotes it. What has more
    than `LONGEST` characters is cut behind a comma or a blank.
    """
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        start = _cut(text, start, match.start(), bounds)
        if _ends_sentence(text, start, match.start(), end):
            bounds.append((start, end))
            start = end
    bounds.append((_cut(text, start, len(text), bounds), len(text)))
    return [trimmed for a, b in bounds if (trimmed := _trim(text, a, b))]


def _cut(text: str, start: int, stop: int, bounds: list[tuple[int, int]]) -> int:
    """Where what is left of `[start, stop)` starts, too long parts of it added to the bounds."""
    while stop - start > LONGEST:
        after = start + LONGEST // 2, start + LONGEST
        at = max(text.rfind(", ", *after), 0) or max(text.rfind(" ", *after), 0)
        at = at + 1 if at else start + LONGEST
        bounds.append((start, at))
        start = at
    return start


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    before = text[start:stop]
    depth = sum(before.count(sign) for sign in _OPEN) - sum(before.count(s) for s in _CLOSE)
    if depth > 0 and text[stop:end].strip(".!?…\"'")[:1] not in (")", "]", "}"):
        return False
    if text[start:end].count('"') % 2:
        return False
    mark = text[stop:end]
    if mark == "!" and text[stop - 1 : stop] not in _LAST:
        return False
    if mark.startswith(".") and not mark.startswith(".."):
        return not _ABBREVIATION.search(text[start : stop + 1])
    return True


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
