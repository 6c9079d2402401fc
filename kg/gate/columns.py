"""Where in a line of JSON the value of a key begins."""

import json
import re

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def column(line: str, path: str) -> int:
    """The column, from 1, of the key that a path such as `evidence[0].start` leads to.

    As much of the path as the line has; the line's start where it has none of it.
    """
    at = 0
    for key, index in _STEP.findall(path):
        found = _element(line, at, int(index)) if index else _key(line, at, key)
        if found is not None:
            at = found
    return at + 1


def _key(line: str, at: int, key: str) -> int | None:
    match = re.compile(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:").search(line, at)
    return match.start() if match else None


def _element(line: str, at: int, index: int) -> int | None:
    """Where the nth element of the list after a key begins."""
    place = line.find("[", at)
    if place < 0:
        return None
    decoder = json.JSONDecoder()
    for number in range(index + 1):
        opened = re.compile(r"[\[,\s]*").match(line, place)
        place = opened.end() if opened else place
        if number == index:
            return place
        try:
            place = decoder.raw_decode(line, place)[1]
        except json.JSONDecodeError:
            return None
    return None
