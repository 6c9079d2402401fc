"""What was loaded and retracted when, by which versions: one JSON object a line, only appended.

An entry is announced before its generation is published and appended after it, so that each change
of the graph has its entry, whenever the process dies: `journal.next` beside the journal holds the
entry of the last generation, published or not, until the journal does.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.store import durable
from kg.store.failures import told

Entry = dict[str, Any]


class Journal:
    """The file `journal.jsonl` of a store."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._next = path.with_name("journal.next")
        self._place = f"{path.parent.name}/{path.name}"

    def announce(self, entry: Mapping[str, Any]) -> None:
        """Writes down, synced to the disk, what is to be appended once `entry["generation"]` is
        published."""
        with told(self._place):
            durable.write(self._next, _line(entry))

    @property
    def is_settled(self) -> bool:
        """Whether nothing is announced."""
        return not self._next.exists()

    def announced(self) -> Entry | None:
        """The entry that is announced and not yet appended."""
        with told(self._place):
            try:
                return _entry(self._next.read_text(encoding="utf-8", errors="replace"))
            except FileNotFoundError:
                return None

    def settle(self, current: int | None) -> None:
        """Appends what was announced where its generation is the current one, else forgets it."""
        if self.is_settled:
            return
        entry = self.announced()
        with told(self._place):
            if entry and entry.get("generation") == current:
                self._append(_line(entry))
            self._next.unlink()

    def entries(self, current: int | None) -> tuple[Entry, ...]:
        """All entries, oldest first, with the announced one where its generation is the current.

        A last line that a power cut left half written is left out.
        """
        with told(self._place):
            text = ""
            if self._path.exists():
                text = self._path.read_text(encoding="utf-8", errors="replace")
        found = [entry for entry in map(_entry, text.split("\n")) if entry is not None]
        entry = self.announced()
        if entry and entry.get("generation") == current and entry not in found[-1:]:
            found.append(entry)
        return tuple(found)

    def _append(self, line: bytes) -> None:
        """Adds a line, if it is not the last one already."""
        before = self._tail(len(line))
        if before == line:
            return
        # A power cut may have left the last line half written.
        durable.append(self._path, line if before.endswith(b"\n") or not before else b"\n" + line)

    def _tail(self, length: int) -> bytes:
        """The last bytes of the journal, at most so many."""
        if not self._path.exists():
            return b""
        with self._path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - length))
            return file.read()


def _line(entry: Mapping[str, Any]) -> bytes:
    return (json.dumps(entry, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8")


def _entry(line: str) -> Entry | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None
