"""Events as a table: a row an event, its roles as columns (RFC 4180)."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import IO

from kg.export.reading import Reading
from kg.export.request import Request, refuse_claims
from kg.model.dates import PartialDate
from kg.model.fact import Event
from kg.model.schema import Schema

_BEFORE = ("event", "type", "label", "date", "announced", "status")
_AFTER = (
    "value", "unit", "share", "metric", "position", "incidentKind", "cause", "restored",
    "document", "start", "end", "quote",
)  # fmt: skip


_PLAIN = frozenset({"date", "announced", "value", "share", "restored", "start", "end"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the begin of a formula (OWASP, CSV Injection)."""
_BOM = "\ufeff"


def write_csv(request: Request, output: IO[bytes]) -> None:
    """A header, then the events in order of time; several fillers of a role are joined by `; `.

    The columns are the ontology's roles, so that they stay whatever is in the graph. Text that a
    spreadsheet would run as a formula has an apostrophe before it; numbers and dates have none.
    Raises KgError where claims are asked for.
    """
    refuse_claims(request, "csv")
    reading = Reading(request.store, request.schema)
    columns = (*_BEFORE, *_roles(request.schema), *_AFTER)
    text = io.TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    try:
        text.write(_BOM if request.bom else "")
        rows = csv.DictWriter(text, columns, restval="", extrasaction="ignore")
        rows.writeheader()
        rows.writerows(_row(event, reading) for event in reading.events())
    finally:
        text.detach()


def _roles(schema: Schema) -> list[str]:
    """Every role of an event type, sorted."""
    return sorted({role.name for event in schema.events.values() for role in event.roles})


def _row(event: Event, reading: Reading) -> dict[str, object]:
    """The event's cells by column."""
    details = event.details
    row: dict[str, object] = {
        "event": event.iri,
        "type": event.type,
        "label": reading.label(event.iri),
        "date": _plain(event.date),
        "announced": _plain(details.announced),
        "status": event.status,
        "value": _plain(details.value),
        "unit": details.unit,
        "share": _plain(details.share),
        "metric": details.metric,
        "position": details.position,
        "incidentKind": details.kind,
        "cause": details.cause,
        "restored": _plain(details.restored),
    }
    row |= {role: _joined([reading.label(iri) for iri in iris]) for role, iris in event.roles}
    row |= {role: _joined(texts) for role, texts in event.texts}
    place = reading.place(event.evidence[0]) if event.evidence else None
    if place:
        row |= {
            "document": place.name,
            "start": place.start,
            "end": place.end,
            "quote": place.quote,
        }
    return {name: _inert(cell) if name not in _PLAIN else cell for name, cell in row.items()}


def _inert(cell: object) -> object:
    """The cell as text, whatever it begins with."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _plain(value: PartialDate | Decimal | None) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.edtf if value else ""


def _joined(values: Sequence[str]) -> str:
    return "; ".join(sorted(values))
