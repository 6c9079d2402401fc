"""What a shape reads of a graph, as chains of steps from its focus node.

From chains follow both what must be copied to validate a node (its neighbourhood) and which nodes
a change of the graph can affect.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from kg.gate.lookup import TYPE, Lookup, Node, Term
from kg.gate.query_reach import FOCUS, reads_own_triples
from kg.rdf.vocabulary import RDFS, SH

SUBCLASS = ox.NamedNode(RDFS + "subClassOf")


@cache
def sh(name: str) -> ox.NamedNode:
    """A term of SHACL."""
    return ox.NamedNode(SH + name)


class Step(NamedTuple):
    """A step along a property, against it where `inverse`; any property where it is None.

    `often`: the step may be taken any number of times, also not at all.
    """

    predicate: ox.NamedNode | None
    inverse: bool = False
    often: bool = False


Steps = tuple[Step, ...]


class Chain(NamedTuple):
    """Steps from the focus node, and the properties read where they end; None: all of them."""

    steps: Steps
    reads: frozenset[ox.NamedNode] | None


class UnboundedError(Exception):
    """A shape may read anything: only the whole graph will do."""


_TYPES = frozenset({TYPE})
_PAIRED = ("equals", "disjoint", "lessThan", "lessThanOrEquals")
_NESTED = ("node", "not", "qualifiedValueShape")
_LISTED = ("and", "or", "xone")
_ANY = Step(None)


def chains(shapes: Lookup, shape: Term) -> frozenset[Chain]:
    """All chains of a shape. Raises UnboundedError where it may read anything.

    A SPARQL constraint is taken to read the triples of its focus node, of the values that its path
    leads to, and of what those point at.
    """
    return frozenset(_chains(shapes, shape, (), frozenset()))


def _chains(shapes: Lookup, shape: Term, before: Steps, above: frozenset[Term]) -> Iterator[Chain]:
    if shape in above:
        raise UnboundedError
    above = above | {shape}
    yield Chain(before, _TYPES)
    here = [before]
    for path in shapes.objects(shape, sh("path")):
        here = [before + steps for steps in path_steps(shapes, path)]
        for steps in here:
            yield Chain(steps, _TYPES)
    yield from _constraints(shapes, shape, before, here)
    for nested in _nested(shapes, shape):
        for steps in here:
            yield from _chains(shapes, nested, steps, above)


def _constraints(
    shapes: Lookup, shape: Term, before: Steps, values: list[Steps]
) -> Iterator[Chain]:
    paired = {p for name in _PAIRED for p in shapes.objects(shape, sh(name))}
    yield Chain(before, frozenset(p for p in paired if isinstance(p, ox.NamedNode)))
    if shapes.objects(shape, sh("closed")):
        for steps in values:
            yield Chain(steps, None)
    queries = [*_queries(shapes, shape), *_validators(shapes, shape)]
    if not all(reads_own_triples(text, bound) for text, bound in queries):
        raise UnboundedError
    if queries:
        for steps in {before, *values}:
            yield Chain(steps, None)
            yield Chain((*steps, _ANY), None)


def _queries(shapes: Lookup, shape: Term) -> Iterator[tuple[str, frozenset[str]]]:
    """The queries of SPARQL-based constraints (SHACL, section 5), with what is bound in them."""
    for constraint in shapes.objects(shape, sh("sparql")):
        for query in shapes.objects(constraint, sh("select")):
            yield query.value, FOCUS


def _validators(shapes: Lookup, shape: Term) -> Iterator[tuple[str, frozenset[str]]]:
    """The queries of SPARQL-based constraint components (SHACL, section 6) that apply.

    An ASK has `$value` bound, but pySHACL leaves it free where the value is `0`, `""` or the like.
    """
    for component in components(shapes):
        parameters = (
            path
            for parameter in shapes.objects(component, sh("parameter"))
            for path in shapes.objects(parameter, sh("path"))
            if isinstance(path, ox.NamedNode)
        )
        if any(shapes.objects(shape, path) for path in parameters):
            for kind in ("validator", "nodeValidator", "propertyValidator"):
                for validator in shapes.objects(component, sh(kind)):
                    for form in ("ask", "select"):
                        for query in shapes.objects(validator, sh(form)):
                            yield query.value, FOCUS


def components(shapes: Lookup) -> list[Term]:
    """The constraint components that the shapes declare."""
    declared = sh("ConstraintComponent")
    classes = [declared, *shapes.subjects(SUBCLASS, declared)]
    return [component for class_ in classes for component in shapes.subjects(TYPE, class_)]


def _nested(shapes: Lookup, shape: Term) -> Iterator[Term]:
    for key in (*_NESTED, "property"):
        yield from shapes.objects(shape, sh(key))
    for key in _LISTED:
        for head in shapes.objects(shape, sh(key)):
            yield from shapes.items(head)
    for parent in parents(shapes, shape):
        for sibling in shapes.objects(parent, sh("property")):
            yield from shapes.objects(sibling, sh("qualifiedValueShape"))


def parents(shapes: Lookup, shape: Term) -> list[Node]:
    """The shapes whose property shapes are the siblings of a shape whose qualified values are to
    conform to no sibling (SHACL, section 4.7.3)."""
    disjoint = shapes.objects(shape, sh("qualifiedValueShapesDisjoint"))
    return shapes.subjects(sh("property"), shape) if disjoint else []


def path_steps(shapes: Lookup, path: Term) -> list[Steps]:
    """A property path (SHACL, section 2.3.1) as sequences of steps, one an alternative."""
    if isinstance(path, ox.NamedNode):
        return [(Step(path),)]
    for head in shapes.objects(path, sh("alternativePath")):
        return [steps for item in shapes.items(head) for steps in path_steps(shapes, item)]
    for inner in shapes.objects(path, sh("inversePath")):
        return [_reversed(steps) for steps in path_steps(shapes, inner)]
    for inner in shapes.objects(path, sh("zeroOrOnePath")):
        return [(), *path_steps(shapes, inner)]
    for key in ("zeroOrMorePath", "oneOrMorePath"):
        for inner in shapes.objects(path, sh(key)):
            return _repeated(path_steps(shapes, inner))
    items = shapes.items(path)
    if not items:
        raise UnboundedError
    found: list[Steps] = [()]
    for item in items:
        found = [done + more for done in found for more in path_steps(shapes, item)]
    return found


def _reversed(steps: Steps) -> Steps:
    return tuple(step._replace(inverse=not step.inverse) for step in reversed(steps))


def _repeated(alternatives: list[Steps]) -> list[Steps]:
    if len(alternatives) > 1 or any(len(steps) != 1 for steps in alternatives):
        raise UnboundedError
    return [(alternatives[0][0]._replace(often=True),)]
