"""Facts read back from the graph: what `kg.rdf.facts` wrote, and where it is said."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.export.decided import DecisionReading
from kg.export.order import event_order, name_order, relation_order
from kg.export.properties import Properties
from kg.export.said import Filled, Place, Said
from kg.model.claim import ASSERTED, NAME, RELATION, Details
from kg.model.fact import Conflict, Entity, Event, Name, Relation
from kg.model.schema import Schema
from kg.rdf.terms import ALT_LABEL, LABEL, TYPE, kg
from kg.rdf.vocabulary import DCTERMS, KG

DEFAULT = ox.DefaultGraph()
_WORDS = ("position", "metric", "unit", "cause")
_NOT_ROLES = frozenset(
    {
        *_WORDS, "value", "share", "incidentKind", "nameKind", "announced", "from", "until",
        "restored", "date", "status", "evidence", "bestEvidence", "about", "claimedType",
        "extractedBy", "predicate",
    }
)  # fmt: skip
"""What is said of an event or claim that is no role of it."""


class Reading:
    """A store's facts as the model's own dataclasses, each list in a total order.

    `schema` is that of what is in the store.
    """

    def __init__(self, store: ox.Store, schema: Schema) -> None:
        self._store = store
        self.schema = schema
        self.decisions = DecisionReading(store)

    def entities(self) -> list[Entity]:
        """All entities by IRI."""
        found = self._of_type("Entity")
        return [entity for iri in found if (entity := self.entity(iri))]

    def entity(self, iri: str) -> Entity | None:
        """The entity of an IRI with its names in order of time, None where it is none."""
        said = self._said(iri)
        if "Entity" not in said.types:
            return None
        names = (self.name(name) for name in self._subjects("nameOf", iri))
        return Entity(
            iri=iri,
            kind=self._most_special(said.types),
            label=said.text(LABEL.value) or iri,
            names=tuple(sorted((name for name in names if name), key=name_order)),
        )

    def name(self, iri: str) -> Name | None:
        """The name of an IRI, None where it is none."""
        said = self._said(iri)
        of = said.iri("nameOf")
        if "Name" not in said.types or of is None:
            return None
        return Name(
            iri=iri,
            of=of,
            text=said.text("text") or "",
            kind=said.text("nameKind") or "",
            since=said.date("from"),
            until=said.date("until"),
            evidence=tuple(said.iris("evidence")),
        )

    def events(self) -> list[Event]:
        """All events in order of time; those without a date come last."""
        events = (self.event(iri) for iri in self._of_type("Event"))
        return sorted((event for event in events if event), key=event_order)

    def event(self, iri: str) -> Event | None:
        """The event of an IRI, None where it is none."""
        said = self._said(iri)
        types = said.types & self.schema.events.keys()
        if "Event" not in said.types or not types:
            return None
        return Event(
            iri=iri,
            type=self._most_special(types),
            date=said.date("date"),
            status=said.text("status") or ASSERTED,
            roles=_roles(said),
            texts=_texts(said),
            details=_details(said, "incidentKind"),
            evidence=_evidence(said),
        )

    def relations(self) -> list[Relation]:
        """All relations by when they begin."""
        relations = (self.relation(iri) for iri in self._of_type("Relation"))
        return sorted((one for one in relations if one), key=relation_order)

    def relation(self, iri: str) -> Relation | None:
        """The relation of an IRI, None where it is none."""
        said = self._said(iri)
        ends = said.iri("predicate"), said.iri("subject"), said.iri("object")
        if "Relation" not in said.types or None in ends:
            return None
        predicate, subject, object_ = (end or "" for end in ends)
        return Relation(
            iri=iri,
            relation=predicate.removeprefix(KG),
            subject=subject,
            object=object_,
            status=said.text("status") or ASSERTED,
            details=_details(said, "incidentKind"),
            evidence=_evidence(said),
        )

    def conflicts_about(self, iri: str) -> list[Conflict]:
        """The conflicts about a fact or entity, by IRI."""
        found = ((one, self._said(one)) for one in self._subjects("about", iri))
        return [
            Conflict(
                iri=one,
                about=iri,
                property=said.text("property") or "",
                between=tuple(said.iris("between")),
                because=said.text("because") or "",
                decided=tuple(said.iris("decidedBy")),
            )
            for one, said in found
            if "Conflict" in said.types
        ]

    def disputed(self) -> list[str]:
        """The IRIs of the facts and entities that conflicts are about, sorted."""
        conflicts = (self._said(iri).iri("about") for iri in self._of_type("Conflict"))
        return sorted({about for about in conflicts if about})

    def claims(self) -> list[Said]:
        """All claims by IRI."""
        quads = self._store.quads_for_pattern(None, TYPE, kg("Claim"), None)
        found = sorted({(_iri(quad.subject), _iri(quad.graph_name)) for quad in quads})
        return [self._claim(iri, source) for iri, source in found]

    def claims_about(self, iri: str) -> list[Said]:
        """The claims about a fact, in the order of their documents and places."""
        quads = self._store.quads_for_pattern(None, kg("about"), ox.NamedNode(iri), None)
        found = {
            (_iri(quad.subject), _iri(quad.graph_name))
            for quad in quads
            if quad.graph_name != DEFAULT
        }
        return [self._claim(claim, source) for claim, source in sorted(found)]

    def claim(self, iri: str) -> Said | None:
        """The claim of an IRI, None where it is none."""
        quads = self._store.quads_for_pattern(ox.NamedNode(iri), TYPE, kg("Claim"), None)
        return next((self._claim(iri, _iri(quad.graph_name)) for quad in quads), None)

    def place(self, iri: str) -> Place | None:
        """Where a span lies, None where nothing is known of it."""
        said = Properties.of(self._store, iri, None)
        document = said.iri("inDocument")
        if document is None:
            return None
        about = Properties.of(self._store, document, ox.NamedNode(document))
        return Place(
            iri=iri,
            document=document,
            name=about.text(DCTERMS + "identifier") or document,
            title=about.text(DCTERMS + "title"),
            issued=about.text(DCTERMS + "issued"),
            quote=said.text("quote") or "",
            start=said.integer("start"),
            end=said.integer("end"),
            line=said.integer("line"),
        )

    def label(self, iri: str) -> str:
        """What a thing is called: its label, else its IRI."""
        quads = self._store.quads_for_pattern(ox.NamedNode(iri), LABEL, None, DEFAULT)
        return min((_value(quad.object) for quad in quads), default=iri)

    def word(self, local: str, language: str) -> str:
        """What the ontology calls a term in a language; its local name where it has no label."""
        quads = self._store.quads_for_pattern(kg(local), LABEL, None, DEFAULT)
        labels = [quad.object for quad in quads if isinstance(quad.object, ox.Literal)]
        return min((one.value for one in labels if one.language == language), default=local)

    def bearers(self) -> dict[str, set[str]]:
        """Every name in the graph with the IRIs of the entities that bear or bore it."""
        found: dict[str, set[str]] = {}
        for text, iri in self._borne(None):
            found.setdefault(text, set()).add(iri)
        return found

    def bearers_of(self, name: str) -> set[str]:
        """The IRIs of the entities that bear or bore exactly this name."""
        return {iri for _, iri in self._borne(ox.Literal(name))}

    def _borne(self, name: ox.Literal | None) -> Iterator[tuple[str, str]]:
        for predicate in (LABEL, ALT_LABEL):
            for quad in self._store.quads_for_pattern(None, predicate, name, DEFAULT):
                if self._is_entity(quad.subject):
                    yield _value(quad.object), _iri(quad.subject)

    def facts_with(self, iri: str) -> Iterator[str]:
        """The IRIs of what names this entity in the default graph."""
        quads = self._store.quads_for_pattern(None, None, ox.NamedNode(iri), DEFAULT)
        yield from sorted({_iri(quad.subject) for quad in quads})

    def subject_of(self, iri: str) -> str | None:
        """The IRI of the fact or entity that an IRI of the graph is about; None for all others.

        A fact and an entity are about themselves; a name is about its bearer, a claim or conflict
        about its fact, a span about the fact of its first claim.
        """
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            return None
        types = Properties.of(self._store, iri, None).types
        if types & {"Entity", "Event", "Relation"}:
            return iri
        for property_ in ("about", "nameOf"):
            for quad in self._store.quads_for_pattern(node, kg(property_), None, None):
                return _iri(quad.object)
        claims = {
            _iri(quad.subject)
            for quad in self._store.quads_for_pattern(None, kg("evidence"), node, None)
            if quad.graph_name != DEFAULT
        }
        return self.subject_of(min(claims)) if claims else None

    def _is_entity(self, node: object) -> bool:
        return (
            isinstance(node, ox.NamedNode)
            and ox.Quad(node, TYPE, kg("Entity"), DEFAULT) in self._store
        )

    def _said(self, iri: str) -> Properties:
        return Properties.of(self._store, iri, DEFAULT)

    def _of_type(self, local: str) -> list[str]:
        quads = self._store.quads_for_pattern(None, TYPE, kg(local), DEFAULT)
        return sorted(_iri(quad.subject) for quad in quads)

    def _subjects(self, predicate: str, iri: str) -> list[str]:
        quads = self._store.quads_for_pattern(None, kg(predicate), ox.NamedNode(iri), DEFAULT)
        return sorted(_iri(quad.subject) for quad in quads)

    def _most_special(self, types: set[str]) -> str:
        """The class below all others of these; by name where there are several."""
        classes = self.schema.classes
        above = {up for name in types if name in classes for up in classes[name].superclasses}
        return min(types - above, default=min(types))

    def _claim(self, iri: str, source: str) -> Said:
        said = Properties.of(self._store, iri, ox.NamedNode(source))
        of = (said.iri("claimedType") or "").removeprefix(KG)
        relation = (said.iri("predicate") or "").removeprefix(KG) if of == RELATION else None
        return Said(
            iri=iri,
            source=source,
            about=said.iri("about") or "",
            type=of,
            relation=relation,
            date=said.date("date"),
            status=said.text("status") or ASSERTED,
            roles=_roles(said),
            texts=_texts(said),
            details=_details(said, "nameKind" if of == NAME else "incidentKind"),
            evidence=_evidence(said),
            extracted_by=said.text("extractedBy") or "",
        )


def _evidence(said: Properties) -> tuple[str, ...]:
    """Best first, the others by IRI."""
    best = said.iri("bestEvidence")
    others = (iri for iri in said.iris("evidence") if iri != best)
    return (best, *others) if best else tuple(others)


def _roles(said: Properties) -> Filled:
    filled = ((role, tuple(said.iris(role))) for role in said.locals if role not in _NOT_ROLES)
    return tuple((role, iris) for role, iris in filled if iris)


def _texts(said: Properties) -> Filled:
    filled = ((role, tuple(said.texts(role))) for role in said.locals if role not in _NOT_ROLES)
    return tuple((role, texts) for role, texts in filled if texts)


def _details(said: Properties, kind: str) -> Details:
    return Details(
        value=said.number("value"),
        share=said.number("share"),
        kind=said.text(kind),
        announced=said.date("announced"),
        since=said.date("from"),
        until=said.date("until"),
        restored=said.date("restored"),
        **{word: said.text(word) for word in _WORDS},
    )


def _iri(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode | ox.BlankNode) else str(node)


def _value(node: object) -> str:
    return node.value if isinstance(node, ox.Literal) else str(node)
