"""Findings as JSON, and the JSON Schema (draft 2020-12) of the reports that hold them."""

from typing import Any

from kg.errors import KgError, Where
from kg.model.finding import INFO, VIOLATION, WARNING, Finding


def plain(finding: Finding) -> dict[str, Any]:
    """A finding for programs: what it is about, in both languages."""
    where = finding.where
    return {
        "slug": finding.slug,
        "severity": finding.severity,
        "fact": finding.fact,
        "file": where.name if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "passage": _place(finding.passage) if finding.passage is not None else None,
        "sentence": finding.sentence or None,
        "mark": list(finding.mark) if finding.mark else None,
        "related": [
            {**_place(one.where), "fact": one.text, "sentence": one.sentence or None}
            for one in finding.related
        ],
        "message": finding.message,
        "hint": finding.hint or None,
        "focus": finding.focus or None,
        "path": finding.path or None,
        "value": finding.value or None,
        "shape": finding.shape or None,
        "component": finding.component or None,
    }


def plain_error(error: KgError) -> dict[str, Any]:
    """An input that could not be read."""
    place = _place(error.where) if error.where else _place(Where(""))
    return {**place, "slug": error.slug, "message": error.message, "hint": error.hint}


def _place(where: Where) -> dict[str, Any]:
    return {"file": where.name, "line": where.line, "column": where.column}


_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_FROM_1 = {"type": ["integer", "null"], "minimum": 1}
_PLACE = {"file": _TEXT, "line": _FROM_1, "column": _FROM_1}
_LANGUAGES = {"type": "object", "required": ["en", "ko"], "additionalProperties": _TEXT}


def report_schema() -> dict[str, Any]:
    """Of what `kg validate --format json` and `kg check --format json` print."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A report of kg validate or kg check",
        "type": "object",
        "required": ["findings", "unreadable"],
        "additionalProperties": False,
        "properties": {
            "checked": {**_COUNT, "description": "facts that the inputs or the graph hold"},
            "refused": {**_COUNT, "description": "facts that a violation is about"},
            "warnings": {**_COUNT, "description": "findings that refuse nothing (kg check)"},
            "conforms": {"type": "boolean", "description": "to the shapes of --shapes"},
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "unreadable": {"type": "array", "items": {"$ref": "#/$defs/unreadable"}},
        },
        "oneOf": [{"required": ["checked", "refused"]}, {"required": ["conforms"]}],
        "$defs": {
            "finding": _object(_FINDING),
            "place": _object(_PLACE),
            "related": _object({**_PLACE, "fact": _TEXT, "sentence": _MAYBE}),
            "unreadable": _object({**_PLACE, "slug": _TEXT, "message": _TEXT, "hint": _MAYBE}),
            "languages": _LANGUAGES,
        },
    }


_FINDING: dict[str, Any] = {
    "slug": {**_TEXT, "description": "the kind of finding: stable; a shape's local name"},
    "severity": {"enum": [VIOLATION, WARNING, INFO]},
    "fact": {**_TEXT, "description": "what it is about, in words"},
    "file": {**_MAYBE, "description": "`-` for standard input"},
    "line": {**_FROM_1, "description": "from 1"},
    "column": {**_FROM_1, "description": "from 1, in code points"},
    "passage": {
        "description": "where the sentence stands, if elsewhere: the document of a claim",
        "oneOf": [{"type": "null"}, {"$ref": "#/$defs/place"}],
    },
    "sentence": {**_MAYBE, "description": "the passage or line that it is about"},
    "mark": {
        "type": ["array", "null"],
        "description": "what is meant in the sentence: offsets in code points, half-open",
        "items": _COUNT,
        "minItems": 2,
        "maxItems": 2,
    },
    "related": {
        "type": "array",
        "description": "the other sides of a conflict",
        "items": {"$ref": "#/$defs/related"},
    },
    "message": {"$ref": "#/$defs/languages"},
    "hint": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/languages"}]},
    "focus": {**_MAYBE, "description": "the IRI of the focus node"},
    "path": {**_MAYBE, "description": "a property's local name, or the key in a line"},
    "value": {**_MAYBE, "description": "in words"},
    "shape": {**_MAYBE, "description": "the IRI of the shape"},
    "component": {**_MAYBE, "description": "the IRI of the SHACL constraint component"},
}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these keys, all of them there."""
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }
