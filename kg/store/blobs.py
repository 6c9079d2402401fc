"""Every loaded file and every source's claims, each under the SHA-256 of its bytes."""

import hashlib
import re
from collections.abc import Collection
from pathlib import Path

from kg.store import durable
from kg.store.failures import corrupt, told

_DIGEST = re.compile("[0-9a-f]{64}")
"""A line of the list; what a kill or a power cut made of the last one is none."""


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal (FIPS 180-4)."""
    return hashlib.sha256(data).hexdigest()


class Blobs:
    """A folder of files whose names are the digests of their bytes; no file in it ever changes.

    Only the writer of a generation puts anything. Beside the folder lies the list of what was put
    for the one that is not yet published: what a refused or killed load has put is forgotten.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._new = folder.with_name(f"{folder.name}.new")
        self._place = f"{folder.parent.name}/{folder.name}"

    def put(self, data: bytes) -> str:
        """Keeps the bytes, synced to the disk, and returns their digest; mends what was damaged."""
        name = digest(data)
        path = self._folder / name
        with told(self._place):
            if not path.exists():
                durable.make_folder(self._folder)
                # Not synced: after a power cut that loses the list, the blob stays, unused.
                durable.note(self._new, f"{name}\n".encode("ascii"))
                durable.write(path, data)
            elif path.read_bytes() != data:
                durable.write(path, data)
        return name

    @property
    def is_settled(self) -> bool:
        """Whether all that is kept was published."""
        return not self._new.exists()

    def settle(self, published: Collection[str]) -> None:
        """Forgets what was put since the last time, but for these digests."""
        if self.is_settled:
            return
        with told(self._place):
            listed = self._new.read_bytes().decode("ascii", errors="replace").split("\n")
            for name in filter(_DIGEST.fullmatch, listed):
                if name not in published:
                    (self._folder / name).unlink(missing_ok=True)
                (self._folder / (name + durable.ASIDE)).unlink(missing_ok=True)
            self._new.unlink()

    def get(self, name: str) -> bytes:
        """The bytes of a digest. Raises KgError where they are missing or not what was kept."""
        place = f"{self._place}/{name}"
        with told(place):
            path = self._folder / name
            if _DIGEST.fullmatch(name) is None or not path.is_file():
                raise corrupt(place, "is missing")
            data = path.read_bytes()
        if digest(data) != name:
            raise corrupt(place, "has been changed")
        return data
