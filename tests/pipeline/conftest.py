"""Fixtures of the pipeline's tests."""

from pathlib import Path

import pytest
from place import Place, small_extract

import kg.extract
from kg.pipeline import publish, trial


@pytest.fixture(autouse=True)
def _small_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.extract, "extract", small_extract, raising=False)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A workspace with an empty data folder, in which the test stands."""
    root = tmp_path / "work"
    (root / "data").mkdir(parents=True)
    (root / "kg.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(root)
    return Place(root)


@pytest.fixture(params=["by size", "as small"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changes made as their size has it, and each made as a small one."""
    if request.param == "as small":
        for module in (publish, trial):
            monkeypatch.setattr(module, "is_large", lambda *_: False)
