"""A dataset of files, for queries without a store."""

import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.sparql.prologue import resolve

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".n3": ox.RdfFormat.N3,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}
"""The format of a file by its suffix."""

MANY = 100
"""Triples in triples, or what looks like them, from which on a file is looked at."""


def dataset(data: Iterable[str], graphs: Iterable[str], base: str | None = None) -> ox.Store:
    """A store in memory with the triples of `data` files in the default graph (a file of quads
    keeps its graphs), and of each `IRI=FILE` of `graphs` in the graph of that name.

    Blank nodes of different files are different. A name may be relative to `base`. Raises
    KgError where a file cannot be read or parsed, with line and column.
    """
    store = ox.Store()
    for name in data:
        _load(store, name, None)
    for pair in graphs:
        graph, name = _split(pair)
        _load(store, name, _graph(graph, pair, base))
    return store


def _split(pair: str) -> tuple[str, str]:
    """An IRI and a file may both hold `=`: of several places to split, the first that leaves a
    file that exists."""
    places = [index for index, char in enumerate(pair) if char == "=" and index]
    if not places:
        raise KgError("bad-graph", f"--graph {pair}: not NAME=FILE", hint="as --graph urn:g=g.ttl")
    place = next((p for p in places if Path(pair[p + 1 :]).is_file()), places[-1])
    return pair[:place], pair[place + 1 :]


def _graph(name: str, pair: str, base: str | None) -> ox.NamedNode:
    try:
        return ox.NamedNode(resolve(name.removeprefix("<").removesuffix(">"), base))
    except ValueError:
        raise KgError(
            "bad-graph", f"--graph {pair}: {name!r} is no absolute IRI", hint="or give --base IRI"
        ) from None


def _load(store: ox.Store, name: str, graph: ox.NamedNode | None) -> None:
    path = Path(name)
    rdf_format = FORMATS.get(path.suffix.lower())
    if path.is_dir():
        raise KgError("is-folder", "is a folder", Where(name))
    if rdf_format is None:
        hint = f"known are {', '.join(FORMATS)}"
        raise KgError(
            "unknown-format", f"{path.suffix or 'no suffix'} is no RDF format", Where(name), hint
        )
    if graph is not None:
        store.add_graph(graph)
    try:
        _check(path, rdf_format, name)
        base = path.absolute().as_uri()
        quads = ox.parse(
            path=str(path), format=rdf_format, base_iri=base, rename_blank_nodes=True,
            without_named_graphs=graph is not None,
        )  # fmt: skip
        store.bulk_extend(quads if graph is None else (_in(graph, quad) for quad in quads))
    except SyntaxError as error:
        from kg.rdf.parse import decode, syntax_error  # noqa: PLC0415  (only what is wrong pays)

        decode(path.read_bytes(), name)
        raise syntax_error(error, name) from None
    except OSError as error:
        why = re.sub(r" \(os error \d+\)$", "", error.strerror or str(error))
        raise KgError("unreadable", f"cannot be read: {why}", Where(name)) from None


def _check(path: Path, rdf_format: ox.RdfFormat, name: str) -> None:
    """Raises KgError where the file is one that its parser would not survive."""
    data = path.read_bytes()
    if rdf_format == ox.RdfFormat.RDF_XML or data.count(b"<<") > MANY:
        from kg.rdf.bounds import check_bounds  # noqa: PLC0415  (few files need it)

        check_bounds(data.decode("utf-8", "replace"), rdf_format, name)


def _in(graph: ox.NamedNode, quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)
