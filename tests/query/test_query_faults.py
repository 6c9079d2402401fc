"""A query that is wrong is shown with the place, and a caret below it."""

# ruff: noqa: E501  (a case a line reads best)

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.faults import pointed
from kg.query.question import Question
from kg.query.run import Local
from kg.sparql.header import Header

HEADER = Header({}, {}, (), ())

FAULTS = [
    ("SELECT ?s { ?s a kg:M FLTER(?s) }", "q:1:23: FLTER is no word of SPARQL; did you mean FILTER?"),
    ("SELECT ?s {\n ?가나 a kg:M }", "q:2:8: the prefix kg: is not declared (PREFIX kg: <…>)"),
    ("SELECT ?s { ?s ?p ?o", "q:1:11: { is never closed"),
    ("SELECT ?s { ?s ?p ?o FILTER(?s = } ", "q:1:34: } where ( is still open"),
    ("SELECT ?s { ?s ?p ?o } }", "q:1:24: } closes nothing"),
    ("SELECT ?s { ?s ?p 'abc }", "q:1:19: this string is not closed"),
    ("SELECT ?s { ?s ?p }", "q:1:19: } does not fit here"),
    ("SELECT ?s { ?s a <b> }", "q:1:18: <b> is relative, and there is no base (--base IRI)"),
    ("INSERT DATA { <a:a> <a:b> <a:c> }", "q:1:1: INSERT is an update; kg query only reads"),
    ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "q:1:39: SELECT contains a variable"),
    ("SELECT", "q:1:1: SELECT does not fit here"),
]  # fmt: skip


def _ask(text: str) -> KgError:
    with pytest.raises(KgError) as error:
        Local(ox.Store()).run(Question(text, "q", HEADER), text)
    return error.value


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_faults(text: str, message: str) -> None:
    error = _ask(text)
    assert str(error).startswith(message)
    assert error.exit_code == 2
    assert error.where is not None
    line, caret = str(error).split("\n")[1:]
    assert line.strip() == text.split("\n")[(error.where.line or 0) - 1].strip()
    assert caret.strip() == "^"


def test_the_caret_stands_below_wide_characters() -> None:
    assert pointed("a\n가나\tx y", 5) == "    가나\tx y\n        \t^"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "q:1:12: SERVICE would ask"),
        ("SELECT * FROM <http://e/g> { ?s ?p ?o }", "q:1:15: no graph <http://e/g> is here"),
        ("SELECT * FROM NAMED <file:///etc/passwd> {}", "q:1:21: no graph <file:///etc/passwd>"),
        ("PREFIX e: <http://e/> ASK FROM e:g {}", "q:1:32: no graph e:g is here"),
    ],
)
def test_nothing_is_fetched(text: str, message: str) -> None:
    assert str(_ask(text)).startswith(message)


def test_from_a_graph_of_the_dataset() -> None:
    store = ox.Store()
    store.load(b"<a:s> <a:p> 1 .", format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("http://e/g"))
    text = "BASE <http://e/> ASK FROM <g> { ?s ?p 1 }"
    assert Local(store).run(Question(text, "q", HEADER), text)


def test_the_word_from_elsewhere_is_no_clause() -> None:
    text = "# FROM <x>\nPREFIX e: <http://e/> ASK { ?from e:from 'FROM <x> SERVICE' }"
    assert not Local(ox.Store()).run(Question(text, "q", HEADER), text)
