"""Workspaces with real documents, each loaded once for all tests of what its graph promises."""

from pathlib import Path

import pytest
from loaded import DOCUMENT, OTHERS, Place, copy, make


@pytest.fixture(scope="session")
def kakao(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The document that comes with kg, loaded; tests only read it."""
    place = make(tmp_path_factory.mktemp("kakao") / "work")
    place.load(DOCUMENT)
    return place


@pytest.fixture(scope="session")
def full(kakao: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The document, two others and a file of facts, loaded; tests only read it."""
    place = copy(kakao, tmp_path_factory.mktemp("full") / "work")
    place.load(*(f"data/documents/{name}.txt" for name in OTHERS), "facts.ttl")
    return place


@pytest.fixture
def empty(tmp_path: Path) -> Place:
    """A workspace of the test's own with nothing loaded."""
    return make(tmp_path / "empty")
