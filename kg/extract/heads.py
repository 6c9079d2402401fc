"""The company that a line or a section is headed by: `△ A = …`, `◆ A`."""

from kg.extract.directory import name_key
from kg.extract.progress import Progress
from kg.lang.ko.kinds import ORGANIZATION, PERSON
from kg.lang.ko.line_heads import heading_of, told_of
from kg.lang.ko.names import Named
from kg.lang.ko.words import COMMON, PLACES


def begin_head(progress: Progress, line: str) -> None:
    """Notes the company that the line begins with, or that it is the heading of."""
    state = progress.state
    told = told_of(line)
    state.head = _company(progress, told) if told is not None else None
    if not state.page and (alone := heading_of(line)) is not None:
        state.section = _company(progress, alone)


def _company(progress: Progress, name: str) -> Named | None:
    directory = progress.directory
    known = directory.names.get(name_key(name))
    if known is None or name in COMMON | PLACES or directory.kind(known) == PERSON:
        return None
    often = directory.mentions[name_key(name)] > 1 or known.kind == ORGANIZATION
    return known if often or directory.is_organization(known) else None
