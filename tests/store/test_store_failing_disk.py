"""A disk that refuses: it is said in a line, the graph is as before, and nothing is lost."""

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pyoxigraph as ox
import pytest
from disk import refusing, watched

from kg.errors import KgError
from kg.store.blobs import Blobs
from kg.store.embedded import Generations
from kg.store.journal import Journal
from kg.store.manifest import Loaded, Manifest, Versions

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc/self/fd")

REFUSALS = (
    (errno.ENOSPC, True),
    (errno.ENOSPC, False),
    (errno.EIO, False),
    (errno.EIO, True),
    (errno.EROFS, True),
)
"""What the disk says, and whether from then on."""

SLUGS = {errno.ENOSPC: "disk-full", errno.EIO: "store-failed", errno.EROFS: "read-only-disk"}
IN_ORDER = {"CURRENT", "journal.jsonl", "lock", "sources", "store"}

State = tuple[list[str], list[int]]
"""The quads, and the numbers of changes in the journal."""


def quad(number: int, at: int = 0) -> ox.Quad:
    subject, predicate = ox.NamedNode(f"urn:{number}"), ox.NamedNode(f"urn:p{at}")
    return ox.Quad(subject, predicate, ox.Literal("o" * 50 + str(at)))


def publish(folder: Path, number: int, quads: int = 1) -> None:
    """A change as a load makes it: blobs, the draft, the journal's entry, the publication."""
    generations, blobs = Generations(folder), Blobs(folder / "sources")
    with generations.writer() as draft:
        kept = blobs.put(f"kept {number}".encode())
        draft.note({"action": "load", "number": number})
        added = [quad(number, at) for at in range(quads)]
        draft.change(added, list(generations.open_current()))
        loaded = Loaded(
            f"urn:{number}", "a", "a", "rdf", kept, "", kept, kept, 1, Versions("1", "o")
        )
        draft.publish(Manifest.of([loaded]))


def state(folder: Path) -> State:
    """What the graph holds and the journal tells; what the manifest names must be there."""
    current, store, manifest = Generations(folder).snapshot()
    for loaded in manifest.sources:
        Blobs(folder / "sources").get(loaded.sha256)
    entries = Journal(folder / "journal.jsonl").entries(current)
    return sorted(map(str, store)), [entry["number"] for entry in entries]


def changed(before: State, number: int) -> State:
    return [str(quad(number))], [*before[1], number]


def refused(folder: Path, number: int, last: int, refusal: tuple[int, bool]) -> None:
    """Publishes on a disk that refuses an operation, then on one that does not."""
    before, told = state(folder), None
    with watched(folder.parent, remembers=False) as disk:
        refusing(disk, last, *refusal)
        try:
            publish(folder, number)
        except KgError as error:
            told = error
    if told is None or told.slug == "not-durable":
        assert state(folder) == changed(before, number)
    else:
        assert state(folder) == before
        assert told.slug == SLUGS[refusal[0]]
    before = state(folder)
    publish(folder, number + 1)
    assert state(folder) == changed(before, number + 1)
    assert Generations(folder).traces() is None
    assert {path.name for path in folder.iterdir()} == IN_ORDER
    assert not list(folder.rglob("*.part"))


def operations(folder: Path, number: int) -> list[tuple[int, str]]:
    """What a change does on the disk, in order: each operation on files of a kind once."""
    with watched(folder.parent, remembers=False) as disk:
        publish(folder, number)
    kinds = [re.sub(r"[0-9a-f]{64}|\d+", "N", operation) for operation in disk.operations]
    return [(at, kind) for at, kind in enumerate(kinds) if kind not in kinds[:at]]


def test_each_operation_of_a_first_change(tmp_path: Path) -> None:
    """The disk refuses the first operation, or the second, or …, in one way after the other."""
    (tmp_path / "whole").mkdir()
    kinds = operations(tmp_path / "whole" / ".kg", 1)
    assert len(kinds) > 25
    for number, (at, _) in enumerate(kinds):
        (tmp_path / str(at)).mkdir()
        refused(tmp_path / str(at) / ".kg", 1, at, REFUSALS[number % 5])


def test_each_operation_of_a_later_change(tmp_path: Path) -> None:
    """Likewise; and in every way what concerns CURRENT, the moment of publication."""
    folder, numbers = tmp_path / ".kg", count(10, 2)
    for earlier in range(3):
        publish(folder, earlier)
    kinds = operations(folder, 3)
    assert len(kinds) > 25
    for number, (at, kind) in enumerate(kinds):
        is_decisive = kind.endswith(("kg/CURRENT", "kg/CURRENT.part", " .kg"))
        for refusal in REFUSALS if is_decisive else (REFUSALS[(number + 2) % 5],):
            refused(folder, next(numbers), at, refusal)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root may mount a disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def slug_of(folder: Path, quads: int) -> str | None:
    """What the disk says to a change of so many quads."""
    try:
        publish(folder, 2, quads)
    except KgError as error:
        return error.slug
    return None


@pytest.mark.parametrize("quads", [4_000, 40_000], ids=["transaction", "bulk"])
def test_a_full_disk(small_disk: Path, quads: int) -> None:
    """A real one: RocksDB and kg run out of room wherever they happen to be."""
    folder = small_disk / ".kg"
    publish(folder, 1)
    before, times = state(folder), 0
    for room in (0, 20_000, 100_000, 200_000, 400_000, 800_000):
        free = shutil.disk_usage(small_disk).free
        (small_disk / "other").write_bytes(b"0" * max(0, free - room))
        slug = slug_of(folder, quads)
        (small_disk / "other").unlink()
        assert Generations(folder).unpublished() == ()
        if slug is None:
            assert len(state(folder)[0]) == quads
            break
        times += 1
        assert (slug, state(folder)) == ("disk-full", before)
    assert times > 2
    before = state(folder)
    publish(folder, 3)
    assert state(folder) == changed(before, 3)


def test_a_read_only_disk(small_disk: Path) -> None:
    """It is read; what would write it says why it cannot."""
    folder = small_disk / ".kg"
    publish(folder, 1)
    before = state(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert state(folder) == before
    assert Generations(folder).traces() is None
    with pytest.raises(KgError) as caught:
        publish(folder, 2)
    assert caught.value.slug == "read-only-disk"
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    publish(folder, 2)
    assert state(folder) == changed(before, 2)
