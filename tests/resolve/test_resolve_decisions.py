"""What a person decides: kept out, preferred, one thing, two things."""

from collections.abc import Callable
from datetime import date

import pytest
from claim_making import BASE, ClaimMaker, claim_maker
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.claim import Claim, Details
from kg.model.dates import PartialDate
from kg.model.decision import DIFFERENT, PREFER, REJECT, SAME, Decision, Naming
from kg.model.fact import Facts
from kg.model.schema import Schema
from kg.resolve import resolve
from kg.resolve.claims import claim_iri

A, B, C = (f"{BASE}document/{name}" for name in "abc")

Resolver = Callable[..., Facts]


@pytest.fixture
def held(schema: Schema) -> Resolver:
    """Facts from claims and decisions."""

    def facts(claims: list[Claim], *decisions: Decision) -> Facts:
        return resolve(claims, schema, BASE, frozenset(decisions))

    return facts


def reject(claim: Claim) -> Decision:
    return Decision(REJECT, (claim_iri(claim),), (), "김", "오보", date(2024, 5, 1))


def prefer(claim: Claim, over: Claim) -> Decision:
    return Decision(PREFER, (claim_iri(claim), claim_iri(over)), (), "김", "공시")


def same(one: Naming, other: Naming) -> Decision:
    return Decision(SAME, (), (one, other), "김", "같다")


def different(one: Naming, other: Naming) -> Decision:
    return Decision(DIFFERENT, (), (one, other), "김", "다르다")


def company(name: str, document: str = "", day: str = "") -> Naming:
    return Naming("Company", name, document, PartialDate(day) if day else None)


def labels(facts: Facts) -> list[list[str]]:
    """Each entity's names."""
    return sorted(sorted(name.text for name in entity.names) for entity in facts.entities)


def test_a_rejected_claim_is_no_fact_and_is_told_of(claim: ClaimMaker, held: Resolver) -> None:
    first = claim("Merger", "2018-05", survivor="가온", absorbed="나래")
    wrong = claim("Merger", "2018-09", survivor="가온", absorbed="나래", source=B)
    facts = held([first, wrong], reject(wrong))
    assert facts.events == held([first]).events
    assert facts.entities == held([first]).entities
    assert not facts.conflicts
    (left_out,) = facts.rejected
    assert left_out.claim == wrong
    assert [one.iri for one in facts.claims] == [claim_iri(first)]
    (made,) = facts.decisions
    assert made.about == tuple(sorted([facts.events[0].iri, *(e.iri for e in facts.entities)]))


def test_what_nobody_else_tells_of_is_gone(claim: ClaimMaker, held: Resolver) -> None:
    only = claim("Founding", "2001", company="가온")
    facts = held([only], reject(only))
    assert (facts.events, facts.entities, facts.claims) == ((), (), ())
    assert facts.decisions[0].about == ()


def test_a_rejected_relation_is_about_the_one_that_others_state(
    claim: ClaimMaker, held: Resolver
) -> None:
    kept = claim("operates", subject="가온", object="나래/Service")
    gone = claim("operates", subject="가온", object="나래/Service", source=B)
    facts = held([kept, gone], reject(gone))
    assert facts.relations[0].iri in facts.decisions[0].about
    assert facts.relations == held([kept]).relations


def test_a_decision_whose_claim_is_gone_changes_nothing(claim: ClaimMaker, held: Resolver) -> None:
    kept = claim("Founding", "2001", company="가온")
    gone = claim("Founding", "2002", company="가온", source=B)
    facts = held([kept], reject(gone), prefer(gone, kept), same(company("가온"), company("다온")))
    assert facts == held([kept])


@pytest.mark.parametrize("swap", [False, True])
def test_the_fact_carries_the_preferred_claims_date(
    swap: bool, claim: ClaimMaker, held: Resolver
) -> None:
    one = claim("Founding", "2001-03", company="가온")
    others = [claim("Founding", "2001-05", company="가온", source=s) for s in (B, C)]
    pair = (others[0], one) if swap else (one, others[0])
    facts = held([one, *others], prefer(*pair))
    assert facts.events[0].date == pair[0].date
    assert facts.events[0].evidence[0].startswith(pair[0].source)
    (conflict,) = facts.conflicts
    assert conflict.decided == (facts.decisions[0].iri,)
    assert len(conflict.between) == 3


