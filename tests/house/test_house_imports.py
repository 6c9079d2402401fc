"""What a command pays for before it does anything."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.commands import COMMANDS
from kg.cli.group import group

HEAVY = {"rdflib", "pyshacl", "owlready2", "kiwipiepy", "rich", "pyoxigraph", "numpy"}
PACKAGE = Path(importlib.import_module("kg").__path__[0])


def loaded_by(code: str) -> set[str]:
    """The modules loaded after running the code in a fresh interpreter."""
    script = f"import sys\n{code}\nprint(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in found.stdout.splitlines()[-1].split()}


def test_importing_kg_imports_nothing_heavy() -> None:
    assert not loaded_by("import kg") & (HEAVY | {"click"})


def test_help_imports_click_and_nothing_heavier() -> None:
    code = "from kg.cli.main import main\nmain(['--help'])"
    assert not loaded_by(code) & HEAVY


def test_help_imports_no_command() -> None:
    code = "from kg.cli.main import main\nmain(['--help'])\nprint([m for m in sys.modules if m in "
    code += repr([entry.module for entry in COMMANDS.values()]) + "])"
    script = f"import sys\n{code}"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_s_own_help_says(name: str) -> None:
    command = importlib.import_module(COMMANDS[name].module).command
    assert (command.help or "").splitlines()[0] == COMMANDS[name].help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_s_help_shows_an_example(name: str) -> None:
    found = CliRunner().invoke(group, [name, "--help"], prog_name="kg")
    assert found.exit_code == 0
    assert f"kg {name}" in found.output.split("\n", 1)[1]


def test_no_file_is_more_than_one_idea_long() -> None:
    lengths = {p.name: len(p.read_text("utf-8").splitlines()) for p in PACKAGE.rglob("*.py")}
    assert {name: n for name, n in lengths.items() if n > 320} == {}
