"""Findings as SARIF 2.1.0 (OASIS Standard), which editors and code hosts show beside the text."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from kg import __version__
from kg.errors import KgError, Where
from kg.gate.messages import rule_words
from kg.model.finding import INFO, VIOLATION, WARNING, Finding

_LEVELS = {VIOLATION: "error", WARNING: "warning", INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(
    findings: Iterable[Finding], lang: str, unreadable: Iterable[KgError] = ()
) -> dict[str, Any]:
    """The log of one run: a result a finding, placed in the document that it is about.

    Lines and columns count from 1, columns in code points (section 3.14.17, `columnKind`); what
    could not be read is told as notifications of the run (section 3.20.21).
    """
    listed = list(findings)
    rules = {finding.slug: finding for finding in reversed(listed)}
    order = sorted(rules)
    driver = {
        "name": "kg",
        "version": __version__,
        "language": lang,
        "rules": [_rule(rules[slug], lang) for slug in order],
    }
    seen: Counter[str] = Counter()
    results = [_result(one, order.index(one.slug), lang, seen) for one in listed]
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if notified := [_notification(error) for error in unreadable]:
        run["invocations"] = [
            {"executionSuccessful": False, "toolExecutionNotifications": notified}
        ]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(finding: Finding, lang: str) -> dict[str, Any]:
    """What a kind of finding says, whatever it is about; a shape says the same of all."""
    message, hint = rule_words(finding.slug) or (finding.message, finding.hint or {})
    said, mend = message.get(lang) or finding.slug, hint.get(lang, "")
    return {
        "id": finding.slug,
        "shortDescription": {"text": said},
        "help": {
            "text": ". ".join(filter(None, (said, mend))),
            "markdown": "\n\n".join(filter(None, (f"**{said}**", mend))),
        },
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }


def _result(finding: Finding, rule: int, lang: str, seen: Counter[str]) -> dict[str, Any]:
    message = f"{finding.fact}: {finding.message.get(lang, finding.slug)}"
    if finding.hint:
        message += f" ({finding.hint.get(lang, '')})"
    places = [place for place in (finding.passage, finding.where) if place is not None]
    related = [_location(place, "", None) for place in places[1:]]
    related += [
        {**_location(one.where, one.sentence, None), "message": {"text": one.text}}
        for one in finding.related
    ]
    result: dict[str, Any] = {
        "ruleId": finding.slug,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(place, finding.sentence, finding.mark) for place in places[:1]],
        "partialFingerprints": {"kgFact/v1": _fingerprint(finding, seen)},
    }
    if related:
        result["relatedLocations"] = related
    return result


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """The same as long as the fact and its sentence are: lines above may come and go."""
    place = finding.passage or finding.where
    what = (finding.slug, finding.path, finding.fact, place.name if place else "", finding.sentence)
    key = "\0".join(what)
    seen[key] += 1
    return hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:32]


def _location(place: Where, sentence: str, mark: tuple[int, int] | None) -> dict[str, Any]:
    """A place in a file; the region ends where what is marked in the sentence ends."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.name, safe="/:")}}
    if place.line is not None:
        region: dict[str, Any] = {"startLine": place.line}
        if place.column is not None:
            region["startColumn"] = place.column
            if mark is not None and mark[0] < mark[1]:
                marked = sentence[mark[0] : mark[1]]
                breaks = marked.count("\n")
                after = len(marked) - marked.rfind("\n") - 1
                region["endLine"] = place.line + breaks
                region["endColumn"] = after + 1 if breaks else place.column + len(marked)
        if sentence:
            region["snippet"] = {"text": sentence}
        physical["region"] = region
    return {"physicalLocation": physical}


def _notification(error: KgError) -> dict[str, Any]:
    told: dict[str, Any] = {
        "level": "error",
        "message": {"text": str(error)},
        "descriptor": {"id": error.slug},
    }
    if error.where is not None:
        told["locations"] = [_location(error.where, "", None)]
    return told
