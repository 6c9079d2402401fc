"""What is to be exported, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import KgError
from kg.model.schema import Schema


@dataclass(frozen=True, slots=True)
class Request:
    """A store to read, the schema of what is in it, and the IRIs to shorten.

    `with_claims`: all that the sources say, not only what we hold of it. `bom`: a table
    begins with the mark by which Excel knows UTF-8.
    """

    store: ox.Store
    schema: Schema
    base: str
    prefixes: Mapping[str, str]
    with_claims: bool = False
    bom: bool = False


def refuse_claims(request: Request, format_: str) -> None:
    """Raises KgError where claims are wanted of a format that has no place for them."""
    if request.with_claims:
        raise KgError(
            "no-claims",
            f"{format_} holds facts, not claims",
            hint="--with-claims works with trig, nq, jsonld, jsonl, and merged into one graph "
            "with turtle, nt, rdfxml",
        )
