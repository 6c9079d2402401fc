"""Which decisions apply to a graph, and why the others do not."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.gate.messages import worded
from kg.model.decision import DIFFERENT, Decision, Naming
from kg.model.finding import WARNING, Finding
from kg.model.naming import name_key
from kg.pipeline.decisions.reading import PlacedDecision
from kg.rdf import iris
from kg.rdf.terms import TYPE, kg

_DEFAULT = ox.DefaultGraph()
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision of the file; `finding` says why it does not apply, None where it does."""

    placed: PlacedDecision
    finding: Finding | None


def findings(standings: Iterable[Standing]) -> tuple[Finding, ...]:
    """Why those that do not apply do not."""
    return tuple(one.finding for one in standings if one.finding is not None)


class Judge:
    """Judges decisions by a graph that was derived with them."""

    def __init__(self, store: ox.Store, base: str) -> None:
        self._store = store
        self._base = base

    def standings(self, placed: Sequence[PlacedDecision]) -> tuple[Standing, ...]:
        """How it stands with each decision, in their order."""
        return tuple(Standing(one, self._finding(one)) for one in placed)

    def _finding(self, placed: PlacedDecision) -> Finding | None:
        made = placed.decision
        node = ox.NamedNode(iris.decision(self._base, made))
        if ox.Quad(node, TYPE, kg("Decision"), _DEFAULT) in self._store:
            return None
        slug, given = self.why_not(made)
        message, hint = worded(slug, given)
        return Finding(slug, WARNING, self._told(made), message, placed.where, hint)

    def _told(self, made: Decision) -> str:
        """The decision in a line."""
        about = [self.short(claim) for claim in made.claims]
        about += [thing.name for thing in made.things]
        return f"{made.verdict} {' / '.join(about)} ({made.who}: {made.why})"

    def short(self, iri: str) -> str:
        """An IRI as it may be written: without the base."""
        return iri.removeprefix(self._base)

    def why_not(self, made: Decision) -> tuple[str, dict[str, str]]:
        """The kind of finding that says why a decision does not apply, and what it names."""
        for claim in made.claims:
            if not self.is_claim(claim):
                return "decided-claim-gone", {
                    "claim": self.short(claim),
                    "near": ", ".join(map(self.short, self.nearest_claims(claim))) or "-",
                }
        for claim in made.claims:
            if self._is_a(claim, "RejectedClaim"):
                return "decided-claim-rejected", {"claim": self.short(claim)}
        if made.claims:
            return "decided-no-conflict", {}
        for thing in made.things:
            if not self._is_told_of(thing):
                return "decided-thing-gone", {
                    "kind": thing.kind,
                    "name": thing.name,
                    "document": self.short(thing.document) or "-",
                    "near": ", ".join(self._nearest_names(thing)) or "-",
                }
        return ("decided-still-one" if made.verdict == DIFFERENT else "decided-still-two"), {}

    def is_claim(self, iri: str) -> bool:
        """Whether the graph holds a claim of this IRI, rejected or not."""
        return self._is_a(iri, "Claim") or self._is_a(iri, "RejectedClaim")

    def _is_a(self, iri: str, class_: str) -> bool:
        quads = self._store.quads_for_pattern(ox.NamedNode(iri), TYPE, kg(class_), None)
        return next(quads, None) is not None

    def nearest_claims(self, iri: str) -> list[str]:
        """The IRIs of the claims most like this one, those of the same document before others."""
        source = iri.partition("#")[0]
        own = sorted(self.claims_of(source))
        if own:
            return difflib.get_close_matches(iri, own, n=_NEAR, cutoff=0.0)
        graphs = sorted({str(graph.value) for graph in self._store.named_graphs()})
        near = difflib.get_close_matches(source, graphs, n=1, cutoff=0.5)
        return sorted(self.claims_of(near[0]))[:_NEAR] if near else []

    def claims_of(self, source: str) -> Iterator[str]:
        """The IRIs of a source's claims, rejected ones too, in no order."""
        graph = ox.NamedNode(source)
        for class_ in ("Claim", "RejectedClaim"):
            for quad in self._store.quads_for_pattern(None, TYPE, kg(class_), graph):
                if isinstance(quad.subject, ox.NamedNode):
                    yield quad.subject.value

    def _is_told_of(self, thing: Naming) -> bool:
        if thing.document and not any(self.claims_of(thing.document)):
            return False
        key = name_key(thing.name)
        return any(name_key(text) == key for text in self._names())

    def _nearest_names(self, thing: Naming) -> list[str]:
        return difflib.get_close_matches(
            thing.name, sorted(set(self._names())), n=_NEAR, cutoff=0.5
        )

    def _names(self) -> Iterator[str]:
        for quad in self._store.quads_for_pattern(None, TYPE, kg("Name"), _DEFAULT):
            for text in self._store.quads_for_pattern(quad.subject, kg("text"), None, _DEFAULT):
                if isinstance(text.object, ox.Literal):
                    yield text.object.value
