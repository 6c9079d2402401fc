"""How well documents are read: figures that must not fall back, by our scorer and another."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SHARED = CHECKOUT.parent / "shared"
SCORER = SHARED / "score" / "score_events.py"
FLOORS = [
    (SHARED / "seed", SHARED / "seed", 0.97, 0.95),
    (CHECKOUT / "tests/cases/kakao", CHECKOUT / "data/documents", 0.97, 0.95),
]
"""Gold, texts, and the least F1 of detection and of strict matches."""


@pytest.mark.skipif(
    not SCORER.exists(), reason="the scorer lies beside the checkout; it is not there"
)
@pytest.mark.parametrize(("gold", "texts", "detection", "strict"), FLOORS)
def test_it_reads_at_least_as_well(
    gold: Path, texts: Path, detection: float, strict: float, tmp_path: Path
) -> None:
    figures = tmp_path / "figures.json"
    kg = [sys.executable, "-m", "kg", "extract", "{text}", "--format", "jsonl"]
    command = [sys.executable, SCORER, gold, texts, "--json", figures, "--", *kg]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    found = json.loads(figures.read_text("utf-8"))
    valid, of = found["rates"]["evidence quote is text[start:end]"]
    assert valid == of > 0
    assert found["levels"]["detection all"]["f1"] >= detection
    assert found["levels"]["strict all"]["f1"] >= strict


def test_every_set_of_documents_is_read_as_well_as_before() -> None:
    command = [sys.executable, CHECKOUT / "benchmarks" / "extraction", "--check"]
    run = subprocess.run(command, cwd=CHECKOUT, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
