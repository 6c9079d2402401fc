"""kg init: a workspace that works as it is, and never overwrites."""

import csv
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.sparql.header import read_header
from kg.workspace import find

MADE = [
    ".gitignore",
    "data/documents/example.txt",
    "kg.toml",
    "queries/README.md",
    "queries/acquired-by.rq",
]


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_new_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "new/demo"]) == 0
    assert files(tmp_path / "new" / "demo") == MADE
    assert sorted(capsys.readouterr().err.split("\n")) == [
        "",
        *(f"made new/demo/{n}" for n in MADE),
    ]
    made = find(tmp_path / "new" / "demo")
    assert made.data == made.root / "data"
    header = read_header((made.root / "queries" / "acquired-by.rq").read_text("utf-8"), "q")
    assert header.columns == ("date", "acquirer", "target", "quote")


def test_this_folder_and_what_is_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"
    assert files(tmp_path) == MADE
    (tmp_path / "data" / "documents" / "example.txt").unlink()
    capsys.readouterr()
    assert main(["init"]) == 2
    assert "is a workspace already" in capsys.readouterr().err
    assert len(files(tmp_path)) == len(MADE) - 1


def test_a_file_where_a_folder_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_example_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init"]) == 0
    assert main(["load"]) == 0
    capsys.readouterr()
    assert main(["query", "queries/acquired-by.rq"]) == 0
    (row,) = csv.DictReader(capsys.readouterr().out.splitlines())
    quote = "2013년 10월 가온소프트는 나래게임즈를 인수하였다"
    assert [*row.values()] in (
        ["2013-10", "가온테크", "나래게임즈", quote + end] for end in ("", ".")
    )
