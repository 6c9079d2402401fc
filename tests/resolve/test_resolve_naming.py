"""A thing is named by the least that means it, and by what claims tell of."""

import pytest
from claim_making import BASE, ClaimMaker

from kg.model.claim import Claim
from kg.model.dates import PartialDate
from kg.model.decision import DIFFERENT, Decision, Naming
from kg.model.schema import Schema
from kg.resolve import resolve
from kg.resolve.naming import Asked, Namer

A, B = (f"{BASE}document/{name}" for name in "ab")
COMPANY = f"{BASE}company/"


@pytest.fixture
def claims(claim: ClaimMaker) -> list[Claim]:
    """가온 was one company until 2010, and is another since 2015; 나래 is told of in two places."""
    return [
        claim("Founding", "2001", company="가온"),
        claim("NameChange", "2010", company="가온", new="다온"),
        claim("NameChange", "2015", company="마루", new="가온"),
        claim("Founding", "2003", company="나래"),
        claim("Listing", "2005", company="나래", market="코스닥", source=B),
    ]


@pytest.mark.parametrize(
    ("asked", "naming"),
    [
        (Asked(COMPANY + "나래"), Naming("Company", "나래")),
        (Asked(COMPANY + "나래", "", B), Naming("Company", "나래", B)),
        (Asked(COMPANY + "가온", "가온"), Naming("Company", "가온", "", PartialDate("2001"))),
        (Asked(COMPANY + "가온"), Naming("Company", "다온")),
        (Asked(COMPANY + "마루", "가온"), Naming("Company", "가온")),
        (Asked(COMPANY + "가온", "가온", B), None),
        (Asked(COMPANY + "없음"), None),
    ],
)
def test_the_least_that_means_it(
    asked: Asked, naming: Naming | None, claims: list[Claim], schema: Schema
) -> None:
    assert Namer(claims, schema, BASE, frozenset()).naming(asked) == naming


def test_a_thing_held_apart_is_named_by_its_document(claims: list[Claim], schema: Schema) -> None:
    things = (Naming("Company", "나래"), Naming("Company", "나래", B))
    decisions = frozenset([Decision(DIFFERENT, (), things, "김", "딴 곳")])
    facts = resolve(claims, schema, BASE, decisions)
    listing = next(event for event in facts.events if event.type == "Listing")
    asked = Asked(dict(listing.roles)["company"][0])
    assert Namer(claims, schema, BASE, decisions).naming(asked) == things[1]
