"""Accounts of what is held, and of every sentence that it rests on."""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
import world

from kg.errors import KgError
from kg.export.reading import Reading
from kg.export.why import SHOWN, shower
from kg.export.why.account import Account, Teller
from kg.export.why.lookup import find
from kg.model.dates import PartialDate
from kg.model.fact import Entity
from kg.model.schema import Schema
from kg.rdf.facts import facts_quads

Golden = Callable[[str, str], None]
Tell = Callable[..., Account]


@pytest.fixture
def tell(reading: Reading) -> Tell:
    def account(asked: str, texts: Callable[[str], str | None] = world.DOCUMENTS.get) -> Account:
        found = find(asked, reading, world.BASE)
        teller = Teller(reading, texts)
        if isinstance(found.thing, Entity):
            return teller.entity(found.thing, found.homonyms)
        return teller.fact(found.thing)

    return account


@pytest.mark.parametrize(
    ("asked", "format_", "language", "name"),
    [
        ("카카오", "text", "ko", "entity.ko.txt"),
        ("카카오", "text", "en", "entity.en.txt"),
        ("카카오", "md", "ko", "entity.ko.md"),
        ("카카오", "json", "ko", "entity.json"),
        ("김범수", "text", "ko", "person.ko.txt"),
        (world.MERGER, "text", "en", "event.en.txt"),
        (world.ACQUISITION, "md", "en", "event.en.md"),
        (world.ACQUISITION, "json", "en", "event.json"),
        (world.RUNS, "text", "ko", "relation.ko.txt"),
    ],
)
def test_what_people_read(
    asked: str, format_: str, language: str, name: str, tell: Tell, golden: Golden
) -> None:
    golden(f"why/{name}", shower(format_)(tell(asked), language))


@pytest.mark.parametrize("format_", SHOWN)
def test_every_format_shows_both_sides_of_a_conflict(format_: str, tell: Tell) -> None:
    text = shower(format_)(tell(world.ACQUISITION), "ko")
    for said in ("2016-03", "2016-01", "rival.txt", "history.txt"):
        assert said in text
    assert text.endswith("\n")


@pytest.mark.parametrize("format_", SHOWN)
def test_every_format_lists_names_over_time_and_homonyms(format_: str, tell: Tell) -> None:
    text = shower(format_)(tell("카카오"), "en")
    assert text.index("다음카카오") < text.index("2015-09")
    assert world.WE in text


def test_json_is_the_same_in_every_language(tell: Tell) -> None:
    account = tell("카카오")
    assert shower("json")(account, "ko") == shower("json")(account, "en")
    plain = json.loads(shower("json")(account, "ko"))
    assert [one["text"] for one in plain["names"]] == ["다음카카오", "카카오"]
    assert [one["type"] for one in plain["events"]] == ["Merger", "Acquisition"]
    claims = plain["events"][0]["claims"]
    assert [claim["status"] for claim in claims] == ["asserted", "announced"]
    assert claims[0]["before"] + claims[0]["quote"] in world.TEXT
    (other,) = plain["homonyms"]
    assert (other["iri"], other["kind"], other["label"]) == (world.WE, "Company", "카카오")


def test_without_the_texts_only_the_quotes_are_shown(tell: Tell) -> None:
    text = shower("text")(tell(world.MERGER, texts=lambda _: None), "ko")
    assert f"“{world.MERGED}”" in text
    assert "【" not in text
    assert "history.txt#char=158,183" in text


def test_a_text_that_has_changed_gives_no_context(tell: Tell) -> None:
    text = shower("text")(tell(world.MERGER, texts=lambda _: "다른 글" * 100), "ko")
    assert f"“{world.MERGED}”" in text


def test_a_place_that_two_extractors_read_is_shown_once(schema: Schema) -> None:
    first = world.CLAIMS[0]
    twin = replace(first, iri=first.iri + "x", claim=replace(first.claim, extracted_by="another"))
    facts = replace(world.FACTS, claims=(*world.FACTS.claims, twin))
    store = ox.Store()
    store.extend(facts_quads(facts, schema, world.BASE))
    reading = Reading(store, schema)
    event = reading.event(world.FOUNDING)
    assert event is not None
    account = Teller(reading, world.DOCUMENTS.get).fact(event)
    assert shower("text")(account, "ko").count(world.FOUNDED) == 1


