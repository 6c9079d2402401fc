"""A million rows from the graph to a file: kg beside the engine's own serializer, whole processes.

python benchmarks/rows.py [--rows N] [--runs N]
"""

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

KG = Path(sys.executable).with_name("kg")
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
QUERY = f"SELECT ?event ?label {{ ?event <{LABEL}> ?label }}"
BARE = f"""
import sys, click, pyoxigraph
store = pyoxigraph.Store.read_only(".kg/store/1")
format = getattr(pyoxigraph.QueryResultsFormat, sys.argv[1].upper())
store.query("{QUERY}").serialize(sys.stdout.buffer, format)
"""
STANDARD = ("csv", "tsv", "json", "xml")
OWN = ("jsonl", "md")


class Ran(NamedTuple):
    """Seconds by the clock, and the most memory that the process had, in megabytes."""

    seconds: float
    memory: float


def graph(folder: Path, rows: int) -> None:
    """Makes a workspace whose graph has this many labels."""
    (folder / "kg.toml").write_text("", encoding="utf-8")
    place = folder / ".kg" / "store" / "1"
    place.mkdir(parents=True)
    store = ox.Store(str(place))
    store.bulk_extend(_labels(rows))
    store.optimize()
    store.flush()
    (folder / ".kg" / "CURRENT").write_text("1\n", encoding="utf-8")


def _labels(rows: int) -> Iterator[ox.Quad]:
    label = ox.NamedNode(LABEL)
    for number in range(rows):
        event = ox.NamedNode(f"https://example.org/kg/event/merger/{number}")
        yield ox.Quad(event, label, ox.Literal(f"합병 {number}"))


def run(command: Sequence[str | Path], folder: Path) -> Ran:
    """One run into a file. Raises RuntimeError where it fails."""
    with (folder / "out").open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} ends with {process.returncode}")
    return Ran(seconds, usage.ru_maxrss / 1024)


def compared(name: str, folder: Path, runs: int) -> str:
    """A row: both in turn; kg's own formats beside the engine's CSV."""
    ours = [KG, "query", QUERY, "--format", name]
    bare = [sys.executable, "-c", BARE, name if name in STANDARD else "csv"]
    times = [(run(ours, folder), run(bare, folder)) for _ in range(runs)]
    kg, engine = (
        Ran(statistics.median(r.seconds for r in side), max(r.memory for r in side))
        for side in zip(*times, strict=True)
    )
    return (
        f"{name:<8} {kg.seconds:8.2f} s {engine.seconds:8.2f} s {engine.seconds / kg.seconds:6.2f}"
        f" {kg.memory:8.0f} MB {engine.memory:8.0f} MB"
    )


def main() -> None:
    """Prints a row for each format: the ratio is kg's speed over the engine's."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # A process of its own: Linux counts the memory of its parent for a child that begins.
        maker = multiprocessing.get_context("spawn").Process(
            target=graph, args=(folder, options.rows)
        )
        maker.start()
        maker.join()
        print(f"{'':<8} {'kg':>10} {'engine':>10} {'speed':>6} {'kg':>11} {'engine':>11}")
        for format_ in (*STANDARD, *OWN):
            print(compared(format_, folder, options.runs))


if __name__ == "__main__":
    main()
