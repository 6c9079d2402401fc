"""Decisions: what a person rules where the sources do not settle it, signed and with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.model.dates import PartialDate

REJECT, PREFER, SAME, DIFFERENT = "reject", "prefer", "same", "different"
VERDICTS = (REJECT, PREFER, SAME, DIFFERENT)


@dataclass(frozen=True, slots=True)
class Naming:
    """A thing by what does not change when claims come and go: its kind and a name that it bears.

    `document` is the IRI of a source that tells of it, `date` a day on which it bears the name;
    either tells it from others of that name.
    """

    kind: str
    name: str
    document: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: `who` decided it, `why`, and the day where it is said.

    `verdict` is one of VERDICTS. `claims` are IRIs: of the rejected claim, or of the preferred one
    and the one that it is preferred over. `things` are the two that are the same or different.
    """

    verdict: str
    claims: tuple[str, ...]
    things: tuple[Naming, ...]
    who: str
    why: str
    on: date | None = None

    @property
    def matter(self) -> tuple[object, ...]:
        """What it is about, whichever way it is decided: equal for two that repeat or contradict
        each other."""
        about = "claims" if self.claims else "things"
        one_claim = self.verdict == REJECT
        return (about, one_claim, frozenset(self.claims), frozenset(self.things))


Decisions = frozenset[Decision]
UNDECIDED: Decisions = frozenset()
"""No decisions: all is as the sources say."""


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions in their one order, whatever the order of the file."""
    return sorted(decisions, key=repr)
