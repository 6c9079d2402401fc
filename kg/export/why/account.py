"""What is held of an entity, event or relation, with every claim about it in its sentence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.export.order import event_order, relation_order, role_order
from kg.export.reading import Reading
from kg.export.said import Decided, Place, Said
from kg.export.why.passage import Passage, passage
from kg.export.why.stated import stated
from kg.model.fact import Conflict, Entity, Event, Name, Relation
from kg.rdf.labels import name_then

_BEGINNINGS = ("Founding", "SpinOff")

Texts = Callable[[str], str | None]
"""The IRI of a document → its text, None where it is not kept."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place that states something: what it states, and its words.

    `claim` is the IRI of the claim as it is to be shown, "" where it is not.
    """

    said: Said | None
    place: Place
    passage: Passage
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict with its sides, each with what it states of the property they disagree on."""

    conflict: Conflict
    sides: tuple[tuple[str, tuple[Quoted, ...]], ...]


@dataclass(frozen=True, slots=True)
class DecisionAccount:
    """A decision with the places of its claims, and what it bears on by name."""

    decided: Decided
    quotes: tuple[Quoted, ...]
    concerns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FactAccount:
    """An event or relation, its label, the places that state it, and who disagrees.

    `parts` are its roles with the names that fill them, an event's as they were then.
    """

    fact: Event | Relation
    label: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    quotes: tuple[Quoted, ...]
    disputes: tuple[Dispute, ...]
    decisions: tuple[DecisionAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class NameAccount:
    """A name, and the places that state it and no event or relation of the account."""

    name: Name
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Homonym:
    """Another that bears or bore the name, and how it began as far as that is told: its founding,
    with who founded it."""

    entity: Entity
    begun: tuple[FactAccount, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A fact that follows from others: the property (its local name), what it is between by IRI and
    name, and the rules that give it, each as its title and description by language."""

    property: str
    subject: tuple[str, str]
    object: tuple[str, str]
    rules: tuple[tuple[Mapping[str, str], Mapping[str, str]], ...]


Deriving = Callable[[str], tuple[Derived, ...]]
"""The IRI of an entity → what is derived of it, in order."""


@dataclass(frozen=True, slots=True)
class EntityAccount:
    """An entity: its names, events and relations in order of time, the decisions that are told with
    none of these, what rules derive of it, and who else bears the name."""

    entity: Entity
    names: tuple[NameAccount, ...]
    events: tuple[FactAccount, ...]
    relations: tuple[FactAccount, ...]
    disputes: tuple[Dispute, ...]
    homonyms: tuple[Homonym, ...]
    decisions: tuple[DecisionAccount, ...] = ()
    derived: tuple[Derived, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The account of what was asked for, and the ontology's words for the terms in it."""

    of: EntityAccount | FactAccount | DecisionAccount
    word: Callable[[str, str], str]


class Teller:
    """Makes accounts from a store and the texts of its documents.

    `name` gives the IRI of a claim as it is to be shown, None for accounts without them; `derive`
    what rules derive, None for accounts without that.
    """

    def __init__(
        self,
        reading: Reading,
        texts: Texts,
        name: Callable[[str], str] | None = None,
        derive: Deriving | None = None,
    ) -> None:
        self._reading = reading
        self._texts = texts
        self._name_claim = name or (lambda _: "")
        self._derive = derive or (lambda _: ())

    def entity(self, entity: Entity, homonyms: Iterable[str] = ()) -> Account:
        """The account of an entity; `homonyms` are IRIs of others that bear or bore the name."""
        events, relations = self._facts_of(entity.iri)
        shown = {quote.place.iri for fact in (*events, *relations) for quote in fact.quotes}
        names = tuple(self._name(name, shown) for name in entity.names)
        others = (self._reading.entity(iri) for iri in sorted(homonyms))
        told = {one.decided.iri for fact in (*events, *relations) for one in fact.decisions}
        decisions = self._decisions(entity.iri)
        return self._account(
            EntityAccount(
                entity=entity,
                names=names,
                events=events,
                relations=relations,
                disputes=self.disputes(entity.iri),
                homonyms=tuple(Homonym(one, self._begun(one)) for one in others if one),
                decisions=tuple(one for one in decisions if one.decided.iri not in told),
                derived=self._derive(entity.iri),
            )
        )

    def _begun(self, entity: Entity) -> tuple[FactAccount, ...]:
        events, _ = self._facts_of(entity.iri)
        return tuple(
            one for one in events if isinstance(one.fact, Event) and _begins(one.fact, entity)
        )

    def fact(self, fact: Event | Relation) -> Account:
        """The account of an event or relation."""
        return self._account(self.told(fact))

    def decision(self, decided: Decided) -> Account:
        """The account of a decision."""
        return self._account(self._decision(decided))

    def _decisions(self, iri: str) -> tuple[DecisionAccount, ...]:
        return tuple(self._decision(one) for one in self._reading.decisions.on(iri))

    def _decision(self, decided: Decided) -> DecisionAccount:
        quotes = [
            Quoted(None, place, self._passage(place), self._name_claim(claim))
            for claim in decided.claims
            for span in self._reading.decisions.evidence(claim)[:1]
            if (place := self._reading.place(span))
        ]
        concerns = tuple((iri, self._reading.label(iri)) for iri in decided.concerns)
        return DecisionAccount(decided, tuple(quotes), concerns)

    def _account(self, of: EntityAccount | FactAccount | DecisionAccount) -> Account:
        return Account(of, self._reading.word)

    def _facts_of(self, iri: str) -> tuple[tuple[FactAccount, ...], tuple[FactAccount, ...]]:
        about = list(self._reading.facts_with(iri))
        events = [event for one in about if (event := self._reading.event(one))]
        relations = [relation for one in about if (relation := self._reading.relation(one))]
        return (
            tuple(self.told(event) for event in sorted(events, key=event_order)),
            tuple(self.told(relation) for relation in sorted(relations, key=relation_order)),
        )

    def told(self, fact: Event | Relation) -> FactAccount:
        """An event or relation with the places that state it."""
        claims = self._reading.claims_about(fact.iri)
        quotes = [quote for claim in claims for quote in self._quotes(claim)]
        stated = {quote.place.iri for quote in quotes}
        quotes += self._bare(span for span in fact.evidence if span not in stated)
        rank = {span: at for at, span in enumerate(fact.evidence[:1])}
        return FactAccount(
            fact=fact,
            label=self._label(fact),
            parts=self._parts(fact),
            quotes=_once(sorted(quotes, key=lambda quote: _quote_order(quote, rank))),
            disputes=self.disputes(fact.iri),
            decisions=self._decisions(fact.iri),
        )

    def label(self, iri: str) -> str:
        """What an entity, event or relation is called."""
        relation = self._reading.relation(iri)
        return self._label(relation) if relation else self._reading.label(iri)

    def _label(self, fact: Event | Relation) -> str:
        if isinstance(fact, Event):
            return self._reading.label(fact.iri)
        return f"{self._reading.label(fact.subject)} – {self._reading.label(fact.object)}"

    def _parts(self, fact: Event | Relation) -> tuple[tuple[str, tuple[str, ...]], ...]:
        if isinstance(fact, Relation):
            ends = (("subject", fact.subject), ("object", fact.object))
            return tuple((end, (self._reading.label(iri),)) for end, iri in ends)
        named = [
            (role, tuple(self._called(iri, fact) for iri in iris)) for role, iris in fact.roles
        ]
        schema, type_ = self._reading.schema, fact.type
        return tuple(
            sorted((*named, *fact.texts), key=lambda item: role_order(schema, type_, item[0]))
        )

    def _called(self, iri: str, event: Event) -> str:
        """By the name of that time: of a merger, both parties may be called the same today."""
        entity = self._reading.entity(iri)
        return name_then(entity, event.date) if entity else self._reading.label(iri)

    def _name(self, name: Name, shown: set[str]) -> NameAccount:
        quotes = self._bare(span for span in name.evidence if span not in shown)
        return NameAccount(name, tuple(quotes))

    def disputes(self, iri: str) -> tuple[Dispute, ...]:
        """The conflicts about a fact or entity, each with its sides."""
        return tuple(
            Dispute(
                conflict,
                tuple(
                    (stated(claim, conflict.property, self._reading), tuple(self._quotes(claim)))
                    for one in conflict.between
                    if (claim := self._reading.claim(one))
                ),
            )
            for conflict in self._reading.conflicts_about(iri)
        )

    def _quotes(self, claim: Said) -> list[Quoted]:
        return [
            Quoted(claim, place, self._passage(place), self._name_claim(claim.iri))
            for span in claim.evidence
            if (place := self._reading.place(span))
        ]

    def _bare(self, spans: Iterable[str]) -> list[Quoted]:
        """Places without a claim: of a name, or cited by a source of facts."""
        return [
            Quoted(None, place, self._passage(place))
            for span in spans
            if (place := self._reading.place(span))
        ]

    def _passage(self, place: Place) -> Passage:
        text = self._texts(place.document) if place.start is not None else None
        return passage(text, place.start, place.end, place.quote)


def _begins(event: Event, entity: Entity) -> bool:
    return event.type in _BEGINNINGS and entity.iri in dict(event.roles).get("company", ())


def _once(quotes: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Each place once for each thing that it states: two extractors may have read it."""
    found: dict[tuple[object, ...], Quoted] = {}
    for quote in quotes:
        said = quote.said
        found.setdefault((quote.place.iri, said and (said.date, said.status)), quote)
    return tuple(found.values())


def _quote_order(quote: Quoted, rank: dict[str, int]) -> tuple[object, ...]:
    """The best evidence first, then by document and place."""
    place = quote.place
    claim = quote.said.iri if quote.said else ""
    return (rank.get(place.iri, len(rank)), place.document, place.start or place.line or 0, claim)
