"""Whole `kg load` and `kg retract` processes, killed at random moments: all of it or nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "kill.py"
KILLS = 25
SEED = 20261122


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_killed_at_any_moment() -> None:
    """It opens, `kg status` says what happened, the next command works, nothing is left over."""
    program = [sys.executable, str(PROGRAM), str(KILLS), str(SEED)]
    run = subprocess.run(program, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    counts = {line.split(maxsplit=1)[1]: int(line.split()[0]) for line in run.stdout.splitlines()}
    total = "commands, 0 of them left something that is not whole"
    assert counts.pop(total) == sum(counts.values()) == KILLS
    killed = {what: n for what, n in counts.items() if "killed" in what}
    assert sum(killed.values()) > KILLS // 2
    assert any(what.endswith("told unfinished") for what in killed)
