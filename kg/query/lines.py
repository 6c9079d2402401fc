"""Rows as lines: JSON Lines for programs, a Markdown table for documents."""

import json
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from typing import IO

import pyoxigraph as ox

from kg.query.cells import Term, rows
from kg.query.run import Result

_XSD = "http://www.w3.org/2001/XMLSchema#"


def jsonl(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """An object a row, every column always there: null where unbound, numbers and booleans as
    such, all else as its text."""
    if isinstance(result, ox.QueryBoolean):
        output.write(json.dumps({"boolean": bool(result)}).encode() + b"\n")
        return
    if not isinstance(result, ox.QuerySolutions):
        raise TypeError("a graph has no rows")
    columns = [variable.value for variable in result.variables]
    encode = json.JSONEncoder(ensure_ascii=False).encode
    _write((encode(dict(zip(columns, map(_plain, row), strict=True))) for row in result), output)


def markdown(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """A table of GitHub Flavored Markdown (section 4.10)."""
    columns, body = rows(result, prefixes)
    lines = chain((columns, ["---"] * len(columns)), body)
    _write((f"| {' | '.join(map(_escaped, line))} |" for line in lines), output)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _write(lines: Iterable[str], output: IO[bytes]) -> None:
    """A thousand lines at a time: no more of them in memory, and few writes."""
    left = iter(lines)
    while piece := list(islice(left, 1000)):
        output.write("".join(f"{line}\n" for line in piece).encode())


def _plain(term: Term) -> str | int | float | bool | None:
    if isinstance(term, ox.NamedNode):
        return term.value
    if not isinstance(term, ox.Literal):
        return None if term is None else str(term)
    kind, text = term.datatype.value.removeprefix(_XSD), term.value
    try:
        if kind == "integer":
            return int(text)
        if kind in {"decimal", "double", "float"} and "n" not in text.lower():
            return float(text)
    except ValueError:  # an ill-typed literal is legal RDF: it is its text
        return text
    return text == "true" if kind == "boolean" and text in {"true", "false"} else text
