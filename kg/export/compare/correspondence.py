"""Which IRI of one graph means what another of the other graph means."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from kg.export.compare.pairing import Pairs
from kg.model.fact import Entity, Event, Relation


@dataclass(frozen=True, slots=True)
class Correspondence:
    """`forth` maps the IRIs of the first graph to those of the second, `back` the other way."""

    forth: Mapping[str, str]
    back: Mapping[str, str]

    @classmethod
    def of(cls, *found: Pairs[Entity] | Pairs[Event] | Pairs[Relation]) -> "Correspondence":
        """That of the things that are in both graphs."""
        both = [(one.iri, other.iri) for pairs in found for one, other in pairs.both]
        return cls(dict(both), {other: one for one, other in both})

    def before(self, iri: str) -> Hashable:
        """What stands for an IRI of the first graph in both; for a thing that is in no other
        graph, something that is like none there."""
        return (iri, self.forth.get(iri))

    def after(self, iri: str) -> Hashable:
        """What stands for an IRI of the second graph in both."""
        return (self.back.get(iri), iri)

    def sides(self, before: str | None, after: str | None) -> tuple[str | None, str | None]:
        """The IRIs of a thing in both graphs, from that in one of them."""
        return before or self.back.get(after or ""), after or self.forth.get(before or "")
