"""Solutions of a few triple patterns over the default graph, with the triples that make them."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.rdf.changed import Quads
from kg.reason.rule import Pattern, Patterns, Term, Variable

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Bindings = Mapping[Variable, Node]
_DEFAULT = ox.DefaultGraph()


def solutions(
    patterns: Patterns, known: Bindings, data: Quads
) -> Iterator[tuple[Bindings, tuple[ox.Quad, ...]]]:
    """The solutions of all patterns that agree with what is known, and the quads of each."""
    if not patterns:
        yield known, ()
        return
    at = max(range(len(patterns)), key=lambda n: _bound(patterns[n], known))
    first, rest = patterns[at], (*patterns[:at], *patterns[at + 1 :])
    subject, object_ = (_value(term, known) for term in (first.subject, first.object))
    if isinstance(subject, ox.Literal):
        return
    for predicate in first.predicates or (None,):
        for quad in data.quads_for_pattern(subject, predicate, object_, _DEFAULT):
            bound = unified(first, quad, known)
            if bound is not None:
                for found, quads in solutions(rest, bound, data):
                    yield found, (quad, *quads)


def unified(pattern: Pattern, quad: ox.Quad, known: Bindings) -> Bindings | None:
    """What is known once the pattern stands for the quad; None where it cannot."""
    if pattern.predicates and quad.predicate not in pattern.predicates:
        return None
    bound = dict(known)
    for term, node in ((pattern.subject, quad.subject), (pattern.object, quad.object)):
        if not isinstance(term, Variable):
            if term != node:
                return None
        elif bound.setdefault(term, node) != node:
            return None
    return bound


def _bound(pattern: Pattern, known: Bindings) -> int:
    """How selective a pattern is: a known subject more than what a variable of the object is known
    to be, that more than a class or a word, which many have."""
    subject, object_ = (_value(term, known) for term in (pattern.subject, pattern.object))
    given = not isinstance(pattern.object, Variable)
    return 8 * (subject is not None) + (1 if given else 4) * (object_ is not None)


def _value(term: Term, known: Bindings) -> Node | None:
    return known.get(term) if isinstance(term, Variable) else term
