"""Which bearer each mention means, and which bearers the claims say are one entity."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model.claim import RELATION, Claim, Mention
from kg.model.dates import PartialDate
from kg.model.schema import Schema
from kg.resolve.changes import NameChanges
from kg.resolve.homonyms import BySource
from kg.resolve.keys import Key, key_of
from kg.resolve.partition import Partition
from kg.resolve.tenures import (
    Bearer,
    Tenure,
    bearer_at,
    claim_date,
    iri_bearer,
)
from kg.resolve.timeline import compatible

SAME_ENTITY = {"formerName": "former", "alternateName": "alternate"}
"""The relations that give an entity another name, and the kind of name they give."""

Pair = tuple[Bearer, Bearer]


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention in its claim, with the bearer that it means.

    `parted`: the claim calls it another name of one thing, which a decision says that it is not.
    """

    claim: Claim
    role: str
    mention: Mention
    bearer: Bearer
    parted: bool = False


class Register:
    """Looks up bearers by name and date; built once from all claims.

    `meant` says whom a source means by a name that several bear at one time, `tenures` whom all
    other sources mean by it.
    """

    def __init__(
        self,
        tenures: Mapping[Key, tuple[Tenure, ...]],
        meant: Mapping[Key, Mapping[str, Bearer]],
        changes: NameChanges,
        schema: Schema,
    ) -> None:
        self.changes = changes
        self._tenures = tenures
        self._meant = meant
        self._schema = schema
        self._roots: dict[str, list[str]] = {}
        for key in tenures:
            self._roots.setdefault(key.name, []).append(key.root)

    def key(self, mention: Mention) -> Key:
        """The mention's key; one of open kind joins the only kind that has the name."""
        key = key_of(mention, self._schema)
        roots = [root for root in self._roots.get(key.name, ()) if root != "Entity"]
        return Key(roots[0], key.name) if key.root == "Entity" and len(roots) == 1 else key

    def tenures(self, key: Key, source: str) -> tuple[Tenure, ...]:
        """The name's tenures as a source means it; one of unknown time for a name that no mention
        has."""
        bearer = self._meant.get(key, {}).get(source)
        if bearer is not None:
            return (Tenure(key, bearer),)
        return self._tenures.get(key) or (Tenure(key, Bearer(*key, 0, "")),)

    def at(self, key: Key, date: PartialDate | None, source: str) -> Bearer:
        """Who bears the name on the date."""
        return bearer_at(self.tenures(key, source), date).bearer

    def adopter(self, key: Key, date: PartialDate | None, source: str) -> Bearer:
        """Who took the name up on the date."""
        tenures = self.tenures(key, source)
        starting = [t for t in tenures if date and t.since and compatible(t.since, date)]
        return starting[0].bearer if starting else bearer_at(tenures, date).bearer


def bearers_by_source(key: Key, meant: BySource) -> dict[str, Bearer]:
    """Whom each source means by a name that several things bear."""
    return {
        source: Bearer(*key, 0, "", source) if number is None else Bearer(*key, number, "")
        for source, number in meant.items()
    }


def at_any_time(key: Key, bearers: Iterable[Bearer]) -> tuple[Tenure, ...]:
    """A tenure of unknown time for each thing that bears a name at the same time as others."""
    return tuple(Tenure(key, bearer) for bearer in sorted(set(bearers)))


def references(claims: Sequence[Claim], register: Register) -> list[Reference]:
    """Every mention of a thing (not of a plain text), with its bearer."""
    found = []
    for claim in claims:
        for role, mentions in claim.roles:
            for mention in mentions:
                if mention.kind:
                    bearer = bearer_meant(claim, mention, register)
                    found.append(Reference(claim, role, mention, bearer))
    return found


def bearer_meant(claim: Claim, mention: Mention, register: Register) -> Bearer:
    """Whom a claim means by a mention."""
    if mention.iri:
        return iri_bearer(mention)
    key = register.key(mention)
    adopted = register.changes.adopted(claim)
    if adopted is not None and (key == adopted or register.changes.by_merger(claim)):
        return register.adopter(adopted, claim.date, claim.source)
    return register.at(key, claim_date(claim), claim.source)


def link(
    claims: Sequence[Claim],
    found: Iterable[Reference],
    register: Register,
    joined: Iterable[Pair] = (),
    apart: Collection[Pair] = (),
) -> Partition[Bearer]:
    """The bearers that are one entity: those of `joined` first, then by changes of name, then by
    former and other names; those of `apart` are not, whatever the claims say."""
    partition: Partition[Bearer] = Partition(apart)
    for reference in found:
        partition.add(reference.bearer)
    for one, other in joined:
        partition.link(one, other)
    for claim in claims:
        adopted = register.changes.adopted(claim)
        if adopted is None:
            continue
        company = bearer_meant(claim, claim.fillers("company")[0], register)
        partition.link(company, register.adopter(adopted, claim.date, claim.source))
        former = register.changes.former(claim)
        if former is not None and not claim.fillers("company")[0].iri:
            partition.link(company, register.at(former, claim.date, claim.source))
    for claim in sorted((c for c in claims if c.relation in SAME_ENTITY), key=lambda c: c.roles):
        if claim.type == RELATION:
            _link_names(claim, register, partition)
    return partition


def _link_names(claim: Claim, register: Register, partition: Partition[Bearer]) -> None:
    """Joins two names of one thing, by the bearers that a change of name has already joined."""
    subject, other = claim.fillers("subject")[0], claim.fillers("object")[0]
    if subject.iri or other.iri:
        partition.link(bearer_meant(claim, subject, register), bearer_meant(claim, other, register))
        return
    ours, theirs = (register.tenures(register.key(m), claim.source) for m in (subject, other))
    if any(partition.linked(a.bearer, b.bearer) for a in ours for b in theirs):
        return
    date = claim_date(claim)
    partition.link(bearer_at(ours, date).bearer, bearer_at(theirs, date).bearer)


def bearers_of_changes(claims: Iterable[Claim], register: Register) -> set[Bearer]:
    """The bearers of names that changes of name tell of, which may be mentioned nowhere else."""
    found = set()
    for claim in claims:
        for key in (register.changes.adopted(claim), register.changes.former(claim)):
            if key is not None:
                found.add(register.adopter(key, claim.date, claim.source))
                found.add(register.at(key, claim.date, claim.source))
    return found


def marked(
    found: Sequence[Reference], register: Register, partition: Partition[Bearer]
) -> list[Reference]:
    """The references, those marked that a claim calls another name of what they are not."""
    return [
        replace(reference, parted=True) if _is_parted(reference, register, partition) else reference
        for reference in found
    ]


def _is_parted(reference: Reference, register: Register, partition: Partition[Bearer]) -> bool:
    claim = reference.claim
    if reference.role != "object" or claim.relation not in SAME_ENTITY:
        return False
    subject = bearer_meant(claim, claim.fillers("subject")[0], register)
    return partition.parted(subject, reference.bearer)


def names_kept(
    claims: Iterable[Claim], register: Register, partition: Partition[Bearer]
) -> dict[Key, tuple[Tenure, ...]]:
    """The names that companies take up though others of that name are held to be other things."""
    found: dict[Key, tuple[Tenure, ...]] = {}
    for claim in claims:
        adopted = register.changes.adopted(claim)
        if adopted is not None:
            company = bearer_meant(claim, claim.fillers("company")[0], register)
            if partition.parted(company, register.adopter(adopted, claim.date, claim.source)):
                tenure = Tenure(adopted, company, claim.date)
                found[adopted] = tuple(dict.fromkeys((*found.get(adopted, ()), tenure)))
    return found
