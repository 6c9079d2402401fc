"""Decisions read back from the graph: what `kg.rdf.decisions` wrote."""

import pyoxigraph as ox

from kg.export.properties import Properties
from kg.export.said import Decided
from kg.rdf.terms import LABEL, kg
from kg.rdf.vocabulary import DCTERMS

_DEFAULT = ox.DefaultGraph()


class DecisionReading:
    """A store's decisions."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def of(self, iri: str) -> Decided | None:
        """The decision of an IRI, or that which rejects the claim of an IRI; None where there is
        none such."""
        said = Properties.of(self._store, iri, _DEFAULT)
        if "Decision" in said.types:
            return _decided(iri, said)
        if "RejectedClaim" not in Properties.of(self._store, iri, None).types:
            return None
        return next((self.of(one) for one in self._subjects("decides", iri)), None)

    def on(self, iri: str) -> list[Decided]:
        """The decisions that bear on a fact or entity, by IRI."""
        found = (self.of(one) for one in self._subjects("concerns", iri))
        return [one for one in found if one]

    def evidence(self, claim: str) -> list[str]:
        """The spans that a claim rests on, rejected or not."""
        return Properties.of(self._store, claim, None).iris("evidence")

    def _subjects(self, local: str, iri: str) -> list[str]:
        quads = self._store.quads_for_pattern(None, kg(local), ox.NamedNode(iri), _DEFAULT)
        return sorted(q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode))


def _decided(iri: str, said: Properties) -> Decided:
    return Decided(
        iri=iri,
        verdict=said.text("verdict") or "",
        label=said.text(LABEL.value) or "",
        who=said.text("by") or "",
        why=said.text("because") or "",
        on=said.text(DCTERMS + "date"),
        claims=(*said.iris("decides"), *said.iris("over")),
        concerns=tuple(said.iris("concerns")),
    )
