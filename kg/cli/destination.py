"""Writes a file whole or not at all."""

import os
from collections.abc import Iterator, MutableSet
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kg.errors import KgError, Where

_MODE = 0o666


@contextmanager
def written(path: Path, parts: MutableSet[Path] | None = None) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place when the context ends without an error.

    Until then whatever `path` held stays as it was. A symbolic link stays a link, and what is no
    regular file (a pipe, a device) is written as it is. `parts` has the name of the file beside
    `path` while there is one, for whoever ends the process before the context ends. Raises KgError
    where the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise KgError("is-folder", "is a folder", Where(str(path)), "name a file")
            with target.open("wb") as output:
                yield output
            return
        with _beside(target, set() if parts is None else parts) as output:
            yield output
    except OSError as error:
        why = error.strerror or str(error)
        raise KgError("unwritable", f"cannot be written: {why}", Where(str(path))) from error


@contextmanager
def _beside(target: Path, parts: MutableSet[Path]) -> Iterator[IO[bytes]]:
    part = target.parent / f".kg-{os.urandom(8).hex()}.part"
    parts.add(part)
    try:
        with part.open("xb") as output:
            part.chmod(0o600)
            yield output
            output.flush()
            os.fsync(output.fileno())
        part.chmod(_mode(target))
        part.replace(target)
        _sync(target.parent)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    finally:
        parts.discard(part)


def _sync(folder: Path) -> None:
    """Flushes the names in a folder, where it may be read: the file is complete either way."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that a new file would get."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return _MODE & ~umask
