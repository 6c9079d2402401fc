"""Terms as people read them."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.model.shown import shown_flat
from kg.query.run import Result

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None


def cell(term: Term, prefixes: Mapping[str, str]) -> str:
    """The text of a term on one line: literals by their value, IRIs by prefix where one fits.

    Control characters, which could speak to a terminal, become U+FFFD.
    """
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shown_flat(short(term.value, prefixes))
    text = str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value
    return shown_flat(text)


def rows(result: Result, prefixes: Mapping[str, str]) -> tuple[list[str], Iterator[list[str]]]:
    """The columns and the rows of a result as texts; yes or no is one row of one column."""
    if isinstance(result, ox.QueryBoolean):
        return ["answer"], iter([["true" if result else "false"]])
    if not isinstance(result, ox.QuerySolutions):
        raise TypeError("a graph has no rows")
    columns = [variable.value for variable in result.variables]
    return columns, ([cell(term, prefixes) for term in row] for row in result)


def short(iri: str, prefixes: Mapping[str, str]) -> str:
    """The IRI by the longest of the prefixes that fits; the prefix "" leaves what follows it."""
    spaces = [item for item in prefixes.items() if iri.startswith(item[1]) and iri != item[1]]
    if not spaces:
        return iri
    prefix, space = max(spaces, key=lambda item: len(item[1]))
    return f"{prefix}:{iri[len(space) :]}" if prefix else iri[len(space) :]
