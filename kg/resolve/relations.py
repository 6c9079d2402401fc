"""Relations with a period: what the claims about one relation together say."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model.claim import RELATION
from kg.model.fact import Relation
from kg.model.naming import name_key
from kg.rdf import iris
from kg.resolve import policy
from kg.resolve.claims import Reading
from kg.resolve.events import merged_details
from kg.resolve.preferences import NO_PREFERENCES, Preferences

Ends = tuple[str, str, str, str]
"""Relation, subject, object, and for a head the position in comparable form."""


def relation_groups(found: Iterable[Reading], base: str) -> list[tuple[str, Ends, list[Reading]]]:
    """The relations that these claims are about: IRI, ends, claims.

    A claim that leaves the position open joins the only one that the document's others state.
    """
    rows: defaultdict[Ends, list[Reading]] = defaultdict(list)
    claims = [r for r in found if r.claim.type == RELATION]
    for reading in sorted(claims, key=lambda r: (not r.claim.details.position, r.iri)):
        name = reading.claim.relation or ""
        ends = (name, reading.iris("subject")[0], reading.iris("object")[0])
        position = name_key(reading.claim.details.position or "")
        if not position:
            known = [other for other in rows if other[:3] == ends]
            position = known[0][3] if len(known) == 1 else ""
        rows[(*ends, position)].append(reading)
    shared: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for ends_and_position in rows:
        shared[ends_and_position[:3]] += 1
    return [
        (_iri(base, ends, shared[ends[:3]] > 1), ends, readings)
        for ends, readings in sorted(rows.items())
    ]


def _iri(base: str, ends: Ends, with_position: bool) -> str:
    name, subject, object_, position = ends
    path = [name, iris.tail(base, subject), iris.tail(base, object_)]
    if with_position:
        path.append(iris.slug(position))
    return f"{base}relation/{'/'.join(path)}"


def assemble_relation(
    iri: str, ends: Ends, found: list[Reading], preferences: Preferences = NO_PREFERENCES
) -> Relation:
    """The relation, carrying the values of the better evidence."""
    ordered = policy.by_evidence(found, None, preferences)
    return Relation(
        iri=iri,
        relation=ends[0],
        subject=ends[1],
        object=ends[2],
        status=policy.strongest(ordered),
        details=merged_details(ordered, preferences),
        evidence=policy.spans(ordered),
    )
