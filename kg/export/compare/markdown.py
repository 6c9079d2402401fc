"""A comparison as Markdown (CommonMark 0.31)."""

from collections.abc import Iterator

from kg.export.compare.comparison import Comparison
from kg.export.compare.layout import Item, sections, summary
from kg.export.compare.shown import Shown
from kg.export.compare.words import word
from kg.export.why.markdown import plain, quoted


def show(comparison: Comparison, shown: Shown) -> str:
    """What was compared and how much differs, then each difference with its sentences."""
    lines = [f"# {plain(comparison.before)} → {plain(comparison.after)}", ""]
    lines += [summary(comparison, shown.language), ""]
    for title, items in sections(comparison, shown):
        lines += [f"## {plain(title)}", ""]
        for item in items:
            lines += [line.rstrip() for line in _item(item, shown.language)]
    return "\n".join(lines).rstrip() + "\n"


def _item(item: Item, language: str) -> Iterator[str]:
    yield f"- **{word(item.sort, language)}** {plain(item.head)}"
    yield from (f"  - {plain(line)}" for line in item.lines)
    for mark, quote in item.quotes:
        yield ""
        if mark:
            yield f"  {plain(mark)}:"
            yield ""
        yield from (f"  {line}" for line in quoted(quote, ""))
    yield ""
