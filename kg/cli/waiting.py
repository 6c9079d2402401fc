"""The option of commands that write: how long to wait for another that writes."""

from collections.abc import Callable
from typing import Any

import click

from kg.cli.session import say
from kg.store.patience import Patience

_SECONDS = 10.0
"""Longer than a load of some documents takes, shorter than anyone takes a command for hung."""


def wait_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the parameter `wait`."""
    return click.option(
        "--wait",
        type=click.FloatRange(min=0),
        default=_SECONDS,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait for another process that writes the graph.",
    )(function)


def patience(seconds: float) -> Patience:
    """The patience of a user, who is told when the waiting begins."""
    return Patience(
        seconds,
        lambda: say(f"kg: another process writes the graph; waiting {seconds:g} s for it to end"),
    )
