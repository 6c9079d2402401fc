"""What differs between two graphs, fact by fact, and how it is shown."""

import importlib
from collections.abc import Callable

from kg.export.compare.comparison import Comparison
from kg.export.compare.shown import Shown

SHOWN = {
    "text": "kg.export.compare.text:show",
    "md": "kg.export.compare.markdown:show",
    "json": "kg.export.compare.plain:show",
}
"""What shows a comparison in a format, as `module:attribute`."""

Show = Callable[[Comparison, Shown], str]
"""The comparison and how it is to be shown → its text."""


def shower(format: str) -> Show:  # noqa: A002  (the word that users have for it)
    """What shows a comparison in this format, one of SHOWN."""
    module, _, attribute = SHOWN[format].partition(":")
    found: Show = getattr(importlib.import_module(module), attribute)
    return found
