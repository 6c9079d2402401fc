"""Rows as lines: JSON Lines for programs, a Markdown table for documents."""

import json
from collections.abc import Mapping
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
    for row in result:
        plain = {name: _plain(term) for name, term in zip(columns, row, strict=True)}
        output.write(json.dumps(plain, ensure_ascii=False).encode() + b"\n")


def markdown(result: Result, output: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """A table of GitHub Flavored Markdown (section 4.10)."""
    columns, body = rows(result, prefixes)
    for line in (columns, ["---"] * len(columns), *body):
        cells = (text.replace("\\", "\\\\").replace("|", "\\|") for text in line)
        output.write(f"| {' | '.join(cells)} |\n".encode())


def _plain(term: Term) -> str | int | float | bool | None:
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    kind, text = term.datatype.value.removeprefix(_XSD), term.value
    try:
        if kind == "integer":
            return int(text)
        if kind in {"decimal", "double", "float"} and "n" not in text.lower():
            return float(text)
    except ValueError:  # an ill-typed literal is legal RDF: it is its text
        return text
    return text == "true" if kind == "boolean" and text in {"true", "false"} else text
