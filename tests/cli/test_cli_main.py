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
