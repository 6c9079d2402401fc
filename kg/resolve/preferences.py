"""Which of two claims a person holds to be right, where they disagree."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from kg.model.decision import PREFER, Decisions, in_order
from kg.rdf import iris
from kg.resolve.claims import Reading

Value = TypeVar("Value")


class Preferences:
    """Decisions that prefer one claim over another, by the claims' IRIs."""

    def __init__(self, decided: Mapping[tuple[str, str], str]) -> None:
        """`decided`: the preferred claim and the other → the IRI of the decision."""
        self._decided = decided
        self._others: dict[str, list[str]] = {}
        for claim, other in decided:
            self._others.setdefault(claim, []).append(other)

    @classmethod
    def of(cls, decisions: Decisions, base: str) -> "Preferences":
        """The preferences among decisions."""
        found = [one for one in in_order(decisions) if one.verdict == PREFER]
        return cls({(one.claims[0], one.claims[1]): iris.decision(base, one) for one in found})

    def first(
        self, rows: Sequence[tuple[Reading, Value]], differ: Callable[[Value, Value], bool]
    ) -> Sequence[tuple[Reading, Value]]:
        """The claims preferred over another that states otherwise, but for those over which one
        is preferred in turn; all of them where there is none such."""
        if not self._decided:
            return rows
        values = {reading.iri: value for reading, value in rows}
        against = [
            (claim, other)
            for claim in values
            for other in self._others.get(claim, ())
            if other in values and differ(values[claim], values[other])
        ]
        winners = {claim for claim, _ in against} - {other for _, other in against}
        return [row for row in rows if row[0].iri in winners] if winners else rows

    def settling(self, pairs: Iterable[tuple[Reading, Reading]]) -> tuple[str, ...]:
        """The IRIs of the decisions about these pairs of claims, sorted; none where they only go
        round in a circle."""
        both = [(a.iri, b.iri) for a, b in pairs] if self._decided else []
        against = [pair for a, b in both for pair in ((a, b), (b, a)) if pair in self._decided]
        if {claim for claim, _ in against} <= {other for _, other in against}:
            return ()
        return tuple(sorted(self._decided[pair] for pair in against))

    def only(self, decisions: Iterable[str]) -> "Preferences":
        """The preferences of these decisions."""
        wanted = set(decisions)
        if not wanted:
            return NO_PREFERENCES
        return Preferences({pair: iri for pair, iri in self._decided.items() if iri in wanted})

    def loses(self, reading: Reading) -> bool:
        """Whether another claim is preferred over this one."""
        return any(reading.iri == other for _, other in self._decided)


NO_PREFERENCES = Preferences({})
"""All as the policy has it."""
