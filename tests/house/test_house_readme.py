"""The README tells the truth: every command of its tour is run, every line it shows is printed."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REWRITE = os.environ.get("KG_GOLDEN") == "write"


def readme() -> str:
    return (CHECKOUT / "README.md").read_text("utf-8")


def steps() -> list[tuple[str, list[str]]]:
    """Each command of the tour with the lines that it shows, in order."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(readme()):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a clone holds, to run the tour in."""
    folder = tmp_path_factory.mktemp("clone") / "kg"
    left_out = shutil.ignore_patterns(".*", "__pycache__", "tests", "benchmarks", "dist", "build")
    shutil.copytree(CHECKOUT, folder, ignore=left_out)
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    environ |= {"COLUMNS": "100", "NO_COLOR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environ, check=False, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def test_the_tour_shows_what_is_printed(checkout: Path) -> None:
    assert len(steps()) >= 6
    printed = [(command, run(command, checkout).stdout) for command, _ in steps()]
    if REWRITE:
        rewrite(printed)
    for (command, shown), (_, output) in zip(steps(), printed, strict=True):
        assert shown == output.splitlines(), f"$ {command}\n{output}"


def rewrite(printed: list[tuple[str, str]]) -> None:
    """Puts what was printed into the README (KG_GOLDEN=write), for a person to read over."""
    left = iter(printed)

    def block(found: re.Match[str]) -> str:
        commands = [line for line in found[1].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"$ {next(left)[0]}\n" for _ in commands) + "```"

    outputs = dict(printed)
    text = BLOCK.sub(block, readme())
    for command, output in outputs.items():
        text = text.replace(f"$ {command}\n", f"$ {command}\n{output}")
    (CHECKOUT / "README.md").write_text(text, encoding="utf-8")


def shell_block(mark: str) -> str:
    """The one command behind a mark in the README."""
    found = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)^```$", readme(), re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no command marked {mark}"
    return found[1].strip()


def test_the_tests_command_is_the_one_that_runs_these_tests() -> None:
    assert shell_block("tests").endswith("-m pytest")


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs from the package index: CI only")
def test_one_command_sets_up_and_answers(checkout: Path) -> None:
    command = shell_block("setup")
    assert "\n" not in command
    found = run(command, checkout)
    assert found.returncode == 0, found.stdout
    rows = list(csv.DictReader(found.stdout[found.stdout.index("date,company") :].splitlines()))
    assert {"카카오엠", "카카오커머스"} <= {row["company"] for row in rows}
    assert all(row["quote"] for row in rows)
