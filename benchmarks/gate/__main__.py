"""What it costs to validate a change, and to load it, in stores of growing size.

python benchmarks/gate [--largest N] [--runs N] [--no-pyshacl] [--load] [--keep FOLDER]

A change of 100 facts is judged in stores of 10 000, 100 000 and 1 000 000 triples; at 100 000,
pySHACL judges everything in the same run. With --load, workspaces of these sizes are built by
`kg load`, which takes long (below --keep, to be found there the next time), and the change is
loaded into copies of them by a process each; `kg validate` of it runs beside the `pyshacl` command.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
from loads import loading, processes
from world import change_files, circles, files_of, quads
from written import plain_graphs

from kg.ontology import shipped
from kg.pipeline.judge import judge
from kg.pipeline.ontology import Ontology, load_ontology

SIZES = (10_000, 100_000, 1_000_000)
COMPARED = 100_000
FACTS = 100
LIMITS = {"validate": 1.3, "load": 1.5}


def stores(sizes: Sequence[int], folder: Path, ontology: Ontology) -> dict[int, ox.Store]:
    """Stores of so many triples on the disk, the change in each of them."""
    change = quads([*files_of(0), *change_files(FACTS)], ontology.schema)
    found = {size: ox.Store(folder / str(size)) for size in sizes}
    for store in found.values():
        store.bulk_extend([*ontology.quads, *change])
    total = 0
    for circle in circles(ontology.schema, max(sizes)):
        for size, store in found.items():
            if total < size:
                store.bulk_extend(circle)
        total += len(circle)
    for store in found.values():
        store.optimize()  # in one piece, as one load writes it
    return found


def changed(ontology: Ontology) -> set[ox.Quad]:
    """The quads that the change brought and took."""
    before = quads(files_of(0), ontology.schema)
    return before ^ quads([*files_of(0), *change_files(FACTS)], ontology.schema)


def validation(found: dict[int, ox.Store], ontology: Ontology, runs: int) -> dict[int, float]:
    """The median of seconds to judge the change in each store, in turn."""
    change = changed(ontology)
    times: dict[int, list[float]] = {size: [] for size in found}
    for run in range(runs + 1):
        for size, store in found.items():
            start = time.perf_counter()
            verdicts = judge(store, ontology, change)
            assert all(verdicts.judged.values())
            if run:
                times[size].append(time.perf_counter() - start)
    return {size: statistics.median(of) for size, of in times.items()}


def pyshacl_seconds(store: ox.Store, ontology: Ontology) -> float:
    """How long pySHACL takes to judge everything, both graphs read before."""
    import pyshacl  # noqa: PLC0415  (what it is measured against)

    data, shapes = plain_graphs(store, ontology)
    start = time.perf_counter()
    pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    return time.perf_counter() - start


def table(name: str, times: dict[int, float], most: float) -> bool:
    """Prints a row for each size; whether the largest costs no more than it may."""
    smallest = times[min(times)]
    for size, seconds in times.items():
        print(f"{name} {size:>10,} triples {1000 * seconds:>10.0f} ms {seconds / smallest:>6.2f}")
    ratio = times[max(times)] / smallest
    good = ratio <= most
    print(f"{name}: {ratio:.2f} times from the smallest to the largest, {most} at most")
    return good


def main() -> int:
    """Prints the figures; 1 where a large store costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--largest", type=int, default=max(SIZES), help="triples at most")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--no-pyshacl", action="store_true", help="leave pySHACL out")
    parser.add_argument("--load", action="store_true", help="measure whole loads too")
    parser.add_argument("--keep", type=Path, help="where workspaces are and stay")
    given = parser.parse_args()
    sizes = [size for size in SIZES if size <= given.largest]
    ontology = load_ontology(shipped("ontology"))
    with tempfile.TemporaryDirectory() as name:
        found = stores(sizes, Path(name), ontology)
        times = validation(found, ontology, given.runs)
        good = table("validate", times, LIMITS["validate"])
        if COMPARED in found and not given.no_pyshacl:
            whole = pyshacl_seconds(found[COMPARED], ontology)
            print(f"pySHACL {COMPARED:>11,} triples {1000 * whole:>10.0f} ms, everything")
            print(f"kg judges the change {whole / times[COMPARED]:.0f} times faster")
        del found
    if given.load:
        with tempfile.TemporaryDirectory() as name:
            keep = given.keep or Path(name)
            good &= table("load", loading(sizes, keep, FACTS, given.runs), LIMITS["load"])
            if COMPARED in sizes and not given.no_pyshacl:
                print(processes(keep, COMPARED, FACTS, ontology))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
