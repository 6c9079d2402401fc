"""Who is joined to whom, as GraphML (graphml.graphdrawing.org, 1.0) for graph drawing tools."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import IO

from kg.export.order import role_order
from kg.export.reading import Reading
from kg.export.request import Request, refuse_claims
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event, Relation
from kg.model.schema import Schema
from kg.rdf.rdfxml import NO_CHARACTER

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = dict.fromkeys(("label", "kind", "names", "from", "until"), "string")
_EDGE = {
    **dict.fromkeys(("label", "type", "event", "sourceRole", "targetRole", "date", "from", "until"),
                    "string"),
    "year": "int", "share": "double", "value": "double",
    **dict.fromkeys(("unit", "status", "position", "quote"), "string"),
}  # fmt: skip
"""Attributes with their types (GraphML Primer, 3.2)."""
Edge = tuple[str, str, dict[str, str | None]]


def write_graphml(request: Request, output: IO[bytes]) -> None:
    """Entities as nodes; relations and events as directed edges.

    An event joins each two of its parties, from the role that the ontology names first to the
    later one; an event with one party joins nothing and is left out. `from` and `until` are of the
    half-open period in which a relation holds or a thing bears its names, `year` that in which an
    event happens or a relation begins. A character that XML cannot hold becomes U+FFFD. Raises
    KgError where claims are asked for.
    """
    refuse_claims(request, "graphml")
    reading = Reading(request.store, request.schema)
    root = ET.Element("graphml", {"xmlns": _NAMESPACE})
    for of, names in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in names.items():
            ET.SubElement(
                root,
                "key",
                {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": type_},
            )
    graph = ET.SubElement(root, "graph", {"id": "kg", "edgedefault": "directed"})
    entities = reading.entities()
    for entity in entities:
        node = ET.SubElement(graph, "node", {"id": entity.iri})
        _data(node, "node", _node(entity))
    for count, (source, target, said) in enumerate(
        _edges(reading, {entity.iri for entity in entities}, request.schema)
    ):
        ends = {"id": f"e{count}", "source": source, "target": target}
        _data(ET.SubElement(graph, "edge", ends), "edge", said)
    ET.indent(root)
    output.write(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _node(entity: Entity) -> dict[str, str | None]:
    names = entity.names
    since, until = (names[0].since, names[-1].until) if names else (None, None)
    return {
        "label": entity.label,
        "kind": entity.kind,
        "names": "; ".join(dict.fromkeys(name.text for name in names)) or None,
        "from": since.edtf if since else None,
        "until": until.edtf if until and all(name.until for name in names) else None,
    }


def _data(element: ET.Element, of: str, said: dict[str, str | None]) -> None:
    for name, value in said.items():
        if value is not None:
            data = ET.SubElement(element, "data", {"key": f"{of}-{name}"})
            data.text = NO_CHARACTER.sub("\ufffd", value)


def _edges(reading: Reading, known: set[str], schema: Schema) -> Iterator[Edge]:
    for relation in reading.relations():
        if {relation.subject, relation.object} <= known:
            yield _relation_edge(relation, reading)
    for event in reading.events():
        for (role, source), (other, target) in combinations(_parties(event, schema), 2):
            if source != target and {source, target} <= known:
                yield source, target, _event_edge(event, role, other, reading)


def _parties(event: Event, schema: Schema) -> list[tuple[str, str]]:
    """Roles with their fillers, in the ontology's order of roles."""
    roles = sorted(event.roles, key=lambda item: role_order(schema, event.type, item[0]))
    return [(role, iri) for role, iris in roles for iri in iris]


def _relation_edge(relation: Relation, reading: Reading) -> Edge:
    details = relation.details
    return (
        relation.subject,
        relation.object,
        {
            "label": reading.word(relation.relation, "ko"),
            "type": relation.relation,
            "from": details.since.edtf if details.since else None,
            "until": details.until.edtf if details.until else None,
            "year": _year(details.since),
            "status": relation.status,
            "position": details.position,
            "quote": _quote(relation.evidence, reading),
        },
    )


def _event_edge(event: Event, role: str, other: str, reading: Reading) -> dict[str, str | None]:
    return {
        "label": reading.label(event.iri),
        "type": event.type,
        "event": event.iri,
        "sourceRole": role,
        "targetRole": other,
        "date": event.date.edtf if event.date else None,
        "year": _year(event.date),
        "share": _number(event.details.share),
        "value": _number(event.details.value),
        "unit": event.details.unit,
        "status": event.status,
        "position": event.details.position,
        "quote": _quote(event.evidence, reading),
    }


def _year(date: PartialDate | None) -> str | None:
    """Of a decade its first."""
    return str(date.earliest.year) if date else None


def _number(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def _quote(evidence: tuple[str, ...], reading: Reading) -> str | None:
    place = reading.place(evidence[0]) if evidence else None
    return place.quote if place else None
