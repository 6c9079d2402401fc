"""Which entity a name means: its present bearer, or the one on a day."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

import pyoxigraph as ox

from kg.errors import KgError
from kg.model.bearer import Bearer, preference
from kg.model.naming import loose_key
from kg.query.run import Result
from kg.rdf.iris import decoded
from kg.sparql.terms import iri, string

_IRI = re.compile(r"<[^<>]*>|urn:.*|\S+://.*", re.DOTALL)

_BEARERS = """\
PREFIX kg: <https://w3id.org/companykg#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?entity ?label ?kind ?since ?until ?organization {
  { ?name a kg:Name ; kg:text TEXT ; kg:nameOf ?entity .
    OPTIONAL { ?name kg:nameKind ?kind }
    OPTIONAL { ?name kg:from/kg:earliest ?since }
    OPTIONAL { ?name kg:until/kg:latest ?until } }
  UNION { ?entity a kg:Entity ; rdfs:label TEXT }
  OPTIONAL { ?entity rdfs:label ?label }
  OPTIONAL { ?entity a kg:Organization . BIND(true AS ?organization) }
}"""

_NAMES = """\
PREFIX kg: <https://w3id.org/companykg#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?text {
  { ?name a kg:Name ; kg:text ?text } UNION { ?entity a kg:Entity ; rdfs:label ?text }
}"""


class Names:
    """Finds entities by name in a dataset that `query` asks; `say` tells of other bearers."""

    def __init__(
        self, query: Callable[[str], Result], say: Callable[[str], None], base: str | None = None
    ) -> None:
        self._query = query
        self._say = say
        self._base = base

    def entity(self, name: str, day: str | None) -> str:
        """The IRI of the entity that bears a name: now, or on the day.

        An IRI stands for itself, percent-encoded or not; below the base as in `company/이름`. Of
        several the one of which it is the name in force, an organization before others.
        Raises KgError naming the nearest names where nothing bears it.
        """
        wanted = unicodedata.normalize("NFC", name.strip())
        if _IRI.fullmatch(wanted):
            return self._iri(wanted)
        found = self._bearers(wanted)
        if not found and self._base and "/" in wanted:
            below = decoded(self._base + wanted)
            if self._holds(below):
                return below
        if not found:
            respelt = self._respelt(wanted)
            self._say(f"{name}: read as {respelt}")
            found = self._bearers(respelt)
        days = (day, day) if day else None
        ranked = sorted(found, key=lambda bearer: preference(bearer, days))
        chosen = ranked[0]
        others = {b.iri: b for b in ranked[1:] if b.iri != chosen.iri}
        if others:
            told = "; ".join(_told(b) for b in others.values())
            self._say(f"{name} means {_told(chosen)}; it is also {told} (give an IRI for that one)")
        return chosen.iri

    def _iri(self, given: str) -> str:
        """The IRI as it is given, else as the graph spells it."""
        bare = given.removeprefix("<").removesuffix(">")
        found = next((one for one in (bare, decoded(bare)) if self._holds(one)), None)
        if found is None:
            self._say(f"{given} is not in the graph")
        return found or bare

    def _holds(self, node: str) -> bool:
        about = iri(node)
        found = self._query(f"ASK {{ {{ {about} ?p ?o }} UNION {{ ?s ?p {about} }} }}")
        return bool(found)

    def _bearers(self, name: str) -> list[Bearer]:
        rows = _rows(self._query(_BEARERS.replace("TEXT", string(name))))
        best: dict[tuple[str, str], Bearer] = {}
        for row in rows:
            bearer = Bearer(
                row["entity"], row.get("label", ""), row.get("kind", ""), row.get("since", ""),
                row.get("until", ""), "organization" in row,
            )  # fmt: skip
            if row.get("kind") or bearer.iri not in {iri for iri, _ in best}:
                best.setdefault((bearer.iri, bearer.since), bearer)
        return list(best.values())

    def _respelt(self, name: str) -> str:
        """The one name that differs in blanks, case or width only."""
        texts = sorted(row["text"] for row in _rows(self._query(_NAMES)))
        same = [text for text in texts if loose_key(text) == loose_key(name)]
        if same:
            return same[0]
        import difflib  # noqa: PLC0415  (3 ms, for a misspelling only)

        near = difflib.get_close_matches(name, texts, n=3, cutoff=0.4)
        hint = f"the nearest: {', '.join(near)}" if near else "kg query names lists all names"
        raise KgError("unknown-name", f"nothing in the graph is named {name!r}", hint=hint)


def _rows(result: Result) -> Iterable[Mapping[str, str]]:
    if not isinstance(result, ox.QuerySolutions):
        raise TypeError("a SELECT gives rows")
    names = [variable.value for variable in result.variables]
    for row in result:
        found = zip(names, row, strict=True)
        yield {name: term.value for name, term in found if not _is_empty(term)}


def _is_empty(term: object) -> bool:
    return term is None or isinstance(term, ox.Triple)


def _told(bearer: Bearer) -> str:
    period = f", {bearer.since or '?'} to {bearer.until}" if bearer.until else ""
    return f"<{bearer.iri}> ({bearer.label}{period})"
