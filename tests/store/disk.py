"""A disk that refuses an operation, or loses power between two: what a folder then holds.

The model is what POSIX.1-2017 promises (`fsync`) and no more: what a file held when it was last
synced, under the names that its folder had when that was last synced. RocksDB syncs its files
itself, which cannot be seen from here: they count as lost until kg has synced them.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_OPERATIONS = ("open", "write", "fsync", "replace", "mkdir", "unlink", "rmdir")
_HOLD = os.open

Image = dict[str, bytes | None]
"""A folder as paths in it: the bytes of files, None for folders."""


class Disk:
    """The operations on files below a folder. `watch` is called before each, with its name;
    `operations` has those so far, each with the path in the folder."""

    def __init__(self, root: Path, patched: pytest.MonkeyPatch, remembers: bool = True) -> None:
        self.root = root
        self._remembers = remembers
        self.operations: list[str] = []
        self.watch: Callable[[str], None] = lambda operation: None
        self._held: dict[int, int] = {}
        self._bytes: dict[int, bytes] = {}
        self._names: dict[int, dict[str, int]] = {}
        for path in (root, *root.rglob("*")) if remembers else ():
            handle = _HOLD(path, os.O_RDONLY)
            self._sync(handle)
            os.close(handle)
        for name in _OPERATIONS:
            patched.setattr(os, name, self._watched(name, getattr(os, name)))

    def close(self) -> None:
        """Lets go of the files that were held so that no inode is used twice."""
        for handle in self._held.values():
            os.close(handle)

    def synced(self) -> Image:
        """What a power cut leaves if nothing reached the disk that was not synced."""
        found: Image = {}
        self._walk(self.root.stat().st_ino, "", found)
        return found

    def named(self) -> Image:
        """What it leaves if all names reached the disk, but of the bytes only what was synced."""
        found: Image = {}
        for path in self.root.rglob("*"):
            is_folder = path.is_dir()
            content = None if is_folder else self._bytes.get(path.stat().st_ino, b"")
            found[path.relative_to(self.root).as_posix()] = content
        return found

    def _walk(self, inode: int, path: str, found: Image) -> None:
        for name, inner in self._names.get(inode, {}).items():
            below = f"{path}/{name}" if path else name
            if stat.S_ISDIR(os.fstat(self._held[inner]).st_mode):
                found[below] = None
                self._walk(inner, below, found)
            else:
                found[below] = self._bytes.get(inner, b"")

    def _sync(self, handle: int) -> None:
        """Notes what a file or a folder holds now."""
        about = os.fstat(handle)
        if about.st_ino not in self._held:
            self._held[about.st_ino] = os.dup(handle)
        path = _opened(handle)
        if stat.S_ISDIR(about.st_mode):
            with os.scandir(path) as entries:
                self._names[about.st_ino] = {entry.name: self._hold(entry) for entry in entries}
        else:
            self._bytes[about.st_ino] = path.read_bytes()

    def _hold(self, entry: os.DirEntry[str]) -> int:
        inode = entry.inode()
        if inode not in self._held:
            self._held[inode] = _HOLD(entry.path, os.O_RDONLY)
        return inode

    def _watched(self, name: str, do: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*args: Any, **more: Any) -> Any:
            path = _path(name, args, more)
            if path is None or not path.is_relative_to(self.root):
                return do(*args, **more)
            self.operations.append(f"{name} {path.relative_to(self.root).as_posix()}")
            self.watch(name)
            result = do(*args, **more)
            if name == "fsync" and self._remembers:
                self._sync(args[0])
            return result

        return operation


def _path(name: str, args: tuple[Any, ...], more: dict[str, Any]) -> Path | None:
    """What an operation is on; None where it only opens a file to read it."""
    if name == "open" and not args[1] & (os.O_CREAT | os.O_TRUNC):
        return None
    if isinstance(args[0], int):
        return _opened(args[0])
    within = more.get("dir_fd")
    return Path(args[0]).absolute() if within is None else _opened(within) / args[0]


def _opened(handle: int) -> Path:
    """The file or folder behind a handle."""
    return Path(f"/proc/self/fd/{handle}").readlink()


def put(image: Image, folder: Path) -> Path:
    """Makes a folder that holds the image."""
    folder.mkdir()
    for path, content in sorted(image.items()):
        if content is None:
            (folder / path).mkdir(exist_ok=True)
        else:
            (folder / path).write_bytes(content)
    return folder


@contextmanager
def watched(root: Path, remembers: bool = True) -> Iterator[Disk]:
    """The disk below a folder, watched while the context lasts; `remembers`: what was synced."""
    with pytest.MonkeyPatch.context() as patched:
        disk = Disk(root, patched, remembers)
        try:
            yield disk
        finally:
            disk.close()


def refusing(disk: Disk, last: int, number: int, lasting: bool) -> None:
    """From now on the disk refuses the operation of this number (from 0), and if `lasting` all
    that follow. A full disk still lets files be removed and folders be synced."""
    allowed = ("unlink", "rmdir", "fsync") if "No space" in os.strerror(number) else ()

    def refuse(operation: str) -> None:
        now = len(disk.operations) - 1
        if now == last or (lasting and now > last and operation not in allowed):
            raise OSError(number, os.strerror(number))

    disk.watch = refuse
