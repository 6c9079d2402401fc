"""What is said of one node in one graph, by property."""

from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from kg.model.dates import PartialDate
from kg.rdf.terms import TYPE, kg
from kg.rdf.vocabulary import KG

_DEFAULT = ox.DefaultGraph()


class Properties:
    """The objects of a node by property: a local name for a term of kg:, else the IRI.

    A value that is not of the form asked for counts as not said.
    """

    def __init__(self, store: ox.Store, objects: dict[str, list[object]]) -> None:
        self._store = store
        self._objects = objects

    @classmethod
    def of(
        cls, store: ox.Store, iri: str, graph: ox.NamedNode | ox.DefaultGraph | None
    ) -> "Properties":
        """What a graph says of the node; None asks all graphs."""
        objects: dict[str, list[object]] = {}
        for quad in store.quads_for_pattern(ox.NamedNode(iri), None, None, graph):
            objects.setdefault(quad.predicate.value.removeprefix(KG), []).append(quad.object)
        return cls(store, objects)

    @property
    def types(self) -> set[str]:
        """The local names of its classes."""
        return {iri.removeprefix(KG) for iri in self.iris(TYPE.value) if iri.startswith(KG)}

    @property
    def locals(self) -> list[str]:
        """The local names of its properties of kg:, sorted."""
        return sorted(name for name in self._objects if ":" not in name)

    def iris(self, property_: str) -> list[str]:
        """The IRIs under a property, sorted."""
        found = self._objects.get(property_, ())
        return sorted(node.value for node in found if isinstance(node, ox.NamedNode))

    def iri(self, property_: str) -> str | None:
        """The first of its IRIs."""
        return next(iter(self.iris(property_)), None)

    def texts(self, property_: str) -> list[str]:
        """The literals' texts under a property, sorted."""
        found = self._objects.get(property_, ())
        return sorted(node.value for node in found if isinstance(node, ox.Literal))

    def text(self, property_: str) -> str | None:
        """The first of its texts."""
        return next(iter(self.texts(property_)), None)

    def number(self, property_: str) -> Decimal | None:
        """The first of its numbers."""
        try:
            return Decimal(self.text(property_) or "")
        except InvalidOperation:
            return None

    def integer(self, property_: str) -> int | None:
        """The first of its whole numbers."""
        text = self.text(property_) or ""
        return int(text) if text.isascii() and text.isdigit() else None

    def date(self, property_: str) -> PartialDate | None:
        """The date at the first of its IRIs, as precise as the graph has it."""
        iri = self.iri(property_)
        if iri is None:
            return None
        quads = self._store.quads_for_pattern(ox.NamedNode(iri), kg("edtf"), None, _DEFAULT)
        texts = sorted(q.object.value for q in quads if isinstance(q.object, ox.Literal))
        try:
            return PartialDate(texts[0]) if texts else None
        except ValueError:
            return None
