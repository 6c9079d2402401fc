"""Two commands in turn, whole processes: medians and their ratio."""

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pair:
    """What was measured: seconds of each run of both commands, in the order of running."""

    name: str
    ours: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Our median over theirs."""
        return statistics.median(self.ours) / statistics.median(self.bare)

    def __str__(self) -> str:
        ours, bare = (1000 * statistics.median(t) for t in (self.ours, self.bare))
        return f"{self.name:<44} {ours:8.0f} ms {bare:8.0f} ms {self.ratio:6.2f}"


def seconds(command: Sequence[str], folder: Path) -> float:
    """The wall time of one run. Raises CalledProcessError where it fails."""
    # Installed programs have their byte code; the first run of a checkout writes it.
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    nowhere = subprocess.DEVNULL  # comunica warns of what COALESCE is there for, on every row
    subprocess.run(command, cwd=folder, check=True, stdout=nowhere, stderr=nowhere, env=environ)
    return time.perf_counter() - start


def measure(name: str, ours: Sequence[str], bare: Sequence[str], folder: Path, runs: int) -> Pair:
    """Both commands `runs` times in turn, after one run of each that does not count."""
    for command in (ours, bare):
        seconds(command, folder)
    times = [(seconds(ours, folder), seconds(bare, folder)) for _ in range(runs)]
    first, second = zip(*times, strict=True)
    return Pair(name, first, second)
