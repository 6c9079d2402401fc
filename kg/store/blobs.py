"""Every loaded file and every source's claims, each under the SHA-256 of its bytes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from kg.store import durable
from kg.store.failures import corrupt, told


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal (FIPS 180-4)."""
    return hashlib.sha256(data).hexdigest()


class Blobs:
    """A folder of files whose names are the digests of their bytes; no file in it ever changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._place = f"{folder.parent.name}/{folder.name}"

    def put(self, data: bytes) -> str:
        """Keeps the bytes, synced to the disk, and returns their digest."""
        name = digest(data)
        path = self._folder / name
        with told(self._place):
            if not path.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                durable.write(path, data)
        return name

    def names(self) -> frozenset[str]:
        """The digests of all that is kept."""
        with told(self._place):
            found = self._folder.iterdir() if self._folder.is_dir() else ()
            return frozenset(path.name for path in found)

    def remove(self, names: Iterable[str]) -> None:
        """Forgets what has these digests: for what was kept for a load that was then refused."""
        with told(self._place):
            for name in names:
                (self._folder / name).unlink(missing_ok=True)

    def get(self, name: str) -> bytes:
        """The bytes of a digest. Raises KgError where they are missing or not what was kept."""
        place = f"{self._place}/{name}"
        with told(place):
            path = self._folder / name
            if not path.is_file():
                raise corrupt(place, "is missing")
            data = path.read_bytes()
        if digest(data) != name:
            raise corrupt(place, "has been changed")
        return data
