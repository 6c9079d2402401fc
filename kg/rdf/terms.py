"""Terms of the graph from values of the model, literals in their canonical form.

A store writes `"0.60"^^xsd:decimal` back as `"0.6"`: what is canonical from the start is the same
before and after.
"""

import datetime
from collections.abc import Iterator
from decimal import Decimal

import pyoxigraph as ox

from kg.model.claim import Details
from kg.model.dates import PartialDate
from kg.rdf import iris
from kg.rdf.vocabulary import KG, RDF, RDFS, SKOS, XSD

TYPE = ox.NamedNode(RDF + "type")
LABEL = ox.NamedNode(RDFS + "label")
ALT_LABEL = ox.NamedNode(SKOS + "altLabel")
_DECIMAL = ox.NamedNode(XSD + "decimal")
_DATE = ox.NamedNode(XSD + "date")

Said = Iterator[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]
"""What is said of one node: predicates with objects."""


def kg(local: str) -> ox.NamedNode:
    """A term of the ontology by its local name."""
    return ox.NamedNode(KG + local)


def text(value: str) -> ox.Literal:
    """A plain string."""
    return ox.Literal(value)


def decimal(value: Decimal) -> ox.Literal:
    """XSD 1.1 part 2, 3.3.3.1: no exponent, no trailing zeros, no point without a fraction."""
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return ox.Literal("0" if plain in {"-0", ""} else plain, datatype=_DECIMAL)


def day(value: datetime.date) -> ox.Literal:
    """An xsd:date without a time zone."""
    return ox.Literal(value.isoformat(), datatype=_DATE)


class Links:
    """Makes the objects that statements point at, and remembers the dates among them."""

    def __init__(self, base: str) -> None:
        self._base = base
        self.dates: set[PartialDate] = set()

    def date(self, date: PartialDate) -> ox.NamedNode:
        """The shared IRI of a date."""
        self.dates.add(date)
        return ox.NamedNode(iris.date(self._base, date.edtf))

    def fillers(
        self,
        roles: tuple[tuple[str, tuple[str, ...]], ...],
        texts: tuple[tuple[str, tuple[str, ...]], ...],
    ) -> Said:
        """Roles as properties: entities by IRI, texts as plain strings."""
        for role, filled in roles:
            for iri in filled:
                yield kg(role), ox.NamedNode(iri)
        for role, said in texts:
            for words in said:
                yield kg(role), text(words)

    def details(self, details: Details, kind: str = "incidentKind") -> Said:
        """What is said beyond type, date, status and roles; `kind` names the property of that."""
        for name, number in (("value", details.value), ("share", details.share)):
            if number is not None:
                yield kg(name), decimal(number)
        for name, words in (
            ("unit", details.unit),
            ("metric", details.metric),
            ("position", details.position),
            (kind, details.kind),
            ("cause", details.cause),
        ):
            if words is not None:
                yield kg(name), text(words)
        for name, date in (
            ("announced", details.announced),
            ("from", details.since),
            ("until", details.until),
            ("restored", details.restored),
        ):
            if date is not None:
                yield kg(name), self.date(date)
