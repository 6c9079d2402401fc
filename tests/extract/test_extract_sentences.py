"""Sentences and what they say, from the lists of them: what is not listed must not be found."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from short_form import parse

LISTS = ("sentences.toml", "spoken.toml", "whom.toml", "people.toml", "layout.toml")
CASES = [
    case
    for name in LISTS
    for case in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["case"]
]
Says = Callable[[str], list[dict[str, str]]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_sentence_says_just_what_is_listed(case: dict[str, object], says: Says) -> None:
    wanted = [parse(short) for short in case["says"]]  # type: ignore[attr-defined] # a list of texts
    found = [_without_unasked(one, wanted) for one in says(str(case["text"]))]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def _without_unasked(found: dict[str, str], wanted: list[dict[str, str]]) -> dict[str, str]:
    """Less the metric, where no listed statement of the type names one."""
    asked = {key for one in wanted if one["type"] == found["type"] for key in one}
    return {key: value for key, value in found.items() if key != "metric" or key in asked}
