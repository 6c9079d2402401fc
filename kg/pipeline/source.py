"""What one input says of one source, read and not yet resolved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import KgError
from kg.gate.claim_units import NumberedLine
from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.finding import VIOLATION, Finding
from kg.pipeline.inputs import Input

Fact = tuple[Claim, ...]
"""What counts as one: a statement with the claim of each place that states it."""


@dataclass(frozen=True, slots=True)
class Source:
    """The facts that an input states of one source, and the quads that are kept as they are.

    `iri` and `name` are the source's. `document` is what the facts are read from and `text` its
    bytes; an RDF file has none.
    """

    iri: str
    name: str
    facts: tuple[Fact, ...]
    kept: frozenset[ox.Quad]
    document: Document | None = None
    text: bytes = b""

    @property
    def claims(self) -> frozenset[Claim]:
        """All claims of all its facts."""
        return frozenset(claim for fact in self.facts for claim in fact)


@dataclass(frozen=True, slots=True)
class Reading:
    """An input as it was read: its bytes, its sources, and how many facts it holds in all.

    `count` includes the facts that `findings` are about. `error` says why it could not be read.
    Of claims, `lines` are those that state each fact. With `hold` a violation refuses the lines
    that it is about, which `held` are, and not the whole input.
    """

    input: Input
    data: bytes
    sources: tuple[Source, ...] = ()
    count: int = 0
    findings: tuple[Finding, ...] = ()
    error: KgError | None = None
    lines: Mapping[Fact, tuple[NumberedLine, ...]] = field(default_factory=dict)
    hold: bool = False
    held: tuple[NumberedLine, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether none of it may get in: without `hold` an input is loaded whole or not at all."""
        return self.error is not None or (has_violation(self.findings) and not self.hold)

    @property
    def loaded(self) -> bytes:
        """The bytes that get in: all of the input's, less the lines that are held back, so that
        loading it again reads those again."""
        if not self.held:
            return self.data
        lines = {line for own in self.lines.values() for line in own}
        ordered = sorted(lines, key=lambda line: (line.number, line.column))
        return "".join(f"{line.text}\n" for line in ordered).encode("utf-8")


def has_violation(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings refuses what it is about."""
    return any(finding.severity == VIOLATION for finding in findings)


def canonical(quads: Iterable[ox.Quad]) -> frozenset[ox.Quad]:
    """The quads as a store gives them back: it rewrites "007"^^xsd:integer to 7, for one."""
    store = ox.Store()
    store.extend(quads)
    return frozenset(store)
