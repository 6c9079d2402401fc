"""Results in every format."""

import io
import json

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.formats import FORMATS, GRAPH, ROWS, SUFFIXES, chosen, write
from kg.rdf.serialize import FORMATS as SERIALIZED

DATA = """@prefix e: <http://e/> .
e:a e:p "가|나\\n\\u001b[31m", 5, 1.50, true, "x"@ko, _:b ."""
ROW = "SELECT ?o ?none { <http://e/a> <http://e/p> ?o } ORDER BY DATATYPE(?o) STR(?o)"


def _written(query: str, name: str) -> str:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    output = io.BytesIO()
    write(store.query(query), name, output, {"e": "http://e/", "unused": "http://u/"})
    return output.getvalue().decode()


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if f.holds == ROWS and f.writer])
def test_rows_of_nothing(name: str) -> None:
    text = _written("SELECT ?a ?b { ?a <http://e/none> ?b }", name)
    expected = {
        "csv": "a,b\r\n",
        "tsv": "?a\t?b\n",
        "jsonl": "",
        "md": "| a | b |\n| --- | --- |\n",
    }
    assert text == expected.get(name, text)
    assert text.endswith("\n") or not text


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if f.holds == ROWS and f.writer])
@pytest.mark.parametrize("answer", ["true", "false"])
def test_yes_or_no(name: str, answer: str) -> None:
    text = _written(f"ASK {{ FILTER({answer}) }}", name)
    assert answer in text
    assert text.endswith("\n")


def test_standard_formats_are_read_back() -> None:
    formats = ox.QueryResultsFormat
    for name, fmt in (("json", formats.JSON), ("xml", formats.XML), ("tsv", formats.TSV)):
        result = ox.parse_query_results(_written(ROW, name).encode(), format=fmt)
        assert isinstance(result, ox.QuerySolutions)
        assert [v.value for v in result.variables] == ["o", "none"]
        assert len(list(result)) == 6


def test_jsonl_has_every_column_and_plain_values() -> None:
    lines = [json.loads(line) for line in _written(ROW, "jsonl").splitlines()]
    assert all(list(line) == ["o", "none"] and line["none"] is None for line in lines)
    values = [line["o"] for line in lines if not str(line["o"]).startswith("_:")]
    assert set(map(repr, values)) == {"True", "1.5", "5", "'가|나\\n\\x1b[31m'", "'x'"}


def test_markdown_keeps_a_row_on_its_line() -> None:
    assert "| 가\\|나 \ufffd[31m |  |" in _written(ROW, "md").splitlines()


def test_graphs_are_sorted_and_the_same_every_time() -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    assert _written(query, "turtle") == _written(query, "turtle")
    assert "@prefix unused" not in _written(query, "turtle")
    lines = _written(query, "nt").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 6
    back = ox.Dataset(ox.parse(_written(query, "turtle").encode(), format=ox.RdfFormat.TURTLE))
    assert len(back) == 6


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if f.holds == GRAPH])
def test_a_graph_in_every_format_is_read_back(name: str) -> None:
    query = (
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(ISBLANK(?o) || !CONTAINS(STR(?o), '가')) }"
    )
    back = ox.Dataset(ox.parse(_written(query, name).encode(), format=SERIALIZED[name]))
    due = ox.Dataset(ox.parse(_written(query, "nt").encode(), format=ox.RdfFormat.N_TRIPLES))
    for graph in (back, due):
        graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert len(due) == 5
    assert back == due


def test_what_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(KgError):
        _written("CONSTRUCT { ?s <http://e/1> ?o } WHERE { ?s ?p ?o }", "rdfxml")


@pytest.mark.parametrize(
    ("asked", "query", "expected"),
    [
        (None, "ASK {}", "csv"),
        (None, "CONSTRUCT WHERE { ?s ?p ?o }", "turtle"),
        ("json", "ASK {}", "json"),
        ("nt", "DESCRIBE <http://e/a>", "nt"),
    ],
)
def test_chosen(asked: str | None, query: str, expected: str) -> None:
    assert chosen(asked, ox.Store().query(query), "csv") == expected


@pytest.mark.parametrize(
    ("asked", "query", "message"),
    [
        ("turtle", "ASK {}", "turtle cannot hold rows (choose table, csv, "),
        (
            "csv",
            "CONSTRUCT WHERE { ?s ?p ?o }",
            "csv cannot hold a graph (choose turtle, trig, nt, nq, jsonld, rdfxml)",
        ),
    ],
)
def test_formats_that_do_not_fit(asked: str, query: str, message: str) -> None:
    with pytest.raises(KgError) as error:
        chosen(asked, ox.Store().query(query), "csv")
    assert str(error.value).startswith(message)


def test_tables() -> None:
    assert set(SUFFIXES.values()) <= set(FORMATS)
    assert {f.holds for f in FORMATS.values()} == {ROWS, GRAPH}
