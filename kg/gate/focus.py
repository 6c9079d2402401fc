"""Targets of shapes: which nodes of a graph a shape judges (SHACL, section 2.1.3)."""

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.gate.lookup import TYPE, Lookup, Term
from kg.gate.reach import SUBCLASS, Chain, Step, sh
from kg.rdf.vocabulary import OWL, RDFS

_TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
_CLASS_TYPES = (ox.NamedNode(RDFS + "Class"), ox.NamedNode(OWL + "Class"))
_SHAPE_TYPES = (sh("NodeShape"), sh("PropertyShape"))


class Targets:
    """The targets of the shapes of a graph; `ontology` says which classes are below others."""

    def __init__(self, shapes: Lookup, ontology: Iterable[ox.Quad]) -> None:
        self._shapes = shapes
        self._below: dict[str, set[Term]] = {}
        for quad in ontology:
            if quad.predicate == SUBCLASS and isinstance(quad.subject, ox.NamedNode):
                self._below.setdefault(str(quad.object), set()).add(quad.subject)

    def shapes(self) -> list[Term]:
        """The shapes that have a target, sorted."""
        found: set[Term] = set()
        for name in _TARGETS:
            found.update(self._shapes.subjects(sh(name), None))
        found.update(shape for shape in self._typed_shapes() if self._is_class(shape))
        return sorted(found, key=str)

    def _typed_shapes(self) -> Iterator[Term]:
        for type_ in _SHAPE_TYPES:
            yield from self._shapes.subjects(TYPE, type_)

    def _is_class(self, shape: Term) -> bool:
        return not set(self._shapes.objects(shape, TYPE)).isdisjoint(_CLASS_TYPES)

    def classes(self, shape: Term) -> set[Term]:
        """The classes whose instances a shape judges, with those below them."""
        found = set(self._shapes.objects(shape, sh("targetClass")))
        if self._is_class(shape):
            found.add(shape)
        waiting = list(found)
        while waiting:
            below = self._below.get(str(waiting.pop()), set()) - found
            found |= below
            waiting += below
        return found

    def nodes(self, shape: Term, data: Lookup) -> set[Term]:
        """The nodes of the data that a shape judges."""
        found: set[Term] = set(self._shapes.objects(shape, sh("targetNode")))
        for class_ in self.classes(shape):
            found.update(data.subjects(TYPE, class_))
        for predicate in self._predicates(shape, "targetSubjectsOf"):
            found.update(data.subjects(predicate, None))
        for predicate in self._predicates(shape, "targetObjectsOf"):
            objects = (quad.object for quad in data.quads(None, predicate))
            found.update(one for one in objects if not isinstance(one, ox.Triple))
        return found

    def judges(self, shape: Term, node: Term, data: Lookup) -> bool:
        """Whether a shape judges one node."""
        if node in self._shapes.objects(shape, sh("targetNode")):
            return True
        if not self.classes(shape).isdisjoint(data.objects(node, TYPE)):
            return True
        return any(
            next(data.quads(node, one), None) for one in self._predicates(shape, "targetSubjectsOf")
        ) or any(
            next(data.quads(None, one, node), None)
            for one in self._predicates(shape, "targetObjectsOf")
        )

    def chains(self, shape: Term) -> frozenset[Chain]:
        """What makes a node a target of a shape, as chains from the node."""
        subjects = frozenset(self._predicates(shape, "targetSubjectsOf"))
        objects = self._predicates(shape, "targetObjectsOf")
        leading = (Chain((Step(one, inverse=True),), frozenset()) for one in objects)
        return frozenset({Chain((), subjects), *leading})

    def _predicates(self, shape: Term, name: str) -> Iterator[ox.NamedNode]:
        for one in self._shapes.objects(shape, sh(name)):
            if isinstance(one, ox.NamedNode):
                yield one


def with_targets(shapes: Lookup, focus: Mapping[Term, Iterable[Term]]) -> Iterator[ox.Quad]:
    """The shapes that have a node to judge, each with just these nodes as targets.

    pySHACL's own parameter for focus nodes also keeps it from judging the values that a nested
    shape is about, and leaves out literals; a target declared in the shapes does neither.
    """
    judging = {shape: nodes for shape, nodes in focus.items() if nodes}
    declared = {sh(name) for name in _TARGETS}
    for quad in _parts(shapes, judging):
        implicit = quad.predicate == TYPE and quad.object in _CLASS_TYPES
        if quad.predicate not in declared and not (implicit and quad.subject in focus):
            yield quad
    for shape, nodes in judging.items():
        for node in sorted(nodes, key=str):
            if not isinstance(shape, ox.Literal):
                yield ox.Quad(shape, sh("targetNode"), node)


def _parts(shapes: Lookup, heads: Iterable[Term]) -> set[ox.Quad]:
    """The triples of these shapes and of all that they lead to; declarations come with any."""
    found: set[ox.Quad] = set()
    waiting: list[Term] = [*heads]
    for declaration in ("ConstraintComponent", "PrefixDeclaration"):
        waiting += shapes.subjects(TYPE, sh(declaration))
    waiting += shapes.subjects(sh("declare"), None)
    seen: set[Term] = set()
    targets = {sh(name) for name in _TARGETS}
    while waiting:
        node = waiting.pop()
        if node in seen or isinstance(node, ox.Literal):
            continue
        seen.add(node)
        for quad in shapes.quads(node):
            found.add(quad)
            if quad.predicate not in targets:
                waiting += [one for one in (quad.object,) if not isinstance(one, ox.Triple)]
    return found
