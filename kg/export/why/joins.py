"""Why what several places name was taken for one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.export.why.account import EntityAccount, FactAccount, Quoted
from kg.export.why.layout import reference
from kg.model.fact import Event
from kg.model.naming import loose_key

SAME_NAME, RENAMED, OTHER_NAME = "same name", "renamed", "other name"
_OTHER = ("alternate", "former")


@dataclass(frozen=True, slots=True)
class Join:
    """One reason: what joined them (`same name`, `renamed`, `other name`), the names, and where it
    stands: documents, or places as `file:line:column`."""

    why: str
    names: tuple[str, ...]
    places: tuple[str, ...]


def joins(of: EntityAccount) -> tuple[Join, ...]:
    """The reasons for holding the entity to be one: first the names that several documents share,
    then the changes of name and the other names that documents state."""
    return (*_shared(of), *_renamed(of), *_called(of))


def _shared(of: EntityAccount) -> Iterator[Join]:
    """Of one name and kind, and nothing that tells its bearers apart: one thing."""
    quotes = [quote for fact in (*of.events, *of.relations) for quote in fact.quotes]
    quotes += [quote for name in of.names for quote in name.quotes]
    for text in dict.fromkeys(name.name.text for name in of.names):
        documents = sorted({q.place.name for q in quotes if _holds(q, text)})
        if len(documents) > 1:
            yield Join(SAME_NAME, (text,), tuple(documents))


def _holds(quote: Quoted, name: str) -> bool:
    return loose_key(name) in loose_key(quote.passage.sentence)


def _renamed(of: EntityAccount) -> Iterator[Join]:
    for fact in of.events:
        if _is_of(fact, of.entity.iri):
            parts = dict(fact.parts)
            old = parts.get("old") or parts.get("company", ())
            names = tuple(dict.fromkeys((*old[:1], *parts.get("new", ())[:1])))
            yield Join(RENAMED, names, _places(fact.quotes))


def _is_of(fact: FactAccount, iri: str) -> bool:
    """Whether a fact is a change of this entity's name."""
    held = fact.fact
    if not isinstance(held, Event) or held.type != "NameChange":
        return False
    return any(role == "company" and iri in fillers for role, fillers in held.roles)


def _called(of: EntityAccount) -> Iterator[Join]:
    for one in of.names:
        if one.name.kind in _OTHER and one.quotes:
            yield Join(OTHER_NAME, (one.name.text,), _places(one.quotes))


def _places(quotes: Iterable[Quoted]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reference(quote).partition(",")[0] for quote in quotes))
