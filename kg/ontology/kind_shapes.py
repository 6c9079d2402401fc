"""Shapes of what may fill a role, and what a relation may join.

They judge fillers, not events: nothing of an excluded kind may be found in the role. So a thing
whose kind is open fits everywhere, and types of other vocabularies do not matter. Kinds that are
disjoint are told apart here, finer ones (a company is no market) where claims are read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.model.schema import TEXT, Schema
from kg.ontology.shape_text import listed_terms, rule, shape, term

_ENTITY, _RELATION = "Entity", "Relation"
_Takers = dict[str, dict[str, set[str]]]


def kind_shapes(schema: Schema) -> Iterator[str]:
    """A shape for each role, each event type that takes fewer kinds in it, and each relation."""
    roots = {one.root for one in schema.classes.values() if _ENTITY in one.superclasses}
    relations = _relations(schema)
    takers = _takers(schema, relations)
    for role in sorted(takers):
        taken = {root for kinds in takers[role].values() for root in kinds}
        if _ENTITY in taken:
            continue
        if taken != roots:
            yield _nowhere(schema, role, roots - taken)
        for root in sorted(taken):
            without = {type_ for type_, kinds in takers[role].items() if root not in kinds}
            if without:
                yield _not_there(schema, f"{role}-kind-{root}", role, root, "rdf:type", without)
    for name, ends in relations.items():
        for end, taken in ends.items():
            for root in sorted(roots - taken):
                yield _not_there(schema, f"{name}-{end}-{root}", end, root, "kg:predicate", {name})


def _relations(schema: Schema) -> _Takers:
    """Per relation with nodes of its own the highest kinds of its ends; a name has no such node."""
    found = {
        name: {
            end.name: {schema.root(kind) for kind in end.kinds} for end in schema.relations[name]
        }
        for name in sorted(schema.relations)
    }
    return {name: ends for name, ends in found.items() if {_ENTITY} not in ends.values()}


def _takers(schema: Schema, relations: _Takers) -> _Takers:
    """Per role the types that have it, and the highest kinds that it takes there."""
    takers: _Takers = defaultdict(lambda: defaultdict(set))
    for event in schema.events.values():
        for role in event.roles:
            if role.kinds != (TEXT,):
                takers[role.name][event.name] |= {schema.root(kind) for kind in role.kinds}
    for ends in relations.values():
        for end, kinds in ends.items():
            takers[end][_RELATION] |= kinds
    return takers


def _nowhere(schema: Schema, role: str, wrong: Iterable[str]) -> str:
    """Nothing of a wrong kind fills the role, whatever the type: the list of what may is empty."""
    kinds = sorted(wrong)
    return (
        f"{shape(f'{role}-kind')} a sh:PropertyShape ;"
        f" sh:targetClass {', '.join(map(term, kinds))} ;"
        f" sh:path [ sh:inversePath {term(role)} ] ; sh:in () ;"
        f" {_cannot(schema, role, kinds, '', '')}"
    )


def _not_there(
    schema: Schema, name: str, role: str, root: str, by: str, without: Iterable[str]
) -> str:
    """Nothing of this kind fills the role in what `by` says is one of these."""
    names = sorted(without)
    listed = listed_terms(names)
    return (
        f"{shape(name)} a sh:PropertyShape ; sh:targetClass {term(root)} ;"
        f" sh:path ( [ sh:inversePath {term(role)} ] {by} ) ;"
        f" sh:not [ sh:in ( {' '.join(map(term, names))} ) ] ;"
        f" {_cannot(schema, role, [root], f' of {listed}', f'{listed}의 ')}"
    )


def _cannot(schema: Schema, role: str, kinds: list[str], where: str, where_ko: str) -> str:
    labels = [schema.classes[kind].labels for kind in kinds]
    return rule(
        "Violation",
        "kind",
        f"kg:{role}{where} cannot be: {', '.join(one['en'] for one in labels)}",
        f"{where_ko}kg:{role}에 올 수 없는 종류: {', '.join(one['ko'] for one in labels)}",
    )
