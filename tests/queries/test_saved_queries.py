"""Every saved query: what it promises, and its rows over tests/cases/queries in every engine."""

import csv
import io
import itertools
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.query.parameters import filled
from kg.query.question import Question
from kg.sparql.header import TYPES, read_header

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "queries"
CASES = ROOT / "tests" / "cases" / "queries"
NAMES = sorted(path.stem for path in QUERIES.glob("*.rq"))
BASE = "https://example.org/kg/"

# The columns that programs rely on, in this order; more may follow.
CONTRACT = {
    "acquisitions": "date acquirer target share quote",
    "at": "",
    "conflicts": "event label property value quote othervalue otherquote",
    "events": "event type eventdate role participant name status date document start end quote",
    "evidence": "fact document start end quote",
    "lineage": "predecessor successor event date",
    "mergers": "date company role result status quote disputed",
    "milestones": "date subject metric value",
    "names": "entity name kind from until",
    "outages": "date incident service operator cause",
    "people": "person position company from until",
    "profile": "property value date",
    "services": "operator service launched discontinued",
    "subsidiaries": "parent company from until",
    "timeline": "date type label document",
}

GIVEN = {
    "profile": {"company": f"<{BASE}company/다음카카오>"},
    "at": {"company": f"<{BASE}company/아이위랩>", "date": "2010-09-15"},
}

Rows = list[tuple[str, ...]]


def _text(name: str) -> str:
    text = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    asked = Question(text, name, read_header(text, name))
    return filled(asked, GIVEN.get(name, {}), {}, lambda iri, _: iri.strip("<>"))


def _quads() -> list[ox.Quad]:
    return list(ox.parse(path=str(CASES / "graph.trig"), format=ox.RdfFormat.TRIG))


def _ask(store: ox.Store, name: str, union: bool = False) -> Rows:
    result = store.query(_text(name), use_default_graph_as_union=union)
    assert isinstance(result, ox.QuerySolutions)
    columns = tuple(variable.value for variable in result.variables)
    return [columns, *(tuple(_value(term) for term in row) for row in result)]


def _store(quads: list[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.extend(quads)
    return store


def _value(term: object) -> str:
    if term is None:
        return ""
    text = str(term) if isinstance(term, rdflib.term.Identifier) else getattr(term, "value", "")
    return text.replace(BASE, "")


def _expected(name: str) -> Rows:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def _difference(got: Rows, expected: Rows) -> str:
    """The first cell that differs, by row and column."""
    columns = expected[0]
    for number, (row, want) in enumerate(itertools.zip_longest(got, expected)):
        if row is None or want is None:
            return f"row {number}: {row!r} where {want!r} is due"
        for column, cell, due in itertools.zip_longest(columns, row, want):
            if cell != due:
                return f"row {number}, column {column}: {cell!r} where {due!r} is due"
    return ""


def test_all_of_the_contract_are_there() -> None:
    assert set(CONTRACT) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_header(name: str) -> None:
    header = read_header((QUERIES / f"{name}.rq").read_text(encoding="utf-8"), name)
    for texts in (header.title, header.description, *(p.help for p in header.params)):
        assert set(texts) == {"ko", "en"}
    assert all(parameter.type in TYPES for parameter in header.params)
    due = tuple(CONTRACT.get(name, "").split())
    assert header.columns[: len(due)] == due


@pytest.mark.parametrize("name", NAMES)
def test_rows(name: str) -> None:
    assert not _difference(_ask(_store(_quads()), name), _expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_rows_do_not_depend_on_the_order_of_loading(name: str) -> None:
    assert not _difference(_ask(_store(_quads()[::-1]), name), _expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_rows_on_a_server_that_merges_graphs(name: str) -> None:
    assert not _difference(_ask(_store(_quads()), name, union=True), _expected(name))


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
@pytest.mark.parametrize("union", [False, True], ids=["apart", "merged"])
@pytest.mark.parametrize("name", NAMES)
def test_rows_in_another_engine(name: str, union: bool) -> None:
    dataset = rdflib.Dataset(default_union=union)
    dataset.parse(CASES / "graph.trig", format="trig")
    result = dataset.query(_text(name))
    columns = result.vars or []
    rows = [tuple(_value(row.get(column)) for column in columns) for row in result.bindings]
    assert not _difference([tuple(map(str, columns)), *rows], _expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_rows_of_facts_alone(name: str) -> None:
    """In plain Turtle the documents' spans lie beside the facts; there are no claims."""
    if name in {"conflicts", "events"}:
        pytest.skip("is about claims")
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object)
        for quad in _quads()
        if "#claim=" not in quad.subject.value
    ]
    assert not _difference(_ask(_store(quads), name), _expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_store_gives_the_header_only(name: str) -> None:
    header = read_header((QUERIES / f"{name}.rq").read_text(encoding="utf-8"), name)
    assert _ask(ox.Store(), name) == [header.columns]


@pytest.mark.parametrize("name", NAMES)
def test_no_row_twice_and_a_total_order(name: str) -> None:
    rows = _expected(name)
    assert len(set(rows)) == len(rows)
    assert "ORDER BY" in _text(name)


def test_a_difference_is_told_by_its_cell() -> None:
    want: Rows = [("a", "b"), ("1", "2")]
    assert _difference([("a", "b"), ("1", "3")], want) == "row 1, column b: '3' where '2' is due"
    assert "row 1: None" in _difference([("a", "b")], want)
    buffer = io.StringIO()
    csv.writer(buffer).writerows(want)
    assert not _difference(want, want)
