"""What is reported as loaded survives a power cut; one in between leaves the graph before it."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from disk import Image, put, watched

from kg.workspace import Workspace, find

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc/self/fd")

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def facts(year: int) -> str:
    return f"""\
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://example.org/kg/> .
<company/가온> a kg:Company ; rdfs:label "가온" ; rdfs:comment "지어낸 회사" .
<event/1> a kg:Founding ; kg:company <company/가온> ; kg:date <date/{year}> .
<date/{year}> a kg:Date ; kg:edtf "{year}" .
"""


def first(place: Workspace) -> None:
    place.load(place.root / "a.ttl", now=NOW)


def next_(place: Workspace) -> None:
    (place.root / "a.ttl").write_text(facts(2010), encoding="utf-8")
    place.load(place.root / "a.ttl", now=NOW)


def retract(place: Workspace) -> None:
    place.retract("a.ttl", NOW)


def held(place: Workspace) -> list[str]:
    return sorted(map(str, place.open_store()))


def check(image: Image, folder: Path, allowed: list[list[str]]) -> None:
    """The image opens, holds one of these graphs, and all that it rests on and tells."""
    place = find(put(image, folder))
    settings = place.settings
    assert held(place) in allowed
    current, _, manifest = place.store.snapshot()
    for loaded in manifest.sources:
        for digest in loaded.digests:
            settings.blobs.get(digest)
    told = [entry["generation"] for entry in settings.journal.entries(current)]
    assert told == list(range(1, (current or 0) + 1))


@pytest.mark.parametrize(
    "commands",
    [(first,), (first, next_), (first, next_, retract)],
    ids=["first load", "next load", "retraction"],
)
def test_power_cut(tmp_path: Path, commands: tuple[Callable[[Workspace], None], ...]) -> None:
    """After each operation, and with what was not synced lost, or there by name only."""
    root = tmp_path / "work"
    root.mkdir()
    (root / "kg.toml").write_text("", encoding="utf-8")
    (root / "a.ttl").write_text(facts(2009), encoding="utf-8")
    place = find(root)
    for command in commands[:-1]:
        command(place)
    before = held(place)
    images: list[Image] = []

    def note(_: str) -> None:
        images.extend(image for image in (disk.synced(), disk.named()) if image not in images)

    with watched(root) as disk:
        disk.watch = note
        commands[-1](place)
        last = disk.synced(), disk.named()
    after = held(place)
    assert before != after
    assert len(images) > 20
    for number, image in enumerate(images):
        check(image, tmp_path / str(number), [before, after])
    for number, image in enumerate(last):
        check(image, tmp_path / f"last{number}", [after])


def test_the_next_load_goes_on_where_power_was_cut(tmp_path: Path) -> None:
    """A load after the first, cut at some operations; the load that follows puts all in order."""
    root = tmp_path / "work"
    root.mkdir()
    (root / "kg.toml").write_text("", encoding="utf-8")
    (root / "a.ttl").write_text(facts(2009), encoding="utf-8")
    first(find(root))
    images: list[Image] = []
    with watched(root) as disk:
        disk.watch = lambda _: images.append(disk.named())
        next_(find(root))
    after = held(find(root))
    for number, image in enumerate(images[:: len(images) // 6]):
        place = find(put(image, tmp_path / str(number)))
        next_(place)
        assert held(place) == after
        assert place.store.traces() is None
        names = {path.name for path in place.folder.iterdir()}
        assert names == {"CURRENT", "journal.jsonl", "lock", "sources", "store"}
