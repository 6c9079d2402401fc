"""Rows as Python values, and as tables of other libraries."""

import io
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.formats import write
from kg.query.solutions import Solutions, solutions
from kg.query.values import Iri, value

XSD = "http://www.w3.org/2001/XMLSchema#"


def literal(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


VALUES = [
    (None, None),
    (ox.NamedNode("http://e/a"), Iri("http://e/a")),
    (ox.BlankNode("b"), "_:b"),
    (ox.Literal("가"), "가"),
    (ox.Literal("가", language="ko"), "가"),
    (literal("-12", "integer"), -12),
    (literal("1.50", "decimal"), Decimal("1.50")),
    (literal("1.5E3", "double"), 1500.0),
    (literal("-INF", "float"), float("-inf")),
    (literal("1", "boolean"), True),
    (literal("false", "boolean"), False),
    (literal("2014-10-31", "date"), date(2014, 10, 31)),
    (literal("2014-10-31T01:02:03Z", "dateTime"), datetime(2014, 10, 31, 1, 2, 3, tzinfo=UTC)),
    (literal("2014", "gYear"), "2014"),
]
TEXTS = [
    ("1_000", "integer"), ("٣", "integer"), (" 3", "integer"), ("1e3", "decimal"),
    ("Infinity", "double"), ("1_0.5", "double"), ("yes", "boolean"), ("20141031", "date"),
    ("2014-W01-1", "date"), ("2014-02-30", "date"), ("2014-10-31Z", "date"),
    ("-0044-03-15", "date"), ("2014-10-31", "dateTime"), ("9" * 5000, "integer"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "expected"), VALUES)
def test_a_term_has_a_value(term, expected: object) -> None:
    found = value(term)
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(("text", "kind"), TEXTS)
def test_what_python_cannot_hold_or_xsd_does_not_write_is_its_text(text: str, kind: str) -> None:
    assert value(literal(text, kind)) == text


def rows(query: str) -> tuple[Solutions, str]:
    """The rows of a query, and its CSV as the engine writes it."""
    store = ox.Store()
    output = io.BytesIO()
    write(store.query(query), "csv", output, {})
    found = store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return solutions(found, {"e": "http://e/", "": "http://base/"}), output.getvalue().decode()


SOME = """SELECT ?a ?b ?c { VALUES (?a ?b ?c) {
  (<http://e/가> "x,\\"y\\"\\n<b>" 1.5) (UNDEF true "2014-10-31"^^<http://www.w3.org/2001/XMLSchema#date>)
  (<http://base/z> "\\u001b[31m" 7) } }"""


def test_csv_is_that_of_the_engine() -> None:
    found, csv = rows(SOME)
    assert found.to_csv() == csv


def test_rows_are_a_sequence_of_dicts() -> None:
    found, _ = rows(SOME)
    assert found[1] == {"a": None, "b": True, "c": date(2014, 10, 31)}
    assert list(found) == found.to_dicts() == [found[0], found[1], found[2]]
    assert found[-1:].rows == (found.rows[2],)
    assert (len(found), found.column("c")) == (3, (Decimal("1.5"), date(2014, 10, 31), 7))
    assert repr(found[:1]) == "<Solutions: 1 row of a, b, c>"
    with pytest.raises(KgError, match=r"no column d \(one of a, b, c\)"):
        found.column("d")
    with pytest.raises(IndexError):
        found[3]


def test_a_notebook_gets_a_table_that_cannot_speak() -> None:
    html = rows(SOME)[0]._repr_html_()
    assert "<td>e:가</td>" in html
    assert "<td>z</td>" in html
    assert "&lt;b&gt;" in html
    assert "\x1b" not in html
    assert html.endswith("<p>3 rows</p>")


def test_a_notebook_gets_the_first_rows_of_many() -> None:
    html = Solutions(("n",), tuple((n,) for n in range(130)))._repr_html_()
    assert html.count("<tr>") == 101
    assert html.endswith("<p>130 rows, 30 not shown</p>")


def test_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    found, _ = rows(SOME)
    frame = found.to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == ["a", "b", "c"]
    assert frame["c"].tolist() == list(found.column("c"))
    assert type(frame["a"][0]) is str
    assert list(found[:0].to_pandas().columns) == ["a", "b", "c"]


def test_polars() -> None:
    polars = pytest.importorskip("polars")
    found, _ = rows(SOME)
    frame = found.to_polars()
    assert frame.columns == ["a", "b", "c"]
    assert frame["a"].to_list() == ["http://e/가", None, "http://base/z"]
    assert frame["c"].to_list() == ["1.5", "2014-10-31", "7"]
    assert rows("SELECT (1 AS ?n) {}")[0].to_polars().schema == {"n": polars.Int64}
    assert found[:0].to_polars().columns == ["a", "b", "c"]


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_package_that_is_not_installed_is_named(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(KgError, match=rf"{package} is not installed \(pip install {package}\)"):
        getattr(Solutions(("a",), ()), f"to_{package}")()


def test_a_file_that_cannot_be_written(tmp_path) -> None:
    Solutions(("a",), (("가",),)).to_csv(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == "a\r\n가\r\n".encode()
    with pytest.raises(KgError, match="cannot be written"):
        Solutions(("a",), ()).to_csv(tmp_path / "none" / "a.csv")


def test_importing_costs_no_data_frames() -> None:
    code = "import kg.query.solutions, sys; print(*{'pandas', 'polars'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""
