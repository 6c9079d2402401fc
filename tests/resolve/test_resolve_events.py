"""When claims are about one event, and what they disagree on."""

from random import Random

import pytest
from claim_making import BASE, ClaimMaker, users
from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import ASSERTED, REPORTED, Claim, Details, Mention
from kg.model.dates import PartialDate
from kg.model.document import Span
from kg.model.schema import Schema
from kg.model.statement import make_roles
from kg.resolve import resolve

B = BASE + "document/b"


def dates_and_conflicts(claims: list, schema: Schema) -> tuple[list[str], int]:
    facts = resolve(claims, schema, BASE)
    return sorted(str(e.date) for e in facts.events), len(facts.conflicts)


CASES = {
    "a coarser date is the same event": (
        [("Merger", "2021", {"survivor": "가", "absorbed": "나"}),
         ("Merger", "2021-09", {"survivor": "가", "absorbed": "나"})],
        (["2021-09"], 0),
    ),
    "mergers happen once, so dates that differ conflict": (
        [("Merger", "2021-01", {"survivor": "가", "absorbed": "나"}),
         ("Merger", "2021-09", {"survivor": "나", "absorbed": "가"})],
        (["2021-01"], 2),
    ),
    "a listing may happen again": (
        [("Listing", "2000", {"company": "가"}), ("Listing", "2010", {"company": "가"})],
        (["2000", "2010"], 0),
    ),
    "a claim without a date joins the only event": (
        [("Listing", "2000", {"company": "가"}), ("Listing", None, {"company": "가"})],
        (["2000"], 0),
    ),
    "a claim without a date that fits two stays alone": (
        [("Listing", "2000", {"company": "가"}), ("Listing", "2010", {"company": "가"}),
         ("Listing", None, {"company": "가"})],
        (["2000", "2010", "None"], 0),
    ),
    "a coarse date that fits two stays alone": (
        [("Listing", "2000-01", {"company": "가"}), ("Listing", "2000-09", {"company": "가"}),
         ("Listing", "2000", {"company": "가"})],
        (["2000", "2000-01", "2000-09"], 0),
    ),
    "different partners are different mergers": (
        [("Merger", "2021", {"survivor": "가", "absorbed": "나"}),
         ("Merger", "2021", {"survivor": "가", "absorbed": "다"})],
        (["2021", "2021"], 0),
    ),
    "one buys the same target once": (
        [("Acquisition", "2001", {"acquirer": "가", "target": "나"}),
         ("Acquisition", "2009", {"acquirer": "가", "target": "나"})],
        (["2001"], 1),
    ),
    "unless another bought it in between": (
        [("Acquisition", "2001", {"acquirer": "가", "target": "나"}),
         ("Acquisition", "2005", {"acquirer": "다", "target": "나"}),
         ("Acquisition", "2009", {"acquirer": "가", "target": "나"})],
        (["2001", "2005", "2009"], 0),
    ),
    "a name is taken up again after another": (
        [("NameChange", "2001", {"company": "가", "new": "나"}),
         ("NameChange", "2005", {"company": "나", "new": "가"}),
         ("NameChange", "2009", {"company": "가", "new": "나"})],
        (["2001", "2005", "2009"], 0),
    ),
    "a founding is one whoever tells of it": (
        [("Founding", "1999-03-02", {"company": "가"}),
         ("Founding", "1999", {"company": "가", "founder": "김/Person"})],
        (["1999-03-02"], 0),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_events_and_conflicts(name: str, claim: ClaimMaker, schema: Schema) -> None:
    told, expected = CASES[name]
    claims = [claim(label, date, **roles) for label, date, roles in told]
    assert dates_and_conflicts(claims, schema) == expected


def test_more_documents_outweigh_the_first_stated(claim: ClaimMaker, schema: Schema) -> None:
    roles = {"survivor": "가", "absorbed": "나"}
    claims = [
        claim("Merger", "2018-05", **roles),
        claim("Merger", "2018-09", **roles),
        claim("Merger", "2018-09", source=B, **roles),
    ]
    facts = resolve(claims, schema, BASE)
    assert str(facts.events[0].date) == "2018-09"
    assert facts.events[0].evidence[0].startswith(BASE + "document/a#char=10,")


def test_the_strongest_status_is_the_event_s(claim: ClaimMaker, schema: Schema) -> None:
    roles = {"acquirer": "가", "target": "나"}
    claims = [claim("Acquisition", None, s, **roles) for s in (REPORTED, ASSERTED, "planned")]
    (event,) = resolve(claims, schema, BASE).events
    assert event.status == ASSERTED


def test_a_plan_that_came_out_otherwise_is_no_conflict(claim: ClaimMaker, schema: Schema) -> None:
    roles = {"survivor": "가", "absorbed": "나"}
    claims = [claim("Merger", "2020-01", "planned", **roles), claim("Merger", "2020-06", **roles)]
    assert dates_and_conflicts(claims, schema) == (["2020-06"], 0)


def test_only_an_announcement_gives_no_date_of_the_event(claim: ClaimMaker, schema: Schema) -> None:
    (event,) = resolve(
        [claim("Merger", "2014-05", "announced", participant=["가", "나"])], schema, BASE
    ).events
    assert event.date is None
    assert str(event.details.announced) == "2014-05"


@pytest.mark.parametrize("named", ["다라", "옛다라"])
def test_it_is_the_merged_company_that_takes_the_new_name(
    named: str, claim: ClaimMaker, schema: Schema
) -> None:
    claims = [
        claim("NameChange", "2010", company="옛다라", new="다라"),
        claim("Merger", "2014-10", participant=["가나", named], result="가나다라"),
        claim("NameChange", "2014-10-31", company="다라", new="가나다라"),
    ]
    facts = resolve(claims, schema, BASE)
    assert {e.label for e in facts.entities} == {"가나", "다라", "가나다라"}
    change = next(e for e in facts.events if str(e.date) == "2014-10-31")
    assert dict(change.roles)["company"] == (BASE + "company/가나다라",)


def test_milestones_of_one_month_are_told_apart_by_value(claim: ClaimMaker, schema: Schema) -> None:
    claims = [
        claim("Milestone", "2010-09", subject="톡/Service", details=users(n)) for n in (10, 20, 20)
    ]
    facts = resolve(claims, schema, BASE)
    assert sorted(int(e.details.value or 0) for e in facts.events) == [10, 20]
    assert not facts.conflicts


def test_former_names_join_and_sort_before_the_present(claim: ClaimMaker, schema: Schema) -> None:
    claims = [
        claim("formerName", subject="새이름", object="옛이름"),
        claim("alternateName", subject="새이름", object="별칭"),
        claim("Listing", "2001", company="옛이름"),
        claim("Listing", "2011", company="별칭"),
    ]
    facts = resolve(claims, schema, BASE)
    (entity,) = facts.entities
    assert [(n.text, n.kind) for n in entity.names] == [
        ("옛이름", "former"), ("새이름", "legal"), ("별칭", "alternate"),
    ]  # fmt: skip
    assert (entity.label, entity.iri) == ("새이름", BASE + "company/옛이름")


def test_a_company_founded_again_after_it_was_absorbed_is_another(
    claim: ClaimMaker, schema: Schema
) -> None:
    claims = [
        claim("Founding", "1990", company="가나"),
        claim("Merger", "2000-01", survivor="다라", absorbed="가나"),
        claim("SpinOff", "2010-05", parent="다라", company="가나"),
        claim("Launch", "2011", service="앱", operator="가나"),
    ]
    facts = resolve(claims, schema, BASE)
    assert sorted(e.iri for e in facts.entities if e.label == "가나") == [
        BASE + "company/가나-1990",
        BASE + "company/가나-2010",
    ]
    launch = next(e for e in facts.events if e.type == "Launch")
    assert dict(launch.roles)["operator"] == (BASE + "company/가나-2010",)


_NAMES = st.sampled_from(["가", "나", "다", "라"])
_DATES = st.none() | st.sampled_from(["200X", "2001", "2001-05", "2001-05-03", "2004", "2004-02"])


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    label = draw(st.sampled_from(["Merger", "NameChange", "Acquisition", "Founding", "Listing"]))
    one, other = draw(st.lists(_NAMES, min_size=2, max_size=2, unique=True))
    roles = {
        "Merger": {"survivor": [Mention(one, "Company")], "absorbed": [Mention(other, "Company")]},
        "NameChange": {"company": [Mention(one, "Company")], "new": [Mention(other)]},
        "Acquisition": {
            "acquirer": [Mention(one, "Company")],
            "target": [Mention(other, "Company")],
        },
        "Founding": {"company": [Mention(one, "Company")]},
        "Listing": {"company": [Mention(one, "Company")]},
    }[label]
    date = draw(_DATES)
    start = draw(st.integers(0, 50))
    return Claim(
        source=BASE + "document/" + draw(st.sampled_from("ab")),
        type=label,
        relation=None,
        roles=make_roles(roles),
        date=PartialDate(date) if date else None,
        status=draw(st.sampled_from(["asserted", "announced", "planned"])),
        details=Details(),
        extracted_by="test",
        span=Span(start, start + 1, "q"),
    )


@given(claims=st.lists(_claims(), max_size=8), random=st.randoms(use_true_random=False))
def test_resolution_is_a_function_of_the_set(
    claims: list[Claim], random: Random, schema: Schema
) -> None:
    expected = resolve(claims, schema, BASE)
    shuffled = claims + claims[:2]
    random.shuffle(shuffled)
    assert resolve(shuffled, schema, BASE) == expected
    assert len({e.iri for e in expected.events}) == len(expected.events)
    assert len({e.iri for e in expected.entities}) == len(expected.entities)
    told = {c.iri for c in expected.claims}
    assert {one for c in expected.conflicts for one in c.between} <= told
