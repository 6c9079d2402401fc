"""Accounts: what is held of a thing, and every sentence that it rests on."""

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.export.why.account import Account

SHOWN = {
    "text": "kg.export.why.text:show",
    "md": "kg.export.why.markdown:show",
    "json": "kg.export.why.plain:show",
}
"""What shows an account in a format, as `module:attribute`."""

Show = Callable[["Account", str], str]
"""The account and a language (`ko`, `en`) → its text."""


def shower(format: str) -> Show:  # noqa: A002  (the word that users have for it)
    """What shows an account in this format, one of SHOWN."""
    module, _, attribute = SHOWN[format].partition(":")
    found: Show = getattr(importlib.import_module(module), attribute)
    return found
