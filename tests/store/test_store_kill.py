"""A writer that is killed leaves the graph as it was or as it was to be, and never in between."""

import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store.embedded import Generations
from kg.store.manifest import Manifest

WRITER = """
import os, signal, sys
import pyoxigraph as ox
from pathlib import Path
from kg.store import durable
from kg.store.embedded import Generations
from kg.store.manifest import Manifest

folder, point = Path(sys.argv[1]), sys.argv[2]
write, tree = durable.write, durable.sync_tree

def die(): os.kill(os.getpid(), signal.SIGKILL)

def write_or_die(path, data):
    if point == "inside " + path.name:
        path.with_name(path.name + ".part").write_bytes(data[:1]); die()
    if point == "before " + path.name: die()
    write(path, data)
    if point == "after " + path.name: die()

durable.write = write_or_die
new = {ox.Quad(ox.NamedNode(f"urn:new:{n}"), ox.NamedNode("urn:p"), ox.Literal(n))
       for n in range(int(sys.argv[3]))}
with Generations(folder).writer() as draft:
    if point == "locked": die()
    old = set(Generations(folder).open_current())
    draft.change(new, set())
    if point == "added": die()
    draft.change(set(), old)
    if point == "removed": die()
    draft.publish(Manifest())
    if point == "published": die()
"""

OLD = {ox.Quad(ox.NamedNode("urn:old"), ox.NamedNode("urn:p"), ox.Literal("old"))}

BEFORE = ["locked", "added", "removed", "before 2.json", "inside 2.json", "after 2.json",
          "before CURRENT", "inside CURRENT"]  # fmt: skip
AFTER = ["after CURRENT", "published"]


@pytest.mark.parametrize("point", BEFORE + AFTER)
@pytest.mark.parametrize("size", [5, 12_000], ids=["transaction", "bulk"])
def test_killed_at(tmp_path: Path, point: str, size: int) -> None:
    generations = Generations(tmp_path / ".kg")
    with generations.writer() as draft:
        draft.change(OLD, set())
        draft.publish(Manifest())

    killed = subprocess.run(
        [sys.executable, "-c", WRITER, str(generations.folder), point, str(size)], check=False
    )
    assert killed.returncode == -signal.SIGKILL

    seen = set(generations.open_current())
    if point in BEFORE:
        assert seen == OLD
    else:
        assert len(seen) == size
        assert not seen & OLD

    with generations.writer() as draft:
        assert generations.unpublished() == ()
        draft.change(OLD, set())
        draft.publish(Manifest())
    assert set(generations.open_current()) == seen | OLD
    assert not list(generations.folder.rglob("*.part"))


def test_a_killed_writer_loses_its_lock(tmp_path: Path) -> None:
    folder = tmp_path / ".kg"
    subprocess.run([sys.executable, "-c", WRITER, str(folder), "locked", "1"], check=False)
    with Generations(folder).writer():
        pass
