"""Where the folders that come with kg are found: in a wheel, in a checkout."""

from pathlib import Path

import pytest

import kg
from kg.errors import InternalError
from kg.ontology import shipped


def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "site" / "kg"
    package.mkdir(parents=True)
    monkeypatch.setattr(kg, "__file__", str(package / "__init__.py"))
    return package


def test_in_a_wheel_below_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = install(tmp_path, monkeypatch)
    (package / "_shipped" / "queries").mkdir(parents=True)
    (package.parent / "queries").mkdir()
    assert shipped("queries") == package / "_shipped" / "queries"


def test_in_a_checkout_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = install(tmp_path, monkeypatch)
    (package.parent / "queries").mkdir()
    assert shipped("queries") == package.parent / "queries"


def test_in_neither_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch)
    with pytest.raises(InternalError, match="'ontology'"):
        shipped("ontology")


def test_nothing_else_is_shipped() -> None:
    with pytest.raises(InternalError):
        shipped("tests")


def test_this_one_has_an_ontology() -> None:
    assert (shipped("ontology") / "company.ttl").is_file()
