"""Facts that follow from others by the rules of an ontology folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.sparql.limits import check_size
from kg.sparql.prologue import prologue
from kg.sparql.tokens import tokens, where


def derive(store: ox.Store, folder: Path, base: str) -> set[ox.Quad]:
    """What the rules (`rules/*.rq`, CONSTRUCT) say of the default graph, in `<base>derived`.

    Each rule sees the default graph alone, so their order means nothing; what stands there already
    is not derived again. Raises KgError where a rule cannot be read or is no CONSTRUCT query.
    """
    graph = ox.NamedNode(f"{base}derived")
    default = ox.DefaultGraph()
    return {
        ox.Quad(triple.subject, triple.predicate, triple.object, graph)
        for triple in constructed(store, rules(folder))
        if ox.Quad(triple.subject, triple.predicate, triple.object, default) not in store
    }


def _check_reach(text: str, path: Path) -> None:
    """Refuses a rule that reads more than this graph, or that no engine survives."""
    check_size(text, str(path))
    read = prologue(tokens(text))
    for token in (*read.services, *read.graphs):
        what = f"a rule reads the graph alone: {token.text} leads out of it"
        raise KgError("bad-rule", what, where(text, token.start, str(path)))


def rules(folder: Path) -> dict[Path, str]:
    """The rules of an ontology folder, by their files in order.

    Raises KgError where one cannot be read, or leads out of the graph.
    """
    found = {}
    for path in sorted((folder / "rules").glob("*.rq")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _bad_rule(path, f"is no rule: {error}") from None
        _check_reach(text, path)
        found[path] = text
    return found


def constructed(store: ox.Store, texts: Mapping[Path, str]) -> Iterator[ox.Triple]:
    """What the rules make of a store. Raises KgError where one is no CONSTRUCT query."""
    for path, text in texts.items():
        try:
            answer = store.query(text)
        except SyntaxError as error:
            raise _bad_rule(path, f"is no rule: {error}") from None
        if not isinstance(answer, ox.QueryTriples):
            raise _bad_rule(path, "is no CONSTRUCT query")
        yield from answer


def _bad_rule(path: Path, message: str) -> KgError:
    return KgError("bad-rule", message, Where(str(path)))
