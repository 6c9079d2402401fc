"""The scorer: what it calls found, what right, and that it counts each fact once."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "extraction"))

from fact import annotated, extracted
from match import assigned, detects, strictly
from score import scored

GOLD: dict[str, Any] = {
    "type": "Acquisition",
    "date": "2014-10",
    "roles": {"acquirer": [["다온넷", "다온"]], "target": [["(주)푸른뮤직"]]},
    "start": 10,
    "end": 40,
}


def _line(**changes: Any) -> dict[str, Any]:
    roles = {"acquirer": ["다온"], "target": ["푸른 뮤직"]}
    line = {"type": "Acquisition", "date": "2014-10", "roles": roles}
    return {**line, "evidence": [{"start": 10, "end": 40}], **changes}


@pytest.mark.parametrize(
    ("changes", "found", "right"),
    [
        ({}, True, True),
        ({"date": "2014"}, True, False),
        ({"roles": {"acquirer": ["새벽소프트"], "target": ["푸른뮤직"]}}, True, False),
        ({"roles": {"acquirer": ["푸른뮤직"], "target": ["다온"]}}, False, False),
        ({"type": "Merger", "roles": {"participant": ["다온", "푸른뮤직"]}}, False, False),
        ({"date": None, "evidence": [{"start": 50, "end": 60}]}, False, False),
        ({"evidence": [{"start": 50, "end": 60}]}, True, True),
        ({"date": None, "evidence": [{"start": 0, "end": 900}]}, False, False),
    ],
)
def test_what_is_found_and_what_is_right(changes: Any, found: bool, right: bool) -> None:
    (gold,) = annotated(GOLD)
    (output,) = extracted(_line(**changes))
    assert detects(output, gold) is found
    assert strictly(output, gold) is right


def test_what_lists_several_things_is_several_facts() -> None:
    line = _line(roles={"acquirer": ["다온"], "target": ["가", "나"]})
    assert len(list(extracted(line))) == 2


def test_each_annotated_fact_is_matched_once_and_required_ones_first() -> None:
    outputs = [fact for _ in range(2) for fact in extracted(_line())]
    golds = [fact for _ in range(2) for fact in annotated(GOLD)]
    assert sorted(assigned(outputs, golds, 1, strictly).values()) == [0, 1]
    assert list(assigned(outputs[:1], golds, 1, strictly).values()) == [0]


def test_figures(tmp_path: Path) -> None:
    text = "다온넷은 2014년 10월 (주)푸른뮤직을 인수했다."
    gold = {**GOLD, "start": 0, "end": len(text)}
    (tmp_path / "a.json").write_text(
        json.dumps({"genre": "news", "facts": [gold], "optional": []}), encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    whole = [{"start": 0, "end": len(text), "quote": text}]
    lines = [_line(evidence=whole), _line(date="2013", evidence=whole)]
    scores = scored([tmp_path / "a.json"], tmp_path, lambda _: lines)
    strict = scores.tallies["strict", "all"]
    assert (strict.hit, strict.extra, strict.missed) == (1, 1, 0)
    assert strict.f1 == pytest.approx(2 / 3)
    assert scores.misquoted == 0
