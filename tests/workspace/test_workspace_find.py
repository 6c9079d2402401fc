"""The workspace is the nearest folder upwards with a kg.toml; its own folders come first."""

from pathlib import Path

import pytest

import kg
from kg.errors import KgError
from kg.ontology.shipped import shipped
from kg.workspace import find


def workspace(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kg.toml").write_text('base = "https://x.kr/"\n', encoding="utf-8")
    return folder


def test_the_nearest_folder_upwards(tmp_path: Path) -> None:
    outer, inner = workspace(tmp_path / "a"), workspace(tmp_path / "a" / "b" / "c")
    deep = inner / "d" / "e"
    deep.mkdir(parents=True)
    assert find(deep).root == inner.resolve()
    assert find(inner).root == inner.resolve()
    assert find(inner.parent).root == outer.resolve()
    assert kg.open(str(deep)).base == "https://x.kr/"


def test_a_file_is_found_from_the_folder_it_lies_in(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    assert find(root / "kg.toml").root == root.resolve()


@pytest.mark.parametrize(("inside", "slug"), [("", "no-workspace"), ("nowhere", "no-folder")])
def test_none(tmp_path: Path, inside: str, slug: str) -> None:
    with pytest.raises(KgError) as caught:
        find(tmp_path / inside)
    assert (caught.value.slug, caught.value.exit_code) == (slug, 2)
    assert slug != "no-workspace" or "kg init" in str(caught.value)


def test_own_folders_come_before_the_shipped_ones(tmp_path: Path) -> None:
    found = find(workspace(tmp_path))
    assert found.ontology == shipped("ontology")
    assert found.data == tmp_path.resolve() / "data"  # what is loaded is the workspace's own
    assert found.queries == (shipped("queries"),)
    for name in ("ontology", "data", "queries"):
        (tmp_path / name).mkdir()
    root = tmp_path.resolve()
    assert (found.ontology, found.data) == (root / "ontology", root / "data")
    assert found.queries == (root / "queries", shipped("queries"))


def test_opening_the_graph_before_a_load_writes_nothing(tmp_path: Path) -> None:
    found = find(workspace(tmp_path))
    assert list(found.open_store()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["kg.toml"]
