"""Hostile inputs: the same mutants of each kind every time; benchmarks/fuzz runs thousands."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "fuzz"))

from formats import KINDS
from mutants import LARGEST, mutant
from outcome import HANG, Outcome, failure
from runs import Runner, Trial
from shrink import shrunk

MUTANTS = {"rdf": 60, "claims": 50, "documents": 50, "shapes": 60}
FEWER = 15


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    running = Runner(tmp_path_factory.mktemp("fuzz"))
    yield running
    running.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_mutant_ends_in_an_answer_or_one_line(kind: str, runner: Runner) -> None:
    found = {}
    for number in range(MUTANTS.get(kind, FEWER)):
        trial = Trial(kind, f"{kind}-ci-{number}")
        call, data = trial.made()
        outcome = runner.run(call, data)
        if outcome.code != HANG:  # how fast the machine is, is no matter of a test
            found[trial.seed] = failure(outcome._replace(seconds=0.0))
    assert {seed: why for seed, why in found.items() if why} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_seed_makes_the_same_mutant_again(kind: str) -> None:
    words = KINDS[kind].dictionary()
    made = {mutant(f"{kind}-{number}", words.others[0], words) for number in range(20)}
    again = {mutant(f"{kind}-{number}", words.others[0], words) for number in range(20)}
    assert made == again
    assert len(made) > 10
    assert max(map(len, made)) <= max(LARGEST, len(words.others[0]))


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (Outcome(0, "", 0.1), ""),
        (Outcome(0, "loaded 1 fact from a (0 already there, 0 refused)\n", 0.1), ""),
        (Outcome(2, "kg: a.ttl:1:2: no\n", 0.1), ""),
        (Outcome(2, "kg: q.rq:1:2: no\n    SELECT\n    ^\n", 0.1), ""),
        (Outcome(2, "kg: a\nkg: b\n", 0.1), "exit 2 without one line"),
        (Outcome(2, "", 0.1), "exit 2 without one line"),
        (Outcome(1, "SomeWarning: x\n", 0.1), "a strange message"),
        (Outcome(3, "kg: this is a fault\n", 0.1), "exit 3"),
        (Outcome(0, "kg: a\x1b[2J\n", 0.1), "U+001B in a message"),
        (Outcome(1, "Traceback (most recent call last)\nKeyError: 1\n", 0.1), "a traceback"),
        (Outcome(0, "", 11.0), "takes more than 10 s"),
        (Outcome(-1, "", 0.1), "the process died"),
    ],
)
def test_what_counts_as_a_failure(outcome: Outcome, why: str) -> None:
    assert failure(outcome).startswith(why)
    assert bool(failure(outcome)) == bool(why)


def test_a_failing_input_is_made_small() -> None:
    data = b"a" * 500 + b"BAD" + b"c" * 300
    assert shrunk(data, lambda smaller: b"BAD" in smaller) == b"BAD"
