"""A comparison as plain text."""

from collections.abc import Iterator

from kg.export.compare.comparison import Comparison
from kg.export.compare.layout import Item, sections, summary
from kg.export.compare.shown import Shown
from kg.export.compare.words import SIGNS
from kg.export.why.text import quoted

_INDENT = "    "


def show(comparison: Comparison, shown: Shown) -> str:
    """What was compared and how much differs, then each difference with its sentences."""
    lines = [f"{comparison.before} → {comparison.after}: {summary(comparison, shown.language)}"]
    for title, items in sections(comparison, shown):
        lines += ["", title]
        for item in items:
            lines += [f"  {line}" for line in _item(item)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    yield f"{SIGNS[item.sort]} {item.head}"
    yield from (_INDENT + line for line in item.lines)
    for mark, quote in item.quotes:
        sentence, *where = quoted(quote, "")
        yield _INDENT + (f"{mark}: {sentence}" if mark else sentence)
        yield from (_INDENT + line for line in where)
