"""What differs between two graphs."""

from dataclasses import replace

import pytest
import world
from comparing import Edit, compared, day, event, mirrored, named, without
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.compare.difference import FactDifference, sort_of
from kg.model.claim import Details
from kg.model.fact import Event, Facts, Name

FACTS = world.FACTS


def _words(before: Facts, after: Facts) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Every difference in a line: its sort, what it is of, and its changes."""
    return [
        (
            type(one).__name__.removesuffix("Difference"),
            sort_of(one),
            one.of[1] or one.of[0],
            tuple(f"{c.property}: {'+'.join(c.before)} > {'+'.join(c.after)}" for c in one.changes),
        )
        for one in compared(before, after).all
    ]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(
            event(world.FOUNDING, date=day("2006")),
            [("Fact", "changed", "카카오", ("date: 2006-12 > 2006",))],
            id="date",
        ),
        pytest.param(
            event(world.FOUNDING, date=None),
            [("Fact", "changed", "카카오", ("date: 2006-12 > ",))],
            id="no date",
        ),
        pytest.param(
            event(world.FOUNDING, iri=f"{world.FOUNDING}/2007", date=day("2007")),
            [("Fact", "changed", "카카오", ("date: 2006-12 > 2007",))],
            id="another date and IRI",
        ),
        pytest.param(
            event(world.FOUNDING, status="planned", roles=(("company", (world.DAUM,)),)),
            [
                (
                    "Fact",
                    "changed",
                    "다음커뮤니케이션",
                    ("status: asserted > planned", "company: 아이위랩 > 다음커뮤니케이션"),
                )
            ],
            id="status and role",
        ),
        pytest.param(
            event(world.ACQUISITION, details=Details(share=world.Decimal("70"))),
            [("Fact", "changed", "로엔엔터테인먼트", ("share: 76.4% > 70%",))],
            id="share",
        ),
        pytest.param(
            event(
                world.MILESTONE,
                iri=f"{world.MILESTONE}/2013",
                date=day("2013"),
            ),
            [("Fact", "changed", "카카오톡", ("date: 2012 > 2013",))],
            id="a milestone of the same figure",
        ),
        pytest.param(
            without(world.RUNS), [("Fact", "gone", "카카오", ())], id="a relation is gone"
        ),
        pytest.param(
            named(
                world.LOEN,
                Name(
                    f"{world.BASE}name/company/로엔엔터테인먼트/로엔",
                    world.LOEN,
                    "로엔",
                    "legal",
                    None,
                    None,
                    (),
                ),
            ),
            [
                ("Entity", "changed", "로엔", ("label: 로엔엔터테인먼트 > 로엔",)),
                ("Name", "added", "로엔", ()),
                ("Name", "gone", "로엔", ()),
            ],
            id="another name",
        ),
        pytest.param(
            named(
                world.LOEN,
                replace(FACTS.entities[2].names[0], kind="brand", since=day("2010")),
            ),
            [
                (
                    "Name",
                    "changed",
                    "로엔엔터테인먼트",
                    ("from:  > 2010", "nameKind: legal > brand"),
                )
            ],
            id="a name's period and kind",
        ),
        pytest.param(
            lambda facts: replace(facts, conflicts=()),
            [("Dispute", "gone", "로엔엔터테인먼트", ())],
            id="a conflict is gone",
        ),
        pytest.param(
            event(world.FOUNDING, evidence=(world.at(world.MERGED),)), [], id="other evidence"
        ),
    ],
)
def test_a_difference_is_said_of_the_fact(
    edit: Edit, expected: list[tuple[str, str, str, tuple[str, ...]]]
) -> None:
    assert _words(FACTS, edit(FACTS)) == expected


def test_an_entity_of_another_iri_is_the_same_by_its_names() -> None:
    elsewhere = f"{world.BASE}company/로엔"
    moved = replace(
        FACTS,
        entities=tuple(
            replace(one, iri=elsewhere, names=tuple(replace(n, of=elsewhere) for n in one.names))
            if one.iri == world.LOEN
            else one
            for one in FACTS.entities
        ),
        events=tuple(
            replace(one, iri=f"{one.iri}/x", roles=(one.roles[0], ("target", (elsewhere,))))
            if one.iri == world.ACQUISITION
            else one
            for one in FACTS.events
        ),
        conflicts=(),
    )  # fmt: skip
    assert _words(replace(FACTS, conflicts=()), moved) == []


def test_what_could_mean_two_stays_apart() -> None:
    """One outage became two of other days: no document says which of them it was."""

    def outage(date: str) -> Event:
        iri = f"{world.BASE}event/outage/카카오톡/{date}"
        filled = (("service", (world.TALK,)),)
        return Event(iri, "Outage", day(date), "asserted", filled, (), Details(), ())

    before = replace(FACTS, events=(*FACTS.events, outage("2012")))
    after = replace(FACTS, events=(*FACTS.events, outage("2014"), outage("2016")))
    found = [(sort_of(one), _date(one)) for one in compared(before, after).events]
    assert found == [("gone", "2012"), ("added", "2014"), ("added", "2016")]


def _date(one: FactDifference) -> str:
    told = one.after or one.before
    assert told is not None
    assert isinstance(told.fact, Event)
    return str(told.fact.date)


_DATES = st.sampled_from([None, "2014", "2014-10", "2014-10-31", "2016"])
_PEOPLE = st.sampled_from([world.WE, world.DAUM, world.KAKAO, world.LOEN])


@st.composite
def _worlds(draw: st.DrawFn) -> Facts:
    """The small world with some of its things gone, events of other dates, parties and IRIs."""
    facts = FACTS
    for iri in draw(st.sets(st.sampled_from([world.RUNS, world.HEADS, world.CHANGE, world.KIM]))):
        facts = without(iri)(facts)
    if draw(st.booleans()):
        facts = replace(facts, conflicts=())
    events = list(facts.events)
    for number in range(draw(st.integers(0, 3))):
        date, who, whom = draw(_DATES), draw(_PEOPLE), draw(_PEOPLE)
        iri = f"{world.BASE}event/investment/{draw(st.integers(0, 2))}/{number}"
        roles = (("company", (who,)), ("investor", (whom,)))
        when = day(date) if date else None
        events.append(Event(iri, "Investment", when, "asserted", roles, (), Details(), ()))
    return replace(facts, events=tuple(events))


@settings(max_examples=40, deadline=None)
@given(_worlds())
def test_a_graph_does_not_differ_from_itself(facts: Facts) -> None:
    assert not compared(facts, facts)


@settings(max_examples=40, deadline=None)
@given(_worlds(), _worlds())
def test_a_comparison_mirrors_the_other_way_round(one: Facts, other: Facts) -> None:
    forth, back = compared(one, other), compared(other, one)
    assert sorted(map(repr, forth.all)) == sorted(repr(mirrored(each)) for each in back.all)
