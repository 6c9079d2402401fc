"""Who is meant by each mention of a set of claims, and which of them are one thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.model.claim import Claim
from kg.model.decision import Decisions
from kg.model.naming import name_key
from kg.model.schema import Schema
from kg.resolve.changes import NameChanges
from kg.resolve.homonyms import homonyms
from kg.resolve.keys import Key
from kg.resolve.mentions import (
    Reference,
    Register,
    at_any_time,
    bearers_by_source,
    link,
    marked,
    names_kept,
    references,
)
from kg.resolve.partition import Partition
from kg.resolve.rulings import Rulings, told_apart
from kg.resolve.tenures import Bearer, Tenure, tenures_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Meant:
    """What the mentions of a set of claims mean.

    `tenures` holds each name's bearers over time, those of its namesakes too; `partition` joins
    the bearers that are one thing, as the claims and the decisions behind `rulings` have it.
    """

    register: Register
    references: Sequence[Reference]
    tenures: Mapping[Key, tuple[Tenure, ...]]
    partition: Partition[Bearer]
    rulings: Rulings


def bearers(claims: Sequence[Claim], schema: Schema, decisions: Decisions) -> Meant:
    """Who is meant, read from the claims in their one order.

    A decision that cannot be followed is as if it were not there.
    """
    changes = NameChanges(claims, schema)
    tenures = tenures_of(claims, changes, schema)
    namesakes = homonyms(claims, schema)
    apart = told_apart(decisions, tenures, schema)
    for key, others in _telling(claims, apart).items():
        tenures.pop(key, None)
        namesakes.pop(key, None)
        tenures |= _only(key, tenures_of(others, changes, schema))
        namesakes |= _only(key, homonyms(others, schema))
    several = {
        key: bearers_by_source(key, meant)
        for key, meant in namesakes.items()
        if len(tenures[key]) == 1 and not tenures[key][0].bearer.iri
    }
    tenures |= {key: at_any_time(key, meant.values()) for key, meant in several.items()}
    meant = {key: several.get(key, {}) | apart.get(key, {}) for key in (*several, *apart)}
    register = Register(tenures, meant, changes, schema)
    found = references(claims, register)
    rulings = Rulings(decisions, claims, found, register)
    partition = link(claims, found, register, rulings.joined, rulings.apart)
    idle = rulings.idle(partition)
    if idle and (apart or rulings.apart):
        return bearers(claims, schema, decisions - idle)
    more = {key: at_any_time(key, by_source.values()) for key, by_source in apart.items()}
    borne = _both(tenures, more)
    if rulings.apart:
        found = marked(found, register, partition)
        borne = _both(borne, names_kept(claims, register, partition))
    return Meant(register, found, borne, partition, rulings)


def _telling(
    claims: Sequence[Claim], apart: Mapping[Key, Mapping[str, Bearer]]
) -> dict[Key, list[Claim]]:
    """The claims that tell of each of these names, but for the sources that mean another thing by
    it: what those say of its beginning and end is not about the same."""
    if not apart:
        return {}
    names = {key.name for key in apart}
    telling = [
        claim
        for claim in claims
        if any(name_key(m.text) in names for _, mentions in claim.roles for m in mentions)
    ]
    return {
        key: [claim for claim in telling if claim.source not in by_source]
        for key, by_source in apart.items()
    }


def _both(
    one: Mapping[Key, tuple[Tenure, ...]], other: Mapping[Key, tuple[Tenure, ...]]
) -> dict[Key, tuple[Tenure, ...]]:
    return {**one, **{key: (*one.get(key, ()), *row) for key, row in other.items()}}


def _only(key: Key, rows: Mapping[Key, Value]) -> dict[Key, Value]:
    return {key: rows[key]} if key in rows else {}
