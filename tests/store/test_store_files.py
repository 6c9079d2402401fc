"""Manifests, blobs and the journal: what is written is read back, what is broken is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.store import manifest
from kg.store.blobs import Blobs, digest
from kg.store.journal import Journal
from kg.store.manifest import Loaded, Manifest, Versions

loadeds = st.builds(
    Loaded,
    iri=st.sampled_from(["urn:a", "urn:b", "urn:다"]),
    via=st.sampled_from(["a", "-", "다.txt"]),
    name=st.text(max_size=5),
    kind=st.sampled_from([manifest.DOCUMENT, manifest.CLAIMS, manifest.RDF]),
    sha256=st.text("0123456789abcdef", max_size=4),
    text=st.just(""),
    claims=st.just("c"),
    kept=st.just("k"),
    count=st.integers(0, 9),
    versions=st.builds(Versions, kg=st.text(max_size=3), ontology=st.text(max_size=3)),
)
entries = st.lists(loadeds, unique_by=lambda loaded: loaded.key)


@given(entries, st.randoms())
def test_a_manifest_is_read_as_written_in_one_order(sources: list[Loaded], random: object) -> None:
    shuffled = list(sources)
    random.shuffle(shuffled)
    written = manifest.write(Manifest.of(sources), 7)
    assert written == manifest.write(Manifest.of(shuffled), 7)
    assert manifest.read(written) == Manifest.of(sources)


@given(entries, entries)
def test_a_change_replaces_what_has_its_key(old: list[Loaded], new: list[Loaded]) -> None:
    changed = Manifest.of(old).changed(new)
    keys = {loaded.key for loaded in new}
    assert set(changed.sources) == {x for x in old if x.key not in keys} | set(new)
    assert changed.changed((), [x.key for x in changed.sources]) == Manifest()


def test_blobs_are_kept_under_their_digest(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / ".kg" / "sources")
    name = blobs.put("다음".encode())
    assert name == blobs.put("다음".encode()) == digest("다음".encode())
    assert blobs.get(name) == "다음".encode()
    assert [path.name for path in (tmp_path / ".kg" / "sources").iterdir()] == [name]


def test_a_blob_that_is_missing_or_changed_is_told(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / ".kg" / "sources")
    name = blobs.put(b"a")
    (tmp_path / ".kg" / "sources" / name).write_bytes(b"b")
    with pytest.raises(KgError, match="has been changed"):
        blobs.get(name)
    with pytest.raises(KgError, match="is missing"):
        blobs.get("0" * 64)


def test_the_journal_has_the_entry_of_each_published_generation(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    assert journal.entries(None) == ()
    one = {"action": "load", "generation": 1, "name": "다음.txt"}
    journal.announce(one)
    assert journal.entries(None) == ()
    assert journal.entries(1) == (one,)
    journal.settle(None)
    assert (journal.is_settled, path.exists()) == (True, False)
    journal.announce(one)
    for _ in range(2):
        journal.settle(1)
        assert (journal.is_settled, journal.entries(1)) == (True, (one,))
        journal.announce(one)
        assert journal.entries(1) == (one,)


def test_the_journal_forgives_a_half_written_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    first, second = {"action": "load", "generation": 1}, {"action": "retract", "generation": 2}
    journal.announce(first)
    journal.settle(1)
    path.write_bytes(path.read_bytes() + b'{"action": "lo')
    assert journal.entries(1) == (first,)
    journal.announce(second)
    journal.settle(2)
    assert journal.entries(2) == (first, second)


def test_what_was_put_for_nothing_is_forgotten(tmp_path: Path) -> None:
    blobs, folder = Blobs(tmp_path / ".kg" / "sources"), tmp_path / ".kg" / "sources"
    kept = blobs.put(b"kept")
    blobs.settle({kept})
    published, refused = blobs.put(b"published"), blobs.put(b"refused")
    assert blobs.put(b"kept") == kept
    (folder / f"{refused}.part").write_bytes(b"ref")
    with (tmp_path / ".kg" / "sources.new").open("ab") as listed:
        listed.write(b"..\n\0\xff" + kept[:9].encode())
    assert not blobs.is_settled
    blobs.settle({published})
    assert blobs.is_settled
    assert sorted(path.name for path in folder.iterdir()) == sorted([kept, published])


def test_a_damaged_blob_is_mended_when_it_is_put_again(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / ".kg" / "sources")
    name = blobs.put(b"whole")
    blobs.settle({name})
    (tmp_path / ".kg" / "sources" / name).write_bytes(b"who1e")
    assert blobs.get(blobs.put(b"whole")) == b"whole"
    blobs.settle(())
    assert blobs.get(name) == b"whole"
