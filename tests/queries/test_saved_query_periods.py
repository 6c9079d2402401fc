"""Lists of events by a period: as far as their dates may lie in it."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.query.parameters import filled
from kg.query.question import Question
from kg.sparql.header import read_header

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "cases" / "queries" / "graph.trig"
FACTS = """\
@prefix kg: <https://w3id.org/companykg#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <http://e/> .
<year> a kg:Milestone ; kg:subject <a> ; kg:date <2014> .
<month> a kg:Milestone ; kg:subject <a> ; kg:date <2014-10> .
<day> a kg:Milestone ; kg:subject <a> ; kg:date <2014-10-31> .
<undated> a kg:Milestone ; kg:subject <a> .
<2014> kg:edtf "2014" ;
  kg:earliest "2014-01-01"^^xsd:date ; kg:latest "2014-12-31"^^xsd:date .
<2014-10> kg:edtf "2014-10" ;
  kg:earliest "2014-10-01"^^xsd:date ; kg:latest "2014-10-31"^^xsd:date .
<2014-10-31> kg:edtf "2014-10-31" ;
  kg:earliest "2014-10-31"^^xsd:date ; kg:latest "2014-10-31"^^xsd:date .
"""
NAMES = [
    path.stem
    for path in sorted((ROOT / "queries").glob("*.rq"))
    if read_header(path.read_text("utf-8"), path.name).parameter("since")
]
Rows = list[tuple[str, ...]]


def raw(name: str) -> str:
    return (ROOT / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def asked(store: ox.Store, text: str) -> Rows:
    result = store.query(text)
    assert isinstance(result, ox.QuerySolutions)
    return [tuple("" if term is None else term.value for term in row) for row in result]


def within(store: ox.Store, name: str, **given: str) -> Rows:
    text = raw(name)
    question = Question(text, name, read_header(text, name))
    return asked(store, filled(question, given, {}, lambda iri, _: iri))


@pytest.fixture(scope="module")
def case() -> ox.Store:
    store = ox.Store()
    store.load(path=str(CASE), format=ox.RdfFormat.TRIG)
    return store


def test_lists_of_events_have_periods() -> None:
    assert NAMES == ["acquisitions", "mergers", "milestones", "outages", "timeline"]


@pytest.mark.parametrize(
    ("given", "events"),
    [
        ({}, "year month day undated"),
        ({"since": "2014"}, "year month day"),
        ({"since": "2014-10-31"}, "year month day"),
        ({"since": "2014-11"}, "year"),
        ({"since": "2015"}, ""),
        ({"until": "2014"}, ""),
        ({"until": "2014-01-02"}, "year"),
        ({"until": "2014-10"}, "year"),
        ({"until": "2014-10-31"}, "year month"),
        ({"until": "2015"}, "year month day"),
        ({"since": "2014-10-31", "until": "2014-11"}, "year month day"),
    ],
)
def test_a_period_has_what_may_have_been_in_it(given: dict[str, str], events: str) -> None:
    store = ox.Store()
    store.load(FACTS.encode(), format=ox.RdfFormat.TURTLE)
    found = {row[-1].removeprefix("http://e/") for row in within(store, "milestones", **given)}
    assert found == set(events.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_period_takes_rows_away_only(name: str, case: ox.Store) -> None:
    every = within(case, name)
    for date in sorted({row[0] for row in every if row[0][:4].isdigit()}):
        for given in ({"since": date}, {"until": date}, {"since": date, "until": "9999"}):
            some = within(case, name, **given)
            assert some == [row for row in every if row in some]
        assert [row for row in within(case, name, since=date) if row[0] == date]


@pytest.mark.parametrize("name", NAMES)
def test_the_file_as_it_is_gives_all_rows(name: str, case: ox.Store) -> None:
    """Its parameters are variables that no other engine binds."""
    assert asked(case, raw(name)) == within(case, name)


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
def test_so_does_another_engine(case: ox.Store) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(CASE, format="trig")
    assert len(list(dataset.query(raw("mergers")))) == len(within(case, "mergers"))
