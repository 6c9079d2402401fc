"""Shapes that follow from the schema: what events, their claims and relations must be.

An event type is declared once, in company.ttl; its shapes are made of that declaration. They are
plain SHACL Core, so a processor needs neither this program nor the ontology beside the data. Each
rule is a shape with targets of its own: processors judge all nodes of one shape at once.
"""

from collections.abc import Collection, Iterator

from kg.model.schema import TEXT, EventType, Schema
from kg.ontology.kind_shapes import kind_shapes
from kg.ontology.shape_text import HEAD, any_of, listed_terms, rule, shape, term


def type_shapes(schema: Schema, only: Collection[str] | None = None) -> str:
    """The shapes of these event types (None: of all), of roles and of relations, in Turtle.

    Equal schemas give equal text.
    """
    names = sorted(schema.events if only is None else set(only) & set(schema.events))
    events = (row for name in names for row in _event(schema, schema.events[name]))
    return "\n".join((HEAD, *_one_type(schema), *events, *kind_shapes(schema)))


def _one_type(schema: Schema) -> Iterator[str]:
    """An event has one type that is below no other; it may have further ones below that."""
    highest = [
        name
        for name in sorted(schema.events)
        if not any(above in schema.events for above in schema.classes[name].superclasses)
    ]
    said = rule(
        "Violation",
        "type",
        "an event must be of exactly one type that the ontology knows",
        "사건의 유형은 온톨로지에 있는 것 가운데 꼭 하나여야 한다",
    )
    yield (
        f"{shape('Event-type')} a sh:PropertyShape ; sh:targetClass kg:Event ; sh:path rdf:type ;"
        f" sh:qualifiedValueShape {shape('event-type')} ;"
        f" sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ; {said}"
    )
    yield f"{shape('event-type')} a sh:NodeShape ; sh:in ( {' '.join(map(term, highest))} ) ."


def _event(schema: Schema, event: EventType) -> Iterator[str]:
    """The rules of an event type, and that every claim about such an event states it all too."""
    target = f"sh:targetClass {term(event.name)}"
    claims = []
    for name, among, count, said in _needs(schema, event):
        yield (
            f"{shape(name)} a sh:PropertyShape ; {target} ;"
            f" sh:path {any_of(among)} ; sh:minCount {count} ; {said}"
        )
        claimed = shape(f"{name}-claimed")
        claims.append(claimed)
        # A conflict is about an event too; it has kg:between, twice at least, and no roles.
        yield (
            f"{claimed} a sh:PropertyShape ; sh:path {any_of((*among, 'between'))} ;"
            f" sh:minCount {count} ; {said}"
        )
    if claims:
        yield (
            f"{shape(event.name + '-claims')} a sh:PropertyShape ; {target} ;"
            f" sh:path [ sh:inversePath kg:about ] ; sh:property {', '.join(claims)} ."
        )
    yield from _fillers(event, target)


Need = tuple[str, tuple[str, ...], int, str]
"""A rule's name, the properties among which it counts, how many it wants, what it says."""


def _needs(schema: Schema, event: EventType) -> Iterator[Need]:
    required = [role.name for role in event.roles if role.required]
    for name in (*required, *event.required_details):
        said = _lacks(schema, event, f"kg:{name}", f"kg:{name}")
        yield f"{event.name}-needs-{name}", (name,), 1, said
    for group in event.alternatives:
        listed = listed_terms(group)
        said = _lacks(schema, event, f"one of {listed}", f"{listed} 가운데 하나")
        yield f"{event.name}-needs-one", group, 1, said
    if event.two_of:
        listed = listed_terms(event.two_of)
        said = _lacks(schema, event, f"two of {listed}", f"{listed} 가운데 둘")
        yield f"{event.name}-needs-two", event.two_of, 2, said


def _lacks(schema: Schema, event: EventType, what: str, what_ko: str) -> str:
    labels = schema.classes[event.name].labels
    return rule(
        "Violation",
        "needs",
        f"{labels['en']} (kg:{event.name}) lacks {what}",
        f"{labels['ko']}(kg:{event.name})의 필수 항목이 없다: {what_ko}",
    )


def _fillers(event: EventType, target: str) -> Iterator[str]:
    """Texts are plain strings; a role that takes one filler has one."""
    for role in event.roles:
        path = f"{target} ; sh:path {term(role.name)}"
        if role.kinds == (TEXT,):
            said = rule(
                "Violation",
                "text",
                f"kg:{role.name} must be a plain string",
                f"kg:{role.name}의 값은 언어 표시 없는 문자열이어야 한다",
            )
            name = shape(f"{event.name}-{role.name}")
            yield f"{name} a sh:PropertyShape ; {path} ; sh:datatype xsd:string ; {said}"
        if role.single:
            said = rule(
                "Warning",
                "single",
                f"kg:{event.name} has more than one kg:{role.name}",
                f"kg:{event.name}에 둘 이상이다: kg:{role.name}",
            )
            name = shape(f"{event.name}-one-{role.name}")
            yield f"{name} a sh:PropertyShape ; {path} ; sh:maxCount 1 ; {said}"
