"""Along the chains of shapes: what a verdict rests on, and whose verdict a change affects."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gate.lookup import Lookup, Term
from kg.gate.reach import Chain, Step


def neighbourhood(data: Lookup, nodes: Iterable[Term], chains: Iterable[Chain]) -> set[ox.Quad]:
    """The quads that chains read from these focus nodes."""
    found: set[ox.Quad] = set()
    start = set(nodes)
    for chain in sorted(chains, key=str):
        level = set(start)
        for step in chain.steps:
            quads, reached = _taken(data, level, step)
            found |= quads
            level = level | reached if step.often else reached
        for node in level:
            if chain.reads is None:
                found.update(data.quads(node))
            for predicate in chain.reads or ():
                found.update(data.quads(node, predicate))
    return found


def affected(data: Lookup, changed: Iterable[ox.Quad], chains: Iterable[Chain]) -> set[Term]:
    """The nodes from which a chain reads one of the changed quads, added or removed.

    `data` is the graph after the change. Where a step before the changed quad was removed too, that
    step's own change leads on from there.
    """
    found: set[Term] = set()
    quads = list(changed)
    for chain in sorted(chains, key=str):
        for quad in quads:
            if chain.reads is None or quad.predicate in chain.reads:
                found |= _back(data, {_node(quad.subject)}, chain.steps)
        for place, step in enumerate(chain.steps):
            starts = {
                _node(quad.object if step.inverse else quad.subject)
                for quad in quads
                if step.predicate is None or quad.predicate == step.predicate
            }
            before = chain.steps[: place + 1] if step.often else chain.steps[:place]
            found |= _back(data, starts, before) if starts else set()
    return found


def _back(data: Lookup, nodes: set[Term], steps: tuple[Step, ...]) -> set[Term]:
    """Where the steps start from that end at these nodes."""
    for step in reversed(steps):
        reached = _taken(data, nodes, step._replace(inverse=not step.inverse))[1]
        nodes = nodes | reached if step.often else reached
    return nodes


def _taken(data: Lookup, nodes: set[Term], step: Step) -> tuple[set[ox.Quad], set[Term]]:
    """The quads of one step from these nodes, and where it leads; to the end where `often`."""
    quads: set[ox.Quad] = set()
    reached: set[Term] = set()
    waiting = set(nodes)
    while waiting:
        found = {quad for node in waiting for quad in _step(data, node, step)}
        ends = {_node(quad.subject if step.inverse else quad.object) for quad in found}
        quads |= found
        waiting = ends - reached - nodes if step.often else set()
        reached |= ends
    return quads, reached


def _step(data: Lookup, node: Term, step: Step) -> Iterator[ox.Quad]:
    if step.inverse:
        return data.quads(None, step.predicate, node)
    return data.quads(node, step.predicate)


def _node(term: object) -> Term:
    if isinstance(term, ox.NamedNode | ox.BlankNode | ox.Literal):
        return term
    raise TypeError(f"no node of a graph: {term}")
