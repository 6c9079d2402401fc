"""An index of an ontology's triples: what a schema is read from."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.rdf.vocabulary import KG, OWL, RDF, RDFS, SKOS

SUBCLASS, SUBPROPERTY = RDFS + "subClassOf", RDFS + "subPropertyOf"
LABEL, DEFINITION = RDFS + "label", SKOS + "definition"
DECLARE = "the head of company.ttl says how event types, roles and relations are declared"
"""The hint of an error whose remedy is to declare a term as the file explains."""

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Terms:
    """The ontology's triples by subject and predicate, values in the order of the file.

    Terms of `kg:` go by their local names; those of others do not appear in answers.
    """

    def __init__(self, triples: Iterable[ox.Triple], path: Path) -> None:
        """Index the triples of the file at `path`, which only error messages name."""
        self._values: dict[tuple[str, str], list[Node]] = defaultdict(list)
        self._typed: dict[str, list[str]] = defaultdict(list)
        self._path = path
        for triple in triples:
            self._values[str(triple.subject), triple.predicate.value].append(triple.object)
            if triple.predicate.value == RDF + "type" and (name := local(triple.subject)):
                self._typed[str(triple.object)].append(name)

    def typed(self, iri: str) -> list[str]:
        """The terms of this type (`owl:Class` …)."""
        return self._typed[f"<{iri}>"]

    def is_typed(self, name: str, iri: str) -> bool:
        """Whether the term has this type."""
        return name in self._typed[f"<{iri}>"]

    def names(self, name: str, predicate: str) -> list[str]:
        """The terms that a term has under a predicate, those of `kg:` alone."""
        return [found for node in self._of(name, predicate) if (found := local(node))]

    def texts(self, name: str, predicate: str) -> dict[str, str]:
        """The texts that a term has under a predicate, by language."""
        return {
            value.language or "": value.value
            for value in self._of(name, predicate)
            if isinstance(value, ox.Literal)
        }

    def says_true(self, name: str, predicate: str) -> bool:
        """Whether the term has the value true under a predicate."""
        return any(
            isinstance(value, ox.Literal) and value.value in {"true", "1"}
            for value in self._of(name, predicate)
        )

    def ancestors(self, name: str, predicate: str) -> list[str]:
        """Every term above this one, nearest first, each once."""
        known = {name: None}
        level = [name]
        while level:
            above = (up for one in level for up in self.names(one, predicate))
            level = [up for up in dict.fromkeys(above) if up not in known]
            known |= dict.fromkeys(level)
        return list(known)[1:]

    def classes_of(self, name: str, predicate: str) -> list[str]:
        """The classes that a property's domain or range names: one, or a union's members."""
        return [found for node in self._of(name, predicate) for found in self._members(node)]

    def narrowed(self, name: str, role: str) -> list[str]:
        """The classes that an event type's `owl:allValuesFrom` restricts a role to, or none."""
        for node in self._of(name, SUBCLASS):
            on = self._values[str(node), OWL + "onProperty"]
            if isinstance(node, ox.BlankNode) and [local(one) for one in on] == [role]:
                kinds = self._values[str(node), OWL + "allValuesFrom"]
                return [found for kind in kinds for found in self._members(kind)]
        return []

    def fault(self, name: str, message: str, hint: str) -> KgError:
        """The error that something is wrong with a term, at the line where it is declared."""
        declared = re.compile(rf"^kg:{re.escape(name)}\s")
        with self._path.open(encoding="utf-8") as lines:
            line = next((n for n, text in enumerate(lines, 1) if declared.match(text)), None)
        return KgError("bad-ontology", f"kg:{name} {message}", Where(str(self._path), line), hint)

    def _of(self, name: str, predicate: str) -> list[Node]:
        return self._values.get((f"<{KG}{name}>", predicate), [])

    def _members(self, node: Node) -> list[str]:
        if name := local(node):
            return [name]
        return [
            found
            for union in self._values[str(node), OWL + "unionOf"]
            for member in self._list(union)
            for found in self._members(member)
        ]

    def _list(self, node: Node) -> list[Node]:
        items: list[Node] = []
        while first := self._values.get((str(node), RDF + "first")):
            items.append(first[0])
            node = self._values[str(node), RDF + "rest"][0]
        return items


def local(node: Node) -> str:
    """The local name of a term of `kg:`, "" for anything else."""
    if isinstance(node, ox.NamedNode) and node.value.startswith(KG):
        return node.value.removeprefix(KG)
    return ""