def test_an_event_that_sources_do_not_date_says_so(schema: Schema) -> None:
    event = replace(world.FACTS.events[1], date=None)
    facts = replace(world.FACTS, events=(event,))
    store = ox.Store()
    store.extend(facts_quads(facts, schema, world.BASE))
    account = Teller(Reading(store, schema), world.DOCUMENTS.get).fact(event)
    assert shower("text")(account, "en").splitlines()[2].startswith("no date  ")


@pytest.mark.parametrize(
    ("asked", "iri", "homonyms"),
    [
        ("카카오", world.KAKAO, (world.WE,)),
        ("아이위랩", world.WE, (world.KAKAO,)),
        ("다음카카오", world.KAKAO, (world.WE,)),
        (" 카카오톡 ", world.TALK, ()),
        ("(주)카카오", world.KAKAO, (world.WE,)),
        ("카 카 오 톡", world.TALK, ()),
        (world.WE, world.WE, (world.KAKAO,)),
        (f"<{world.TALK}>", world.TALK, ()),
        ("company/아이위랩", world.WE, (world.KAKAO,)),
        ("company:아이위랩", world.WE, (world.KAKAO,)),
        ("company/%EC%95%84%EC%9D%B4%EC%9C%84%EB%9E%A9", world.WE, (world.KAKAO,)),
        (unicodedata.normalize("NFD", world.WE), world.WE, (world.KAKAO,)),
        (unicodedata.normalize("NFD", "카카오톡"), world.TALK, ()),
        ('"카카오톡"', world.TALK, ()),
        ("event/founding/아이위랩", world.FOUNDING, ()),
        (world.RUNS, world.RUNS, ()),
        (f"{world.BASE}name/company/아이위랩/카카오", world.WE, (world.KAKAO,)),
        (world.CLAIMS[0].iri, world.FOUNDING, ()),
        (world.at(world.MERGED), world.MERGER, ()),
        (world.FACTS.conflicts[0].iri, world.ACQUISITION, ()),
    ],
)
def test_what_is_meant(asked: str, iri: str, homonyms: tuple[str, ...], reading: Reading) -> None:
    found = find(asked, reading, world.BASE)
    assert (found.thing.iri, found.homonyms) == (iri, homonyms)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("카카옷", "did you mean 카카오"),
        ("로엔", "로엔엔터테인먼트"),
        ("zzz", "kg query names"),
        ("", "kg why NAME"),
        ("()", "kg query names"),
        (world.DOCUMENT, "kg query names"),
        ("https://w3id.org/companykg#Merger", "kg query names"),
    ],
)
def test_an_unknown_name_gets_a_hint(asked: str, hint: str, reading: Reading) -> None:
    with pytest.raises(KgError) as caught:
        find(asked, reading, world.BASE)
    assert hint in str(caught.value)
    assert caught.value.exit_code == 2


def test_an_empty_graph_is_said_to_be_empty(schema: Schema) -> None:
    with pytest.raises(KgError, match="nothing is called '카카오'") as caught:
        find("카카오", Reading(ox.Store(), schema), world.BASE)
    assert "kg load" in str(caught.value)


def test_the_present_bearer_comes_first_whatever_the_iri(schema: Schema) -> None:
    """Of two that bear a name, the one whose name has ended is a homonym."""
    ended = PartialDate("2020")
    kakao, *others = world.FACTS.entities
    last = replace(kakao.names[-1], until=ended)
    facts = replace(
        world.FACTS,
        entities=(
            replace(kakao, names=(kakao.names[0], last)),
            *(
                replace(one, names=(one.names[0], replace(one.names[1], until=None)))
                if one.iri == world.WE
                else one
                for one in others
            ),
        ),
    )
    store = ox.Store()
    store.extend(facts_quads(facts, schema, world.BASE))
    found = find("카카오", Reading(store, schema), world.BASE)
    assert (found.thing.iri, found.homonyms) == (world.WE, (world.KAKAO,))
