"""Files that survive a power cut: written aside, synced, put in place by a rename.

What a power cut leaves of a file is what it held when it was last synced; whether it is there, and
under which name, what its folder held when that was last synced (POSIX.1-2017, `fsync`).
"""

import os
from contextlib import suppress
from pathlib import Path

ASIDE = ".part"
"""What the names of files end in that are not complete."""


def write(path: Path, data: bytes) -> None:
    """Replaces the file at once: a reader sees the old bytes or the new, never a part of them.

    For one writer at a time; what a killed one left aside is written over by the next. Where the
    error is raised by the last step, the sync of the folder, the new bytes are in place.
    """
    aside = path.with_name(path.name + ASIDE)
    try:
        _put(aside, os.O_TRUNC, data)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    sync(path.parent)


def append(path: Path, data: bytes) -> None:
    """Adds bytes at the end of a file, making it where there is none."""
    is_new = not path.exists()
    _put(path, os.O_APPEND, data)
    if is_new:
        sync(path.parent)


def note(path: Path, data: bytes) -> None:
    """Adds bytes at the end of a file; they survive the process, but not a power cut."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    try:
        _write(handle, data)
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Makes a folder, and those above it, so that a power cut leaves them there."""
    if path.is_dir():
        return
    if not path.parent.exists():
        make_folder(path.parent)
    path.mkdir(exist_ok=True)
    sync(path.parent)


def sync(path: Path) -> None:
    """Flushes a file, or a folder's list of names, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Flushes every file of a folder, then the folder."""
    for path in sorted(folder.rglob("*")):
        sync(path)
    sync(folder)


def _put(path: Path, how: int, data: bytes) -> None:
    """Writes bytes into a file, which is made where there is none, and flushes them."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o666)
    try:
        _write(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
