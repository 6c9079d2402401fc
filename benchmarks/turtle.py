"""What sorting costs: kg's Turtle and TriG beside pyoxigraph's dump of the same store, unsorted.

python benchmarks/turtle.py [--triples N] [--runs N]

The graph is that of `gate/`, always the same, in a store on the disk, as kg has it, and in one in
memory. Both sides read the store; the dump is with the same prefixes and base. Seconds are of CPU,
the best of runs in turn, for a busy machine only adds; a ratio of 0.6 means that the dump takes 0.6
of kg's time.
"""

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "gate"))

import pyoxigraph as ox
from world import circles

from kg.ontology import shipped
from kg.pipeline.ontology import load_ontology
from kg.rdf.serialize import serialize
from kg.rdf.vocabulary import DEFAULT_BASE, PREFIXES

FORMATS = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG}
GRAPHS = {"turtle": ox.DefaultGraph(), "trig": None}


def stores(triples: int, folder: Path) -> dict[tuple[str, str], ox.Store]:
    """Stores by place and format: of Turtle all in the default graph, of TriG as kg has it."""
    of_format = {format_: ox.Store(folder / format_) for format_ in FORMATS}
    for circle in circles(load_ontology(shipped("ontology")).schema, triples):
        of_format["trig"].bulk_extend(circle)
        of_format["turtle"].bulk_extend(ox.Quad(*quad.triple) for quad in circle)
    found = {("memory", format_): ox.Store() for format_ in FORMATS}
    for format_, store in of_format.items():
        store.optimize()
        found["memory", format_].bulk_extend(store)
        store.flush()
    del of_format, store
    return {("disk", f): ox.Store.read_only(str(folder / f)) for f in FORMATS} | found


def dumped(store: ox.Store, format_: str) -> int:
    """Bytes of an unsorted dump."""
    output = io.BytesIO()
    store.dump(
        output,
        FORMATS[format_],
        from_graph=GRAPHS[format_],
        prefixes=PREFIXES,
        base_iri=DEFAULT_BASE,
    )
    return output.tell()


def sorted_(store: ox.Store, format_: str) -> int:
    """Bytes of what kg writes."""
    output = io.BytesIO()
    serialize(store, format_, output, PREFIXES, DEFAULT_BASE)
    return output.tell()


def seconds(write: Callable[[ox.Store, str], int], store: ox.Store, format_: str) -> float:
    """Of CPU."""
    start = time.process_time()
    assert write(store, format_) > 0
    return time.process_time() - start


def main() -> None:
    """Prints a row for each store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = stores(given.triples, Path(name))
        print(f"{'':<7} {'':<7} {'triples':>9} {'dump':>8} {'sorted':>8} {'ratio':>6}")
        for (place, format_), store in found.items():
            pairs = [
                (seconds(dumped, store, format_), seconds(sorted_, store, format_))
                for _ in range(given.runs)
            ]
            dump, ours = (min(side) for side in zip(*pairs, strict=True))
            row = f"{place:<7} {format_:<7} {len(store):>9,} {dump:>7.2f}s {ours:>7.2f}s"
            print(f"{row} {dump / ours:>6.2f}", flush=True)


if __name__ == "__main__":
    main()
