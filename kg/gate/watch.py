"""A watch over regular expressions: one that backtracks without end is stopped.

Python's `re` takes time exponential in the text for patterns such as `^(a+)+$`; it looks for
signals meanwhile, so that a clock's signal can end it.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kg.model.shown import shown_flat

PATIENCE = 2.0
"""Seconds after which one search in one text is looked at; at the second look it is stopped."""

_SEARCHERS = ("string_based_constraints.py", "re/__init__.py")
"""Files of the functions that search: pySHACL's of sh:pattern, and those that SPARQL's call."""

_SHOWN = 60


class PatternError(Exception):
    """A search for a pattern takes too long."""


@contextmanager
def watched() -> Iterator[None]:
    """Within it, one search in one text takes twice PATIENCE at most; then PatternError is raised.

    Only where signals arrive: in a process's main thread, on a system that has a clock for them.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return
    before = signal.signal(signal.SIGALRM, _Watch().look)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class _Watch:
    """Looks where the process is, and stops it where it was there at the last look."""

    def __init__(self) -> None:
        self._last: tuple[FrameType, list[object]] | None = None

    def look(self, _: int, frame: FrameType | None) -> None:
        """At each signal. The same call with the very same values is the same search."""
        if frame is None or not frame.f_code.co_filename.endswith(_SEARCHERS):
            self._last = None
            return
        values = list(frame.f_locals.values())
        last, self._last = self._last, (frame, values)
        if last is not None and last[0] is frame and _are_same(last[1], values):
            self._last = None
            text = frame.f_locals.get("v_string", frame.f_locals.get("string", ""))
            raise PatternError(
                f"a pattern takes too long on the text {shown_flat(str(text))[:_SHOWN]!r}: "
                "write it without a repetition in a repetition"
            )


def _are_same(some: list[object], others: list[object]) -> bool:
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))
