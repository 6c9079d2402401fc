"""Entities of an RDF file: their kinds and names, and mentions of them."""

from collections.abc import Iterable
from urllib.parse import unquote

import pyoxigraph as ox

from kg.gate.described import TYPE, Described, Stated, local
from kg.gate.judgement import entity_kinds
from kg.model.claim import Mention
from kg.model.schema import Schema
from kg.rdf.vocabulary import KG, RDFS, SKOS

LABEL, ALT_LABEL = RDFS + "label", SKOS + "altLabel"
_LANGUAGES = ("", "ko", "en")


class Things:
    """The entities of a file, by IRI. An IRI under the graph's base is kept, any other is not:
    what it names is found by its name and kind."""

    def __init__(self, described: Described, schema: Schema, base: str) -> None:
        self._described = described
        self._schema = schema
        self._base = base
        self._kinds = frozenset(entity_kinds(schema))
        self._by_path = {kind.lower(): kind for kind in self._kinds}
        self._names = self._names_by_bearer()

    def _names_by_bearer(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for node in self._described.subjects():
            for bearer in self._described.of(node, KG + "nameOf"):
                texts = self._described.of(node, KG + "text")
                if isinstance(bearer.value, ox.NamedNode):
                    names.setdefault(bearer.value.value, []).extend(t.value.value for t in texts)
        return names

    def kinds(self, iri: str) -> list[str]:
        """The kinds of entity that the file gives it, the most specific first."""
        given = [name for name in self._described.types(iri) if name in self._kinds]
        return sorted(given, key=lambda name: (-len(self._schema.classes[name].superclasses), name))

    def kind(self, iri: str, usual: str = "Entity") -> str:
        """Its kind: as the file says, else as its IRI under the base does, else the usual one."""
        given = self.kinds(iri)
        if given:
            return given[0]
        path = iri.removeprefix(self._base).partition("/")[0] if self.own(iri) else ""
        return self._by_path.get(path, usual)

    def own(self, iri: str) -> bool:
        """Whether the IRI is one of this graph's, and no document's part (as blank nodes are)."""
        return iri.startswith(self._base) and not iri.startswith(f"{self._base}document/")

    def names(self, iri: str) -> list[str]:
        """The texts of its kg:Name nodes."""
        return self._names.get(iri, [])

    def labels(self, iri: str) -> list[Stated]:
        """Its labels: a plain one first, then Korean, English, others."""
        found = [one for one in self._described.of(iri, LABEL) if isinstance(one.value, ox.Literal)]
        return sorted(found, key=_label_order)

    def name(self, iri: str) -> str:
        """What to call it: its label, else a name, else the end of its IRI."""
        labels = self.labels(iri)
        if labels:
            return labels[0].value.value
        names = sorted(self.names(iri))
        if names:
            return names[0]
        return unquote(iri.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]).replace("_", " ")

    def mention(self, iri: str, usual: str = "Entity") -> Mention:
        """The entity as a claim mentions it."""
        return Mention(self.name(iri), self.kind(iri, usual), iri if self.own(iri) else "")

    def take(self, iri: str) -> None:
        """Marks what the facts say again: kinds, the classes above them, labels."""
        above = {name for kind in self.kinds(iri) for name in self._lineage(kind)}
        self._described.mark(_typed(self._described.of(iri, TYPE), above))
        for predicate in (LABEL, ALT_LABEL):
            self._described.take(iri, predicate)

    def _lineage(self, kind: str) -> Iterable[str]:
        return (kind, *self._schema.classes[kind].superclasses)


def _typed(types: Iterable[Stated], names: Iterable[str]) -> list[Stated]:
    known = set(names)
    return [one for one in types if local(one.quad.object) in known]


def _label_order(label: Stated) -> tuple[int, str, str]:
    literal = label.quad.object
    language = (literal.language or "") if isinstance(literal, ox.Literal) else ""
    rank = _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
    return rank, language, label.value.value
