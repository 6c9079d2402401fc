"""A clause: a predicate with its phrases and dates, or a headline that has no predicate."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.lang.ko.clauses.phrases import Moment, Phrase, Predicate
from kg.lang.ko.clauses.status import Reading
from kg.lang.ko.tokens.kiwi import Token

Takes = Callable[[str], bool]
"""Whether a verb's stem is one that the lexicon knows: such a verb takes its own date."""


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate (None: a headline), its phrases, its dates, the noun that it modifies (`head`)
    and the subject that it shares. `start` and `end` bound it in the sentence's line. `point` is
    the date that it modifies (`문을 연 1996년`)."""

    predicate: Predicate | None
    reading: Reading
    phrases: list[Phrase]
    moments: list[Moment]
    start: int
    end: int
    head: Phrase | None = None
    subject: Phrase | None = None
    before: "Clause | None" = None
    after: "Clause | None" = None
    marks: list[Token] = field(default_factory=list)
    point: Moment | None = None

    def phrase(self, *cases: str) -> Phrase | None:
        """The phrase nearest to the predicate that has one of these cases."""
        return next((p for p in reversed(self.phrases) if p.case in cases and not p.topic), None)
