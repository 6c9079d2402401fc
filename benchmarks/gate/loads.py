"""Whole processes: `kg load` of a change, and `kg validate` of it beside the `pyshacl` command."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
from world import CIRCLE, change_files, file
from written import shapes_of, write

from kg.pipeline.ontology import Ontology

KG = (sys.executable, "-m", "kg")
_TRIPLES_OF_A_FILE = 465
_TRIPLES_OF_THE_ONTOLOGY = 2000


def workspace(size: int, keep: Path) -> Path:
    """The workspace of about so many triples, built by one load where it is not there."""
    root = keep / f"workspace-{size}"
    if (root / "built").exists():
        return root
    shutil.rmtree(root, ignore_errors=True)
    (root / "data").mkdir(parents=True)
    (root / "kg.toml").write_text("", encoding="utf-8")
    for number in range(max(1, (size - _TRIPLES_OF_THE_ONTOLOGY) // _TRIPLES_OF_A_FILE)):
        folder = root / "data" / f"circle{number // CIRCLE}"
        folder.mkdir(exist_ok=True)
        (folder / f"f{number}.ttl").write_text(file(number), encoding="utf-8")
    seconds = run([*KG, "load"], root)
    print(f"built a workspace of {size:,} triples in {seconds:.0f} s", flush=True)
    (root / "built").touch()
    return root


def change(folder: Path, facts: int) -> list[str]:
    """The files of the change, by their paths."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{name}.ttl" for name, _ in change_files(facts)]
    for path, (_, text) in zip(paths, change_files(facts), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def run(command: Sequence[str], folder: Path) -> float:
    """The wall time of a command that ends well, or says that the data does not conform."""
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert done.returncode in {0, 1}, done.stderr.decode()
    return time.perf_counter() - start


def loading(sizes: Sequence[int], keep: Path, facts: int, runs: int) -> dict[int, float]:
    """The median of seconds that `kg load` of the change takes in a copy of each workspace."""
    roots = {size: workspace(size, keep) for size in sizes}
    times: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(runs):
        for size, root in roots.items():
            for copy in _copied(root):
                times[size].append(run([*KG, "load", *change(copy / "change", facts)], copy))
    return {size: statistics.median(of) for size, of in times.items()}


def processes(keep: Path, size: int, facts: int, ontology: Ontology) -> str:
    """`kg validate` of the change in a workspace, and `pyshacl` over all that it holds."""
    for copy in _copied(workspace(size, keep)):
        ours = run([*KG, "validate", *change(copy / "change", facts)], copy)
        data, shapes = copy / "data.nt", copy / "shapes.nt"
        current = (copy / ".kg/CURRENT").read_text(encoding="utf-8").strip()
        write(ox.Store.read_only(str(copy / ".kg/store" / current)), data)
        write(shapes_of(ontology), shapes)
        bare = run([sys.executable, "-m", "pyshacl", "-s", str(shapes), str(data)], copy)
    return f"process: kg validate {ours:.1f} s, pyshacl {bare:.1f} s, {bare / ours:.1f} times"


def _copied(root: Path) -> Iterator[Path]:
    """A copy of a workspace, which goes again; files of a store are never changed, so linked."""
    with tempfile.TemporaryDirectory(dir=root.parent) as name:
        copy = Path(name) / root.name
        shutil.copytree(root, copy, copy_function=_linked)
        yield copy


def _linked(source: str, target: str) -> str:
    if source.endswith(".sst"):
        os.link(source, target)
        return target
    return shutil.copy2(source, target)
