"""The JSON line of a statement: what `kg extract --format jsonl` prints and `kg load` takes."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kg.model.claim import ASSERTED, RELATION, Details, Mention, Roles
from kg.model.dates import PartialDate
from kg.model.document import Span
from kg.model.json_object import LineError, parse_object
from kg.model.statement import Evidence, Statement, make_roles

__all__ = [
    "EVENT_KEYS", "EVIDENCE_KEYS", "RELATION_KEYS", "FitsRole", "LineError", "UsualKind", "number",
    "parse_object", "plain_details", "read", "read_object", "write",
]  # fmt: skip

UsualKind = Callable[[str, str], str]
"""(type or relation, role) → the kind that a filler has unless the line says otherwise."""

FitsRole = Callable[[str, str, str], bool]
"""(type or relation, role, kind) → whether the role takes a filler of that kind."""

_NUMBERS = ("value", "share")
_TEXTS = ("unit", "metric", "position", "kind", "cause")
EVENT_KEYS = (
    "type", "document", "date", "status", "roles", "kinds", "value", "unit", "share", "metric",
    "position", "kind", "cause", "restored", "extractedBy", "evidence",
)  # fmt: skip
RELATION_KEYS = (
    "type", "relation", "document", "subject", "object", "kinds", "from", "until", "position",
    "status", "extractedBy", "evidence",
)  # fmt: skip
EVIDENCE_KEYS = (
    "start", "end", "quote", "date", "status", "roles", "value", "unit", "share", "metric",
    "position", "kind", "cause", "restored", "from", "until",
)  # fmt: skip


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_SCALE, _DIGITS = 40, 40
"""Digits after and before the point: 1e999999999 would be written out in full."""


def write(statement: Statement, usual_kind: UsualKind) -> str:
    """The statement as one line of JSON, without the line feed; every key is always there."""
    plain = _relation(statement) if statement.type == RELATION else _event(statement)
    plain["kinds"] = _unusual_kinds(statement, usual_kind)
    plain["evidence"] = [_evidence(statement, place) for place in statement.evidence]
    keys = RELATION_KEYS if statement.type == RELATION else EVENT_KEYS
    return json.dumps({key: plain[key] for key in keys}, ensure_ascii=False)


def read(text: str, usual_kind: UsualKind, fits: FitsRole) -> Statement:
    """The statement of a line. Raises LineError, naming the key, where it is not of the form.

    Whether its types, roles and quotes are true of the ontology and the document is not judged
    here. Keys whose value is null may be left out.
    """
    return read_object(parse_object(text), usual_kind, fits)


def read_object(plain: dict[str, Any], usual_kind: UsualKind, fits: FitsRole) -> Statement:
    """The statement of a line that is parsed already; see `read`."""
    plain = _checked(plain)
    kind_of = _kinds(plain, usual_kind, fits)
    roles = _read_roles(plain, kind_of, "")
    details = _read_details(plain, Details(), "")
    date = _read_date(plain.get("date"), "date")
    status = _text(plain, "status", "") or ASSERTED
    whole = Statement(
        document=_text(plain, "document", "") or "",
        type=plain["type"],
        relation=_text(plain, "relation", ""),
        date=date,
        status=status,
        roles=roles,
        details=details,
        extracted_by=_text(plain, "extractedBy", "") or "unknown",
        evidence=(),
    )
    places = plain.get("evidence")
    if not isinstance(places, list) or not places:
        raise LineError("evidence", "must be a list with one place at least", "places")
    return replace(
        whole,
        evidence=tuple(
            _read_evidence(place, whole, kind_of, f"evidence[{i}]")
            for i, place in enumerate(places)
        ),
    )


def number(value: Decimal) -> int | float:
    """A JSON number: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _number(value: Decimal | None) -> int | float | None:
    return None if value is None else number(value)


def _event(statement: Statement) -> dict[str, Any]:
    return {
        "type": statement.type,
        "document": statement.document,
        "date": statement.date and statement.date.edtf,
        "status": statement.status,
        "roles": _plain_roles(statement.roles),
        **plain_details(statement.details),
        "extractedBy": statement.extracted_by,
    }


def _relation(statement: Statement) -> dict[str, Any]:
    ends = {role: mentions[0].text for role, mentions in statement.roles}
    details = plain_details(statement.details)
    return {
        "type": statement.type,
        "relation": statement.relation,
        "document": statement.document,
        "subject": ends["subject"],
        "object": ends["object"],
        "from": details["from"],
        "until": details["until"],
        "position": details["position"],
        "status": statement.status,
        "extractedBy": statement.extracted_by,
    }


def _plain_roles(roles: Roles) -> dict[str, list[str]]:
    return {role: [mention.text for mention in mentions] for role, mentions in roles}


def plain_details(details: Details) -> dict[str, Any]:
    """The details as a line has them; what is not said is None."""
    return {
        **{key: _number(getattr(details, key)) for key in _NUMBERS},
        **{key: getattr(details, key) for key in _TEXTS},
        "restored": details.restored and details.restored.edtf,
        "from": details.since and details.since.edtf,
        "until": details.until and details.until.edtf,
    }


