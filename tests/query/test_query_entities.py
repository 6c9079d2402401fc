"""A name means its present bearer, or the bearer on a day."""

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
    return Names(Local(store).query, said.append).entity(name, day).removeprefix(BASE), said


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


def test_an_unknown_name_names_the_nearest() -> None:
    with pytest.raises(KgError) as error:
        _find("카카오커머셜")
    assert "nothing in the graph is named '카카오커머셜'" in str(error.value)
    assert "카카오커머스" in str(error.value)


def test_decomposed_hangul_is_the_same_name() -> None:
    import unicodedata  # noqa: PLC0415  (this test alone)

    assert _find(unicodedata.normalize("NFD", "카카오톡"))[0] == "service/카카오톡"
