"""Which claim a person means: by its IRI, or by the place where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import KgError
from kg.model.document import Document, line_starts, position
from kg.pipeline.decisions.standing import Judge
from kg.rdf.iris import decoded
from kg.rdf.terms import kg

_PLACE = re.compile(r"(?P<name>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a graph; `documents` by IRI and by the name that the user knows them by."""

    store: ox.Store
    base: str
    documents: Mapping[str, Document]
    iris: Mapping[str, str]

    def asked_for(self, asked: str) -> str:
        """The IRI of the claim of this IRI (whole or below the base) or place (`file:line:column`
        as `kg why` prints it; the column may be left out).

        Raises KgError with the nearest claims where there is none such, or with those that stand
        there where there are several.
        """
        given = asked.strip().removeprefix("<").removesuffix(">")
        judge = Judge(self.store, self.base)
        place = _PLACE.fullmatch(given)
        if place is not None and place["name"] in self.iris:
            column = int(place["column"]) if place["column"] else None
            return self._at(self.iris[place["name"]], int(place["line"]), column, given)
        plain = decoded(given)
        iri = plain if plain.startswith(self.base) else self.base + plain
        if "#claim=" not in iri:
            hint = "its IRI, as kg why --claims prints it, or its place as file:line:column"
            raise KgError("unknown-claim", f"{asked!r} names no claim", hint=hint)
        if judge.is_claim(iri):
            return iri
        near = ", ".join(map(judge.short, judge.nearest_claims(iri)))
        hint = f"nearest: {near}" if near else "kg why NAME --claims prints the claims about it"
        raise KgError("unknown-claim", f"no claim is called {judge.short(iri)}", hint=hint)

    def told(self, iri: str) -> str:
        """What a claim's place says, in its own words."""
        quotes = [
            q for span in self._objects(iri, "evidence") for q in self._objects(span, "quote")
        ]
        return quotes[0] if quotes else ""

    def _at(self, source: str, line: int, column: int | None, asked: str) -> str:
        judge = Judge(self.store, self.base)
        standing = [
            (at, iri) for iri in judge.claims_of(source) for at in self._places(source, iri)
        ]
        on_line = sorted({iri for (at, _), iri in standing if at == line})
        found = sorted({iri for at, iri in standing if at == (line, column)}) if column else on_line
        if len(found) == 1:
            return found[0]
        if found:
            hint = "one of " + ", ".join(map(judge.short, found))
            raise KgError("several-claims", f"several claims stand at {asked}", hint=hint)
        near = ", ".join(map(judge.short, on_line))
        hint = f"on that line: {near}" if near else "kg why NAME prints where claims stand"
        raise KgError("unknown-claim", f"no claim stands at {asked}", hint=hint)

    def _places(self, source: str, iri: str) -> list[tuple[int, int]]:
        """The lines and columns at which a claim's evidence begins."""
        document = self.documents.get(source)
        found = []
        for span in self._objects(iri, "evidence"):
            lines = [int(number) for number in self._objects(span, "line")]
            found += [(number, 1) for number in lines]
            if document is not None:
                starts = line_starts(document.text)
                found += [position(starts, int(at)) for at in self._objects(span, "start")]
        return found

    def _objects(self, node: str, local: str) -> list[str]:
        quads = self.store.quads_for_pattern(ox.NamedNode(node), kg(local), None, None)
        terms = (quad.object for quad in quads)
        return sorted(t.value for t in terms if isinstance(t, ox.NamedNode | ox.Literal))
