"""Readers and a second writer, while one process writes."""

import subprocess
import sys
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.store.embedded import Generations
from kg.store.manifest import Loaded, Manifest, Versions
from kg.store.patience import Patience

CHANGES = 25
SIZE = 40

READER = """
import sys
from pathlib import Path
from kg.store.embedded import Generations

generations, seen = Generations(Path(sys.argv[1])), []
while not seen or seen[-1] < int(sys.argv[2]):
    number, store, manifest = generations.snapshot()
    rows = [int(row["n"].value) for row in store.query("SELECT ?n { ?s <urn:p> ?n }")]
    assert len(rows) == int(sys.argv[3]), (number, len(rows))
    assert len(set(rows)) == 1, (number, set(rows))
    assert [loaded.count for loaded in manifest.sources] == rows[:1], (number, rows[0])
    first = int(next(generations.open_current().query("SELECT ?n { ?s <urn:p> ?n }"))["n"].value)
    assert rows[0] <= first
    seen.append(first)
assert seen == sorted(seen)
print(len(set(seen)))
"""
"""Reads until it has seen the last change: each time all of one, and never an earlier one."""


def quads(number: int) -> list[ox.Quad]:
    return [
        ox.Quad(ox.NamedNode(f"urn:{n}"), ox.NamedNode("urn:p"), ox.Literal(number))
        for n in range(SIZE)
    ]


def publish(generations: Generations, number: int) -> None:
    loaded = Loaded("urn:a", "a", "a", "rdf", "", "", "", "", number, Versions("1", "o"))
    with generations.writer() as draft:
        draft.change(quads(number), quads(number - 1))
        draft.publish(Manifest.of([loaded]))


def test_readers_see_the_graph_before_a_change_or_after_it(tmp_path: Path) -> None:
    generations = Generations(tmp_path / ".kg")
    publish(generations, 1)
    command = [sys.executable, "-c", READER, str(generations.folder), str(CHANGES), str(SIZE)]
    readers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for number in range(2, CHANGES + 1):
        publish(generations, number)
    for reader in readers:
        seen, said = reader.communicate()
        assert (reader.returncode, said) == (0, "")
        assert int(seen) >= 1


def test_an_open_graph_outlives_its_generation(tmp_path: Path) -> None:
    generations = Generations(tmp_path / ".kg")
    publish(generations, 1)
    store = generations.open_current()
    for number in range(2, 6):
        publish(generations, number)
    assert not generations.path(1).exists()
    assert set(store) == set(quads(1))


def test_a_second_writer_waits_and_is_told_once(tmp_path: Path) -> None:
    generations = Generations(tmp_path / ".kg")
    publish(generations, 1)
    told: list[str] = []
    waits = threading.Event()

    def tell() -> None:
        told.append("waits")
        waits.set()

    def second() -> None:
        with generations.writer(Patience(60, tell)) as draft:
            draft.change(quads(3), list(generations.open_current()))
            draft.publish(Manifest())

    thread = threading.Thread(target=second)
    with generations.writer() as draft:
        thread.start()
        assert waits.wait(60)
        draft.change(quads(2), quads(1))
        assert generations.traces() == "running"
        draft.publish(Manifest())
    thread.join()
    assert told == ["waits"]
    assert set(generations.open_current()) == set(quads(3))
    assert generations.traces() is None


def test_a_second_writer_gives_up(tmp_path: Path) -> None:
    generations = Generations(tmp_path / ".kg")
    told: list[str] = []
    patience = Patience(0.2, lambda: told.append("waits"))
    with (
        generations.writer(),
        pytest.raises(KgError, match="being written by another process") as caught,
        generations.writer(patience),
    ):
        pytest.fail("two writers")
    assert (told, caught.value.exit_code) == (["waits"], 2)
