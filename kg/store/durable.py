"""Files that survive a power cut: written aside, synced, put in place by a rename."""

import os
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Replaces the file at once: a reader sees the old bytes or the new, never a part of them.

    For one writer at a time; what a killed one left aside is written over by the next.
    """
    aside = path.with_name(f"{path.name}.part")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    sync(path.parent)


def append(path: Path, data: bytes) -> None:
    """Adds bytes at the end of a file, making it where there is none."""
    with path.open("ab") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


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
