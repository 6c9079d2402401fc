"""Makes a failing input smaller: what may be left out and it fails the same way, is left out."""

from collections.abc import Callable

_MOST = 120
"""Runs that one input may cost."""


def shrunk(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """A smaller input that still fails: halves, quarters … are left out (Zeller's ddmin)."""
    spent, parts = 0, 2
    while parts <= len(data) and spent < _MOST:
        size = max(len(data) // parts, 1)
        for begin in range(0, len(data), size):
            spent += 1
            smaller = data[:begin] + data[begin + size :]
            if spent < _MOST and smaller and fails(smaller):
                data, parts = smaller, max(parts - 1, 2)
                break
        else:
            if size == 1:
                break
            parts *= 2
    return data
