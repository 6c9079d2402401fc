"""What a user means by a name or an IRI."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import KgError
from kg.export.reading import Reading
from kg.export.said import Decided
from kg.model.bearer import Bearer, preference
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event, Relation
from kg.model.naming import loose_key
from kg.model.schema import Schema
from kg.rdf.iris import decoded

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What is meant, and the IRIs of other entities that bear or bore the name that was asked for,
    or the one that the entity goes by. `borne`: it can have borne the name at the date that
    was asked for."""

    thing: Entity | Event | Relation | Decided
    homonyms: tuple[str, ...] = ()
    borne: bool = True


def find(asked: str, reading: Reading, base: str, on: PartialDate | None = None) -> Found:
    """The entity of any name that it ever had, or the fact or entity of an IRI.

    A name that several bear means its present bearer, or who bore it at the date `on`, chosen as
    `kg query` chooses. An IRI may be percent-encoded, and under the base shortened as in
    `company/이름` or `company:이름`; that of a name, claim, span or conflict means what it is
    about, that of a rejected claim the decision that rejects it. Raises KgError with the nearest
    names where there is none such.
    """
    if not asked.strip():
        raise KgError("no-name", "the name is empty", hint="kg why NAME, or the IRI of an event")
    thing = _by_iri(asked.strip(), reading, base)
    if thing:
        return Found(thing, _homonyms(thing, reading))
    entities = _called(reading.bearers_of(asked), reading)
    if not entities:
        bearers = reading.bearers()
        entities = _called(_alike(asked, bearers), reading)
        if not entities:
            hint = _hint(asked, bearers)
            raise KgError("unknown-name", f"nothing is called {asked!r}", hint=hint)
    best = min(entities, key=lambda entity: _preference(entity, asked, reading.schema, on))
    others = {entity.iri for entity in entities} - {best.iri}
    absent, *_ = _preference(best, asked, reading.schema, on)
    return Found(best, tuple(sorted(others.union(_homonyms(best, reading)))), not absent)


def _by_iri(asked: str, reading: Reading, base: str) -> Entity | Event | Relation | Decided | None:
    given = asked.removeprefix("<").removesuffix(">")
    spelt = (
        iri
        for plain in dict.fromkeys((given, decoded(given)))
        for iri in (plain, base + plain, base + plain.replace(":", "/", 1))
    )
    for iri in spelt:
        if not _is_iri(iri):
            continue
        decided = reading.decisions.of(iri)
        if decided:
            return decided
        about = reading.subject_of(iri)
        if about:
            return reading.entity(about) or reading.event(about) or reading.relation(about)
    return None


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def _homonyms(thing: Entity | Event | Relation | Decided, reading: Reading) -> tuple[str, ...]:
    if not isinstance(thing, Entity):
        return ()
    return tuple(sorted(reading.bearers_of(thing.label) - {thing.iri}))


def _called(iris: Iterable[str], reading: Reading) -> list[Entity]:
    return [entity for iri in sorted(iris) if (entity := reading.entity(iri))]


def _alike(asked: str, bearers: dict[str, set[str]]) -> set[str]:
    """Bearers of names that differ in what a fold takes away only."""
    key = loose_key(asked)
    if not key:
        return set()
    return {iri for name, iris in bearers.items() if loose_key(name) == key for iri in iris}


def _preference(
    entity: Entity, asked: str, schema: Schema, on: PartialDate | None
) -> tuple[object, ...]:
    """That of the best of its names that are asked for."""
    days = (on.earliest.isoformat(), on.latest.isoformat()) if on else None
    organization = schema.root(entity.kind) == "Organization"
    key = loose_key(asked)
    names = [name for name in entity.names if loose_key(name.text) == key]
    bearers = [
        Bearer(
            entity.iri, entity.label, name.kind,
            name.since.earliest.isoformat() if name.since else "",
            name.until.latest.isoformat() if name.until else "",
            organization,
        )
        for name in names
    ]  # fmt: skip
    labelled = Bearer(entity.iri, entity.label, "", "", "", organization)
    return min(preference(bearer, days) for bearer in bearers or [labelled])


def _hint(asked: str, bearers: dict[str, set[str]]) -> str:
    key = loose_key(asked)
    folded = {loose_key(name): name for name in sorted(bearers, reverse=True)}
    close = difflib.get_close_matches(key, folded, n=_NEAREST, cutoff=0.5)
    holding = [other for other in sorted(folded, key=len) if key and key in other]
    near = dict.fromkeys([*close, *holding][:_NEAREST])
    if near:
        return "did you mean " + ", ".join(folded[key] for key in near) + "?"
    return "kg query names lists all names" if bearers else "nothing is loaded: kg load"
