"""One writer at a time, by a lock of the operating system that a killed process loses."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError, Where
from kg.store.failures import told


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Holds the lock of `path` while the context lasts, and never waits for it.

    Raises KgError where another process (or another writer of this one) holds it, or where the
    folder may not be written.
    """
    with told(f"{path.parent.name}/{path.name}"):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise KgError(
                "being-written",
                "the graph is being written by another process",
                Where(f"{path.parent.name}/{path.name}"),
                "wait for it to end and run the command again",
            ) from None
        yield
    finally:
        os.close(handle)
