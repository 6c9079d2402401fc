"""What is to be loaded: which files, what they are called, and what they hold."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.documents import READERS
from kg.errors import KgError, Where
from kg.rdf.parse import SUFFIXES as RDF_SUFFIXES
from kg.store.manifest import CLAIMS, DOCUMENT, RDF

STDIN = "-"
CLAIM_SUFFIX = ".jsonl"
_OPENS = re.compile(rb"^\s*(?:(?:[-*]|\xe2\x80\xa2|\d+[.)])\s+)?(?:\[\s*)?\{", re.MULTILINE)
"""A bullet or the bracket of a list may stand before the brace of a claim."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to load: `name` is what the user knows it by, `path` where it lies.

    Standard input has no path, but its `data` at once, for it can be read only once.
    """

    name: str
    kind: str
    path: Path | None
    data: bytes = b""

    def read(self) -> bytes:
        """Its bytes. Raises KgError where it is missing, a folder or not readable."""
        if self.path is None:
            return self.data
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise unreadable(error, self.name) from None


def unreadable(error: OSError, name: str) -> KgError:
    """What the system says of a file, in one line."""
    hint = "name the files in it" if isinstance(error, IsADirectoryError) else None
    return KgError("unreadable", f"cannot be read: {error.strerror}", Where(name), hint)


def given(paths: Iterable[str], root: Path) -> tuple[Input, ...]:
    """The inputs of these paths, each once, sorted by name: their order means nothing."""
    inputs = {name_of(Path(path), root): Path(path) for path in paths}
    return tuple(Input(name, kind_of(path), path) for name, path in sorted(inputs.items()))


def piped(data: bytes, identifier: str | None = None) -> Input:
    """Standard input: claims, or what `identifier` names, by its suffix as a file would be.

    Raises KgError where nothing names what are no JSON lines.
    """
    if identifier is not None:
        return Input(identifier, kind_of(Path(identifier)), None, data)
    if data.removeprefix(BOM_UTF8).strip() and not holds_claims(data):
        raise KgError(
            "no-claims",
            "holds no claims as JSON lines",
            Where("standard input"),
            "name other input, as --id report.txt or --id facts.ttl",
        )
    return Input(STDIN, CLAIMS, None, data)


def holds_claims(data: bytes) -> bool:
    """Whether a line of it begins as a claim does; a greeting or a code fence may stand around."""
    return _OPENS.search(data.removeprefix(BOM_UTF8)) is not None


def kind_of(path: Path) -> str:
    """Claims, RDF facts, or else a document, by the suffix."""
    suffix = path.suffix.lower()
    if suffix == CLAIM_SUFFIX:
        return CLAIMS
    return RDF if suffix in RDF_SUFFIXES else DOCUMENT


def name_of(path: Path, root: Path) -> str:
    """The path from the workspace with forward slashes; outside of it, as the user gave it."""
    for absolute in (Path(os.path.normpath(Path.cwd() / path)), path.resolve()):
        if absolute.is_relative_to(root):
            return absolute.relative_to(root).as_posix()
    return path.as_posix()


def in_data(data: Path) -> tuple[Input, ...]:
    """All that the data folder holds, by name: documents/, RDF files and files of claims.

    Names begin with the folder's own, `data/`, wherever it lies. Hidden files, and files outside
    documents/ that are neither RDF nor claims, are not data.
    """
    paths = (path for path in data.rglob("*") if path.is_file())
    found = (
        Input(path.relative_to(data.parent).as_posix(), kind_of(path), path)
        for path in paths
        if _is_data(path.relative_to(data))
    )
    return tuple(sorted(found, key=lambda one: one.name))


def _is_data(path: Path) -> bool:
    if any(part.startswith(".") for part in path.parts):
        return False
    if kind_of(path) != DOCUMENT:
        return True
    return path.parts[0] == "documents" and path.suffix.lower() in READERS
