"""What was loaded and retracted when, by which versions: one JSON object a line, only appended."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.store import durable
from kg.store.failures import told


class Journal:
    """The file `journal.jsonl` of a store."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place = f"{path.parent.name}/{path.name}"

    def append(self, entry: Mapping[str, Any]) -> None:
        """Adds one entry, synced to the disk."""
        line = json.dumps(entry, ensure_ascii=False, sort_keys=True) + "\n"
        with told(self._place):
            durable.append(self._path, ("\n" * self._is_broken() + line).encode("utf-8"))

    def entries(self) -> tuple[dict[str, Any], ...]:
        """All entries, oldest first; a last line that a power cut left half written is left out."""
        with told(self._place):
            if not self._path.exists():
                return ()
            lines = self._path.read_text(encoding="utf-8", errors="replace").split("\n")
        return tuple(entry for entry in map(_entry, lines) if entry is not None)

    def _is_broken(self) -> bool:
        """Whether a power cut left the last line half written."""
        if not self._path.exists() or not self._path.stat().st_size:
            return False
        with self._path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) != b"\n"


def _entry(line: str) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None
