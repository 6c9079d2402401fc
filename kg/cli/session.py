"""What every command knows of how it was called: the language, and where messages go."""

import os
import sys
from collections.abc import Mapping

import click

from kg.model.shown import shown


def language(ctx: click.Context, environ: Mapping[str, str] = os.environ) -> str:
    """`ko` or `en`: the --lang option, else the locale for messages (POSIX.1-2017, 8.2)."""
    chosen = ctx.find_root().params.get("lang")
    if chosen:
        return str(chosen)
    locale = next((environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(k)), "")
    return "ko" if locale.lower().startswith("ko") else "en"


def say(message: str) -> None:
    """A message to the user: on standard error, so that results can be piped."""
    click.echo(shown(message), err=True)


def on_terminal() -> bool:
    """Whether results go to a person's terminal."""
    return sys.stdout.isatty()
