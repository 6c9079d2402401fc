"""The concordance of a generation: what each source brought in, to be found by what it names.

A concordance lists for a word where it stands. This one lists for a handle (see
`kg.resolve.handles`) the records under it: claims, and quads that are kept as they are, each as
text, with the sources that brought them. A load finds through it the few claims that a change
bears on, without reading all others. Like the graph it is a cache: the kept sources make it again.

    <urn:sha256:…>  under   "handle"
                    record  "what was kept, as text"
                    of      <urn:source:…>
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from kg.rdf.changed import Changed, Quads
from kg.store.blobs import digest

_UNDER, _RECORD, _OF = (ox.NamedNode(f"urn:kg:{name}") for name in ("under", "record", "of"))


class Entry(NamedTuple):
    """A record, its handles, and a source that brings it."""

    record: str
    handles: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The quads of a concordance that a change of sources adds and removes."""

    added: frozenset[ox.Quad]
    removed: frozenset[ox.Quad]

    def with_marks(self, added: frozenset[ox.Quad], removed: frozenset[ox.Quad]) -> "Revision":
        """This and other quads (see `marked`); what is removed stays so."""
        return Revision((self.added | added) - removed, self.removed | removed)


class Concordance:
    """Looks records up in the store of a concordance."""

    def __init__(self, store: Quads) -> None:
        self._store = store

    def revised(self, revision: Revision) -> "Concordance":
        """The concordance as it will be after a revision."""
        return Concordance(Changed(self._store, revision.added, revision.removed))

    def under(self, handle: str) -> Iterator[str]:
        """The records under a handle."""
        for quad in self._store.quads_for_pattern(None, _UNDER, ox.Literal(handle), None):
            for told in self._store.quads_for_pattern(quad.subject, _RECORD, None, None):
                if isinstance(told.object, ox.Literal):
                    yield told.object.value

    def sources(self, record: str) -> set[str]:
        """Which sources bring a record."""
        found = self._store.quads_for_pattern(_node(record), _OF, None, None)
        return {quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode)}

    def is_under(self, record: str, handle: str) -> bool:
        """Whether a record is under a handle."""
        return marked(record, handle) in self._store

    def revision(self, gone: Iterable[Entry], come: Iterable[Entry]) -> Revision:
        """What to write where these entries go and these come; a record leaves with its last
        source."""
        gone, come = list(gone), list(come)
        added = {quad for entry in come for quad in _quads(entry)}
        removed: set[ox.Quad] = set()
        leaving = {(entry.record, entry.source) for entry in gone}
        leaving -= {(entry.record, entry.source) for entry in come}
        staying = {entry.record for entry in come}
        for entry in gone:
            if (entry.record, entry.source) not in leaving:
                continue
            left = {s for s in self.sources(entry.record) if (entry.record, s) not in leaving}
            if left or entry.record in staying:
                removed.add(ox.Quad(_node(entry.record), _OF, ox.NamedNode(entry.source)))
            else:
                removed.update(self._store.quads_for_pattern(_node(entry.record), None, None, None))
        return Revision(frozenset(added), frozenset(removed))


def marked(record: str, handle: str) -> ox.Quad:
    """What says that a record is under one more handle."""
    return ox.Quad(_node(record), _UNDER, ox.Literal(handle))


def entries_quads(entries: Collection[Entry]) -> set[ox.Quad]:
    """A whole concordance as quads."""
    return {quad for entry in entries for quad in _quads(entry)}


def source_iri(iri: str, via: str) -> str:
    """What stands for a source as an input brought it."""
    return f"urn:source:{digest(f'{iri} {via}'.encode())}"


def _quads(entry: Entry) -> Iterator[ox.Quad]:
    node = _node(entry.record)
    yield ox.Quad(node, _RECORD, ox.Literal(entry.record))
    yield ox.Quad(node, _OF, ox.NamedNode(entry.source))
    for handle in entry.handles:
        yield marked(entry.record, handle)


def _node(record: str) -> ox.NamedNode:
    return ox.NamedNode(f"urn:sha256:{digest(record.encode())}")