def test_a_preferred_share_and_value_are_carried(claim: ClaimMaker, held: Resolver) -> None:
    def bought(share: int, source: str) -> Claim:
        details = Details(share=share)  # type: ignore[arg-type]  # any number will do
        return claim(
            "Acquisition", "2018", acquirer="가온", target="나래", source=source, details=details
        )

    one, other = bought(30, A), bought(40, B)
    assert held([one, other]).events[0].details.share == 30
    facts = held([one, other], prefer(other, one))
    assert facts.events[0].details.share == 40
    assert facts.events[0].evidence[0].startswith(B)


def test_of_a_preferred_relation_its_period(claim: ClaimMaker, held: Resolver) -> None:
    def run(since: str, source: str) -> Claim:
        details = Details(since=PartialDate(since))
        return claim(
            "operates", subject="가온", object="나래/Service", source=source, details=details
        )

    one, other = run("2001", A), run("2003", B)
    facts = held([one, other], prefer(other, one))
    assert facts.relations[0].details.since == PartialDate("2003")
    assert facts.conflicts[0].decided


def test_preferring_what_does_not_disagree_changes_nothing(
    claim: ClaimMaker, held: Resolver
) -> None:
    one = claim("Founding", "2001", company="가온")
    other = claim("Founding", "2001-05", company="가온", source=B)
    assert held([one, other], prefer(one, other)) == held([one, other])


def test_preferences_in_a_circle_settle_nothing(claim: ClaimMaker, held: Resolver) -> None:
    told = [
        claim("Founding", f"200{n}", company="가온", source=s) for n, s in enumerate((A, B, C), 1)
    ]
    circle = [prefer(told[n], told[(n + 1) % 3]) for n in range(3)]
    assert held(told, *circle) == held(told)
    chain = held(told, *circle[:2])
    assert chain.events[0].date == PartialDate("2001")


def test_two_names_that_are_one_thing(claim: ClaimMaker, held: Resolver) -> None:
    claims = [
        claim("Founding", "2001", company="가온"),
        claim("Listing", "2005", company="가온테크", market="코스닥", source=B),
    ]
    facts = held(claims, same(company("가온"), company("가온테크")))
    assert ["가온", "가온테크"] in labels(facts)
    assert len(facts.decisions[0].about) == 1


def test_one_name_in_two_documents_is_two_things(claim: ClaimMaker, held: Resolver) -> None:
    claims = [
        claim("Founding", "2001", company="가온", source=A),
        claim("Listing", "2005", company="가온", market="코스닥", source=B),
        claim("Relocation", "2010", company="가온", place="서울", source=C),
    ]
    facts = held(claims, different(company("가온"), company("가온", B)))
    owners = {e.type: dict(e.roles)["company"] for e in facts.events}
    assert owners["Founding"] == owners["Relocation"] != owners["Listing"]
    assert len(facts.decisions[0].about) == 2
    # Of two named documents, the others go with the first.
    facts = held(claims, different(company("가온", B), company("가온", A)))
    owners = {e.type: dict(e.roles)["company"] for e in facts.events}
    assert owners["Listing"] == owners["Relocation"] != owners["Founding"]


def test_three_documents_held_apart_pair_by_pair(claim: ClaimMaker, held: Resolver) -> None:
    claims = [claim("Founding", "2001", company="가온", source=s) for s in (A, B, C)]
    pairs = [(A, B), (A, C), (B, C)]
    apart = [different(company("가온", one), company("가온", other)) for one, other in pairs]
    facts = held(claims, *apart)
    assert len(facts.entities) == len(facts.events) == len(facts.decisions) == 3


def test_the_end_of_a_namesake_is_not_the_others(claim: ClaimMaker, held: Resolver) -> None:
    claims = [
        claim("Founding", "2001", company="가온", source=A),
        claim("Merger", "2005", survivor="나래", absorbed="가온", source=B),
    ]
    facts = held(claims, different(company("가온"), company("가온", B)))
    first = next(e for e in facts.entities if e.names[0].since == PartialDate("2001"))
    assert first.names[0].until is None


