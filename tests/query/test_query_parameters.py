"""Values that users give to parameters."""

# ruff: noqa: E501  (a case a line reads best)

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.parameters import filled, given
from kg.query.question import Question
from kg.sparql.header import Header, Parameter, read_header


def _question(text: str, *params: Parameter) -> Question:
    return Question(text, "q.rq", Header({}, {}, (), params))


def _none(name: str, day: str | None) -> str:
    raise AssertionError("no entity is asked for")


NAME = Parameter("name", "string", {}, None)
WHAT = Parameter("what", "iri", {}, None)
WHO = Parameter("who", "entity", {}, None)
DAY = Parameter("date", "date", {}, None)
LIMIT = Parameter("limit", "integer", {}, "3")


def test_given_pairs() -> None:
    assert given(["a=b=c", "?d=", " e =f"]) == {"a": "b=c", "d": "", "e": "f"}


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        (["company"], "-p company: not name=value"),
        (["=x"], "-p =x: not name=value"),
        (["a=1", "a=2"], "the parameter a is given twice"),
    ],
)
def test_bad_pairs(pairs: list[str], message: str) -> None:
    with pytest.raises(KgError) as error:
        given(pairs)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("question", "values", "message"),
    [
        (_question("?name ?who", NAME, WHO), {}, "q.rq: needs name, who (add -p name=… -p who=…)"),
        (_question("?name", NAME), {"nam": "x", "name": "y"}, "q.rq: has no parameter nam (did you"),
        (_question("?name"), {"x": "y"}, "q.rq: has no parameter x (declare it: #+ [params.x]"),
        (_question("?other", NAME), {"name": "x"}, "q.rq: the header declares name, but the query"),
        (_question("?date", DAY), {"date": "2014"}, "-p date: '2014' is no day (write it as 2014-"),
        (_question("?limit", LIMIT), {"limit": "x"}, "-p limit: 'x' is no whole number"),
        (_question("?what", WHAT), {"what": "x y"}, "-p what: 'x y' is no absolute IRI"),
    ],
)  # fmt: skip
def test_bad_values(question: Question, values: dict[str, str], message: str) -> None:
    with pytest.raises(KgError) as error:
        filled(question, values, {}, _none)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        (NAME, "a", '"a"'),
        (WHAT, "k:Merger", "<https://k/Merger>"),
        (WHAT, "own:x", "<http://own/x>"),
        (WHAT, "<urn:x>", "<urn:x>"),
        (LIMIT, None, '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ],
)
def test_terms(parameter: Parameter, value: str | None, expected: str) -> None:
    text = f"PREFIX own: <http://own/> ASK {{ FILTER(?{parameter.name} = 1) }}"
    values = {} if value is None else {parameter.name: value}
    bound = filled(_question(text, parameter), values, {"k": "https://k/"}, _none)
    assert f"FILTER( {expected}  = 1)" in bound


@pytest.mark.parametrize("value", ["https://e/x", "k:x"])
def test_the_iri_of_an_entity_is_looked_up_too(value: str) -> None:
    def entity(name: str, _day: str | None) -> str:
        return name.replace("x", "y")

    asked = _question("ASK { FILTER(?who = 1) }", WHO)
    assert "<https://e/y>" in filled(asked, {"who": value}, {"k": "https://e/"}, entity)


def test_a_bad_day_is_told_of_its_own_parameter() -> None:
    asked = _question("?who ?date", WHO, DAY)
    with pytest.raises(KgError, match="-p date: 'gestern' is no day"):
        filled(asked, {"who": "가", "date": "gestern"}, {}, _none)


def test_an_entity_is_asked_for_on_the_day_given() -> None:
    asked: list[tuple[str, str | None]] = []

    def entity(name: str, day: str | None) -> str:
        asked.append((name, day))
        return "https://e/x"

    filled(_question("?who", WHO), {"who": "가"}, {}, entity)
    both = _question("?who ?date", WHO, DAY)
    filled(both, {"who": "가", "date": "2014-10-01"}, {}, entity)
    assert asked == [("가", None), ("가", "2014-10-01")]


def test_an_optional_parameter_that_is_left_out_stays_a_variable() -> None:
    text = (
        "#+ [params.since]\n#+ type = 'period'\n#+ optional = true\n"
        "SELECT ?day { VALUES ?day { 1 } FILTER(!BOUND(?since) || '2014' >= ?since) }"
    )
    asked = Question(text, "q", read_header(text, "q"))
    assert filled(asked, {}, {}, lambda given, _: given) == text
    store = ox.Store()
    for since, rows in (("2014", 1), ("2014-10", 0)):
        found = store.query(filled(asked, {"since": since}, {}, lambda given, _: given))
        assert isinstance(found, ox.QuerySolutions)
        assert len(list(found)) == rows
