"""Entities: components of bearers, with their names over time and their IRIs."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from kg.model.claim import Claim
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Name
from kg.model.schema import Schema
from kg.rdf import iris
from kg.resolve.changes import NameChanges
from kg.resolve.keys import Key
from kg.resolve.mentions import Reference
from kg.resolve.names import NameDraft, label_of, names_of
from kg.resolve.partition import Partition
from kg.resolve.tenures import Bearer, Tenure


@dataclass(frozen=True, slots=True)
class EntityDraft:
    """An entity before it has an IRI: the bearers that it is, its kind, its names in time."""

    bearers: tuple[Bearer, ...]
    kind: str
    names: tuple[NameDraft, ...]
    earliest: PartialDate | None

    @property
    def given_iri(self) -> str:
        """The IRI that a source gives it, "" where none does."""
        return min((b.iri for b in self.bearers if b.iri), default="")


def entity_drafts(
    found: Sequence[Reference],
    partition: Partition[Bearer],
    tenures: Mapping[Key, tuple[Tenure, ...]],
    changes: NameChanges,
    schema: Schema,
) -> list[EntityDraft]:
    """The entities that the references mean, in no particular order."""
    members = {partition.find(part[0]): tuple(sorted(part)) for part in partition.components()}
    mentioned: defaultdict[Bearer, list[Reference]] = defaultdict(list)
    for reference in found:
        mentioned[partition.find(reference.bearer)].append(reference)
    held: defaultdict[Bearer, list[Tenure]] = defaultdict(list)
    for row in tenures.values():
        for tenure in row:
            held[partition.find(tenure.bearer)].append(tenure)
    return [
        _draft(
            members[part],
            references,
            names_of(references, held[part], changes),
            _kind(references, schema),
        )
        for part, references in mentioned.items()
    ]


def _draft(
    bearers: tuple[Bearer, ...], found: list[Reference], names: list[NameDraft], kind: str
) -> EntityDraft:
    dates = [r.claim.date for r in found if r.claim.date]
    if not names:  # a source names it by IRI alone
        text = iris.readable(found[0].mention.iri)
        tenure = Tenure(Key("", text), bearers[0])
        names = [NameDraft(tenure, None, None, Counter([text]), using=[r.claim for r in found])]
    return EntityDraft(
        bearers=bearers,
        kind=kind,
        names=tuple(names),
        earliest=min(dates, key=lambda d: d.sort_key, default=None),
    )


def _kind(found: Iterable[Reference], schema: Schema) -> str:
    """The most specific kind that mentions give, of equally specific ones the commonest."""
    counts = Counter(reference.mention.kind for reference in found)

    def rank(kind: str) -> tuple[int, int, str]:
        depth = len(schema.classes[kind].superclasses) if kind in schema.classes else 0
        return (-depth, -counts[kind], kind)

    return min(counts, key=rank)


def assign_iris(drafts: Sequence[EntityDraft], base: str) -> dict[Bearer, str]:
    """The IRI of each bearer's entity.

    It is made of the kind and the earliest name; where that is not enough, of the year of the
    earliest dated fact too, then of six hex digits over the bearers.
    """
    assigned = {draft.bearers: draft.given_iri for draft in drafts if draft.given_iri}
    waiting = [draft for draft in drafts if not draft.given_iri]
    for suffix in (_no_suffix, _year_suffix, _hash_suffix):
        wanted: defaultdict[str, list[EntityDraft]] = defaultdict(list)
        for draft in waiting:
            plain = iris.entity(base, draft.kind, draft.names[0].text)
            wanted[plain + suffix(draft)].append(draft)
        taken = set(assigned.values())
        waiting = []
        for iri, claimants in wanted.items():
            if len(claimants) == 1 and iri not in taken:
                assigned[claimants[0].bearers] = iri
            else:
                waiting += claimants
    return {bearer: iri for bearers, iri in assigned.items() for bearer in bearers}


def _no_suffix(_: EntityDraft) -> str:
    return ""


def _year_suffix(draft: EntityDraft) -> str:
    return f"-{draft.earliest.edtf[:4]}" if draft.earliest else "-"


def _hash_suffix(draft: EntityDraft) -> str:
    year = draft.earliest.edtf[:4] if draft.earliest else ""
    return f"-{year}-{hashlib.sha256(repr(draft.bearers).encode()).hexdigest()[:6]}"


def entity_of(draft: EntityDraft, iri: str, base: str, schema: Schema) -> Entity:
    """The entity with its names, each with its IRI and the spans that show it."""
    root = schema.root(draft.kind)
    names: list[Name] = []
    for name in draft.names:
        given = min((c.about for c in name.stated if c.about), default="")
        names.append(
            Name(
                iri=given or _name_iri(base, iri, name, {other.iri for other in names}),
                of=iri,
                text=name.text,
                kind=name.kind(root),
                since=name.since,
                until=name.until,
                evidence=evidence_of(name.claims),
            )
        )
    return Entity(iri=iri, kind=draft.kind, label=label_of(draft.names), names=tuple(names))


def _name_iri(base: str, entity: str, name: NameDraft, taken: set[str]) -> str:
    """An IRI for a name: of its text; where that is not enough, of when it was borne too, and of
    how many there are before it."""
    plain = iris.name(base, entity, name.text)
    borne = name.since or name.until
    dated = f"{plain}/{iris.slug(borne.edtf)}" if borne else plain
    counted = (f"{dated}/{number}" for number in count(2))
    return next(one for one in chain((plain, dated), counted) if one not in taken)


def evidence_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The spans that these claims rest on, sorted."""
    return tuple(sorted({span for claim in claims for span in spans_of(claim)}))


def spans_of(claim: Claim) -> tuple[str, ...]:
    """The IRIs of the spans that a claim rests on, the best first."""
    if claim.span is not None:
        return (iris.span(claim.source, claim.span.start, claim.span.end),)
    if claim.cites or claim.line is None:
        return claim.cites
    return (iris.line(claim.source, claim.line),)
