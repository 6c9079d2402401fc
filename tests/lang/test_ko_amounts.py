"""Amounts in Korean: the phrases of tests/cases/amounts.toml, and what holds of every text."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang.ko.amounts import find_amounts

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "amounts.toml").read_text(encoding="utf-8")
)["amounts"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "(empty)")
def test_amounts(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[text[a.start : a.end], str(a.value), a.unit] for a in find_amounts(text)]
    assert found == case["found"]


WORDS = """
1 20 300 1,000 2.5 0 만 억 조 천 백 십 원 달러 % 명 개국 건 대 여 수 몇 ~ - . , $ 이 년 ５
"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), " ", "\n"]), max_size=16).map("".join)


@given(st.one_of(PIECES, st.text(max_size=20)))
def test_amounts_are_in_order_apart_and_finite(text: str) -> None:
    end = 0
    for amount in find_amounts(text):
        assert end <= amount.start < amount.end <= len(text)
        assert amount.value.is_finite()
        assert amount.value >= 0
        end = amount.end


def spelled(number: int) -> str:
    """A number as newspapers write it: 1조 2000억 30만 5."""
    words = []
    for scale, name in ((10**12, "조"), (10**8, "억"), (10**4, "만")):
        count, number = divmod(number, scale)
        if count:
            words.append(f"{count}{name}")
    return "".join(words) + (str(number) if number else "")


@given(st.integers(min_value=1, max_value=10**15), st.sampled_from(["원", " 원"]))
def test_a_number_is_read_back_however_it_is_written(number: int, won: str) -> None:
    for text in (f"{spelled(number)}{won}", f"{number:,}{won}", f"{number}{won}"):
        (amount,) = find_amounts(text)
        assert (amount.start, amount.end) == (0, len(text))
        assert (amount.value, amount.unit) == (Decimal(number), "KRW")
