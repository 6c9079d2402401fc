"""An account as JSON, for programs."""

import json
from typing import Any

from kg.export.why.account import (
    Account,
    DecisionAccount,
    Derived,
    Dispute,
    EntityAccount,
    FactAccount,
    Quoted,
)
from kg.export.why.joins import joins
from kg.model.claim import Details
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event
from kg.model.line import plain_details

Plain = dict[str, Any]

_DETAILS = (
    "value", "unit", "share", "metric", "position", "kind", "cause", "restored", "announced",
    "from", "until",
)  # fmt: skip


def show(account: Account, language: str) -> str:
    """The account as one JSON object with local names of the ontology, whatever the language."""
    of = account.of
    if isinstance(of, DecisionAccount):
        plain = _decision(of)
    else:
        plain = _entity_account(of) if isinstance(of, EntityAccount) else plain_fact(of)
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _entity_account(of: EntityAccount) -> Plain:
    return {
        **plain_entity(of.entity),
        "names": [
            {
                "text": one.name.text,
                "kind": one.name.kind,
                "from": plain_date(one.name.since),
                "until": plain_date(one.name.until),
                "evidence": list(one.name.evidence),
                "claims": [_quote(quote) for quote in one.quotes],
            }
            for one in of.names
        ],
        "events": [plain_fact(fact) for fact in of.events],
        "relations": [plain_fact(fact) for fact in of.relations],
        "conflicts": [plain_dispute(one) for one in of.disputes],
        "derived": [_derived(one) for one in of.derived],
        "decisions": [_decision(one) for one in of.decisions],
        "joins": [
            {"why": one.why, "names": list(one.names), "places": list(one.places)}
            for one in joins(of)
        ],
        "homonyms": [
            {**plain_entity(one.entity), "begun": [fact.fact.iri for fact in one.begun]}
            for one in of.homonyms
        ],
    }


def _derived(one: Derived) -> Plain:
    return {
        "property": one.property,
        "subject": {"iri": one.subject[0], "label": one.subject[1]},
        "object": {"iri": one.object[0], "label": one.object[1]},
        "rules": [{"title": dict(title), "description": dict(said)} for title, said in one.rules],
    }


def plain_entity(entity: Entity) -> Plain:
    """What tells an entity from others."""
    return {"iri": entity.iri, "kind": entity.kind, "label": entity.label}


def plain_fact(account: FactAccount) -> Plain:
    """An event or relation with its claims and conflicts."""
    fact = account.fact
    plain: Plain = {"iri": fact.iri, "label": account.label, "status": fact.status}
    if isinstance(fact, Event):
        plain |= {"type": fact.type, "date": plain_date(fact.date)}
    else:
        plain |= {"type": "Relation", "relation": fact.relation}
    return {
        **plain,
        "roles": {role: list(names) for role, names in account.parts},
        **_details(fact.details),
        "claims": [_quote(quote) for quote in account.quotes],
        "conflicts": [plain_dispute(one) for one in account.disputes],
        "decisions": [_decision(one) for one in account.decisions],
    }


def _decision(account: DecisionAccount) -> Plain:
    made = account.decided
    return {
        "iri": made.iri,
        "verdict": made.verdict,
        "label": made.label,
        "by": made.who,
        "because": made.why,
        "date": made.on,
        "decides": list(made.claims),
        "concerns": list(made.concerns),
        "claims": [_quote(quote) for quote in account.quotes],
    }


def _details(details: Details) -> Plain:
    """What is said; what is not said has no key."""
    said = {**plain_details(details), "announced": plain_date(details.announced)}
    said = {key: said[key] for key in _DETAILS}
    return {key: value for key, value in said.items() if value is not None}


def _quote(quote: Quoted) -> Plain:
    place, found, said = quote.place, quote.passage, quote.said
    return {
        "claim": said.iri if said else None,
        "date": plain_date(said.date) if said else None,
        "status": said.status if said else None,
        "extractedBy": said.extracted_by if said else None,
        "document": place.name,
        "title": place.title,
        "issued": place.issued,
        "span": place.iri,
        "start": place.start,
        "end": place.end,
        "line": found.line if found.line is not None else place.line,
        "column": found.column,
        "before": found.before,
        "quote": found.quote,
        "after": found.after,
    }


def plain_dispute(dispute: Dispute) -> Plain:
    """A conflict with the claims of each side."""
    return {
        "iri": dispute.conflict.iri,
        "property": dispute.conflict.property,
        "because": dispute.conflict.because,
        "decidedBy": list(dispute.conflict.decided),
        "between": [
            {"value": value, "claims": [_quote(quote) for quote in quotes]}
            for value, quotes in dispute.sides
        ],
    }


def plain_date(date: PartialDate | None) -> str | None:
    """A date as it is written in EDTF."""
    return date.edtf if date else None
