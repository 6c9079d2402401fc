"""Facts as JSON lines: an event or relation a line, or a claim a line."""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from kg.export.reading import Reading
from kg.export.request import Request
from kg.export.said import Filled, Place, Said
from kg.model.claim import Details
from kg.model.dates import PartialDate
from kg.model.fact import Event, Relation
from kg.model.line import plain_details

Line = dict[str, Any]

_DETAILS = ("value", "unit", "share", "metric", "position", "kind", "cause", "restored")


def write_jsonl(request: Request, output: IO[bytes]) -> None:
    """Events in order of time, then relations; with claims, one claim a line by IRI.

    Keys are those of `kg extract --format jsonl` where both have them; `iri` and `iris` name the
    same things by IRI. Every key is always there, null where nothing is said.
    """
    reading = Reading(request.store, request.schema)
    for line in _claims(reading) if request.with_claims else _facts(reading):
        output.write(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")


def _facts(reading: Reading) -> Iterator[Line]:
    for event in reading.events():
        yield event_line(event, reading)
    for relation in reading.relations():
        yield relation_line(relation, reading)


def event_line(event: Event, reading: Reading) -> Line:
    """An event with the names of its parties and the words that state it."""
    return {
        "type": event.type,
        "iri": event.iri,
        "label": reading.label(event.iri),
        "date": _date(event.date),
        "announced": _date(event.details.announced),
        "status": event.status,
        "roles": _names(event.roles, event.texts, reading),
        "iris": {role: list(iris) for role, iris in event.roles},
        **_details(event.details),
        "evidence": _evidence(event.evidence, reading),
    }


def relation_line(relation: Relation, reading: Reading) -> Line:
    """A relation with the names of both ends, its period and the words that state it."""
    return {
        "type": "Relation",
        "iri": relation.iri,
        "relation": relation.relation,
        "subject": reading.label(relation.subject),
        "object": reading.label(relation.object),
        "iris": {"subject": [relation.subject], "object": [relation.object]},
        "from": _date(relation.details.since),
        "until": _date(relation.details.until),
        "position": relation.details.position,
        "status": relation.status,
        "evidence": _evidence(relation.evidence, reading),
    }


def _claims(reading: Reading) -> Iterator[Line]:
    return (claim_line(claim, reading) for claim in reading.claims())


def claim_line(claim: Said, reading: Reading) -> Line:
    """What one place states, with the entities that its names were taken for."""
    return {
        "type": claim.type,
        "iri": claim.iri,
        "about": claim.about,
        "relation": claim.relation,
        "document": claim.source,
        "date": _date(claim.date),
        "announced": _date(claim.details.announced),
        "status": claim.status,
        "roles": _names(claim.roles, claim.texts, reading),
        "iris": {role: list(iris) for role, iris in claim.roles},
        **_details(claim.details),
        "from": _date(claim.details.since),
        "until": _date(claim.details.until),
        "extractedBy": claim.extracted_by,
        "evidence": _evidence(claim.evidence, reading),
    }


def _names(roles: Filled, texts: Filled, reading: Reading) -> dict[str, list[str]]:
    named = {role: [reading.label(iri) for iri in iris] for role, iris in roles}
    named |= {role: list(said) for role, said in texts}
    return dict(sorted(named.items()))


def _details(details: Details) -> Line:
    plain = plain_details(details)
    return {key: plain[key] for key in _DETAILS}


def _evidence(spans: Iterable[str], reading: Reading) -> list[Line]:
    return [place_line(place) for span in spans if (place := reading.place(span))]


def place_line(place: Place) -> Line:
    """Where something is said: offsets of a text in code points, or a line of a file of facts."""
    line: Line = {"document": place.name, "start": place.start, "end": place.end}
    if place.line is not None:
        line = {"document": place.name, "line": place.line}
    return {**line, "quote": place.quote}


def _date(date: PartialDate | None) -> str | None:
    return date.edtf if date else None
