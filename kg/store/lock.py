"""One writer at a time, by a lock of the operating system that a killed process loses."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError, Where
from kg.store.failures import told
from kg.store.patience import NONE, Patience

_PAUSE = 0.05
"""Seconds between two tries: what a person does not notice."""


@contextmanager
def only_writer(path: Path, patience: Patience = NONE) -> Iterator[None]:
    """Holds the lock of `path` while the context lasts.

    Raises KgError where another process (or another writer of this one) holds it for longer than
    `patience` lasts, or where the folder may not be written.
    """
    with told(f"{path.parent.name}/{path.name}"):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _locked_soon(handle) and not _locked_in_time(handle, patience):
            raise KgError(
                "being-written",
                "the graph is being written by another process",
                Where(f"{path.parent.name}/{path.name}"),
                "wait for it to end and run the command again",
            )
        yield
    finally:
        os.close(handle)


def is_held(path: Path) -> bool:
    """Whether somebody writes now. Takes the lock for a moment, which a writer waits for."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _locked_soon(handle: int) -> bool:
    """Tries twice: the first time, somebody may only have looked whether it is held."""
    if _locked(handle):
        return True
    time.sleep(_PAUSE)
    return _locked(handle)


def _locked_in_time(handle: int, patience: Patience) -> bool:
    """Tries until the patience is at its end."""
    if patience.seconds <= 0:
        return False
    patience.told()
    end = time.monotonic() + patience.seconds
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        if _locked(handle):
            return True
    return False
