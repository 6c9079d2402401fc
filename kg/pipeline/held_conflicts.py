"""The conflicts of facts together that a graph holds: which shape found them, and about what."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.changed import Quads
from kg.rdf.terms import TYPE, kg

_CONFLICT, _ABOUT, _BETWEEN, _BECAUSE = map(kg, ("Conflict", "about", "between", "because"))
_DEFAULT = ox.DefaultGraph()

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class HeldConflict:
    """A conflict: what is said of it, its facts, and `because`, the name of the shape."""

    iri: str
    quads: frozenset[ox.Quad]
    about: frozenset[Node]
    because: str


class HeldConflicts:
    """Those of a graph that shapes found and no source states."""

    def __init__(self, graph: Quads, is_stated: Callable[[ox.Quad], bool]) -> None:
        self._graph = graph
        self._is_stated = is_stated

    def all(self) -> set[HeldConflict]:
        """Every one."""
        found = self._graph.quads_for_pattern(None, TYPE, _CONFLICT, _DEFAULT)
        return set(self._read(quad.subject for quad in found))

    def near(self, nodes: Iterable[Node]) -> set[HeldConflict]:
        """Those whose facts, claims, or facts that these claims are about, are among the nodes:
        where one of these is another, so may the conflict be."""
        subjects: set[Node] = set()
        for node in nodes:
            if not isinstance(node, ox.NamedNode):
                continue
            about = self._subjects(_ABOUT, node)
            subjects |= about | self._subjects(_BETWEEN, node)
            for one in about:
                subjects |= self._subjects(_BETWEEN, one)
        return set(self._read(subjects))

    def judged(self, nodes: Mapping[str, frozenset[str]]) -> set[HeldConflict]:
        """Those whose fact the shape that found them has judged again. `nodes`: by the name of a
        shape the nodes that it judged, as N-Triples terms."""
        subjects: set[Node] = set()
        for term in frozenset().union(*nodes.values()):
            if term.startswith("<"):
                subjects |= self._subjects(_ABOUT, ox.NamedNode(term[1:-1]))
        return {
            one
            for one in self._read(subjects)
            if not nodes.get(one.because, frozenset()).isdisjoint(map(str, one.about))
        }

    def _subjects(self, predicate: ox.NamedNode, node: Node) -> set[Node]:
        return {q.subject for q in self._graph.quads_for_pattern(None, predicate, node, None)}

    def _read(self, subjects: Iterable[Node]) -> Iterator[HeldConflict]:
        for subject in subjects:
            if not isinstance(subject, ox.NamedNode):
                continue
            made = ox.Quad(subject, TYPE, _CONFLICT)
            if made not in self._graph or self._is_stated(made):
                continue
            because = _shape(subject, self._graph)
            if because:
                quads = frozenset(self._graph.quads_for_pattern(subject, None, None, _DEFAULT))
                about = frozenset(q.object for q in quads if q.predicate == _ABOUT)
                yield HeldConflict(subject.value, quads, about, because)


def is_of_shape(conflict: ox.NamedNode, graph: Quads) -> bool:
    """Whether a shape found the conflict, and not resolution: its IRI names the shape."""
    return bool(_shape(conflict, graph))


def _shape(conflict: ox.NamedNode, graph: Quads) -> str:
    for quad in graph.quads_for_pattern(conflict, _BECAUSE, None, _DEFAULT):
        if isinstance(quad.object, ox.Literal) and f"/{quad.object.value}/" in conflict.value:
            return quad.object.value
    return ""
