"""What a change of facts makes of the facts that rules derive, at a cost by the size of the change.

A changed fact bears on a solution of a rule through one of its patterns, together with the patterns
of the groups around it: the subjects of these solutions are found from the fact. For each such
subject all that the rules may read is copied, and the rules are evaluated over the copy. A test
holds that this equals deriving everything anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.rdf.changed import Quads
from kg.reason.derive import constructed, rules
from kg.reason.match import Node, solutions, unified
from kg.reason.rule import Reach, Variable, reach

_DEFAULT = ox.DefaultGraph()
Subjects = set[ox.NamedNode | ox.BlankNode]
"""Who facts are derived about: nothing is derived about a literal or a quoted triple."""


@dataclass(frozen=True, slots=True)
class Following:
    """The derived quads that come and go."""

    added: frozenset[ox.Quad]
    removed: frozenset[ox.Quad]


def following(
    before: Quads,
    after: Quads,
    added: Iterable[ox.Quad],
    removed: Iterable[ox.Quad],
    folder: Path,
    base: str,
) -> Following | None:
    """What differs in `<base>derived` once facts have come and gone; None where a rule may read
    anything, so that only deriving everything tells.

    Raises KgError where a rule cannot be read.
    """
    texts = rules(folder)
    reaches = [found for text in texts.values() if (found := reach(text)) is not None]
    if len(reaches) < len(texts):
        return None
    subjects = _bearing(reaches, removed, before) | _bearing(reaches, added, after)
    graph = ox.NamedNode(f"{base}derived")
    held = {q for s in subjects for q in before.quads_for_pattern(s, None, None, graph)}
    around = near(reaches, subjects, after)
    derived = {
        ox.Quad(triple.subject, triple.predicate, triple.object, graph)
        for triple in constructed(around, texts)
        if triple.subject in subjects
        and ox.Quad(triple.subject, triple.predicate, triple.object, _DEFAULT) not in after
    }
    return Following(frozenset(derived - held), frozenset(held - derived))


def _bearing(reaches: Iterable[Reach], changed: Iterable[ox.Quad], data: Quads) -> Subjects:
    """The subjects of derived triples that some of these facts may bear on, as they stand in the
    data."""
    facts = [quad for quad in changed if quad.graph_name == _DEFAULT]
    found: Subjects = set()
    for one in reaches:
        derived = {predicate for head in one.heads for predicate in head.predicates}
        found |= _nodes(quad.subject for quad in facts if quad.predicate in derived)
        heads = {head.subject for head in one.heads if isinstance(head.subject, Variable)}
        for patterns, own in one.groups:
            for place, pattern in enumerate(patterns[:own]):
                rest = (*patterns[:place], *patterns[place + 1 :])
                for quad in facts:
                    known = unified(pattern, quad, {})
                    for bound, _ in solutions(rest, known, data) if known is not None else ():
                        found |= _nodes(bound[head] for head in heads)
    return found


def near(reaches: Iterable[Reach], subjects: Subjects, data: Quads) -> ox.Store:
    """All that the rules may read for these subjects."""
    found = ox.Store()
    for one in reaches:
        heads = {head.subject for head in one.heads if isinstance(head.subject, Variable)}
        for patterns, _ in one.groups:
            for head in heads:
                for subject in subjects:
                    for _, quads in solutions(patterns, {head: subject}, data):
                        found.extend(quads)
    return found


def _nodes(terms: Iterable[Node]) -> Subjects:
    return {term for term in terms if isinstance(term, ox.NamedNode | ox.BlankNode)}
