"""Updates of SPARQL 1.1 (SPARQL 1.1 Update, section 3.1) that change quads without blank nodes."""

from collections.abc import Collection, Iterable

import pyoxigraph as ox


def exchange(
    removed: Collection[ox.Quad],
    added: Collection[ox.Quad],
    only_if: ox.Quad | None = None,
    unless: ox.Quad | None = None,
) -> str:
    """One operation that removes and adds these quads.

    It does nothing where the quad `only_if` is not there, or any other object stands in the place
    of that of `unless`: looking and changing are one step, so that of two writers one comes first.
    """
    condition = ""
    if only_if is not None:
        condition = block([only_if])
    elif unless is not None:
        about = f"{unless.subject} {unless.predicate} ?any"
        condition = f"FILTER NOT EXISTS {{ GRAPH {unless.graph_name} {{ {about} }} }}"
    # An empty DELETE is legal, but some servers do not read it.
    delete = f"DELETE {{\n{block(removed)}}}\n" if removed else ""
    return f"{delete}INSERT {{\n{block(added)}}}\nWHERE {{ {condition.strip()} }}"


def data(removed: Collection[ox.Quad], added: Collection[ox.Quad]) -> str:
    """Removes and adds these quads, whatever is there."""
    parts = []
    if removed:
        parts.append(f"DELETE DATA {{\n{block(removed)}}}")
    if added:
        parts.append(f"INSERT DATA {{\n{block(added)}}}")
    return " ;\n".join(parts)


def block(quads: Iterable[ox.Quad]) -> str:
    """The quads as QuadData, by graph, in order."""
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
        by_graph.setdefault(graph, []).append(f"{quad.triple} .\n")
    return "".join(
        f"GRAPH {graph} {{\n{''.join(sorted(lines))}}}\n" if graph else "".join(sorted(lines))
        for graph, lines in sorted(by_graph.items())
    )
