"""The formats of SPARQL 1.1 (JSON, XML, CSV and TSV results), written by the engine, streaming."""

from collections.abc import Mapping
from typing import IO

import pyoxigraph as ox

from kg.query.run import Result

_Prefixes = Mapping[str, str]


def json(result: Result, output: IO[bytes], prefixes: _Prefixes) -> None:
    """SPARQL 1.1 Query Results JSON Format."""
    _write(result, output, ox.QueryResultsFormat.JSON, b"\n")


def xml(result: Result, output: IO[bytes], prefixes: _Prefixes) -> None:
    """SPARQL Query Results XML Format (Second Edition)."""
    _write(result, output, ox.QueryResultsFormat.XML, b"\n")


def csv(result: Result, output: IO[bytes], prefixes: _Prefixes) -> None:
    """SPARQL 1.1 Query Results CSV and TSV Formats, section 3."""
    _write(result, output, ox.QueryResultsFormat.CSV)


def tsv(result: Result, output: IO[bytes], prefixes: _Prefixes) -> None:
    """SPARQL 1.1 Query Results CSV and TSV Formats, section 4."""
    _write(result, output, ox.QueryResultsFormat.TSV)


def _write(result: Result, output: IO[bytes], fmt: ox.QueryResultsFormat, end: bytes = b"") -> None:
    if isinstance(result, ox.QueryBoolean):
        output.write((result.serialize(format=fmt) or b"") + b"\n")
    elif isinstance(result, ox.QuerySolutions):
        result.serialize(output, format=fmt)
        output.write(end)
    else:
        raise TypeError("a graph has no rows")
