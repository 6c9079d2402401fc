"""What an RDF file says, subject by subject, and which of it has been understood."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from kg.rdf.vocabulary import KG, RDF

TYPE = RDF + "type"


class Stated(NamedTuple):
    """One triple of the file and its line."""

    quad: ox.Quad
    line: int

    @property
    def value(self) -> ox.NamedNode | ox.Literal:
        """The object; files have no blank nodes left and no triple terms."""
        found = self.quad.object
        if isinstance(found, ox.NamedNode | ox.Literal):
            return found
        raise TypeError(f"neither an IRI nor a literal: {found}")


def local(term: object) -> str:
    """The local name of a term of `kg:`, "" for anything else."""
    spelt = term.value if isinstance(term, ox.NamedNode) else ""
    return spelt.removeprefix(KG) if spelt.startswith(KG) else ""


class Described:
    """The triples of a file by subject and predicate; `take` also marks what it returns."""

    def __init__(self, parsed: Iterable[tuple[ox.Quad, int]]) -> None:
        self._by_subject: dict[str, dict[str, list[Stated]]] = {}
        self._taken: set[tuple[ox.Quad, int]] = set()
        for quad, line in parsed:
            if isinstance(quad.subject, ox.NamedNode):
                said = self._by_subject.setdefault(quad.subject.value, defaultdict(list))
                said[quad.predicate.value].append(Stated(quad, line))

    def subjects(self) -> Iterator[str]:
        """The subjects in the order of the file."""
        yield from self._by_subject

    def __contains__(self, subject: str) -> bool:
        return subject in self._by_subject

    def of(self, subject: str, predicate: str) -> list[Stated]:
        """What the file says of a subject under a predicate (an IRI)."""
        return list(self._by_subject.get(subject, {}).get(predicate, ()))

    def all_of(self, subject: str) -> list[Stated]:
        """Everything that the file says of a subject."""
        return [one for many in self._by_subject.get(subject, {}).values() for one in many]

    def take(self, subject: str, predicate: str) -> list[Stated]:
        """The same as `of`, marked as understood."""
        found = self.of(subject, predicate)
        self._taken.update(found)
        return found

    def mark(self, found: Iterable[Stated]) -> None:
        """Marks triples as understood."""
        self._taken.update(found)

    def types(self, subject: str) -> list[str]:
        """The local names of the subject's `kg:` types, in the order of the file."""
        names = (local(one.quad.object) for one in self.of(subject, TYPE))
        return list(dict.fromkeys(name for name in names if name))

    def line(self, subject: str) -> int:
        """The first line that says something of the subject, its type if it has one."""
        found = self.of(subject, TYPE) or self.all_of(subject)
        return min(one.line for one in found)

    def rest(self) -> Iterator[Stated]:
        """What nobody has taken, in the order of subjects."""
        for subject in self._by_subject:
            for one in self.all_of(subject):
                if one not in self._taken:
                    yield one