def _evidence(statement: Statement, place: Evidence) -> dict[str, Any]:
    """The span and date of a place, and of the rest what it says other than the whole."""
    span = place.span
    plain: dict[str, Any] = {"start": span.start, "end": span.end, "quote": span.quote}
    if statement.type != RELATION:
        plain["date"] = place.date and place.date.edtf
    if place.status != statement.status:
        plain["status"] = place.status
    if place.roles != statement.roles:
        plain["roles"] = _plain_roles(place.roles)
    whole = plain_details(statement.details)
    plain |= {k: v for k, v in plain_details(place.details).items() if v != whole[k]}
    return plain


def _unusual_kinds(statement: Statement, usual_kind: UsualKind) -> dict[str, str]:
    label = statement.relation or statement.type
    named = (statement.roles, *(place.roles for place in statement.evidence))
    return {
        mention.text: mention.kind
        for roles in named
        for role, mentions in roles
        for mention in mentions
        if mention.kind != usual_kind(label, role)
    }


def _checked(plain: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(plain.get("type"), str):
        raise LineError("type", "is missing or not a string", "type")
    allowed = RELATION_KEYS if plain["type"] == RELATION else EVENT_KEYS
    _no_others(plain, allowed, "")
    return plain


def _no_others(plain: Mapping[str, Any], allowed: tuple[str, ...], path: str) -> None:
    for key in plain:
        if key not in allowed:
            known = ", ".join(allowed)
            raise LineError(
                path + key, f"is no key of such a line; known: {known}", "key", near=known
            )


KindOf = Callable[[str, str], str]


def _kinds(plain: Mapping[str, Any], usual_kind: UsualKind, fits: FitsRole) -> KindOf:
    kinds = plain.get("kinds") or {}
    if not isinstance(kinds, dict) or not all(isinstance(v, str) for v in kinds.values()):
        raise LineError("kinds", "must map names to kinds", "kinds")
    label = str(plain.get("relation") or plain["type"])

    def kind_of(role: str, name: str) -> str:
        given = kinds.get(name)
        if given is not None and fits(label, role, given):
            return str(given)
        return usual_kind(label, role)

    return kind_of


def _read_roles(plain: Mapping[str, Any], kind_of: KindOf, path: str) -> Roles:
    if plain.get("type") == RELATION:
        raw: Any = {end: plain.get(end) for end in ("subject", "object")}
    else:
        raw = plain.get("roles") or {}
    if not isinstance(raw, dict):
        raise LineError(path + "roles", "must map roles to names", "roles")
    fillers: dict[str, list[Mention]] = {}
    for role, names in raw.items():
        listed = [names] if isinstance(names, str) else names
        if not isinstance(listed, list) or not all(
            isinstance(n, str) and n.strip() for n in listed
        ):
            raise LineError(f"{path}roles.{role}", "must be a name or a list of names", "names")
        if any(_CONTROL.search(name) for name in listed):
            raise LineError(f"{path}roles.{role}", "holds a control character", "control")
        fillers[role] = [Mention(name, kind_of(role, name)) for name in listed]
    return make_roles(fillers)


def _read_details(plain: Mapping[str, Any], whole: Details, path: str) -> Details:
    changes: dict[str, Any] = {}
    for key in _NUMBERS:
        if key in plain:
            changes[key] = _read_number(plain[key], path + key)
    for key in _TEXTS:
        if key in plain:
            changes[key] = _text(plain, key, path)
    for key, field in (("restored", "restored"), ("from", "since"), ("until", "until")):
        if key in plain:
            changes[field] = _read_date(plain[key], path + key)
    return replace(whole, **changes)


def _read_number(value: Any, path: str) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise LineError(path, "must be a number", "number")
    number = Decimal(value)
    exponent = int(number.as_tuple().exponent)
    if number and (exponent < -_SCALE or number.adjusted() >= _DIGITS):
        raise LineError(path, f"must be below 10^{_DIGITS}, with {_SCALE} decimals at most", "size")
    return number


def _read_date(value: Any, path: str) -> PartialDate | None:
    if value is None:
        return None
    try:
        return PartialDate(value)
    except (TypeError, ValueError):
        raise LineError(
            path,
            f"is no date such as 2014, 2014-10, 2014-10-31 or 200X: {value!r}",
            "date",
            value=str(value),
        ) from None


def _text(plain: Mapping[str, Any], key: str, path: str) -> str | None:
    value = plain.get(key)
    if value is not None and not isinstance(value, str):
        raise LineError(path + key, "must be a string", "string")
    return value or None


def _read_evidence(place: Any, whole: Statement, kind_of: KindOf, path: str) -> Evidence:
    if not isinstance(place, dict):
        raise LineError(path, "must be an object with start, end and quote", "place")
    _no_others(place, EVIDENCE_KEYS, f"{path}.")
    for key in ("start", "end"):
        if not isinstance(place.get(key), int) or isinstance(place[key], bool) or place[key] < 0:
            raise LineError(f"{path}.{key}", "must be an offset in code points", "offset")
    quote = _text(place, "quote", f"{path}.")
    if not quote:
        raise LineError(f"{path}.quote", "is missing", "quote")
    return Evidence(
        span=Span(place["start"], place["end"], quote),
        date=_read_date(place["date"], f"{path}.date") if "date" in place else whole.date,
        status=_text(place, "status", f"{path}.") or whole.status,
        roles=_read_roles(place, kind_of, f"{path}.") if "roles" in place else whole.roles,
        details=_read_details(place, whole.details, f"{path}."),
    )
