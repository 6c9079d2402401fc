"""Roles of event types and ends of relations: which kinds may fill them."""

from collections.abc import Sequence

from kg.model.schema import TEXT, Role
from kg.ontology.terms import DECLARE, SUBCLASS, SUBPROPERTY, Terms
from kg.rdf.vocabulary import KG, OWL, RDFS

_ROLE, _TEXT_ROLE = "role", "textRole"


def is_role(terms: Terms, name: str) -> bool:
    """Whether it is a property below `kg:role` or `kg:textRole`."""
    return not {_ROLE, _TEXT_ROLE}.isdisjoint(terms.ancestors(name, SUBPROPERTY))


def read_role(terms: Terms, event: str, name: str, *, required: bool) -> Role:
    """A role as an event type takes it. Raises KgError where it has no range of known classes."""
    single = terms.is_typed(name, OWL + "FunctionalProperty")
    if _TEXT_ROLE in terms.ancestors(name, SUBPROPERTY):
        return Role(name, (TEXT,), "", required, single)
    kinds = terms.narrowed(event, name) or terms.classes_of(name, RDFS + "range")
    if not kinds:
        raise terms.fault(name, "is a role without a range", "give it an rdfs:range")
    usual = (terms.names(name, KG + "usualKind") or kinds)[0]
    return Role(name, _checked(terms, name, kinds, usual), usual, required, single)


def read_relation(terms: Terms, name: str) -> tuple[Role, Role]:
    """Subject and object of a relation. Raises KgError where it does not say what it joins."""
    return (
        _end(terms, name, "subject", RDFS + "domain", KG + "usualSubject"),
        _end(terms, name, "object", RDFS + "range", KG + "usualObject"),
    )


def _end(terms: Terms, relation: str, end: str, predicate: str, usual_of: str) -> Role:
    kinds = terms.classes_of(relation, predicate)
    if not kinds:
        raise terms.fault(relation, f"is a relation without a kind of {end}", DECLARE)
    usual = (terms.names(relation, usual_of) or kinds)[0]
    kinds_ = _checked(terms, relation, kinds, usual)
    return Role(end, kinds_, usual, required=True, single=True)


def _checked(terms: Terms, name: str, kinds: Sequence[str], usual: str) -> tuple[str, ...]:
    for kind in (*kinds, usual):
        if not terms.is_typed(kind, OWL + "Class"):
            raise terms.fault(name, f"takes kg:{kind}, which is no class", DECLARE)
    if {usual, *terms.ancestors(usual, SUBCLASS)}.isdisjoint(kinds):
        raise terms.fault(name, f"does not take its usual kind kg:{usual}", DECLARE)
    return tuple(kinds)
