"""The digests of a generation's files, by which a damaged one is found.

    cd .kg/store && sha256sum --check 7.sha256

A published generation never changes, and RocksDB verifies a block only when it reads it: a damaged
one makes some queries fail and others run without end. Files that are hard links to those of the
generation before keep their digests, so that a load does not read what it did not write.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_UNUSED = ("LOG", "LOCK")
"""What the names of RocksDB's files begin with that hold nothing of the graph."""

Sums = Mapping[str, str]
"""SHA-256 in hexadecimal (FIPS 180-4) by path from the folder of all generations."""


def sums(folders: Iterable[Path], before: Path) -> bytes:
    """The digests of all files in these folders as `sha256sum` writes them.

    `before` is the list of the generation that this one was made from, there or not.
    """
    known = _by_inode(before)
    lines = []
    for path, name in _files(folders):
        about = path.stat()
        digest = known.get((about.st_dev, about.st_ino)) or _digest(path)
        lines.append(f"{digest}  {name}\n")
    return "".join(lines).encode("utf-8")


def damaged(listed: Path) -> tuple[str, ...]:
    """The files of a list that are missing, or are not what was published, by name; none where
    there is no list. Reads all of them."""
    return tuple(
        name
        for name, digest in _read(listed).items()
        if not (listed.parent / name).is_file() or _digest(listed.parent / name) != digest
    )


def _files(folders: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith(_UNUSED):
                yield path, path.relative_to(folder.parent).as_posix()


def _by_inode(listed: Path) -> dict[tuple[int, int], str]:
    found = {}
    for name, digest in _read(listed).items():
        path = listed.parent / name
        if path.is_file():
            about = path.stat()
            found[about.st_dev, about.st_ino] = digest
    return found


def _read(listed: Path) -> Sums:
    if not listed.is_file():
        return {}
    lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()
    pairs = (line.partition("  ") for line in lines)
    return {name: digest for digest, _, name in pairs if name}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
