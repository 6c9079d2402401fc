"""Generations: readers see the old state or the new, whatever happens to the writer."""

import errno
import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.store import database, durable
from kg.store.embedded import Generations
from kg.store.manifest import Loaded, Manifest, Versions

GRAPH = ox.NamedNode("https://example.org/kg/document/a")


def quad(number: int, graph: ox.NamedNode | None = None) -> ox.Quad:
    subject = ox.NamedNode(f"https://example.org/kg/company/{number}")
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    return ox.Quad(subject, label, ox.Literal(str(number)), graph or ox.DefaultGraph())


def manifest(name: str) -> Manifest:
    versions = Versions(kg="1", ontology="o")
    loaded = Loaded(f"urn:{name}", name, name, "rdf", "s", "", "c", "k", 1, versions)
    return Manifest((loaded,))


def publish(generations: Generations, added: set[ox.Quad], removed: set[ox.Quad] = frozenset()):
    with generations.writer() as draft:
        draft.change(added, removed)
        return draft.publish(manifest("x"))


def content(generations: Generations) -> set[ox.Quad]:
    return set(generations.open_current())


def folders(generations: Generations) -> list[str]:
    names = sorted(path.name for path in (generations.folder / "store").iterdir())
    assert {f"{name}.sha256" for name in names if name.isdigit()} <= set(names)
    return [name for name in names if not name.endswith(".sha256")]


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / ".kg")


def test_nothing_loaded_reads_as_empty_and_makes_no_folder(generations: Generations) -> None:
    assert generations.current() is None
    assert content(generations) == set()
    assert generations.manifest() == Manifest()
    assert generations.unpublished() == ()
    assert not generations.folder.exists()


def test_each_publication_is_the_next_generation(generations: Generations) -> None:
    assert publish(generations, {quad(1), quad(2)}) == 1
    assert publish(generations, {quad(3)}, {quad(1)}) == 2
    assert content(generations) == {quad(2), quad(3)}
    assert generations.manifest() == manifest("x")


def test_the_last_two_generations_are_kept(generations: Generations) -> None:
    for number in range(1, 5):
        publish(generations, {quad(number)})
    assert folders(generations) == ["3", "3.json", "4", "4.json"]
    assert content(generations) == {quad(n) for n in range(1, 5)}


def test_a_large_change_is_written_as_a_small_one_is(generations: Generations) -> None:
    many = {quad(n) for n in range(10_500)}
    publish(generations, many)
    publish(generations, {quad(20_000)}, {quad(7)})
    assert content(generations) == many - {quad(7)} | {quad(20_000)}


def test_a_named_graph_goes_with_its_last_quad(generations: Generations) -> None:
    publish(generations, {quad(1, GRAPH), quad(2, GRAPH), quad(3)})
    publish(generations, set(), {quad(1, GRAPH)})
    assert list(generations.open_current().named_graphs()) == [GRAPH]
    publish(generations, set(), {quad(2, GRAPH)})
    assert list(generations.open_current().named_graphs()) == []


def test_readers_see_the_old_state_while_the_next_is_made(generations: Generations) -> None:
    publish(generations, {quad(1)})
    before = generations.open_current()
    with generations.writer() as draft:
        draft.change({quad(2)}, {quad(1)})
        assert content(generations) == {quad(1)}
        draft.publish(manifest("y"))
    assert content(generations) == {quad(2)}
    assert set(before) == {quad(1)}


@pytest.mark.parametrize("fail", [False, True], ids=["refused", "raised"])
def test_what_is_not_published_is_removed(generations: Generations, fail: bool) -> None:
    publish(generations, {quad(1)})

    def refuse() -> None:
        with generations.writer() as draft:
            draft.change({quad(2)}, set())
            assert generations.unpublished() == (2,)
            if fail:
                raise ZeroDivisionError

    if fail:
        with pytest.raises(ZeroDivisionError):
            refuse()
    else:
        refuse()
    assert folders(generations) == ["1", "1.json"]
    assert content(generations) == {quad(1)}


def test_the_next_writer_removes_what_a_killed_one_left(generations: Generations) -> None:
    publish(generations, {quad(1)})
    left = generations.path(2)
    ox.Store(str(left)).flush()
    left.with_name("2.json.part").write_bytes(b"{")
    assert generations.unpublished() == (2,)
    assert publish(generations, {quad(2)}) == 2
    assert folders(generations) == ["1", "1.json", "2", "2.json"]
    assert content(generations) == {quad(1), quad(2)}


