"""The company that a line, a table's row or a section is headed by: `△ A = …`, `◆ A`, a column
of companies."""

from kg.extract.context.directory import name_key
from kg.extract.frames.progress import Progress
from kg.extract.lines.scan import Row
from kg.lang.ko.lines.line_heads import company_column, ditto, heading_of, told_of
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.tokens.words import COMMON, PLACES


def begin_head(progress: Progress, row: Row) -> None:
    """Notes the company that the line begins with, or that it is the heading of."""
    state, line = progress.state, row.line.text
    name, sure = told_of(line) or ("", False)
    state.head = _told(progress, name) if sure else _known(progress, name)
    if not state.page and (alone := heading_of(line)) is not None:
        state.section = _known(progress, alone)
    if "|" in line:
        _in_column(progress, row)
    else:
        state.column, state.above = None, None


def _told(progress: Progress, name: str) -> Named | None:
    """The company before the sign of a digest's item, which the text need not know otherwise."""
    if name in COMMON | PLACES or len(name.split()) > 2:
        return None
    known = progress.directory.names.get(name_key(name))
    if known is not None and progress.directory.kind(known) == PERSON:
        return None
    return known or Named(name, 0, 0, ORGANIZATION)


def _in_column(progress: Progress, row: Row) -> None:
    """The company of a table's row, where the table has a column of companies; 〃 is the one of
    the row before."""
    state, line = progress.state, row.line.text
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if row.date is None:
        state.column = company_column(cells) if company_column(cells) is not None else state.column
        return
    if state.column is None or state.column >= len(cells):
        return
    cell = cells[state.column]
    if not ditto(cell):
        state.above = _full(progress, cell) if len(cell.split()) < 4 and cell else None
    state.head = state.above


def _full(progress: Progress, cell: str) -> Named:
    """The company of a cell: the name that the text has oftenest that ends so (화재: 하늘화재)."""
    directory = progress.directory
    ends = [n for n in directory.names.values() if n.text.endswith(cell) and n.text != cell]
    known = [n for n in ends if directory.is_organization(n) and " " not in n.text]
    best = max(known, key=lambda n: (directory.mentions[name_key(n.text)], n.text), default=None)
    own = directory.names.get(name_key(cell))
    if own is not None and (best is None or directory.is_organization(own)):
        return own
    return best or Named(cell, 0, 0, ORGANIZATION)


def _known(progress: Progress, name: str) -> Named | None:
    directory = progress.directory
    known = directory.names.get(name_key(name))
    if known is None or name in COMMON | PLACES or directory.kind(known) == PERSON:
        return None
    often = directory.mentions[name_key(name)] > 1 or known.kind == ORGANIZATION
    return known if often or directory.is_organization(known) else None
