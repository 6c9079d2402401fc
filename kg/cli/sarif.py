"""Findings as SARIF 2.1.0 (OASIS Standard), which editors and code hosts show beside the text."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from kg import __version__
from kg.errors import Where
from kg.model.finding import INFO, VIOLATION, WARNING, Finding

_LEVELS = {VIOLATION: "error", WARNING: "warning", INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Iterable[Finding], lang: str) -> dict[str, Any]:
    """The log of one run: a result a finding, placed in the document that it is about.

    Lines and columns count from 1, columns in code points (section 3.14.17, `columnKind`).
    """
    listed = list(findings)
    rules = sorted({finding.slug for finding in listed})
    driver = {"name": "kg", "version": __version__, "rules": [{"id": rule} for rule in rules]}
    results = [_result(finding, rules.index(finding.slug), lang) for finding in listed]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, rule: int, lang: str) -> dict[str, Any]:
    message = f"{finding.fact}: {finding.message.get(lang, finding.slug)}"
    if finding.hint:
        message += f" ({finding.hint.get(lang, '')})"
    places = [place for place in (finding.passage, finding.where) if place is not None]
    result: dict[str, Any] = {
        "ruleId": finding.slug,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(place, finding) for place in places[:1]],
    }
    if places[1:]:
        result["relatedLocations"] = [_location(place, None) for place in places[1:]]
    return result


def _location(place: Where, finding: Finding | None) -> dict[str, Any]:
    """A place in a file; with `finding`, the passage as its text."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.name, safe="/:")}}
    if place.line is not None:
        region: dict[str, Any] = {"startLine": place.line}
        if place.column is not None:
            region["startColumn"] = place.column
        if finding is not None and finding.sentence:
            region["snippet"] = {"text": finding.sentence}
        physical["region"] = region
    return {"physicalLocation": physical}
