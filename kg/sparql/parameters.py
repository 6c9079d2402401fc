"""Parameters: a query with terms in the place of some of its variables, as any engine runs it."""

from collections.abc import Mapping

from kg.errors import KgError
from kg.sparql.structure import KEPT, ORDERED, TESTED, Group, structure
from kg.sparql.tokens import tokens


def bind(text: str, terms: Mapping[str, str]) -> str:
    """The query with each variable of `terms` replaced by its term, written in SPARQL.

    A variable is replaced wherever a term may stand: in patterns, path ends, expressions,
    sub-queries, templates. Where the grammar wants a variable (SELECT, GROUP BY, AS, VALUES) it
    stays, and its group is joined with `VALUES ?x { term }`; so are both sides of a MINUS that
    have the variable. Raises KgError where the query
    computes the variable itself: `SELECT (… AS ?x)`.
    """
    if not terms:
        return text
    read = tokens(text)
    found = structure(read)
    computed = sorted(found.computed.intersection(terms))
    if computed:
        raise KgError(
            "computed-parameter",
            f"the parameter {computed[0]} cannot be given: the query computes it",
            hint=f"give another name to (… AS ?{computed[0]})",
        )
    edits: list[tuple[int, int, str]] = []
    for index, place in found.places.items():
        token = read[index]
        term = terms.get(token.text[1:])
        if term is None or place == KEPT:
            continue
        if place == TESTED and index + 1 < len(read):
            edits.append((read[index - 2].start, read[index + 1].end, "(true)"))
        else:
            edits.append((token.start, token.end, f"({term})" if place == ORDERED else f" {term} "))
    for group in found.groups:
        edits += _joined(group, terms, [t.start for t in read])
    return _edited(text, edits)


def used(text: str) -> set[str]:
    """The names of all variables of a query."""
    return {name for token in tokens(text) if (name := token.variable)}


def _joined(
    group: Group, terms: Mapping[str, str], starts: list[int]
) -> list[tuple[int, int, str]]:
    """The edits that bind in a group what stays in it; a sub-query gets a group of its own."""
    if group.closed >= len(starts):
        return []
    shared = [(starts[at], _values(names, terms)) for at, names in group.before.items()]
    edits = [(start, start, f"{values} ") for start, values in shared if values]
    values = _values(group.binds, terms)
    if not values:
        return edits
    begin, end = starts[group.opened] + 1, starts[group.closed]
    if group.select:
        return [*edits, (begin, begin, " {"), (end, end, f"}} {values} ")]
    return [*edits, (end, end, f" {values} ")]


def _values(names: set[str], terms: Mapping[str, str]) -> str:
    return " ".join(f"VALUES ?{name} {{ {terms[name]} }}" for name in sorted(names & terms.keys()))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end, replacement in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[position:start], replacement]
        position = end
    return "".join([*pieces, text[position:]])
