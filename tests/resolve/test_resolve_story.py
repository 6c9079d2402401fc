"""The story that names were invented for: two companies called 카카오, one after the other."""

import random

import pytest
from claim_making import BASE, ClaimMaker, users

from kg.model.fact import Entity, Event, Facts
from kg.model.schema import Schema
from kg.resolve import resolve


@pytest.fixture
def story(claim: ClaimMaker) -> list:
    return [
        claim("Founding", "1995-02-16", company="(주)다음커뮤니케이션"),
        claim("Founding", "2006-12", company="㈜아이위랩"),
        claim("NameChange", "2010-09", company="아이위랩", old="아이위랩", new="카카오"),
        claim("NameChange", "2010-09", company="아이위랩", new="(주)카카오"),
        claim("Launch", "2012-08", service="보이스톡", operator="카카오"),
        claim("Merger", "2014-05", "announced", participant=["다음커뮤니케이션", "카카오"]),
        claim("Merger", "2014-10", participant=["다음커뮤니케이션", "카카오"], result="다음카카오"),
        claim("NameChange", "2014-10-31", company="다음카카오", new="다음카카오"),
        claim("Launch", "2015-03", service="카카오택시", operator="카카오"),
        claim("NameChange", "2015-09-23", company="다음카카오", new="카카오"),
        claim("NameChange", "2015-09", company="다음카카오", old="다음카카오", new="카카오"),
        claim("Licence", "2017", company="카카오뱅크"),
        claim("Launch", "2017", service="카카오뱅크", operator="카카오"),
        claim("Launch", "2017-07", service="카카오뱅크", operator="카카오"),
        claim("Milestone", "2018-01", subject="카카오뱅크/Service", details=users(5_000_000)),
        claim("Merger", "2018-05", survivor="카카오", absorbed="카카오엠"),
        claim("Merger", "2018-09", survivor="카카오", absorbed="카카오엠"),
        claim("operates", subject="카카오엠", object="멜론"),
    ]


@pytest.fixture
def facts(story: list, schema: Schema) -> Facts:
    return resolve(story, schema, BASE)


def entity(facts: Facts, path: str) -> Entity:
    return next(e for e in facts.entities if e.iri == BASE + path)


def events(facts: Facts, type_: str) -> list[Event]:
    return [e for e in facts.events if e.type == type_]


def periods(found: Entity) -> list[tuple[str, str, str]]:
    return [(n.text, str(n.since), str(n.until)) for n in found.names]


def test_one_name_means_two_companies_in_turn(facts: Facts) -> None:
    assert periods(entity(facts, "company/아이위랩")) == [
        ("아이위랩", "2006-12", "2010-09"),
        ("카카오", "2010-09", "2014-10"),
    ]
    assert periods(entity(facts, "company/다음카카오")) == [
        ("다음카카오", "2014-10-31", "2015-09-23"),
        ("카카오", "2015-09-23", "None"),
    ]


@pytest.mark.parametrize(
    ("service", "operator"),
    [("보이스톡", "아이위랩"), ("카카오택시", "다음카카오"), ("카카오뱅크", "다음카카오")],
)
def test_a_mention_means_the_bearer_of_its_time(facts: Facts, service: str, operator: str) -> None:
    launch = next(e for e in facts.events if e.iri == f"{BASE}event/launch/{service}")
    assert dict(launch.roles)["operator"] == (f"{BASE}company/{operator}",)


def test_the_company_and_the_service_of_one_name_are_two(facts: Facts) -> None:
    iris = {e.iri for e in facts.entities if e.label == "카카오뱅크"}
    assert iris == {BASE + "company/카카오뱅크", BASE + "service/카카오뱅크"}


def test_prose_and_list_tell_one_event_at_the_finer_date(facts: Facts) -> None:
    launch = next(e for e in events(facts, "Launch") if e.iri.endswith("카카오뱅크"))
    assert str(launch.date) == "2017-07"
    assert len(launch.evidence) == 2


def test_announced_and_done_is_one_merger_without_a_conflict(facts: Facts) -> None:
    merger = next(e for e in events(facts, "Merger") if "result" in dict(e.roles))
    assert (str(merger.date), str(merger.details.announced)) == ("2014-10", "2014-05")
    assert merger.status == "asserted"
    assert not [c for c in facts.conflicts if c.about == merger.iri]


def test_a_contradiction_is_kept_as_two_claims_and_a_conflict(facts: Facts) -> None:
    (conflict,) = facts.conflicts
    assert (conflict.property, conflict.because) == ("date", "disjoint-dates")
    claimed = {str(c.claim.date) for c in facts.claims if c.iri in conflict.between}
    assert claimed == {"2018-05", "2018-09"}


def test_every_claim_is_about_something_held(facts: Facts) -> None:
    held = {x.iri for x in (*facts.events, *facts.relations)}
    held |= {n.iri for e in facts.entities for n in e.names}
    assert {c.about for c in facts.claims} <= held


def test_the_order_of_claims_changes_nothing(story: list, schema: Schema, facts: Facts) -> None:
    for seed in range(20):
        shuffled = story[:]
        random.Random(seed).shuffle(shuffled)  # noqa: S311  (an order, no secret)
        assert resolve(shuffled, schema, BASE) == facts
