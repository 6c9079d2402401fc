"""The JSON Schema of a line of claims (draft 2020-12), as the ontology makes it."""

from typing import Any

from kg.model.claim import RELATION, STATUSES
from kg.model.line import EVENT_KEYS, EVIDENCE_KEYS, RELATION_KEYS
from kg.model.schema import EventType, Schema

_TEXT = {"type": ["string", "null"]}
_NUMBER = {"type": ["number", "null"]}
_OFFSET = {"type": ["integer", "null"], "minimum": 0}
_DATE = {"$ref": "#/$defs/date"}
_NAME = {"type": "string", "minLength": 1}
_VALUES: dict[str, dict[str, Any]] = {
    "type": _NAME,
    "document": _TEXT,
    "status": {"enum": list(STATUSES)},
    "roles": {"$ref": "#/$defs/roles"},
    "relation": _NAME,
    "subject": _NAME,
    "object": _NAME,
    "kinds": {"type": "object", "additionalProperties": {"type": "string"}},
    "date": _DATE,
    "from": _DATE,
    "until": _DATE,
    "restored": _DATE,
    "value": _NUMBER,
    "unit": _TEXT,
    "share": {**_NUMBER, "minimum": 0, "maximum": 100},
    "metric": _TEXT,
    "position": _TEXT,
    "kind": _TEXT,
    "cause": _TEXT,
    "extractedBy": _TEXT,
    "evidence": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/place"}},
    "start": _OFFSET,
    "end": _OFFSET,
    "quote": _NAME,
}
"""What each key takes, whatever the line."""


def line_schema(schema: Schema) -> dict[str, Any]:
    """What a line must be like to be read; whether it is true is judged by its document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {
            "date": {
                "type": ["string", "null"],
                "description": "2014-10-31, 2014-10, 2014, 201X, 2014~",
            },
            "roles": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": _NAME, "minItems": 1},
            },
            "place": {**_object(EVIDENCE_KEYS), "required": ["quote"]},
        },
        "type": "object",
        "required": ["type", "evidence"],
        "if": {"properties": {"type": {"const": RELATION}}},
        "then": _relation(schema),
        "else": {
            **_object(EVENT_KEYS),
            "required": ["roles"],
            "oneOf": [_event(schema.events[name]) for name in sorted(schema.events)],
        },
    }


def _relation(schema: Schema) -> dict[str, Any]:
    whole = _object(RELATION_KEYS)
    whole["properties"]["relation"] = {"enum": sorted(schema.relations)}
    return {**whole, "required": ["relation", "subject", "object"]}


def _event(event: EventType) -> dict[str, Any]:
    """The roles that an event type has and needs."""
    roles: dict[str, Any] = {"propertyNames": {"enum": [role.name for role in event.roles]}}
    required = [role.name for role in event.roles if role.required]
    if required:
        roles["required"] = required
    if event.alternatives:
        roles["allOf"] = [
            {"anyOf": [{"required": [name]} for name in group]} for group in event.alternatives
        ]
    found: dict[str, Any] = {"properties": {"type": {"const": event.name}, "roles": roles}}
    if event.required_details:
        found["required"] = list(event.required_details)
    return found


def _object(keys: tuple[str, ...]) -> dict[str, Any]:
    properties = {key: _VALUES[key] for key in keys}
    return {"properties": properties, "additionalProperties": False}
