"""One table of `data/decisions.toml` as a decision, each value checked."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.gate.judgement import entity_kinds
from kg.gate.nearest import nearest
from kg.model.dates import PartialDate
from kg.model.decision import PREFER, REJECT, SAME, Decision, Naming
from kg.model.naming import name_key
from kg.model.schema import Schema
from kg.pipeline.decisions.toml_places import TomlPlaces
from kg.rdf import iris

_GROUND = ("who", "why", "on")
_CLAIMS: Mapping[str, tuple[str, ...]] = {REJECT: ("claim",), PREFER: ("claim", "over")}
_THINGS = ("one", "other")
_THING_KEYS = ("kind", "name", "document", "date")


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads the nth table of an array; every error names its place."""

    verdict: str
    number: int
    row: Mapping[str, Any]
    places: TomlPlaces
    schema: Schema
    base: str

    def decision(self) -> Decision:
        """The decision. Raises KgError where a key is unknown or missing, or a value is wrong."""
        claims = _CLAIMS.get(self.verdict, ())
        things = () if claims else _THINGS
        self._keys(self.row, (*claims, *things, *_GROUND), (*claims, *things, "who", "why"))
        made = Decision(
            verdict=self.verdict,
            claims=tuple(self._claim(key) for key in claims),
            things=tuple(self._thing(key) for key in things),
            who=self._text("who"),
            why=self._text("why"),
            on=self._day(),
        )
        self._refuse_one_twice(made)
        return made

    def _keys(
        self,
        row: Mapping[str, Any],
        allowed: tuple[str, ...],
        required: tuple[str, ...],
        *path: str,
    ) -> None:
        for key in row:
            if key not in allowed:
                raise self._wrong(f"unknown key {key!r}", *path, key, hint=_listed(allowed))
        for key in required:
            if key not in row:
                what = ".".join([self.verdict, *path])
                raise self._wrong(f"{what} lacks {key}", *path, hint=_HINTS.get(key))

    def _text(self, *path: str) -> str:
        value: Any = self.row
        for key in path:
            value = value[key]
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(f"{path[-1]} must be a text that is not blank", *path)
        if "\0" in value:
            raise self._wrong(f"{path[-1]} must not hold a NUL character", *path)
        return " ".join(value.split())

    def _claim(self, key: str) -> str:
        given = self._text(key).removeprefix("<").removesuffix(">")
        iri = iris.decoded(given if given.startswith(self.base) else self.base + given)
        if "#claim=" not in iri or "://" in iri.removeprefix(self.base) or not _is_iri(iri):
            hint = "its IRI, as kg why --claims prints it, whole or from document/ on"
            raise self._wrong(f"{key} is no IRI of a claim: {given}", key, hint=hint)
        return iri

    def _thing(self, key: str) -> Naming:
        row = self.row[key]
        if not isinstance(row, dict):
            hint = f'write {key} = {{kind = "Company", name = "…"}}'
            raise self._wrong(f"{key} must be a table", key, hint=hint)
        self._keys(row, _THING_KEYS, ("kind", "name"), key)
        kind = self._text(key, "kind")
        kinds = entity_kinds(self.schema)
        if kind not in kinds:
            hint = f"nearest: {nearest(kind, kinds)}"
            raise self._wrong(f"{kind} is no kind of thing", key, "kind", hint=hint)
        return Naming(kind, self._text(key, "name"), self._document(key), self._date(key))

    def _document(self, key: str) -> str:
        if "document" not in self.row[key]:
            return ""
        given = self._text(key, "document")
        short = given.removeprefix(self.base).removeprefix("document/")
        return iris.document(self.base, short)

    def _date(self, key: str) -> PartialDate | None:
        value = self.row[key].get("date")
        if value is None:
            return None
        plain = value.isoformat() if _is_day(value) else value
        try:
            if isinstance(plain, str):
                return PartialDate(plain)
        except ValueError:
            pass
        hint = 'such as 2014-10-31, "2014-10" or "2014"'
        raise self._wrong("date must be a date", key, "date", hint=hint)

    def _day(self) -> datetime.date | None:
        value = self.row.get("on")
        if value is None or _is_day(value):
            return value
        raise self._wrong("on must be a day", "on", hint="such as on = 2024-05-01, without quotes")

    def _refuse_one_twice(self, made: Decision) -> None:
        if len(set(made.claims)) < len(made.claims):
            raise self._wrong("prefers a claim over itself", "over")
        if not made.things:
            return
        one, other = ((t.kind, name_key(t.name), t.document, t.date) for t in made.things)
        if one == other:
            hint = "tell them apart by a document or a date"
            raise self._wrong("one and other are named alike", "other", hint=hint)
        roots = {self.schema.root(thing.kind) for thing in made.things} - {"Entity"}
        if made.verdict == SAME and len(roots) > 1:
            kinds = " and a ".join(thing.kind for thing in made.things)
            raise self._wrong(f"a {kinds} cannot be one thing", "other")

    def _wrong(self, problem: str, *path: str, hint: str | None = None) -> KgError:
        return KgError("bad-decision", problem, self._where(*path), hint)

    def _where(self, *path: str) -> Where:
        if not path:
            return self.places.table(self.verdict, self.number)
        return self.places.key(self.verdict, self.number, *path)


_HINTS = {
    "who": 'say who decided: who = "…"',
    "why": 'say why: why = "…"',
    "one": 'one = {kind = "Company", name = "…"}',
    "other": 'other = {kind = "Company", name = "…"}',
}


def _listed(allowed: tuple[str, ...]) -> str:
    return f"allowed: {', '.join(allowed)}"


def _is_day(value: object) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True
