"""Facts read back are the facts that were written."""

from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
import world

from kg.export.reading import Reading
from kg.model.fact import Event, Relation
from kg.model.schema import Schema
from kg.rdf.facts import facts_quads


def _by_iri(facts: list[Event] | list[Relation]) -> list[Event] | list[Relation]:
    return sorted(facts, key=lambda fact: fact.iri)  # type: ignore[return-value]  # one of both


def test_entities_names_and_relations_come_back(reading: Reading) -> None:
    assert reading.entities() == sorted(world.FACTS.entities, key=lambda entity: entity.iri)
    assert _by_iri(reading.relations()) == _by_iri(list(world.FACTS.relations))


def test_events_come_back_with_the_best_evidence_first(reading: Reading) -> None:
    found, wanted = _by_iri(reading.events()), _by_iri(list(world.FACTS.events))
    assert found == wanted


def test_conflicts_come_back(reading: Reading) -> None:
    assert reading.conflicts_about(world.ACQUISITION) == list(world.FACTS.conflicts)
    assert reading.conflicts_about(world.FOUNDING) == []


def test_events_are_in_order_of_time(reading: Reading) -> None:
    assert [event.iri for event in reading.events()] == [
        world.FOUNDING,
        world.CHANGE,
        world.MILESTONE,
        world.MERGER,
        world.ACQUISITION,
    ]


def test_events_without_a_date_come_last(schema: Schema) -> None:
    undated = replace(world.FACTS.events[1], iri="https://example.org/kg/event/a", date=None)
    facts = replace(world.FACTS, events=(*world.FACTS.events, undated))
    store = ox.Store()
    store.extend(facts_quads(facts, schema, world.BASE))
    assert Reading(store, schema).events()[-1] == undated


def test_claims_come_back_as_what_was_said(reading: Reading) -> None:
    for claim in world.CLAIMS:
        said = reading.claim(claim.iri)
        assert said is not None
        assert (said.about, said.type, said.relation) == (
            claim.about,
            claim.claim.type,
            claim.claim.relation,
        )
        assert (said.date, said.status) == (claim.claim.date, claim.claim.status)
        assert (said.roles, said.texts) == (claim.roles, claim.texts)
        assert said.details == claim.claim.details
        assert said.evidence == claim.evidence
        assert said.source == claim.claim.source
    assert [said.iri for said in reading.claims()] == sorted(c.iri for c in world.CLAIMS)


def test_a_place_knows_its_document(reading: Reading) -> None:
    place = reading.place(world.at(world.MERGED))
    assert place is not None
    assert (place.name, place.title, place.issued) == (
        "data/documents/history.txt",
        "두 회사의 역사",
        "2022-10-17",
    )
    assert world.TEXT[place.start : place.end] == place.quote == world.MERGED
    line = reading.place(world.LINE)
    assert line is not None
    assert (line.name, line.line, line.start) == ("facts.ttl", 12, None)


@pytest.mark.parametrize(
    "read",
    [Reading.entity, Reading.event, Reading.relation, Reading.name, Reading.claim, Reading.place],
)
def test_what_is_not_there_is_none(
    read: Callable[[Reading, str], object], reading: Reading
) -> None:
    for iri in (world.BASE + "company/없음", "https://w3id.org/companykg#Merger"):
        assert read(reading, iri) is None


def test_values_of_another_form_count_as_not_said(schema: Schema) -> None:
    """A store may hold what another program wrote."""
    store = ox.Store()
    trig = """
        @prefix kg: <https://w3id.org/companykg#> . @base <https://example.org/kg/> .
        <event/x> a kg:Launch, kg:Event ; kg:date <date/soon>, "2014" ; kg:value "many" .
        <date/soon> kg:edtf "soon" .
        GRAPH <g> { <s> a kg:Span ; kg:inDocument <g> ; kg:start "first" }
    """
    store.extend(ox.parse(trig.encode(), format=ox.RdfFormat.TRIG))
    reading = Reading(store, schema)
    event = reading.event("https://example.org/kg/event/x")
    assert event is not None
    assert (event.date, event.details.value, event.status) == (None, None, "asserted")
    place = reading.place("https://example.org/kg/s")
    assert place is not None
    assert (place.start, place.quote, place.name) == (None, "", "https://example.org/kg/g")


def test_words_are_the_ontology_s(reading: Reading, schema: Schema) -> None:
    assert reading.word("acquirer", "ko") == "인수자"
    assert reading.word("acquirer", "en") == "acquirer"
    assert Reading(ox.Store(), schema).word("acquirer", "ko") == "acquirer"
