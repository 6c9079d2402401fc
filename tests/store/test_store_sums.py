"""A damaged file of a generation is found and named, without a query that could run without end."""

import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import sums
from kg.store.embedded import Generations
from kg.store.manifest import Manifest


def quads(prefix: str, count: int) -> list[ox.Quad]:
    predicate = ox.NamedNode("urn:p")
    return [
        ox.Quad(ox.NamedNode(f"urn:{prefix}{n}"), predicate, ox.Literal(f"{n:060}"))
        for n in range(count)
    ]


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    """Three changes: one written as files, two as transactions."""
    made = Generations(tmp_path / ".kg")
    for prefix, count in (("a", 12_000), ("b", 50), ("c", 50)):
        with made.writer() as draft:
            draft.change(quads(prefix, count), quads("a", 10) if prefix == "c" else ())
            draft.publish(Manifest())
    return made


def test_what_was_published_is_whole(generations: Generations) -> None:
    assert generations.damaged() == ()
    assert len(generations.open_current()) == 12_090
    assert generations.damaged() == ()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sha256sum_agrees_for_both_generations(generations: Generations) -> None:
    for number in (2, 3):
        command = ["sha256sum", "--check", "--quiet", f"{number}.sha256"]
        run = subprocess.run(command, cwd=generations.path(number).parent, check=False)
        assert run.returncode == 0


def test_each_damaged_file_is_named(generations: Generations) -> None:
    folder = generations.path(3)
    for path in sorted(folder.iterdir()):
        if path.name.startswith(("LOG", "LOCK")):
            continue
        whole = path.read_bytes()
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + b"\xff\x00\xff" + whole[middle + 3 :])
        assert generations.damaged() == (f"3/{path.name}",)
        path.unlink()
        assert generations.damaged() == (f"3/{path.name}",)
        path.write_bytes(whole)
        assert generations.damaged() == ()


def test_damage_stays_found_when_a_load_builds_on_it(generations: Generations) -> None:
    """Files that it shares with the generation before are not read again, so keep their digests."""
    largest = max(generations.path(3).glob("*.sst"), key=lambda path: path.stat().st_size)
    with largest.open("r+b") as file:
        file.seek(1000)
        file.write(b"\xff\x00\xff")
    with generations.writer() as draft:
        draft.change(quads("d", 5), ())
        draft.publish(Manifest())
    assert generations.damaged() == (f"4/{largest.name}",)


def test_files_that_are_shared_are_not_read_again(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    digest = sums._digest
    monkeypatch.setattr(sums, "_digest", lambda path: read.append(path) or digest(path))
    with generations.writer() as draft:
        draft.change(quads("d", 5), ())
        draft.publish(Manifest())
    assert read
    assert sum(path.stat().st_size for path in read if path.suffix == ".sst") < 50_000


def test_a_store_of_before_there_were_digests(generations: Generations) -> None:
    generations.path(3).with_name("3.sha256").unlink()
    assert generations.damaged() == ()
