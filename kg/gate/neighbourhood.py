"""Along the chains of shapes: what a verdict rests on, and whose verdict a change affects."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.gate.lookup import TYPE, Lookup, Term
from kg.gate.reach import SUBCLASS, Chain, Step, Steps


def neighbourhood(data: Lookup, nodes: Iterable[Term], chains: Iterable[Chain]) -> set[ox.Quad]:
    """The quads that chains read from these focus nodes."""
    found: set[ox.Quad] = set()
    levels: dict[Steps, set[Term]] = {(): set(nodes)}
    for chain in chains:
        for place, step in enumerate(chain.steps):
            before, after = chain.steps[:place], chain.steps[: place + 1]
            if after not in levels:
                quads, reached = _taken(data, levels[before], step)
                found |= quads
                levels[after] = levels[before] | reached if step.often else reached
        for node in levels[chain.steps]:
            if chain.reads is None:
                found.update(data.quads(node))
            for predicate in chain.reads or ():
                found.update(data.quads(node, predicate))
    return found


def wide(chains: Iterable[Chain]) -> Iterator[Chain]:
    """The chains that take a step of any property. Walked first, they read all that leads to a
    node at once, of which the others then need not be looked up one by one."""
    return (chain for chain in chains if any(step.predicate is None for step in chain.steps))


def classes_of(data: Lookup, quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """What says which classes are above those that some of these quads give a node."""
    found: set[ox.Quad] = set()
    waiting = {_node(quad.object) for quad in quads if quad.predicate == TYPE}
    seen: set[Term] = set()
    while waiting:
        seen |= waiting
        above = {quad for class_ in waiting for quad in data.quads(class_, SUBCLASS)}
        found |= above
        waiting = {_node(quad.object) for quad in above} - seen
    return found


class Changed:
    """Quads that were added to a graph or removed from it; `data` is the graph after that."""

    def __init__(self, data: Lookup, quads: Iterable[ox.Quad]) -> None:
        self._data = data
        self._subjects: dict[ox.NamedNode, set[Term]] = {}
        self._objects: dict[ox.NamedNode, set[Term]] = {}
        self._affected: dict[Chain, frozenset[Term]] = {}
        self._led: dict[tuple[object, Steps], set[Term]] = {}
        for quad in _with_instances(data, list(quads)):
            self._subjects.setdefault(quad.predicate, set()).add(_node(quad.subject))
            self._objects.setdefault(quad.predicate, set()).add(_node(quad.object))

    def affected(self, chains: Iterable[Chain]) -> set[Term]:
        """The nodes from which a chain reads one of the changed quads.

        Where a step before the changed quad was removed too, that step's own change leads on from
        there.
        """
        found: set[Term] = set()
        for chain in chains:
            if chain not in self._affected:
                self._affected[chain] = frozenset(self._along(chain))
            found |= self._affected[chain]
        return found

    def _along(self, chain: Chain) -> set[Term]:
        predicates = self._subjects if chain.reads is None else chain.reads
        ends = {node for one in predicates for node in self._subjects.get(one, ())}
        found = self._back(ends, chain.steps, chain.reads)
        for place, step in enumerate(chain.steps):
            before = chain.steps[: place + 1] if step.often else chain.steps[:place]
            found = found | self._back(self._starts(step), before, step)
        return found

    def _back(self, ends: set[Term], steps: Steps, origin: object) -> set[Term]:
        """Where the steps start from that end at these nodes, of which `origin` is a name: chains
        that end alike are walked once."""
        nodes = ends
        for place in reversed(range(len(steps))):
            if not nodes:
                break
            step, key = steps[place], (origin, steps[place:])
            if key not in self._led:
                back = step._replace(inverse=not step.inverse)
                reached = _taken(self._data, nodes, back)[1]
                self._led[key] = nodes | reached if step.often else reached
            nodes = self._led[key]
        return nodes

    def _starts(self, step: Step) -> set[Term]:
        """Where the changed quads of a step start from."""
        ends = self._objects if step.inverse else self._subjects
        predicates = ends if step.predicate is None else (step.predicate,)
        return {node for one in predicates for node in ends.get(one, ())}


def _with_instances(data: Lookup, quads: list[ox.Quad]) -> Iterator[ox.Quad]:
    """These, and the types of the instances of a class that came below another one or left it:
    what reads a type reads also which classes are above it."""
    yield from quads
    waiting = {_node(quad.subject) for quad in quads if quad.predicate == SUBCLASS}
    seen: set[Term] = set()
    while waiting:
        seen |= waiting
        for class_ in waiting:
            yield from data.quads(None, TYPE, class_)
        below = {quad for class_ in waiting for quad in data.quads(None, SUBCLASS, class_)}
        waiting = {_node(quad.subject) for quad in below} - seen


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
