"""Writes a file whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kg.errors import KgError, Where

_MODE = 0o666


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place when the context ends without an error.

    Until then whatever `path` held stays as it was. A symbolic link stays a link, and what is no
    regular file (a pipe, a device) is written as it is. Raises KgError where the file cannot be
    written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise KgError("is-folder", "is a folder", Where(str(path)), "name a file")
            with target.open("wb") as output:
                yield output
            return
        with _beside(target) as output:
            yield output
    except OSError as error:
        why = error.strerror or str(error)
        raise KgError("unwritable", f"cannot be written: {why}", Where(str(path))) from error


@contextmanager
def _beside(target: Path) -> Iterator[IO[bytes]]:
    handle, name = tempfile.mkstemp(prefix=".kg-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as output:
            yield output
            output.flush()
            os.fsync(output.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that a new file would get."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return _MODE & ~umask
