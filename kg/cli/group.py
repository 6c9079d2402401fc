"""The `kg` command group: finds a command when it is used, not before."""

import importlib
from typing import TYPE_CHECKING

import click

from kg import __version__
from kg.cli.commands import COMMANDS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group whose commands are imported when one of them runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None where there is none such."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name].module).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name].module}.command is no click command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a misspelt command names the nearest one."""
        name = args[0] if args else ""
        if name not in COMMANDS and not name.startswith("-"):
            import difflib  # noqa: PLC0415  (costs 3 ms, needed for a misspelling only)

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            ctx.fail(f"No such command {name!r}.{hint}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
        """The commands by the table, the options as click finds them: none is imported."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  (only a shell asks)

        commands = [
            CompletionItem(name, help=entry.help)
            for name, entry in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return commands + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table's own help lines: listing the commands imports none."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 the data says no, 2 called wrongly or unreadable input, "
    "3 our fault.",
)
@click.version_option(__version__, prog_name="kg", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, envvar="KG_DEBUG", help="Show a traceback on an error.")
@click.option(
    "--lang",
    type=click.Choice(["en", "ko"]),
    envvar="KG_LANG",
    help="Language of findings (default: the locale's, else en).",
)
@click.pass_context
def group(ctx: click.Context, debug: bool, lang: str | None) -> None:
    """Documents about companies as a knowledge graph in which every fact shows its sentence.

    \b
    kg query queries/mergers.rq        which mergers do the documents state?
    kg why 카카오                       all that is held of it, sentence by sentence
    kg extract report.txt              what does this document state?
    kg validate new-facts.ttl          would these facts get in?
    """
