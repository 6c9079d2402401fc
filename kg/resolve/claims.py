"""Claims with their IRIs and the entities that their mentions name."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.model.claim import NAME, RELATION, Claim, Mention
from kg.model.fact import ResolvedClaim
from kg.model.naming import name_key
from kg.resolve.entities import spans_of
from kg.resolve.mentions import SAME_ENTITY, Reference
from kg.resolve.tenures import Bearer

Fillers = tuple[tuple[str, tuple[str, ...]], ...]
"""IRIs or texts by role, both sorted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim read: its IRI, its fillers as entity IRIs and as plain texts."""

    iri: str
    claim: Claim
    roles: Fillers
    texts: Fillers

    def iris(self, role: str) -> tuple[str, ...]:
        """The entities in a role."""
        return next((found for name, found in self.roles if name == role), ())

    def words(self, role: str) -> tuple[str, ...]:
        """The plain texts in a role."""
        return next((found for name, found in self.texts if name == role), ())

    def said(self, role: str) -> tuple[str, ...]:
        """What fills a role in comparable form: entities, else spellings of texts as one."""
        return self.iris(role) or tuple(name_key(word) for word in self.words(role))

    def about(self, iri: str) -> ResolvedClaim:
        """The claim as part of what it is about."""
        evidence = spans_of(self.claim)
        return ResolvedClaim(self.iri, self.claim, iri, self.roles, self.texts, evidence)


def readings(
    found: Iterable[Reference], claims: Iterable[Claim], entities: Mapping[Bearer, str]
) -> list[Reading]:
    """The claims read, sorted by IRI; two that say the same of one place are one.

    A mention of what is no entity, as a claim that is no fact may have one, fills no role.
    """
    named: dict[tuple[int, str, Mention], str] = {
        (id(r.claim), r.role, r.mention): entities[r.bearer] for r in found if r.bearer in entities
    }
    by_iri: dict[str, Reading] = {}
    for claim in claims:
        roles = _fillers(
            (role, [named[at] for m in mentions if (at := (id(claim), role, m)) in named])
            for role, mentions in claim.roles
        )
        texts = _fillers(
            (role, [m.text for m in mentions if not m.kind]) for role, mentions in claim.roles
        )
        reading = _as_name(Reading(claim_iri(claim), claim, roles, texts))
        known = by_iri.get(reading.iri)
        if known is None or reading.claim.extracted_by < known.claim.extracted_by:
            by_iri[reading.iri] = reading
    return [by_iri[iri] for iri in sorted(by_iri)]


def _fillers(rows: Iterable[tuple[str, list[str]]]) -> Fillers:
    return tuple((role, tuple(sorted(set(found)))) for role, found in sorted(rows) if found)


def states_name(claim: Claim) -> bool:
    """Whether a claim is about a name: so is a former or other name that a document states."""
    return claim.type == NAME or (claim.type == RELATION and claim.relation in SAME_ENTITY)


def _as_name(reading: Reading) -> Reading:
    """A former or other name that a document states is a claim about a name."""
    claim = reading.claim
    kind = SAME_ENTITY.get(claim.relation or "")
    if claim.type != RELATION or kind is None:
        return reading
    text = claim.fillers("object")[0].text
    return replace(
        reading,
        claim=replace(claim, type=NAME, relation=None, details=replace(claim.details, kind=kind)),
        roles=(("nameOf", reading.iris("subject")),),
        texts=(("text", (text,)),),
    )


def claim_iri(claim: Claim) -> str:
    """The IRI of a claim: its document, what it claims, where, six hex digits of what it says."""
    said = (
        claim.type, claim.relation, claim.roles, claim.date, claim.status, claim.details,
        claim.cites, claim.about,
    )  # fmt: skip
    digest = hashlib.sha256(repr(said).encode()).hexdigest()[:6]
    place = f"{claim.span.start},{claim.span.end}" if claim.span else f"L{claim.line or 0}"
    return f"{claim.source}#claim={claim.relation or claim.type},{place},{digest}"
