"""Two companies of one name: told apart by how they began, and only then."""

import random

import pytest
from claim_making import BASE, ClaimMaker

from kg.model.claim import Claim
from kg.model.fact import Entity
from kg.model.schema import Schema
from kg.resolve import resolve

A, B, C, D = (f"{BASE}document/{one}" for one in "abcd")


def bearers(claims: list[Claim], schema: Schema, name: str = "한빛통상") -> list[Entity]:
    facts = resolve(claims, schema, BASE)
    return [e for e in facts.entities if any(n.text == name for n in e.names)]


def first(claim: ClaimMaker, **more: str) -> Claim:
    return claim(
        "Founding", "1970-03", source=A, company="한빛통상", founder="김가람/Person", **more
    )


def second(claim: ClaimMaker, source: str = B, founder: str = "박세린/Person") -> Claim:
    return claim("Founding", "2009-05", source=source, company="한빛통상", founder=founder)


def test_other_founders_at_another_time_founded_another_company(
    claim: ClaimMaker, schema: Schema
) -> None:
    game = claim("Launch", "2012", source=B, service="별의 노래", operator="한빛통상")
    found = bearers([first(claim), second(claim), game], schema)
    assert sorted(e.iri for e in found) == [
        f"{BASE}company/한빛통상-1970",
        f"{BASE}company/한빛통상-2009",
    ]
    facts = resolve([first(claim), second(claim), game], schema, BASE)
    launch = next(e for e in facts.events if e.type == "Launch")
    assert dict(launch.roles)["operator"] == (f"{BASE}company/한빛통상-2009",)
    assert not facts.conflicts


@pytest.mark.parametrize(
    ("date", "founder"),
    [("2009-05", None), ("2009", "박세린/Person"), ("2009-05", "김가람/Person")],
)
def test_a_founding_that_need_not_be_another_is_the_same_company_s(
    claim: ClaimMaker, schema: Schema, date: str, founder: str | None
) -> None:
    more = {"founder": founder} if founder else {}
    other = claim("Founding", date, source=C, company="한빛통상", **more)
    start = second(claim) if founder != "김가람/Person" else first(claim)
    assert len(bearers([start, other], schema)) == 1


def test_a_source_that_tells_of_a_time_when_only_one_existed_means_that_one(
    claim: ClaimMaker, schema: Schema
) -> None:
    early = claim("Acquisition", "1988", source=C, acquirer="한빛통상", target="대성물산")
    found = bearers([first(claim), second(claim), early], schema)
    assert len(found) == 2


def test_where_both_existed_the_source_s_company_stays_apart(
    claim: ClaimMaker, schema: Schema
) -> None:
    late = claim("Acquisition", "2014-06", source=C, acquirer="한빛통상", target="도담소프트")
    found = bearers([first(claim), second(claim), late], schema)
    assert len(found) == 3


def test_a_source_that_states_the_beginning_joins_what_it_says(
    claim: ClaimMaker, schema: Schema
) -> None:
    claims = [
        first(claim),
        second(claim),
        second(claim, source=D),
        claim(
            "NameChange",
            "2018-11",
            source=D,
            company="한빛통상",
            old="한빛통상",
            new="하늘빛게임즈",
        ),
    ]
    (renamed,) = bearers(claims, schema, "하늘빛게임즈")
    assert [n.text for n in renamed.names] == ["한빛통상", "하늘빛게임즈"]
    assert len(bearers(claims, schema)) == 2


def test_the_order_of_claims_does_not_matter(claim: ClaimMaker, schema: Schema) -> None:
    claims = [
        first(claim),
        second(claim),
        claim("Acquisition", "2014-06", source=C, acquirer="한빛통상", target="도담소프트"),
        claim("Founding", "1985", source=D, company="한빛통상"),
    ]
    wanted = resolve(claims, schema, BASE)
    for seed in range(6):
        random.Random(seed).shuffle(claims)  # noqa: S311 (an order to try, no secret)
        assert resolve(claims, schema, BASE) == wanted
