"""Accounts of what a person decided, beside what it bears on."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest
import world

from kg.export.reading import Reading
from kg.export.said import Decided
from kg.export.why import shower
from kg.export.why.account import Account, Teller
from kg.export.why.lookup import find
from kg.model.decision import DIFFERENT, PREFER, REJECT, Decision, Naming
from kg.model.fact import AppliedDecision, Entity, RejectedClaim
from kg.model.schema import Schema
from kg.rdf.facts import facts_quads

Golden = Callable[[str, str], None]
DECISION = f"{world.BASE}decision/"


def _decided() -> ox.Store:
    """The small world where the earlier of two dates is preferred, a claim about a founding is
    rejected, and two companies are held apart."""
    claims = {one.iri: one for one in world.FACTS.claims}
    (conflict,) = world.FACTS.conflicts
    founding = next(one for one in claims.values() if one.about == world.FOUNDING)
    things = (Naming("Company", "카카오"), Naming("Company", "다음커뮤니케이션"))
    made = (
        (Decision(PREFER, conflict.between, (), "김기자", "공시가 먼저다", date(2024, 5, 1)),
         "prefer/x", (world.ACQUISITION,)),
        (Decision(REJECT, (founding.iri,), (), "이기자", "오보", None), "reject/y", (world.WE,)),
        (Decision(DIFFERENT, (), things, "이기자", "합치기 전에는 둘", None), "different/z",
         (world.KAKAO, world.DAUM)),
    )  # fmt: skip
    facts = replace(
        world.FACTS,
        claims=tuple(one for one in world.FACTS.claims if one != founding),
        conflicts=(replace(conflict, decided=(f"{DECISION}prefer/x",)),),
        rejected=(RejectedClaim(founding.iri, founding.claim, founding.evidence),),
        decisions=tuple(AppliedDecision(DECISION + end, one, about) for one, end, about in made),
    )
    schema = world.schema()
    others = world.quads() - facts_quads(world.FACTS, schema, world.BASE)
    store = ox.Store()
    store.extend(others | facts_quads(facts, schema, world.BASE))
    return store


@pytest.fixture(scope="module")
def tell(schema: Schema) -> Callable[..., Account]:
    """The account of what is asked for."""
    reading = Reading(_decided(), schema)

    def account(asked: str, claims: bool = False) -> Account:
        found = find(asked, reading, world.BASE)
        shown = (lambda iri: iri.removeprefix(world.BASE)) if claims else None
        teller = Teller(reading, world.DOCUMENTS.get, shown)
        if isinstance(found.thing, Decided):
            return teller.decision(found.thing)
        if isinstance(found.thing, Entity):
            return teller.entity(found.thing)
        return teller.fact(found.thing)

    return account


@pytest.mark.parametrize(
    ("asked", "format_", "language", "name"),
    [
        (world.ACQUISITION, "text", "ko", "decided.ko.txt"),
        (world.ACQUISITION, "md", "en", "decided.en.md"),
        (world.ACQUISITION, "json", "en", "decided.json"),
        ("다음커뮤니케이션", "text", "en", "decided-entity.en.txt"),
        ("decision/reject/y", "text", "ko", "decision.ko.txt"),
        ("decision/reject/y", "md", "ko", "decision.ko.md"),
        ("decision/reject/y", "json", "ko", "decision.json"),
    ],
)
def test_what_people_read(
    asked: str, format_: str, language: str, name: str, tell: Callable[..., Account], golden: Golden
) -> None:
    golden(f"why/{name}", shower(format_)(tell(asked), language))


def test_a_rejected_claim_is_found_by_its_iri(tell: Callable[..., Account]) -> None:
    founding = next(one for one in world.FACTS.claims if one.about == world.FOUNDING)
    told = json.loads(shower("json")(tell(founding.iri), "ko"))
    assert (told["verdict"], told["by"]) == ("reject", "이기자")
    assert told["claims"][0]["quote"] == world.FOUNDED


def test_claims_are_shown_where_they_are_asked_for(tell: Callable[..., Account]) -> None:
    claims = {one.iri.removeprefix(world.BASE) for one in world.FACTS.claims}
    for format_ in ("text", "md"):
        without = shower(format_)(tell(world.ACQUISITION), "ko")
        with_them = shower(format_)(tell(world.ACQUISITION, claims=True), "ko")
        assert not any(claim in without for claim in claims)
        assert sum(claim in with_them for claim in claims) == 2