def test_a_second_writer_is_refused_at_once(generations: Generations) -> None:
    with generations.writer(), pytest.raises(KgError) as caught, generations.writer():
        pytest.fail("two writers")
    assert (caught.value.slug, caught.value.exit_code) == ("being-written", 2)
    assert "being written by another process" in str(caught.value)


@pytest.mark.parametrize("text", [b"", b"seven", b"-1", b"\xff\xfe", b"1 2", "٣".encode()])
def test_a_corrupt_current_is_told_in_one_line(generations: Generations, text: bytes) -> None:
    publish(generations, {quad(1)})
    (generations.folder / "CURRENT").write_bytes(text)
    for read in (generations.open_current, generations.manifest):
        with pytest.raises(KgError) as caught:
            read()
        assert caught.value.slug == "store-corrupt"
        assert str(caught.value).startswith(".kg/CURRENT: ")
        assert "\n" not in str(caught.value)
    with pytest.raises(KgError), generations.writer():
        pytest.fail("wrote on an unknown state")


def test_a_current_that_names_no_generation(generations: Generations) -> None:
    publish(generations, {quad(1)})
    (generations.folder / "CURRENT").write_bytes(b"8\n")
    for read in (generations.open_current, generations.manifest):
        with pytest.raises(KgError, match=r"store/8") as caught:
            read()
        assert caught.value.slug == "store-corrupt"


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"sources": {"a": {"b": {}}}}', b"\xff"])
def test_a_corrupt_manifest_is_told(generations: Generations, text: bytes) -> None:
    publish(generations, {quad(1)})
    generations.path(1).with_name("1.json").write_bytes(text)
    with pytest.raises(KgError, match=r"store/1\.json: is not the manifest"):
        generations.manifest()


def test_a_reader_looks_again_when_its_generation_has_gone(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(generations, {quad(1)})
    publish(generations, {quad(2)})
    publish(generations, {quad(3)})
    numbers = iter([1, 3])
    monkeypatch.setattr(generations, "current", lambda: next(numbers))
    assert content(generations) == {quad(1), quad(2), quad(3)}
    numbers = iter([1, 3])
    assert generations.manifest() == manifest("x")


@pytest.mark.parametrize(
    ("number", "slug"),
    [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only-disk"), (errno.EIO, "store-failed")],
)
def test_a_disk_that_fails_while_publishing_leaves_the_old_state(
    generations: Generations, monkeypatch: pytest.MonkeyPatch, number: int, slug: str
) -> None:
    publish(generations, {quad(1)})

    def fail(path: Path, data: bytes) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(durable, "write", fail)
        with pytest.raises(KgError) as caught:
            publish(generations, {quad(2)})
    assert caught.value.slug == slug
    assert content(generations) == {quad(1)}
    assert folders(generations) == ["1", "1.json"]


def test_a_database_that_fails_while_changing_leaves_the_old_state(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(generations, {quad(1, GRAPH)})

    def full(store: ox.Store, graph: ox.NamedNode) -> bool:
        raise OSError("IO error: No space left on device: While appending to file")

    monkeypatch.setattr(database, "_is_empty", full)
    with pytest.raises(KgError) as caught:
        publish(generations, {quad(2)}, {quad(1, GRAPH)})
    assert caught.value.slug == "disk-full"
    assert content(generations) == {quad(1, GRAPH)}


def test_a_reader_of_the_draft_keeps_nothing_open_for_writing(generations: Generations) -> None:
    with generations.writer() as draft:
        draft.change({quad(1)}, set())
        read = draft.read()
        draft.change({quad(2)}, set())
        draft.publish(manifest("x"))
    assert set(read) == {quad(1)}
    assert content(generations) == {quad(1), quad(2)}


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / ".kg").write_text("a file")
    generations = Generations(tmp_path / ".kg")
    assert generations.current() is None
    with pytest.raises(KgError) as caught, generations.writer():
        pytest.fail("wrote into a file")
    assert caught.value.exit_code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes into read-only folders")
def test_a_read_only_folder_is_read_but_not_written(generations: Generations) -> None:
    publish(generations, {quad(1)})
    for path in [generations.folder, *generations.folder.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        assert content(generations) == {quad(1)}
        with pytest.raises(KgError) as caught, generations.writer():
            pytest.fail("wrote into a read-only folder")
        assert caught.value.slug == "not-writable"
    finally:
        for path in [generations.folder, *generations.folder.rglob("*")]:
            path.chmod(path.stat().st_mode | 0o200)
