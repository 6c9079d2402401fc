"""The graph as files that others read, and as accounts that people read."""

import importlib
from collections.abc import Callable
from pathlib import PurePath
from typing import IO

from kg.errors import KgError, Where
from kg.export.request import Request

WRITERS = {
    "turtle": "kg.export.rdf:TURTLE",
    "trig": "kg.export.rdf:TRIG",
    "nt": "kg.export.rdf:NT",
    "nq": "kg.export.rdf:NQ",
    "jsonld": "kg.export.jsonld:write_jsonld",
    "rdfxml": "kg.export.rdf:RDFXML",
    "csv": "kg.export.table:write_csv",
    "jsonl": "kg.export.lines:write_jsonl",
    "graphml": "kg.export.graphml:write_graphml",
}
"""What writes a format, as `module:attribute`."""

DRAWN = ("mermaid", "dot")
"""What a lineage is drawn as; `kg.export.drawing` does it."""

SUFFIXES = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "nt",
    ".nq": "nq",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".owl": "rdfxml",
    ".xml": "rdfxml",
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".graphml": "graphml",
    ".mmd": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
}
"""The format that a file's name asks for."""

Writer = Callable[[Request, IO[bytes]], None]


def writer(format: str) -> Writer:  # noqa: A002  (the word that users have for it)
    """What writes this format. Raises KgError where there is none such."""
    if format in DRAWN:
        hint = "kg export --lineage NAME"
        raise KgError("unknown-format", f"{format} draws a lineage only", hint=hint)
    if format not in WRITERS:
        raise KgError("unknown-format", f"no format {format!r}", hint=", ".join(WRITERS))
    module, _, attribute = WRITERS[format].partition(":")
    found: Writer = getattr(importlib.import_module(module), attribute)
    return found


def format_of(name: str) -> str:
    """The format of a file by its suffix. Raises KgError where the suffix names none."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        known = " ".join(SUFFIXES)
        problem = f"no format has the suffix {suffix!r}" if suffix else "has no suffix"
        raise KgError("unknown-format", problem, Where(name), f"name a --format, or one of {known}")
    return SUFFIXES[suffix]
