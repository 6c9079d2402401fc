"""Claims in one line each, so that what a test is about stands out."""

from collections.abc import Callable
from decimal import Decimal

from kg.model.claim import ASSERTED, RELATION, Claim, Details, Mention
from kg.model.dates import PartialDate
from kg.model.document import Span
from kg.model.schema import Schema
from kg.model.statement import make_roles

BASE = "https://example.org/kg/"
DOCUMENT = BASE + "document/a"

NOTHING_MORE = Details()

ClaimMaker = Callable[..., Claim]


def claim_maker(schema: Schema) -> ClaimMaker:
    """A function that makes claims, each at an offset of its own.

    claim("Merger", "2018-05", survivor="카카오", absorbed=["카카오엠"]): a filler is a name, or
    `name/Kind` where its kind is not the usual one of the role.
    """
    offsets = iter(range(0, 100_000, 10))

    def make(
        label: str,
        date: str | None = None,
        status: str = ASSERTED,
        source: str = DOCUMENT,
        details: Details = NOTHING_MORE,
        **fillers: str | list[str],
    ) -> Claim:
        start = next(offsets)
        roles = {
            role: [_mention(schema, label, role, text) for text in _listed(texts)]
            for role, texts in fillers.items()
        }
        return Claim(
            source=source,
            type=RELATION if label in schema.relations else label,
            relation=label if label in schema.relations else None,
            roles=make_roles(roles),
            date=PartialDate(date) if date else None,
            status=status,
            details=details,
            extracted_by="test",
            span=Span(start, start + 5, "quote"),
        )

    return make


def users(value: int) -> Details:
    return Details(value=Decimal(value), unit="명", metric="users")


def _listed(texts: str | list[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else texts


def _mention(schema: Schema, label: str, role: str, text: str) -> Mention:
    name, _, kind = text.partition("/")
    return Mention(name, kind or schema.usual_kind(label, role))
