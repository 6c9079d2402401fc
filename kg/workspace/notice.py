"""Tells a user of the Python interface what should be known of an answer."""

import inspect
import warnings

from kg.errors import KgWarning


def notice(message: str) -> None:
    """A KgWarning at the user's own line: the nearest caller outside of kg."""
    frame, level = inspect.currentframe(), 1
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == "kg":
        frame, level = frame.f_back, level + 1
    warnings.warn(message, KgWarning, stacklevel=level)
