"""A failing disk, folder or lock as one line that says what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import KgError, Where

_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turns an OSError into a KgError about `place`: not writable, disk full, or unreadable."""
    try:
        yield
    except OSError as error:
        raise explain(error, place) from error


def explain(error: OSError, place: str) -> KgError:
    """The KgError for what the system reports. RocksDB's errors carry their reason as text only."""
    text = str(error)
    if error.errno in _FULL or "No space left" in text:
        return KgError(
            "disk-full",
            "the disk is full; the graph is as it was before",
            Where(place),
            "make room and run the command again",
        )
    if error.errno == errno.EROFS or "Read-only file" in text:
        return KgError(
            "read-only-disk",
            "lies on a read-only disk; nothing was changed",
            Where(place),
            "kg query and kg export read a graph there all the same",
        )
    if error.errno in _FORBIDDEN or "Permission denied" in text:
        return KgError(
            "not-writable",
            "may not be read or written by you",
            Where(place),
            "check the folder's permissions",
        )
    return KgError(
        "store-failed",
        f"cannot be used: {error.strerror or text}",
        Where(place),
        "kg check says whether the graph is sound" if error.errno == errno.EIO else None,
    )


def corrupt(place: str, message: str) -> KgError:
    """The store does not make sense; the sources can make it again."""
    return KgError(
        "store-corrupt",
        message,
        Where(place),
        "delete .kg/CURRENT and .kg/store, then kg load makes them again from data/; load by name "
        "what came from elsewhere (.kg/journal.jsonl lists it)",
    )
