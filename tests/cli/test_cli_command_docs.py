"""docs/commands.md is what the commands' own --help says (KG_GOLDEN=write writes it anew)."""

import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.cli.commands import COMMANDS
from kg.cli.group import group

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
OPENING = """\
# Commands

What `kg COMMAND --help` says of each. Exit codes, formats and more that concerns several commands:
`kg help`.
"""


def names() -> Iterator[tuple[str, ...]]:
    """The commands as they are typed, those within a command after it."""
    yield ()
    context = click.Context(group, info_name="kg")
    for name in COMMANDS:
        yield (name,)
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from ((name, inner) for inner in command.list_commands(context))


def shown(name: tuple[str, ...]) -> str:
    """A command's help as a section of the page."""
    found = CliRunner().invoke(
        group, [*name, "--help"], prog_name="kg", terminal_width=88,
        env={"KG_LANG": "en", "_KG_COMPLETE": None},
    )  # fmt: skip
    assert found.exit_code == 0, found.output
    mark = "#" * max(2, len(name) + 1)
    return f"\n{mark} {' '.join(('kg', *name))}\n\n```\n{found.output.rstrip()}\n```\n"


@pytest.fixture(scope="module")
def page() -> str:
    text = OPENING + "".join(map(shown, names()))
    if os.environ.get("KG_GOLDEN") == "write":
        PAGE.write_text(text, encoding="utf-8")
    return text


def test_the_page_is_what_help_says(page: str) -> None:
    assert PAGE.read_text(encoding="utf-8") == page, "KG_GOLDEN=write pytest writes it anew"


def test_every_command_is_on_it(page: str) -> None:
    for name in COMMANDS:
        assert f"\n## kg {name}\n" in page
    assert "\n### kg decide same\n" in page
