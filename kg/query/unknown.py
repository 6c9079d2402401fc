"""Terms of a query that neither ontology nor graph has: the commonest reason for no rows."""

from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.sparql.prologue import prologue
from kg.sparql.tokens import Token, tokens

_KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
_OWL = "http://www.w3.org/2002/07/owl#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def unknown_terms(
    store: ox.Store, text: str, base: str | None, prefixes: Mapping[str, str]
) -> list[str]:
    """A message for each IRI of the query's patterns that no triple of the store holds."""
    read = tokens(text)
    declared = prologue(read)
    seen: dict[str, Token] = {}
    for token in _terms(read[declared.body :]):
        iri = declared.iri(token, base, prefixes)
        if iri is not None and not iri.endswith(("#", "/")):  # a namespace, as in STR(kg:)
            seen.setdefault(iri, token)
    return [_message(store, token, iri) for iri, token in seen.items() if not _known(store, iri)]


def _terms(read: Sequence[Token]) -> Iterator[Token]:
    """The IRIs of patterns: no template, no dataset clause, no function, no datatype."""
    start = _pattern_start(read)
    for index, token in enumerate(read):
        before = read[index - 1].text if index else ""
        after = read[index + 1].text if index + 1 < len(read) else ""
        if index >= start and token.kind in {"iri", "name"} and before != "^^" and after != "(":
            yield token


def _pattern_start(read: Sequence[Token]) -> int:
    """Behind the template of a CONSTRUCT and the dataset clauses, but at what DESCRIBE names."""
    if not read or not read[0].is_word("CONSTRUCT", "DESCRIBE"):
        return next((i for i, t in enumerate(read) if t.text == "{"), 0)
    if read[0].is_word("DESCRIBE") and not any(t.is_word("FROM") for t in read):
        return 0
    return next((i for i, t in enumerate(read) if t.is_word("WHERE")), len(read))


def _known(store: ox.Store, iri: str) -> bool:
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return True
    return (
        next(store.quads_for_pattern(None, node, None), None) is not None
        or next(store.quads_for_pattern(None, None, node), None) is not None
        or next(store.quads_for_pattern(node, None, None), None) is not None
        or store.contains_named_graph(node)
    )


def _message(store: ox.Store, token: Token, iri: str) -> str:
    import difflib  # noqa: PLC0415  (3 ms, for an unknown term only)

    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    space, local = iri[:cut], iri[cut:]
    names = sorted(name[cut:] for name in _vocabulary(store) if name.startswith(space))
    near = difflib.get_close_matches(local, names, n=2, cutoff=0.6)
    prefix = token.text.partition(":")[0] + ":" if token.kind == "name" else ""
    hint = f"; the nearest: {', '.join(prefix + name for name in near)}" if near else ""
    return f"{token.text} is neither in the ontology nor in the graph{hint}"


def _vocabulary(store: ox.Store) -> set[str]:
    """The IRIs of classes and properties: those that are declared and those that are used."""
    found = {
        quad.subject.value
        for kind in _KINDS
        for quad in store.quads_for_pattern(None, _TYPE, ox.NamedNode(_OWL + kind), None)
        if isinstance(quad.subject, ox.NamedNode)
    }
    if found:
        return found
    used = store.query("SELECT DISTINCT ?t { { ?s ?t ?o } UNION { ?s a ?t } }")
    if not isinstance(used, ox.QuerySolutions):
        raise TypeError("a SELECT gives rows")
    return {t.value for row in used if isinstance(t := row[0], ox.NamedNode)}
