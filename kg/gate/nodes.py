"""Nodes of an RDF file that state a fact: events, relations and names, each one claim."""

from dataclasses import dataclass

from kg.gate.described import TYPE, Described, Stated, local
from kg.gate.judgement import Fault, faults
from kg.gate.ledger import Ledger
from kg.gate.things import LABEL, Things
from kg.gate.values import Placed, Values
from kg.model.claim import ASSERTED, NAME, RELATION, Claim, Mention
from kg.model.schema import Role, Schema
from kg.model.statement import make_roles
from kg.rdf.vocabulary import KG

_Fillers = dict[str, list[Mention]]


@dataclass(frozen=True, slots=True)
class NodeReader:
    """Reads fact nodes of one file into its ledger."""

    described: Described
    things: Things
    schema: Schema
    source: str
    base: str
    ledger: Ledger

    def event(self, subject: str, types: list[str]) -> None:
        """An event, by the most specific of its types."""
        classes = self.schema.classes
        type_ = max(types, key=lambda name: (len(classes[name].superclasses), name))
        values = self._values(subject)
        roles = {role.name: values.fillers(role) for role in self._roles(subject, type_)}
        self._take_types(subject, {type_, *classes[type_].superclasses})
        self.described.take(subject, LABEL)
        self._add(values, type_, None, roles)

    def _roles(self, subject: str, type_: str) -> list[Role]:
        """The type's roles, and other types' where the node has them, for the judgement to name."""
        own = list(self.schema.events[type_].roles)
        known = {role.name for role in own}
        others = {
            role.name: role
            for event in self.schema.events.values()
            for role in event.roles
            if role.name not in known and self.described.of(subject, KG + role.name)
        }
        return own + list(others.values())

    def relation(self, subject: str) -> None:
        """A relation with its period."""
        values = self._values(subject)
        predicates = self.described.take(subject, KG + "predicate")
        relation = local(predicates[0].quad.object) if predicates else ""
        self._take_types(subject, {"Relation"})
        ends = self.schema.relations.get(relation)
        roles = {
            "subject": self._end(values, "subject", ends[0].usual if ends else "Entity"),
            "object": self._end(values, "object", ends[1].usual if ends else "Entity"),
        }
        self._add(values, RELATION, relation, roles)

    @staticmethod
    def _end(values: Values, name: str, usual: str) -> list[Mention]:
        def read(stated: Stated, role: str) -> Mention | None:
            return values.entity(stated, role, usual)

        found = values.one(name, read)
        return [found] if found else []

    def name(self, subject: str) -> None:
        """A name with its period."""
        values = self._values(subject)
        self._take_types(subject, {"Name"})
        bearer = values.one("nameOf", values.entity)
        text = values.one("text", values.text)
        if (bearer is None or not text) and not values.faults:
            line = self.described.line(subject)
            values.faults.append(Placed(Fault("no-name", "nameOf", {}), line))
        roles: _Fillers = {
            "nameOf": [bearer] if bearer else [],
            "text": [Mention(text)] if text else [],
        }
        self._add(values, NAME, None, roles)

    def _values(self, subject: str) -> Values:
        return Values(subject, self.described, self.things, self.base)

    def _take_types(self, subject: str, names: set[str]) -> None:
        types = self.described.of(subject, TYPE)
        self.described.mark(one for one in types if local(one.quad.object) in names)

    def _add(self, values: Values, type_: str, relation: str | None, roles: _Fillers) -> None:
        subject = values.subject
        date = values.one("date", values.date) if type_ not in {NAME, RELATION} else None
        status = values.one("status", values.text) if type_ != NAME else None
        claim = Claim(
            source=self.source,
            type=type_,
            relation=relation,
            roles=make_roles(roles),
            date=date,
            status=status or ASSERTED,
            details=values.details("nameKind" if type_ == NAME else "incidentKind"),
            extracted_by=self.ledger.name,
            cites=values.cites(),
            line=self.described.line(subject),
            about=subject if self.things.own(subject) else "",
        )
        self.ledger.judged(subject, claim, self._judge(values, claim))

    def _judge(self, values: Values, claim: Claim) -> list[Placed]:
        """What is wrong with its values, then with the claim; one property is reported once."""
        if claim.type == NAME:
            return values.faults
        broken = {one.fault.path for one in values.faults}
        return values.faults + [
            Placed(fault, self._line_of(values.subject, fault.path))
            for fault in faults(claim, self.schema)
            if fault.path.removeprefix("roles.") not in broken
        ]

    def _line_of(self, subject: str, path: str) -> int:
        """The line of the property that a fault is about, else the node's."""
        found = self.described.of(subject, KG + path.removeprefix("roles."))
        return found[0].line if found else self.described.line(subject)
