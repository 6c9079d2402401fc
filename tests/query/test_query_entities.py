"""A name means its present bearer, or the bearer on a day."""

import unicodedata
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.query.entities import Names
from kg.query.run import Local

CASE = Path(__file__).parents[1] / "cases" / "queries" / "graph.trig"
BASE = "https://example.org/kg/"


def _find(name: str, day: str | None = None) -> tuple[str, list[str]]:
    store = ox.Store()
    store.load(path=str(CASE), format=ox.RdfFormat.TRIG)
    said: list[str] = []
    names = Names(Local(store).query, said.append, BASE)
    return names.entity(name, day).removeprefix(BASE), said


@pytest.mark.parametrize(
    ("name", "day", "expected", "others"),
    [
        ("카카오", None, "company/다음카카오", ["company/아이위랩"]),
        ("카카오", "2012-01-01", "company/아이위랩", ["company/다음카카오"]),
        ("카카오", "2016-01-01", "company/다음카카오", ["company/아이위랩"]),
        ("아이위랩", None, "company/아이위랩", []),
        ("아이위랩", "2020-01-01", "company/아이위랩", []),
        ("다음카카오", None, "company/다음카카오", []),
        ("다음", None, "company/다음커뮤니케이션", []),
        ("바로투자증권", None, "company/바로투자증권", []),
        ("카카오뱅크", None, "company/카카오뱅크", ["service/카카오뱅크"]),
        ("카카오톡", None, "service/카카오톡", []),
    ],
)
def test_bearers(name: str, day: str | None, expected: str, others: list[str]) -> None:
    found, said = _find(name, day)
    assert found == expected
    assert len(said) == bool(others)
    assert all(f"<{BASE}{other}>" in said[0] for other in others)


def test_another_spelling() -> None:
    assert _find("㈜ 다음 카카오") == ("company/다음카카오", ["㈜ 다음 카카오: read as 다음카카오"])


ENCODED = "company/%EB%8B%A4%EC%9D%8C%EC%B9%B4%EC%B9%B4%EC%98%A4"


@pytest.mark.parametrize(
    "spelt",
    [
        "company/다음카카오",
        ENCODED,
        ENCODED.lower(),
        BASE + "company/다음카카오",
        f"<{BASE}company/다음카카오>",
        BASE + ENCODED,
        unicodedata.normalize("NFD", BASE + "company/다음카카오"),
    ],
)
def test_an_iri_however_it_is_spelt(spelt: str) -> None:
    assert _find(spelt) == ("company/다음카카오", [])


def test_an_iri_that_the_graph_does_not_have_is_told() -> None:
    iri = "https://example.org/other/company/가"
    assert _find(iri) == (iri, [f"{iri} is not in the graph"])


def test_what_is_no_iri_is_told() -> None:
    with pytest.raises(KgError, match="is no absolute IRI"):
        _find("<가 나>")


def test_an_unknown_name_names_the_nearest() -> None:
    with pytest.raises(KgError) as error:
        _find("카카오커머셜")
    assert "nothing in the graph is named '카카오커머셜'" in str(error.value)
    assert "카카오커머스" in str(error.value)


def test_decomposed_hangul_is_the_same_name() -> None:
    assert _find(unicodedata.normalize("NFD", "카카오톡"))[0] == "service/카카오톡"
