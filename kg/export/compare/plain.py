"""A comparison as JSON, for programs."""

import json
from collections import Counter
from typing import Any

from kg.export.compare.comparison import Comparison
from kg.export.compare.difference import (
    ADDED,
    CHANGED,
    GONE,
    Difference,
    DisputeDifference,
    EntityDifference,
    FactDifference,
    sort_of,
)
from kg.export.compare.shown import Shown
from kg.export.why.account import Dispute, FactAccount
from kg.export.why.plain import plain_date, plain_dispute, plain_entity, plain_fact
from kg.model.fact import Entity, Name

Plain = dict[str, Any]


def show(comparison: Comparison, shown: Shown) -> str:
    """The comparison as one JSON object with local names of the ontology, in any language."""
    counts = Counter(map(sort_of, comparison.all))
    plain = {
        "before": comparison.before,
        "after": comparison.after,
        **{sort: counts[sort] for sort in (ADDED, GONE, CHANGED)},
        "entities": [_difference(one) for one in comparison.entities],
        "names": [_difference(one) for one in comparison.names],
        "events": [_difference(one) for one in comparison.events],
        "relations": [_difference(one) for one in comparison.relations],
        "conflicts": [_difference(one) for one in comparison.conflicts],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _difference(one: Difference) -> Plain:
    changes = [
        {"property": change.property, "before": list(change.before), "after": list(change.after)}
        for change in one.changes
    ]
    if isinstance(one, EntityDifference):
        sides: Plain = {"before": _entity(one.before), "after": _entity(one.after)}
    elif isinstance(one, FactDifference):
        sides = {"before": _fact(one.before), "after": _fact(one.after)}
    elif isinstance(one, DisputeDifference):
        sides = {"before": _dispute(one.before), "after": _dispute(one.after)}
    else:
        sides = {"before": _name(one.before), "after": _name(one.after)}
    return {"change": sort_of(one), "changes": changes, **sides}


def _entity(entity: Entity | None) -> Plain | None:
    return plain_entity(entity) if entity else None


def _fact(account: FactAccount | None) -> Plain | None:
    return plain_fact(account) if account else None


def _dispute(dispute: Dispute | None) -> Plain | None:
    return {"about": dispute.conflict.about, **plain_dispute(dispute)} if dispute else None


def _name(name: Name | None) -> Plain | None:
    if name is None:
        return None
    return {
        "iri": name.iri,
        "of": name.of,
        "text": name.text,
        "kind": name.kind,
        "from": plain_date(name.since),
        "until": plain_date(name.until),
    }
