"""Targets of shapes: which nodes of a graph a shape judges (SHACL, section 2.1.3)."""

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.gate.lookup import FIRST, TYPE, Lookup, Node, Term
from kg.gate.reach import SUBCLASS, Chain, Step, components, parents, sh
from kg.rdf.vocabulary import OWL, RDFS

_TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
_CLASS = ox.NamedNode(RDFS + "Class")
_CLASS_TYPES = (_CLASS, ox.NamedNode(OWL + "Class"))
_SHAPE_TYPES = (sh("NodeShape"), sh("PropertyShape"))
_EXPECTING = frozenset(map(sh, ("property", "node", "not", "qualifiedValueShape")))


class Targets:
    """The targets of the shapes of a graph in some data."""

    def __init__(self, shapes: Lookup, data: Lookup) -> None:
        self._shapes = shapes
        self._data = data
        self._implicit = _class_types(shapes)
        self._classes: dict[Term, frozenset[Term]] = {}
        self._known: set[Term] = set()
        self._by_class: dict[object, set[Term]] = {}

    def shapes(self) -> list[Term]:
        """The shapes that have a target, sorted."""
        found: set[Term] = set()
        for name in _TARGETS:
            found.update(self._shapes.subjects(sh(name), None))
        found.update(shape for shape in self._known_shapes() if self._is_class(shape))
        return sorted(found, key=str)

    def _known_shapes(self) -> Iterator[Term]:
        """What is a shape whether or not it has a target, as pySHACL sees it."""
        for type_ in _SHAPE_TYPES:
            yield from self._shapes.subjects(TYPE, type_)
        for name in ("property", "node"):
            yield from self._shapes.subjects(sh(name), None)
        for shape in self._shapes.subjects(TYPE, None):
            if self._is_class(shape) and _is_value(self._shapes, shape):
                yield shape

    def _is_class(self, shape: Term) -> bool:
        return not self._implicit.isdisjoint(self._shapes.objects(shape, TYPE))

    def classes(self, shape: Term) -> frozenset[Term]:
        """The classes whose instances a shape judges, with those below them."""
        if shape not in self._classes:
            found = set(self._shapes.objects(shape, sh("targetClass")))
            if self._is_class(shape):
                found.add(shape)
            self._classes[shape] = classes_below(self._data, found)
        return self._classes[shape]

    def nodes(self, shape: Term) -> set[Term]:
        """The nodes of the data that a shape judges."""
        found: set[Term] = set(self._shapes.objects(shape, sh("targetNode")))
        for class_ in self.classes(shape):
            found.update(self._data.subjects(TYPE, class_))
        for predicate in self._predicates(shape, "targetSubjectsOf"):
            found.update(self._data.subjects(predicate, None))
        for predicate in self._predicates(shape, "targetObjectsOf"):
            objects = (quad.object for quad in self._data.quads(None, predicate))
            found.update(one for one in objects if not isinstance(one, ox.Triple))
        return found

    def among(self, shape: Term, nodes: set[Term]) -> set[Term]:
        """Which of some nodes a shape judges."""
        found = nodes.intersection(self._shapes.objects(shape, sh("targetNode")))
        for class_ in self.classes(shape):
            found |= nodes & self._instances(class_, nodes)
        for predicate in self._predicates(shape, "targetSubjectsOf"):
            found |= {one for one in nodes if any(self._data.quads(one, predicate))}
        for predicate in self._predicates(shape, "targetObjectsOf"):
            found |= {one for one in nodes if any(self._data.quads(None, predicate, one))}
        return found

    def _instances(self, class_: Term, nodes: set[Term]) -> set[Term]:
        """The instances of a class among all nodes that have been asked about."""
        for node in nodes - self._known:
            for quad in self._data.quads(node, TYPE):
                self._by_class.setdefault(quad.object, set()).add(node)
        self._known |= nodes
        return self._by_class.get(class_, set())

    def chains(self, shape: Term) -> frozenset[Chain]:
        """What makes a node a target of a shape, as chains from the node."""
        subjects = frozenset(self._predicates(shape, "targetSubjectsOf"))
        objects = self._predicates(shape, "targetObjectsOf")
        leading = (Chain((Step(one, inverse=True),), frozenset()) for one in objects)
        return frozenset({Chain((), subjects | {TYPE}), *leading})

    def _predicates(self, shape: Term, name: str) -> Iterator[ox.NamedNode]:
        for one in self._shapes.objects(shape, sh(name)):
            if isinstance(one, ox.NamedNode):
                yield one


def classes_below(data: Lookup, classes: Iterable[Term]) -> frozenset[Term]:
    """These classes and all below them."""
    found = set(classes)
    waiting = list(found)
    while waiting:
        below = set(data.subjects(SUBCLASS, waiting.pop())) - found
        found |= below
        waiting += below
    return frozenset(found)


def _class_types(shapes: Lookup) -> frozenset[Term]:
    """What a shape is of that is a class too (SHACL, section 2.1.3.3): its instances it judges."""
    return frozenset((*_CLASS_TYPES, *shapes.subjects(SUBCLASS, _CLASS)))


def _is_value(shapes: Lookup, node: Node) -> bool:
    """Whether a shape is named by another one, alone or in a list."""
    for quad in shapes.quads(None, None, node):
        if quad.predicate in _EXPECTING or quad.predicate == FIRST:
            return True
    return False


def with_targets(shapes: Lookup, focus: Mapping[Term, Iterable[Term]]) -> Iterator[ox.Quad]:
    """The shapes that have a node to judge, each with just these nodes as targets.

    pySHACL's own parameter for focus nodes also keeps it from judging the values that a nested
    shape is about, and leaves out literals; a target declared in the shapes does neither.
    """
    judging = {shape: nodes for shape, nodes in focus.items() if nodes}
    declared = {sh(name) for name in _TARGETS}
    classes = _class_types(shapes)
    for quad in _parts(shapes, judging):
        implicit = quad.predicate == TYPE and quad.object in classes
        if quad.predicate not in declared and not (implicit and quad.subject in focus):
            yield quad
    for shape, nodes in judging.items():
        for node in sorted(nodes, key=str):
            if not isinstance(shape, ox.Literal):
                yield ox.Quad(shape, sh("targetNode"), node)


def _parts(shapes: Lookup, heads: Iterable[Term]) -> set[ox.Quad]:
    """The triples of these shapes and of all that they lead to; declarations come with any."""
    found: set[ox.Quad] = set()
    waiting: list[Term] = [*heads, *components(shapes), *shapes.subjects(sh("declare"), None)]
    waiting += shapes.subjects(TYPE, sh("PrefixDeclaration"))
    seen: set[Term] = set()
    targets = {sh(name) for name in _TARGETS}
    while waiting:
        node = waiting.pop()
        if node in seen or isinstance(node, ox.Literal):
            continue
        seen.add(node)
        waiting += parents(shapes, node)
        for quad in shapes.quads(node):
            found.add(quad)
            if quad.predicate not in targets:
                waiting += [one for one in (quad.object,) if not isinstance(one, ox.Triple)]
    return found
