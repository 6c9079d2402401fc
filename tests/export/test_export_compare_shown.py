"""A comparison as people read it."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
import world
from comparing import compared, day, event, named, without

from kg.export.compare import shower
from kg.export.compare.comparison import Comparison
from kg.export.compare.shown import Shown
from kg.model.claim import Details
from kg.model.fact import Event, Facts, Name

Golden = Callable[[str, str], None]


def _after() -> Facts:
    """The small world as another document might tell it."""
    facts = world.FACTS
    for edit in (
        event(world.FOUNDING, date=day("2006-11"), evidence=()),
        event(
            world.ACQUISITION,
            date=day("2016-01"),
            details=Details(share=world.Decimal("80")),
            roles=(("acquirer", (world.DAUM,)), ("target", (world.LOEN,))),
        ),
        event(world.MERGER, status="planned"),
        without(world.MILESTONE),
        without(world.HEADS),
        without(world.KIM),
        named(
            world.LOEN,
            Name(f"{world.BASE}name/x", world.LOEN, "로엔", "legal", day("2008"), None, ()),
        ),
    ):
        facts = edit(facts)
    launch = Event(
        f"{world.BASE}event/launch/카카오톡", "Launch", day("2010-03"), "asserted",
        (("operator", (world.WE,)), ("service", (world.TALK,))), (), Details(),
        (world.at(world.OPERATES),),
    )  # fmt: skip
    return replace(facts, events=(*facts.events, launch), conflicts=())


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(world.FACTS, _after())


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("format_", "suffix"), [("text", "txt"), ("md", "md")])
def test_as_people_read_it(
    comparison: Comparison, language: str, format_: str, suffix: str, golden: Golden
) -> None:
    shown = shower(format_)(comparison, Shown(language))
    golden(f"compare/worlds.{language}.{suffix}", shown)


def test_by_entity_and_without_sentences(comparison: Comparison, golden: Golden) -> None:
    shown = shower("text")(comparison, Shown("ko", by="entity", brief=True))
    golden("compare/worlds.by-entity.txt", shown)


def test_as_programs_read_it(comparison: Comparison, golden: Golden) -> None:
    shown = shower("json")(comparison, Shown("ko"))
    golden("compare/worlds.json", shown)
    assert shown == shower("json")(comparison, Shown("en"))
    plain = json.loads(shown)
    listed = [one for value in plain.values() if isinstance(value, list) for one in value]
    assert plain["added"] + plain["gone"] + plain["changed"] == len(listed)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "before.ttl → after.ttl: no difference\n"),
        ("ko", "before.ttl → after.ttl: 다른 것이 없다\n"),
    ],
)
def test_no_difference_is_said(language: str, line: str) -> None:
    same = compared(world.FACTS, world.FACTS)
    assert shower("text")(same, Shown(language)) == line
