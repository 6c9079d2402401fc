"""Rows as a table for people, wide characters aligned."""

import os
from collections.abc import Iterable, Sequence
from typing import IO

_WIDEST = 100_000
"""Columns of a table that goes to no terminal: as wide as its text."""

_SHORT = 24
"""The width up to which a column keeps its cells on one line, at the cost of wider columns."""

_FOLDED = 8
"""What a column is left at least that is folded for the others."""

_PADDING = 3
"""Blanks around a column and what divides it from the next."""


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], output: IO[str], width: int | None
) -> None:
    """Writes the table; `width` is the terminal's in columns, None for no terminal.

    Cells that do not fit are folded over lines: nothing is cut off.
    """
    from rich import box  # noqa: PLC0415  (56 ms that only a table needs)
    from rich.cells import cell_len  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    lines = list(rows)
    widths = [max(map(cell_len, cells)) for cells in zip(columns, *lines, strict=True)]
    short = _unfolded(widths, width or _WIDEST)
    for name, natural in zip(columns, widths, strict=True):
        shown.add_column(Text(name), overflow="fold", no_wrap=natural <= short)
    for line in lines:
        shown.add_row(*(Text(cell) for cell in line))
    count = len(lines)
    plain = width is None or bool(os.environ.get("NO_COLOR"))
    console = Console(
        file=output, width=width or _WIDEST, no_color=plain, highlight=False, markup=False,
        force_terminal=not plain, legacy_windows=False,
    )  # fmt: skip
    console.print(shown, crop=False, soft_wrap=False)
    if width is not None:
        console.print(Text(f"{count} rows" if count != 1 else "1 row"), style="dim")


def _unfolded(widths: Sequence[int], room: int) -> int:
    """The width up to which columns can stay on one line and leave the others what they need."""

    def need(short: int) -> int:
        kept = (width if width <= short else min(width, _FOLDED) for width in widths)
        return sum(kept) + _PADDING * len(widths)

    return next((short for short in range(_SHORT, 0, -1) if need(short) <= room), 0)
