"""What every command knows of how it was called: the language, and where messages go."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

import click

from kg.model.shown import shown

COMPLETE = "_KG_COMPLETE"
"""The variable in which the script of a shell asks: `bash_complete` and the like."""


def language(ctx: click.Context, environ: Mapping[str, str] = os.environ) -> str:
    """`ko` or `en`: the --lang option, else the locale for messages (POSIX.1-2017, 8.2)."""
    chosen = ctx.find_root().params.get("lang")
    if chosen:
        return str(chosen)
    locale = next((environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(k)), "")
    return "ko" if locale.lower().startswith("ko") else "en"


def say(message: str) -> None:
    """A message to the user: on standard error, so that results can be piped.

    One that cannot be said (the reader has gone, the disk of a log is full) ends nothing: what was
    begun is done, and the exit code says how it went.
    """
    try:
        click.echo(shown(message), err=True)
    except OSError:
        # What is still buffered would be written, and fail, when the process ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def on_terminal() -> bool:
    """Whether results go to a person's terminal."""
    return sys.stdout.isatty()
