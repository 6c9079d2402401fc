"""Runs a command and turns what goes wrong into one line and an exit code."""

import os
import sys

import click

from kg.cli.group import group
from kg.errors import KgError

INTERRUPTED = 130


def main(args: list[str] | None = None) -> int:
    """The exit code of `kg ARGS` (the process's own arguments by default).

    0 fine, 1 the data says no, 2 called wrongly or unreadable input, 3 our fault, 130 interrupted.
    """
    debug = "--debug" in (sys.argv[1:] if args is None else args) or "KG_DEBUG" in os.environ
    try:
        code = group.main(args, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # click itself ends the process where a pipe closes
        return _closed_pipe()
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:
        if debug:
            import traceback  # noqa: PLC0415  (not paid for by a command that works)

            traceback.print_exc()
        return _failed(error)
    return code if isinstance(code, int) else 0


def _failed(error: Exception) -> int:
    """Says what went wrong in one line; the exit code that it means."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return 2
    if isinstance(error, click.ClickException):
        click.echo(f"kg: {_usage(error)}", err=True)
        return 2
    if isinstance(error, KgError):
        click.echo(f"kg: {error}", err=True)
        return error.exit_code
    summary = " ".join(f"{type(error).__name__}: {error}".split())
    click.echo(f"kg: this is a fault of kg, not yours: {summary} (--debug shows where)", err=True)
    return 3


def _usage(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f" ({context.command_path} --help)" if context else ""
    return f"{error.format_message()}{hint}"


def _closed_pipe() -> int:
    """The reader has gone and has what it wanted; Python must not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
