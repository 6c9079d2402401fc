"""Which claims stand behind a fact, looked up in the quads of a graph."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.changed import Quads
from kg.rdf.terms import TYPE, kg

_ABOUT, _CLAIM, _CONFLICT = map(kg, ("about", "Claim", "Conflict"))


class Claimed:
    """The claims of a graph, by what they are about."""

    def __init__(self, store: Quads) -> None:
        self._store = store

    def about(self, one: str, other: str) -> tuple[str, ...]:
        """The claims about either of two facts; of two entities, those that name both.

        Sorted; none where no claim stands behind them.
        """
        nodes = [ox.NamedNode(one), ox.NamedNode(other)]
        direct = [self._subjects(node, _ABOUT) for node in nodes]
        if all(direct):
            return tuple(sorted(direct[0] | direct[1]))
        naming = [self._subjects(node, None) for node in nodes]
        return tuple(sorted(naming[0] & naming[1]))

    def stating(self, claims: Iterable[str], facts: Iterable[str], key: str) -> tuple[str, ...]:
        """Of these claims, those that state what the facts hold of a property; all if none does."""
        held = {value for fact in facts for value in self._values(fact, key)}
        listed = tuple(claims)
        stating = tuple(one for one in listed if not held.isdisjoint(self._values(one, key)))
        return stating if len(stating) > 1 else listed

    def has(self, node: str, key: str) -> bool:
        """Whether the node has the property."""
        return bool(self._values(node, key))

    def is_conflict(self, node: str) -> bool:
        """Whether the graph has a conflict of this IRI."""
        return self._is_a(ox.NamedNode(node), _CONFLICT)

    def evidence(self, claims: Iterable[str]) -> set[str]:
        """The spans that these claims rest on."""
        return {str(span.value) for one in claims for span in self._values(one, "evidence")}

    def stated(self, node: str) -> set[tuple[str, str]]:
        """Of the claims about a fact, or of a claim itself, or of those that name an entity or
        rest on a span: the type and each span."""
        focus = ox.NamedNode(node)
        claims = {node} if self._is_a(focus, _CLAIM) else self._subjects(focus, None)
        return {
            (str(type_.value).rsplit("#", 1)[-1], str(span.value))
            for one in claims
            for type_ in self._values(one, "claimedType")
            for span in self._values(one, "evidence")
        }

    def _values(self, node: str, key: str) -> set[ox.NamedNode | ox.Literal]:
        found = self._store.quads_for_pattern(ox.NamedNode(node), kg(key), None, None)
        return {q.object for q in found if isinstance(q.object, ox.NamedNode | ox.Literal)}

    def _subjects(self, node: ox.NamedNode, predicate: ox.NamedNode | None) -> set[str]:
        found = self._store.quads_for_pattern(None, predicate, node, None)
        subjects = {q.subject for q in found if isinstance(q.subject, ox.NamedNode)}
        return {subject.value for subject in subjects if self._is_a(subject, _CLAIM)}

    def _is_a(self, node: ox.NamedNode, class_: ox.NamedNode) -> bool:
        return next(self._store.quads_for_pattern(node, TYPE, class_, None), None) is not None
