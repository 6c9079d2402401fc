"""The document of claims: found in the workspace, never outside of it unless it is loaded."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.errors import KgError
from kg.pipeline.library import Library
from kg.store.manifest import Manifest
from kg.workspace import Workspace
from kg.workspace.config import Config

TEXT = "가온은 2009년에 설립되었다.\n"
ELSEWHERE = "암호는 열려라참깨이다.\n"
CLAIM = (
    '{{"type": "Founding", "document": "{}", "date": "2009", "roles": {{"company": ["가온"]}}, '
    '"evidence": [{{"quote": "가온은 2009년에 설립되었다."}}]}}\n'
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a document, beside a secret to which a link leads."""
    folder = tmp_path / "workspace"
    (folder / "data" / "documents").mkdir(parents=True)
    (folder / "kg.toml").write_bytes(b"")
    (folder / "data" / "documents" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(ELSEWHERE, encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def library(root: Path) -> Library:
    return Library(Workspace(root, Config()).settings, Manifest())


OUTSIDE: list[Callable[[Path], str]] = [
    lambda root: str(root.parent / "secret.txt"),
    lambda _: "../secret.txt",
    lambda _: "data/documents/../../../secret.txt",
    lambda _: "link.txt",
    lambda _: "up/secret.txt",
]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_file_outside_the_workspace_is_not_read(name: Callable[[Path], str], root: Path) -> None:
    with pytest.raises(KgError, match=r"outside the workspace \(if .* --document FILE\)$"):
        library(root).find(name(root))


def test_what_lies_inside_is_found_however_it_is_named(root: Path) -> None:
    documents = root / "data" / "documents"
    (root / "inner.txt").symlink_to(documents / "a.txt")
    for name in ("data/documents/a.txt", str(documents / "a.txt"), "data/../data/documents/a.txt",
                 "inner.txt"):  # fmt: skip
        found = library(root).find(name)
        assert found is not None, name
        assert found[0].text == TEXT


@pytest.mark.parametrize("name", ["missing.txt", "", "a\0b", "가" * 5000, "../missing.txt", "data"])
def test_a_name_that_leads_to_no_file_is_no_document(name: str, root: Path) -> None:
    assert library(root).find(name) is None


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("command", ["load", "validate"])
def test_claims_cannot_show_a_file_of_another_place(
    command: str, name: Callable[[Path], str], root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (root / "claims.jsonl").write_text(CLAIM.format(name(root)), encoding="utf-8")
    assert main([command, "claims.jsonl"]) == 2
    out, err = capfd.readouterr()
    assert "열려라참깨" not in out + err
    assert err.startswith("kg: ")
    assert err.count("\n") == 1


def test_the_user_may_name_any_document(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    elsewhere = root.parent / "elsewhere.txt"
    elsewhere.write_text(TEXT, encoding="utf-8")
    claims = root / "claims.jsonl"
    claims.write_text(CLAIM.format(elsewhere), encoding="utf-8")
    assert main(["load", "claims.jsonl"]) == 2
    assert main(["load", "claims.jsonl", "--document", str(elsewhere)]) == 0
    capfd.readouterr()
    claims.write_text(CLAIM.format(elsewhere) + "\n", encoding="utf-8")
    assert main(["load", "claims.jsonl"]) == 0, "the text of that document is loaded"


def test_wrong_lines_from_a_pipe_stay_in_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = CLAIM.format("data/documents/a.txt").replace("Founding", "Fonding")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(claim.encode())))
    assert main(["load", "-", "--id", "../x.jsonl", "--on-violation", "hold"]) == 1
    assert [path.name for path in root.glob("*.held.jsonl")] == ["x.held.jsonl"]
    assert not list(root.parent.glob("*.held.jsonl"))
