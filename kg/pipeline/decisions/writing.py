"""A decision as the lines that a person would write, added to what others wrote."""

import json
import os
from codecs import BOM_UTF8
from pathlib import Path

from kg.errors import KgError, Where
from kg.model.dates import PartialDate
from kg.model.decision import Decision, Naming
from kg.pipeline.decisions.reading import FILE, name_of
from kg.store import durable

_NEEDS_DAY = 10
"""The length of a date that TOML has a form of its own for."""


def entry(made: Decision, base: str, notes: tuple[str, ...] = ()) -> str:
    """The table of a decision; each of `notes` is a comment below its header."""
    lines = [f"[[{made.verdict}]]", *(f"# {_one_line(note)}" for note in notes)]
    for key, claim in zip(("claim", "over"), made.claims, strict=False):
        lines.append(f"{key} = {_text(claim.removeprefix(base))}")
    for key, thing in zip(("one", "other"), made.things, strict=False):
        lines.append(f"{key} = {_thing(thing, base)}")
    lines += [f"who = {_text(made.who)}", f"why = {_text(made.why)}"]
    if made.on is not None:
        lines.append(f"on = {made.on.isoformat()}")
    return "".join(f"{line}\n" for line in lines)


def appended(data: bytes, added: str) -> bytes:
    """The file's bytes with an entry at the end, after an empty line and with its line ends."""
    ends = "\r\n" if b"\r\n" in data else "\n"
    text = data.removeprefix(BOM_UTF8).decode("utf-8")
    between = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
    if text.endswith(("\n\n", "\r\n\r\n")):
        between = ""
    return data + (between + added).replace("\n", ends).encode("utf-8")


def read_bytes(data: Path) -> bytes:
    """The bytes of the file, none where there is no file."""
    try:
        return (data / FILE).read_bytes()
    except FileNotFoundError:
        return b""


def write_bytes(data: Path, content: bytes) -> None:
    """Replaces the file at once; it keeps its permissions. Raises KgError where it cannot be
    written."""
    path = Path(os.path.realpath(data / FILE))
    try:
        data.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o7777 if path.exists() else None
        durable.write(path, content)
        if mode is not None:
            path.chmod(mode)
    except OSError as error:
        problem = f"cannot be written: {error.strerror}"
        raise KgError("unwritable", problem, Where(name_of(data))) from None


def _thing(thing: Naming, base: str) -> str:
    parts = [f"kind = {_text(thing.kind)}", f"name = {_text(thing.name)}"]
    if thing.document:
        parts.append(f"document = {_text(thing.document.removeprefix(base + 'document/'))}")
    if thing.date is not None:
        parts.append(f"date = {_date(thing.date)}")
    return f"{{{', '.join(parts)}}}"


def _date(date: PartialDate) -> str:
    return date.edtf if len(date.edtf) == _NEEDS_DAY else _text(date.edtf)


def _text(text: str) -> str:
    """A basic string (TOML 1.0): JSON escapes alike, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(text: str) -> str:
    """A comment holds no line end and no control character."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
