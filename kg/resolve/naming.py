"""How to name a thing so that the name outlives its IRI."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model.claim import Claim
from kg.model.decision import Decisions, Naming
from kg.model.fact import Entity
from kg.model.schema import Schema
from kg.resolve.bearers import bearers
from kg.resolve.claims import claim_iri
from kg.resolve.resolution import entities_of
from kg.resolve.rulings import mention_of, rejected


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing that a person means: its IRI, the name that was used for it ("": its own), and the
    IRI of the document in which it is told of ("": whichever)."""

    iri: str
    name: str = ""
    document: str = ""


class Namer:
    """Names the entities of a set of claims as they are with the decisions made so far."""

    def __init__(
        self, claims: Iterable[Claim], schema: Schema, base: str, decisions: Decisions
    ) -> None:
        out = rejected(decisions)
        ordered = sorted(set(claims), key=lambda c: (claim_iri(c), c.extracted_by))
        held = [claim for claim in ordered if claim_iri(claim) not in out]
        self._meant = bearers(held, schema, decisions)
        entities, self._iri_of = entities_of(self._meant, schema, base)
        self._entities = {entity.iri: entity for entity in entities}

    def naming(self, asked: Asked) -> Naming | None:
        """The shortest naming that means the thing, None where none does: no claim tells of it, or
        not in that document."""
        entity = self._entities.get(asked.iri)
        if entity is None:
            return None
        return next((one for one in self._namings(entity, asked) if self._means(one, entity)), None)

    def _means(self, naming: Naming, entity: Entity) -> bool:
        register = self._meant.register
        key = register.key(mention_of(naming))
        if naming.document and not any(
            r.claim.source == naming.document and register.key(r.mention) == key
            for r in self._meant.references
        ):
            return False
        return self._iri_of.get(register.at(key, naming.date, naming.document)) == entity.iri

    def _namings(self, entity: Entity, asked: Asked) -> Iterator[Naming]:
        own = [name.text for name in entity.names if name.text != entity.label]
        texts = [entity.label, *own]
        rounds = [[asked.name], texts] if asked.name else [texts]
        if asked.document:
            yield from (Naming(entity.kind, text, asked.document) for text in rounds[0])
            return
        for some in rounds:
            yield from (Naming(entity.kind, text) for text in some)
            for name in entity.names:
                if name.text in some and (name.since or name.until):
                    yield Naming(entity.kind, name.text, date=name.since or name.until)
        for text in texts:
            yield from (Naming(entity.kind, text, source) for source in self._sources(entity))

    def _sources(self, entity: Entity) -> list[str]:
        found = self._meant.references
        return sorted({r.claim.source for r in found if self._iri_of[r.bearer] == entity.iri})
