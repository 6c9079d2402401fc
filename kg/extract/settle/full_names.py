"""A person's name in full, where the text gives it somewhere: 헤이그 is 폴 헤이그."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import Directory
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named


def with_full_names(candidates: Sequence[Candidate], directory: Directory) -> list[Candidate]:
    """The candidates with each part of one person's name in full; a part that two persons share
    stays."""
    whole = _by_part(directory)

    def full(named: Named) -> Named:
        known = whole.get(named.text, set())
        person = len(known) == 1 and directory.kind(named) in (PERSON, "")
        return replace(named, text=min(known)) if person else named

    if not whole:
        return list(candidates)
    return [
        replace(one, roles={role: [full(n) for n in names] for role, names in one.roles.items()})
        for one in candidates
    ]


def _by_part(directory: Directory) -> dict[str, set[str]]:
    """The full names that begin or end with a word."""
    found: dict[str, set[str]] = {}
    for named in directory.names.values():
        words = named.text.split()
        if len(words) > 1 and directory.kind(named) == PERSON:
            for part in (words[0], words[-1]):
                found.setdefault(part, set()).add(named.text)
    return found
