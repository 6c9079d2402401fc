"""What a result can be written as."""

from collections.abc import Callable, Mapping
from typing import IO, NamedTuple

import pyoxigraph as ox

from kg.errors import KgError
from kg.query.run import Result

ROWS, GRAPH = "rows", "graph"


class Format(NamedTuple):
    """A format: for rows (and yes or no) or for graphs, and what writes it; None: the command
    line itself does (`table`)."""

    holds: str
    writer: str | None


FORMATS: Mapping[str, Format] = {
    "table": Format(ROWS, None),
    "csv": Format(ROWS, "kg.query.standard:csv"),
    "tsv": Format(ROWS, "kg.query.standard:tsv"),
    "json": Format(ROWS, "kg.query.standard:json"),
    "jsonl": Format(ROWS, "kg.query.lines:jsonl"),
    "xml": Format(ROWS, "kg.query.standard:xml"),
    "md": Format(ROWS, "kg.query.lines:markdown"),
    "turtle": Format(GRAPH, "kg.query.graphs:turtle"),
    "trig": Format(GRAPH, "kg.query.graphs:trig"),
    "nt": Format(GRAPH, "kg.query.graphs:ntriples"),
    "nq": Format(GRAPH, "kg.query.graphs:nquads"),
    "jsonld": Format(GRAPH, "kg.query.graphs:jsonld"),
    "rdfxml": Format(GRAPH, "kg.query.graphs:rdfxml"),
}
"""`json`, `xml`, `csv` and `tsv` are the SPARQL 1.1 result formats to the letter."""

SUFFIXES: Mapping[str, str] = {
    ".csv": "csv", ".tsv": "tsv", ".json": "json", ".srj": "json", ".jsonl": "jsonl",
    ".xml": "xml", ".srx": "xml", ".md": "md", ".ttl": "turtle", ".trig": "trig",
    ".nt": "nt", ".nq": "nq", ".jsonld": "jsonld", ".rdf": "rdfxml", ".owl": "rdfxml",
}  # fmt: skip
"""The format of an output file by its suffix, where none is asked for."""


def holds(result: Result) -> str:
    """Whether a result is ROWS (or yes or no) or a GRAPH."""
    return ROWS if isinstance(result, ox.QuerySolutions | ox.QueryBoolean) else GRAPH


def chosen(asked: str | None, result: Result, default: str) -> str:
    """The format to write: the one asked for, else the default, for graphs turtle.

    Raises KgError where the one asked for cannot hold the result.
    """
    kind = holds(result)
    if asked is None:
        return default if kind == ROWS else "turtle"
    if FORMATS[asked].holds != kind:
        fitting = ", ".join(name for name, fmt in FORMATS.items() if fmt.holds == kind)
        what = "rows" if kind == ROWS else "a graph"
        raise KgError("wrong-format", f"{asked} cannot hold {what}", hint=f"choose {fitting}")
    return asked


def write(result: Result, name: str, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """Writes a result as UTF-8 in any of FORMATS but `table`. Raises KgError where the engine
    fails while it computes rows."""
    target = FORMATS[name].writer
    if target is None:
        raise ValueError(f"{name} is written by the command line")
    import importlib  # noqa: PLC0415  (one writer is loaded, the others are not)

    module, _, attribute = target.partition(":")
    writer: Callable[[Result, IO[bytes], Mapping[str, str]], None] = getattr(
        importlib.import_module(module), attribute
    )
    try:
        writer(result, output, prefixes)
    except OSError as error:
        if error.errno is not None and not isinstance(error, ConnectionRefusedError):
            raise  # the output's: a closed pipe, a full disk
        raise KgError("engine", f"the query failed: {' '.join(str(error).split())}") from None
