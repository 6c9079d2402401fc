"""Which rules a derived fact follows by."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.reason.derive import constructed, rules
from kg.reason.following import near
from kg.reason.rule import reach
from kg.sparql.header import Header, read_header

By = dict[ox.Triple, tuple[Header, ...]]
"""What the rules that give a triple say of themselves, in the order of their files."""


def rules_of(derived: Iterable[ox.Triple], store: ox.Store, folder: Path) -> By:
    """The rules of an ontology folder (`rules/*.rq`) that give each of these triples.

    A rule is evaluated over what it may read for their subjects, all of the graph only where that
    has no bound. Raises KgError where a rule cannot be read.
    """
    wanted = list(derived)
    subjects = {one.subject for one in wanted if not isinstance(one.subject, ox.Triple)}
    found: dict[ox.Triple, tuple[Header, ...]] = dict.fromkeys(wanted, ())
    for path, text in rules(folder).items() if wanted else ():
        bounds = reach(text)
        data = store if bounds is None else near([bounds], subjects, store)
        made = set(constructed(data, {path: text}))
        for triple in wanted:
            if triple in made:
                found[triple] = (*found[triple], read_header(text, path.name))
    return found
