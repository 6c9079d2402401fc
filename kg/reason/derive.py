"""Facts that follow from others by the rules of an ontology folder."""

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
        for path in sorted((folder / "rules").glob("*.rq"))
        for triple in _construct(store, path)
        if ox.Quad(triple.subject, triple.predicate, triple.object, default) not in store
    }


def _check_reach(text: str, path: Path) -> None:
    """Refuses a rule that reads more than this graph, or that no engine survives."""
    check_size(text, str(path))
    read = prologue(tokens(text))
    for token in (*read.services, *read.graphs):
        what = f"a rule reads the graph alone: {token.text} leads out of it"
        raise KgError("bad-rule", what, where(text, token.start, str(path)))


def _construct(store: ox.Store, path: Path) -> list[ox.Triple]:
    try:
        text = path.read_text(encoding="utf-8")
        _check_reach(text, path)
        answer = store.query(text)
    except (SyntaxError, OSError, UnicodeDecodeError) as error:
        raise KgError("bad-rule", f"is no rule: {error}", Where(str(path))) from None
    if not isinstance(answer, ox.QueryTriples):
        raise KgError("bad-rule", "is no CONSTRUCT query", Where(str(path)))
    return list(answer)
