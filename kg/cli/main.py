"""Runs a command and turns what goes wrong into one line and an exit code."""

import os
import sys

import click

from kg.cli.group import group
from kg.cli.session import COMPLETE, say
from kg.errors import KgError

INTERRUPTED = 130


def main(args: list[str] | None = None) -> int:
    """The exit code of `kg ARGS` (the process's own arguments by default).

    0 fine, 1 the data says no, 2 called wrongly or unreadable input, 3 our fault, 130 interrupted.
    """
    if not _open_streams():
        return 2
    if COMPLETE in os.environ:
        return _complete(os.environ[COMPLETE])
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


def _complete(instruction: str) -> int:
    """Tells a shell what may follow what was typed."""
    from kg.cli.shells import answer  # noqa: PLC0415  (only a shell asks)

    click.echo(answer(instruction, group).encode())
    return 0


def _open_streams() -> bool:
    """Whether there is a standard output to write to. What nobody gave as input is empty, and
    messages that nobody wants go nowhere (POSIX.1-2017, `sh`, 2.7.5: `<&-`, `>&-`)."""
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    if sys.stdout is None:
        say("kg: standard output is closed")
    return sys.stdout is not None


def _failed(error: Exception) -> int:
    """Says what went wrong in one line; the exit code that it means."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return 2
    message, code = _told(error)
    say(f"kg: {message}")
    return code


def _told(error: Exception) -> tuple[str, int]:
    if isinstance(error, click.ClickException):
        return _usage(error), 2
    if isinstance(error, KgError):
        return str(error), error.exit_code
    if isinstance(error, RuntimeError) and str(error).startswith("Corruption"):
        from kg.store.failures import corrupt  # noqa: PLC0415  (only a damaged disk needs it)

        what = " ".join(str(error).removeprefix("Corruption: ").split())
        return str(corrupt(".kg/store", f"is damaged: {what}")), 2
    if isinstance(error, OSError) and error.errno is not None:
        return _system(error), 2
    summary = " ".join(f"{type(error).__name__}: {error}".split())
    return f"this is a fault of kg, not yours: {summary} (--debug shows where)", 3


def _system(error: OSError) -> str:
    """What the system refuses; it names no file where standard output takes no more."""
    place = "standard output" if error.filename is None else str(error.filename)
    return f"{place}: {error.strerror or error}"


def _usage(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f" ({context.command_path} --help)" if context else ""
    return f"{error.format_message()}{hint}"


def _closed_pipe() -> int:
    """The reader has gone and has what it wanted; Python must not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
