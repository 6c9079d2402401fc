"""What a statement or claim must be by itself, whatever document it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from kg.gate.nearest import nearest
from kg.model.claim import RELATION, STATUSES, Details, Mention, Roles
from kg.model.dates import PartialDate
from kg.model.schema import TEXT, EventType, Role, Schema


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: `slug` as in `kg.gate.messages`, `path` the key, as in a line."""

    slug: str
    path: str
    given: Mapping[str, str]


class Said(Protocol):
    """What a statement and a claim have in common."""

    @property
    def type(self) -> str:
        """The event type, or `Relation`."""

    @property
    def relation(self) -> str | None:
        """The relation's name."""

    @property
    def roles(self) -> Roles:
        """Fillers by role."""

    @property
    def date(self) -> PartialDate | None:
        """When it happens."""

    @property
    def status(self) -> str:
        """How firmly it is said."""

    @property
    def details(self) -> Details:
        """What else is said."""


def faults(said: Said, schema: Schema) -> Iterator[Fault]:
    """All that is wrong with it: type, roles, kinds, status, numbers, periods."""
    known = _type_faults(said, schema)
    yield from known
    if not known:
        yield from role_faults(said, schema)
    yield from _detail_faults(said)
    event = schema.events.get(said.type)
    for detail in event.required_details if event else ():
        if getattr(said.details, detail, None) is None:
            yield Fault("missing-detail", detail, {"type": said.type, "detail": detail})


def _type_faults(said: Said, schema: Schema) -> list[Fault]:
    if said.type == RELATION:
        relation = said.relation or ""
        if relation in schema.relations:
            return []
        given = {"given": relation or "“”", "near": nearest(relation, schema.relations)}
        return [Fault("unknown-relation", "relation", given)]
    if said.type in schema.events:
        return []
    near = nearest(said.type, [*schema.events, RELATION])
    return [Fault("unknown-type", "type", {"given": said.type, "near": near})]


def role_faults(said: Said, schema: Schema) -> Iterator[Fault]:
    """What is wrong with the roles of a known type: names, kinds, what is missing."""
    label = said.relation or said.type
    known = schema.relations.get(label) or schema.events[label].roles
    by_name = {role.name: role for role in known}
    for name, fillers in said.roles:
        if name not in by_name:
            given = {"type": label, "given": name, "near": nearest(name, by_name)}
            yield Fault("unknown-role", f"roles.{name}", given)
            continue
        for filler in fillers:
            yield from _kind_faults(filler, by_name[name], label, schema)
    filled = {name: fillers for name, fillers in said.roles if fillers}
    for role in known:
        if role.required and role.name not in filled:
            given = {"type": label, "role": role.name}
            yield Fault("missing-role", f"roles.{role.name}", given)
    if label in schema.events:
        yield from _group_faults(schema.events[label], filled)
    yield from _same_fillers(label, filled, schema)


def _kind_faults(filler: Mention, role: Role, label: str, schema: Schema) -> Iterator[Fault]:
    if role.kinds == (TEXT,):
        return
    if filler.kind not in schema.classes:
        given = {"given": filler.kind or "''", "near": nearest(filler.kind, entity_kinds(schema))}
        yield Fault("unknown-kind", f"roles.{role.name}", given)
    elif not schema.fits(label, role.name, filler.kind):
        given = {
            "name": filler.text,
            "kind": filler.kind,
            "role": role.name,
            "kinds": ", ".join(role.kinds),
        }
        yield Fault("wrong-kind", f"roles.{role.name}", given)


def entity_kinds(schema: Schema) -> list[str]:
    """The classes of things that have names."""
    return [n for n, c in schema.classes.items() if n == "Entity" or "Entity" in c.superclasses]


def _group_faults(event: EventType, filled: Mapping[str, tuple[Mention, ...]]) -> Iterator[Fault]:
    for group in event.alternatives:
        if not any(role in filled for role in group):
            given = {"type": event.name, "roles": ", ".join(group)}
            yield Fault("missing-alternative", "roles", given)
    if event.two_of:
        parties = {_key(m) for role in event.two_of for m in filled.get(role, ())}
        if len(parties) < 2:
            given = {
                "type": event.name,
                "roles": ", ".join(event.two_of),
                "count": str(len(parties)),
            }
            yield Fault("too-few-parties", "roles", given)


def _key(mention: Mention) -> tuple[str, str]:
    return ("", mention.iri) if mention.iri else (mention.text, mention.kind)


def _same_fillers(
    label: str, filled: Mapping[str, tuple[Mention, ...]], schema: Schema
) -> Iterator[Fault]:
    """Roles that tell one event from another never have the same filler: who buys is not bought."""
    for one, other in _opposed(label, schema):
        shared = {_key(m) for m in filled.get(one, ())}
        for mention in filled.get(other, ()):
            if _key(mention) in shared:
                given = {"name": mention.text, "role": one, "other": other}
                yield Fault("same-filler", f"roles.{other}", given)


def _opposed(label: str, schema: Schema) -> list[tuple[str, str]]:
    """Pairs of roles: a relation's two ends, the roles of identity, the texts (old and new)."""
    if label in schema.relations:
        return [("subject", "object")]
    event = schema.events[label]
    texts = [role.name for role in event.roles if role.kinds == (TEXT,)]
    entities = [name for name in event.identity if name not in texts]
    return [
        (one, two) for group in (entities, texts) for one in group for two in group if one < two
    ]


def _detail_faults(said: Said) -> Iterator[Fault]:
    details = said.details
    if said.status not in STATUSES:
        given = {"given": said.status, "near": ", ".join(STATUSES)}
        yield Fault("unknown-status", "status", given)
    if details.unit is not None and details.value is None:
        yield Fault("unit-without-value", "unit", {"given": details.unit})
    if details.share is not None and not 0 <= details.share <= 100:
        yield Fault("share-out-of-range", "share", {"given": str(details.share)})
    if _ends_first(details.since, details.until):
        yield Fault("period-inverted", "until", _period(details.since, details.until))
    if _ends_first(said.date, details.restored):
        yield Fault("restored-before", "restored", _period(said.date, details.restored))


def _ends_first(since: PartialDate | None, until: PartialDate | None) -> bool:
    return since is not None and until is not None and until.latest < since.earliest


def _period(since: PartialDate | None, until: PartialDate | None) -> dict[str, str]:
    return {"since": str(since), "until": str(until)}
