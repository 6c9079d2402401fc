"""Quads by pattern, from a store or from memory: what the gate reads of a graph."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.rdf.changed import Quads
from kg.rdf.vocabulary import RDF

FIRST, REST, TYPE = (ox.NamedNode(RDF + name) for name in ("first", "rest", "type"))
Node = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal


class Lookup:
    """The triples of a store, whichever of its graphs they stand in, and those of `also`.

    What it has read of a subject or object it keeps, for a store on the disk costs much more: the
    store must not change meanwhile.
    """

    def __init__(self, quads: Quads | Iterable[ox.Quad], also: Iterable[ox.Quad] = ()) -> None:
        self._store = _store(quads)
        more = list(also)
        self._also = _store(more)
        self._of_also = {quad.predicate for quad in more}
        self._subjects: dict[Node, dict[ox.NamedNode, list[ox.Quad]]] = {}
        self._objects: dict[Term, dict[ox.NamedNode, list[ox.Quad]]] = {}

    def quads(
        self,
        subject: Term | None = None,
        predicate: ox.NamedNode | None = None,
        object_: Term | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of a pattern; a literal is the subject of none."""
        if isinstance(subject, ox.Literal):
            return iter(())
        if subject is None and object_ is not None:
            return self._to(object_, predicate)
        if subject is None or object_ is not None:
            return self._found(subject, predicate, object_)
        known = self._subjects.get(subject)
        if known is None:
            known = self._subjects[subject] = {}
            for quad in self._found(subject, None, None):
                known.setdefault(quad.predicate, []).append(quad)
        if predicate is None:
            return chain.from_iterable(known.values())
        return iter(known.get(predicate, ()))

    def _to(self, object_: Term, predicate: ox.NamedNode | None) -> Iterator[ox.Quad]:
        """What leads to a node: of one property alone, unless all has been read before."""
        known = self._objects.get(object_)
        if known is None and predicate is not None:
            return self._found(None, predicate, object_)
        if known is None:
            known = self._objects[object_] = {}
            for quad in self._found(None, None, object_):
                known.setdefault(quad.predicate, []).append(quad)
        if predicate is None:
            return chain.from_iterable(known.values())
        return iter(known.get(predicate, ()))

    def _found(
        self, subject: Node | None, predicate: ox.NamedNode | None, object_: Term | None
    ) -> Iterator[ox.Quad]:
        yield from self._store.quads_for_pattern(subject, predicate, object_, None)
        if predicate is None or predicate in self._of_also:
            yield from self._also.quads_for_pattern(subject, predicate, object_, None)

    def objects(self, subject: Term, predicate: ox.NamedNode) -> list[Term]:
        """The objects of a subject and predicate, sorted."""
        found = {quad.object for quad in self.quads(subject, predicate)}
        return sorted((one for one in found if not isinstance(one, ox.Triple)), key=str)

    def subjects(self, predicate: ox.NamedNode, object_: Term | None) -> list[Node]:
        """The subjects of a predicate and object, sorted."""
        found = {quad.subject for quad in self.quads(None, predicate, object_)}
        return sorted((one for one in found if not isinstance(one, ox.Triple)), key=str)

    def items(self, head: Term) -> list[Term]:
        """The items of an rdf:List; none of what is no list."""
        items: list[Term] = []
        seen: set[Term] = set()
        while head not in seen and (first := self.objects(head, FIRST)):
            seen.add(head)
            items.append(first[0])
            rest = self.objects(head, REST)
            if not rest:
                break
            head = rest[0]
        return items


def _store(quads: Quads | Iterable[ox.Quad]) -> Quads:
    if isinstance(quads, Quads):
        return quads
    store = ox.Store()
    store.extend(quads)
    return store
