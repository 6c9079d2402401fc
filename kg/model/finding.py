"""Findings: why something was refused or warned about, in words a newcomer can act on."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import Where

VIOLATION, WARNING, INFO = "violation", "warning", "info"


@dataclass(frozen=True, slots=True)
class Related:
    """The other side of a finding about two facts: what it states, and where."""

    text: str
    where: Where
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason. `slug` is stable; `focus` an IRI or ""; `path` a property's local name or "".

    `message` and `hint` are in English and Korean (keys `en`, `ko`); `sentence` is the passage
    it came from and `mark` the offsets in it (code points, half-open) of what is meant; `passage`
    is where the marked part begins, where that is elsewhere than `where` (a line of claims about a
    document). `value` is in words; `other` is its IRI where it has one: the fact that the focus
    does not go with; `related` are the places of all other sides. `component` is the IRI of the
    SHACL constraint component, if one found it.
    """

    slug: str
    severity: str
    fact: str
    message: dict[str, str]
    where: Where | None = None
    hint: dict[str, str] | None = None
    focus: str = ""
    path: str = ""
    value: str = ""
    shape: str = ""
    sentence: str = ""
    mark: tuple[int, int] | None = None
    other: str = ""
    passage: Where | None = None
    component: str = ""
    related: tuple[Related, ...] = ()


def refused_facts(findings: Iterable[Finding]) -> int:
    """How many facts the violations among these findings are about."""
    return len({_fact(one) for one in findings if one.severity == VIOLATION})


def _fact(finding: Finding) -> tuple[object, ...]:
    """What tells one fact from another: its node in an RDF file, else the line that states it (a
    shape may find an event and its claim wrong, which are one fact)."""
    where = finding.where
    if where is None:
        return finding.fact, finding.focus
    if finding.focus and not finding.shape:
        return where.name, finding.focus
    return where.name, where.line, "" if finding.shape else finding.fact
