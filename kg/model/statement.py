"""Statements: an event or relation as a document states it, in one place or several.

One statement is one line of `kg extract --format jsonl`; `kg.model.line` reads and writes it.
"""

from dataclasses import dataclass, replace

from kg.model.claim import Claim, Details, Mention, Roles
from kg.model.dates import PartialDate
from kg.model.document import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that states it, with what that place says: its own date, status, roles, details."""

    span: Span
    date: PartialDate | None
    status: str
    roles: Roles
    details: Details


@dataclass(frozen=True, slots=True)
class Statement:
    """One event or relation of one document, deduplicated, with every place that states it.

    `type`, `relation`, `date`, `status`, `roles` and `details` are those of the statement as a
    whole; `evidence` has at least one member, in the order of the text.
    """

    document: str
    type: str
    relation: str | None
    date: PartialDate | None
    status: str
    roles: Roles
    details: Details
    extracted_by: str
    evidence: tuple[Evidence, ...]

    def claims(self, source: str) -> tuple[Claim, ...]:
        """One claim for each place, of the document whose IRI is `source`."""
        return tuple(
            Claim(
                source=source,
                type=self.type,
                relation=self.relation,
                roles=place.roles,
                date=place.date,
                status=place.status,
                details=place.details,
                extracted_by=self.extracted_by,
                span=place.span,
            )
            for place in self.evidence
        )


def make_roles(fillers: dict[str, list[Mention]]) -> Roles:
    """Roles in their one order; a filler named twice counts once, an empty role not at all."""
    return tuple(
        (role, tuple(sorted(set(fillers[role])))) for role in sorted(fillers) if fillers[role]
    )


def with_document(statement: Statement, name: str) -> Statement:
    """The same statement of a document known by another name."""
    return replace(statement, document=name)