@pytest.mark.parametrize("relation", ["formerName", "alternateName"])
def test_a_documents_other_name_is_cut(relation: str, claim: ClaimMaker, held: Resolver) -> None:
    claims = [
        claim(relation, subject="가온/Company", object="다온/Company"),
        claim("Founding", "2001", company="다온", source=B),
    ]
    assert ["가온", "다온"] in labels(held(claims))
    facts = held(claims, different(company("가온"), company("다온")))
    assert labels(facts) == [["가온"], ["다온"]]
    assert {n.kind for e in facts.entities for n in e.names} == {"legal"}


def test_a_change_of_name_is_cut(claim: ClaimMaker, held: Resolver) -> None:
    claims = [
        claim("NameChange", "2010", company="가온", new="다온"),
        claim("Founding", "2001", company="가온"),
        claim("Listing", "2015", company="다온", market="코스닥", source=B),
    ]
    assert ["가온", "다온"] in labels(held(claims))
    facts = held(claims, different(company("가온"), company("다온")))
    events = {event.type: dict(event.roles)["company"] for event in facts.events}
    assert events["Listing"] != events["Founding"] == events["NameChange"]
    assert ["가온", "다온"] in labels(facts), "it took the name up, as another has it"
    assert ["다온"] in labels(facts)


def test_what_is_held_apart_is_not_joined_through_a_third(
    claim: ClaimMaker, held: Resolver
) -> None:
    claims = [claim("Founding", "2001", company=name) for name in ("가온", "나온", "다온")]
    joined = [same(company("가온"), company("나온")), same(company("나온"), company("다온"))]
    apart = different(company("가온"), company("다온"))
    facts = held(claims, *joined, apart)
    assert len(facts.entities) == 2
    assert {one.decision.verdict for one in facts.decisions} == {SAME, DIFFERENT}
    assert len(facts.decisions) == 2


NAMES = ("가온", "나래", "다솜")


@st.composite
def worlds(draw: st.DrawFn, schema: Schema) -> tuple[list[Claim], list[Decision]]:
    """Claims of three documents about three names, and decisions about them and about others."""
    make = claim_maker(schema)
    name, source = st.sampled_from(NAMES), st.sampled_from((A, B, C))
    claims = []
    for _ in range(draw(st.integers(2, 7))):
        label = draw(st.sampled_from(["Founding", "NameChange", "Merger", "alternateName"]))
        one, other = draw(name), draw(name)
        day = draw(st.sampled_from(["2001", "2001-05", "2004", None]))
        roles = {
            "Founding": {"company": one},
            "NameChange": {"company": one, "new": other},
            "Merger": {"survivor": one, "absorbed": other},
            "alternateName": {"subject": f"{one}/Company", "object": f"{other}/Company"},
        }[label]
        claims.append(make(label, day, source=draw(source), **roles))
    gone = make("Founding", "1999", company="가온")
    told = st.sampled_from([*claims, gone])
    things = st.builds(company, name, st.sampled_from(["", A, B]), st.sampled_from(["", "2002"]))
    decision = st.one_of(
        st.builds(reject, told),
        st.builds(prefer, told, told),
        st.builds(same, things, things),
        st.builds(different, things, things),
    )
    return claims, draw(st.lists(decision, max_size=5))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_decisions_about_any_claims(data: st.DataObject, schema: Schema) -> None:
    """The order of neither means anything; those that do not apply change nothing; what is
    rejected is no fact, and what is said to be the same or different is."""
    claims, decisions = data.draw(worlds(schema))
    facts = resolve(claims, schema, BASE, frozenset(decisions))
    shuffled = data.draw(st.permutations(claims))
    assert resolve(shuffled, schema, BASE, frozenset(reversed(decisions))) == facts
    applied = {one.decision for one in facts.decisions}
    assert resolve(claims, schema, BASE, frozenset(applied)) == facts
    out = {d.claims[0] for d in applied if d.verdict == REJECT}
    assert {one.iri for one in facts.rejected} == out
    assert out.isdisjoint(one.iri for one in facts.claims)
    for made in facts.decisions:
        if made.decision.things:
            assert len(made.about) == (1 if made.decision.verdict == SAME else 2)
