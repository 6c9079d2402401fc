"""What can go wrong, as a user is told it: one line, where, and what to do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Where:
    """A place in something the user gave: line and column count from 1, columns in code points."""

    name: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.name, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)


class KgError(Exception):
    """A failure that a user can cause and mend; the command line prints it in one line.

    `slug` is stable and names the kind of failure for programs; `exit_code` is 2 (called wrongly
    or unreadable input) unless a child says otherwise.
    """

    exit_code = 2

    def __init__(
        self, slug: str, message: str, where: Where | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{hint}"


class RefusedError(KgError):
    """The input was read and understood, and the gate says no; `findings` say why."""

    exit_code = 1

    def __init__(
        self, slug: str, message: str, findings: "tuple[Finding, ...]" = (), hint: str | None = None
    ) -> None:
        super().__init__(slug, message, hint=hint)
        self.findings = findings


class KgWarning(UserWarning):
    """What a user of the Python interface should know of an answer that is right all the same:
    another bearer of a name, a term that the graph does not have."""


class InternalError(KgError):
    """An invariant of ours does not hold: our fault, never the user's."""

    exit_code = 3
