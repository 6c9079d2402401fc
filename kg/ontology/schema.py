"""Reads the schema from the ontology, and refuses an ontology that does not say enough."""

from pathlib import Path

from kg.model.schema import Class, Schema
from kg.ontology.event_types import read_event_type
from kg.ontology.roles import read_relation
from kg.ontology.source import ontology_path, read_turtle
from kg.ontology.terms import DECLARE, DEFINITION, LABEL, SUBCLASS, SUBPROPERTY, Terms
from kg.rdf.vocabulary import OWL

EVENT, ENTITY, RELATED_TO = "Event", "Entity", "relatedTo"


def load_schema(folder: Path) -> Schema:
    """The schema of an ontology folder. Raises KgError, naming the term, where it is not sound."""
    path = ontology_path(folder)
    terms = Terms(read_turtle(path), path)
    classes = {name: _class(terms, name) for name in terms.typed(OWL + "Class")}
    return Schema(
        classes=classes,
        events={
            name: read_event_type(terms, name)
            for name, one in classes.items()
            if EVENT in one.superclasses
        },
        relations={
            name: read_relation(terms, name)
            for name in terms.typed(OWL + "ObjectProperty")
            if RELATED_TO in terms.names(name, SUBPROPERTY)
        },
    )


def _class(terms: Terms, name: str) -> Class:
    above = terms.ancestors(name, SUBCLASS)
    lineage = [one for one in (name, *above) if one != ENTITY]
    return Class(
        name=name,
        superclasses=tuple(above),
        root=lineage[-1] if lineage else ENTITY,
        labels=_both_languages(terms, name, LABEL, "label"),
        definitions=_both_languages(terms, name, DEFINITION, "definition"),
    )


def _both_languages(terms: Terms, name: str, predicate: str, what: str) -> dict[str, str]:
    texts = terms.texts(name, predicate)
    missing = [language for language in ("en", "ko") if language not in texts]
    if missing:
        raise terms.fault(name, f"has no {what} in {' and '.join(missing)}", DECLARE)
    return texts
