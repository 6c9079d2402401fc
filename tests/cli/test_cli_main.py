"""What goes wrong is one line and an exit code."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli import main as cli_main
from kg.cli.main import main
from kg.errors import InternalError, KgError, RefusedError, Where


@click.command()
def failing() -> None:
    """Raises what a test puts here."""


@pytest.fixture
def fail_with(monkeypatch: pytest.MonkeyPatch):
    def arrange(error: BaseException) -> None:
        def run(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(cli_main.group, "main", run)

    return arrange


FAILURES = [
    (KgError("no-file", "there is no such file", Where("a.txt"), "check the path"), 2,
     "kg: a.txt: there is no such file (check the path)\n"),
    (KgError("syntax", "bad", Where("a.ttl", 3, 7)), 2, "kg: a.ttl:3:7: bad\n"),
    (RefusedError("refused", "2 facts refused"), 1, "kg: 2 facts refused\n"),
    (InternalError("oops", "no"), 3, "kg: no\n"),
    (ValueError("two\nlines"), 3,
     "kg: this is a fault of kg, not yours: ValueError: two lines (--debug shows where)\n"),
    (OSError(28, "No space left on device"), 2,
     "kg: standard output: No space left on device\n"),
    (PermissionError(13, "Permission denied", "a.txt"), 2, "kg: a.txt: Permission denied\n"),
    (RuntimeError("Corruption: block checksum mismatch"), 2,
     "kg: .kg/store: is damaged: block checksum mismatch (delete .kg/CURRENT and .kg/store, then "
     "kg load makes them again from data/; load by name what came from elsewhere "
     "(.kg/journal.jsonl lists it))\n"),
    (KeyboardInterrupt(), 130, ""),
    (click.Abort(), 130, ""),
    (click.UsageError("no such thing"), 2, "kg: no such thing\n"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "code", "line"), FAILURES)
def test_one_line_and_the_right_code(fail_with, capsys, error, code, line) -> None:
    fail_with(error)
    assert main(["status"]) == code
    captured = capsys.readouterr()
    assert captured.err == line
    assert captured.out == ""


def test_debug_shows_where(fail_with, capsys) -> None:
    fail_with(KgError("x", "no"))
    assert main(["--debug", "status"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_misspelt_command_names_the_nearest(capsys) -> None:
    assert main(["qery"]) == 2
    assert (
        capsys.readouterr().err == "kg: No such command 'qery'. Did you mean query? (kg --help)\n"
    )


@pytest.mark.parametrize("arguments", ["query --list", "--help"])
def test_a_closed_pipe_is_quiet(tmp_path: Path, arguments: str) -> None:
    """The reader has gone before the first byte: a pipe whose other end is closed."""
    command = f"{sys.executable} -m kg {arguments} | exec true; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (found.stdout, found.stderr) == ("0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", ["query --list", "--help", "query 'ASK {}' --data none.nt"])
def test_an_output_that_takes_no_more(tmp_path: Path, arguments: str) -> None:
    (tmp_path / "none.nt").touch()
    found = _shell(f"{sys.executable} -m kg {arguments} > /dev/full", tmp_path)
    assert found == (2, "", "kg: standard output: No space left on device\n")


@pytest.mark.parametrize(
    ("redirection", "expected"),
    [
        (">&-", (2, "", "kg: standard output is closed\n")),
        ("2>&-", (2, "", "")),
        ("<&-", (2, "", "kg: stdin: holds no query\n")),
    ],
)
def test_a_closed_stream(tmp_path: Path, redirection: str, expected: tuple[int, str, str]) -> None:
    (tmp_path / "none.nt").touch()
    command = f"{sys.executable} -m kg query - --data none.nt {redirection}"
    assert _shell(command, tmp_path) == expected


def _shell(command: str, folder: Path) -> tuple[int, str, str]:
    found = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False, input=""
    )
    return found.returncode, found.stdout, found.stderr
