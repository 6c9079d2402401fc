"""A source's claims as JSON lines: how the store keeps them between loads.

A record holds all that a claim holds and nothing that is derived, so that reading it gives an
equal claim. Keys without a value are left out. Records are sorted: equal sets of claims are equal
bytes.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from decimal import Decimal
from typing import Any

from kg.model.claim import Claim, Details, Mention, Roles
from kg.model.dates import PartialDate
from kg.model.document import Span

_NUMBERS = frozenset({"value", "share"})
_DATES = frozenset({"restored", "since", "until", "announced"})


def write(claims: Iterable[Claim]) -> bytes:
    """One record a line, sorted, each claim once."""
    lines = sorted({record(claim) for claim in claims})
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def read(data: bytes) -> tuple[Claim, ...]:
    """The claims that `write` wrote, in the order of their records.

    Raises ValueError, KeyError or TypeError for bytes that it did not write.
    """
    return tuple(claim_of(line) for line in data.decode("utf-8").split("\n") if line)


def claim_of(line: str) -> Claim:
    """The claim of one record. Raises as `read` does."""
    return _claim(json.loads(line))


def record(claim: Claim) -> str:
    """One claim as a record: equal claims have equal records."""
    plain = {
        "source": claim.source,
        "type": claim.type,
        "relation": claim.relation,
        "roles": _plain_roles(claim.roles),
        "date": claim.date and claim.date.edtf,
        "status": claim.status,
        "details": _plain_details(claim.details),
        "extractedBy": claim.extracted_by,
        "span": claim.span and [claim.span.start, claim.span.end, claim.span.quote],
        "cites": list(claim.cites),
        "line": claim.line,
        "about": claim.about,
    }
    said = {key: value for key, value in plain.items() if value not in (None, "", {}, [])}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _plain_roles(roles: Roles) -> dict[str, list[list[str]]]:
    """The mentions of each role as [text, kind, IRI], empty ends left out."""
    return {role: [_plain_mention(mention) for mention in mentions] for role, mentions in roles}


def _plain_mention(mention: Mention) -> list[str]:
    parts = [mention.text, mention.kind, mention.iri]
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _plain_details(details: Details) -> dict[str, str]:
    """What is said, as text; numbers in their one plain form, for 30 and 30.0 are equal."""
    said = ((field.name, getattr(details, field.name)) for field in fields(Details))
    return {
        name: _digits(value) if isinstance(value, Decimal) else str(value)
        for name, value in said
        if value is not None
    }


def _digits(value: Decimal) -> str:
    """All digits that count: Decimal.normalize would round them to the context's precision."""
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _claim(plain: dict[str, Any]) -> Claim:
    span = plain.get("span")
    return Claim(
        source=plain["source"],
        type=plain["type"],
        relation=plain.get("relation"),
        roles=_roles(plain.get("roles", {})),
        date=_date(plain.get("date")),
        status=plain.get("status", ""),
        details=_details(plain.get("details", {})),
        extracted_by=plain.get("extractedBy", ""),
        span=None if span is None else Span(*span),
        cites=tuple(plain.get("cites", ())),
        line=plain.get("line"),
        about=plain.get("about", ""),
    )


def _roles(plain: dict[str, list[list[str]]]) -> Roles:
    return tuple(
        (role, tuple(Mention(*parts) if parts else Mention("") for parts in mentions))
        for role, mentions in plain.items()
    )


def _details(plain: dict[str, str]) -> Details:
    values: dict[str, Any] = {name: _detail(name, text) for name, text in plain.items()}
    return Details(**values)


def _detail(name: str, text: str) -> Decimal | PartialDate | str:
    if name in _NUMBERS:
        return Decimal(text)
    return PartialDate(text) if name in _DATES else text


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)
