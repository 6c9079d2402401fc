"""What a load did, in numbers that balance: read = loaded + already there + refused."""

from dataclasses import dataclass

from kg.errors import KgError
from kg.gate.claim_units import NumberedLine
from kg.model.finding import Finding


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one input.

    `loaded`, `already` and `refused` count facts; `gone` those that it stated when it was loaded
    before and states no more; `kept` the triples that are no facts; `held` the lines set aside,
    which are refused. `unchanged`: it was not read again, for neither it nor what reads it has
    changed.
    """

    name: str
    kind: str
    loaded: int = 0
    already: int = 0
    refused: int = 0
    gone: int = 0
    kept: int = 0
    unchanged: bool = False
    findings: tuple[Finding, ...] = ()
    held: tuple[NumberedLine, ...] = ()
    error: KgError | None = None

    @property
    def read(self) -> int:
        """How many facts the input holds."""
        return self.loaded + self.already + self.refused

    def __str__(self) -> str:
        if self.error is not None:
            return str(self.error)
        counts = f"{self.loaded} loaded, {self.already} already there, {self.refused} refused"
        return f"{self.name}: {counts}"


@dataclass(frozen=True, slots=True)
class Retraction:
    """A source that left the graph, or an input's claims about it, and why.

    `why` is `asked`, `file-gone`, `other-text` (its document has another text now), `replaced`
    (another file is the document of its IRI) or `other-base` (kg.toml has another base IRI now).
    """

    iri: str
    name: str
    via: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of all inputs; `generation` is the current one afterwards.

    `warnings` are the findings about facts together that this load brought with it; `strict`
    says that they refused it. `decided`: something else was decided than at the load before.
    """

    files: tuple[FileReport, ...]
    retracted: tuple[Retraction, ...]
    warnings: tuple[Finding, ...]
    generation: int | None
    published: bool
    strict: bool = False
    decided: bool = False

    @property
    def exit_code(self) -> int:
        """2 where an input could not be read, 1 where one was refused, else 0."""
        if any(file.error for file in self.files):
            return 2
        refused = self.strict or any(file.findings and file.refused for file in self.files)
        return 1 if refused else 0

    def __str__(self) -> str:
        gone = (f"{one.via}: {one.count} retracted" for one in self.retracted)
        return "\n".join([*map(str, self.files), *gone]) or "nothing to load"
