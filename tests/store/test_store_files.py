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


def test_the_journal_grows_and_forgives_a_half_written_line(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    assert journal.entries() == ()
    journal.append({"action": "load", "name": "다음.txt"})
    with (tmp_path / "journal.jsonl").open("ab") as file:
        file.write(b'{"action": "lo')
    assert journal.entries() == ({"action": "load", "name": "다음.txt"},)
    journal.append({"action": "retract"})
    assert [entry["action"] for entry in journal.entries()] == ["load", "retract"]
