"""Single triples of an RDF file that state a fact: labels of entities, direct relations."""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.gate.described import Described
from kg.gate.judgement import Fault, faults
from kg.gate.ledger import Ledger
from kg.gate.things import ALT_LABEL, Things
from kg.gate.values import Placed, Values
from kg.model.claim import ASSERTED, NAME, RELATION, Claim, Details, Mention
from kg.model.schema import Role, Schema
from kg.model.statement import make_roles
from kg.rdf.vocabulary import KG

_ALTERNATE = "alternate"


@dataclass(frozen=True, slots=True)
class TripleReader:
    """Reads labels and direct triples of one file into its ledger.

    `stated` holds what relation nodes of the file say, as triples: the nodes say more.
    """

    described: Described
    things: Things
    schema: Schema
    source: str
    base: str
    ledger: Ledger
    stated: frozenset[tuple[str, str, str]]

    def labels(self, subject: str) -> None:
        """An entity's labels: each a name, unless a kg:Name node says the same.

        The first label is the name in force; others are alternate. An entity without any name
        goes by the end of its IRI.
        """
        self._one_kind(subject)
        known = set(self.things.names(subject))
        kind = _ALTERNATE if known else None
        found = False
        for label in self.things.labels(subject):
            if label.value.value not in known:
                self._bears(subject, label.value.value, kind, label.line)
                kind, found = _ALTERNATE, True
        for label in self.described.of(subject, ALT_LABEL):
            if label.value.value not in known and isinstance(label.value, ox.Literal):
                self._bears(subject, label.value.value, _ALTERNATE, label.line)
                found = True
        if not known and not found:
            self._bears(subject, self.things.name(subject), None, self.described.line(subject))
        self.things.take(subject)

    def _one_kind(self, subject: str) -> None:
        kinds = [kind for kind in self.things.kinds(subject) if kind != "Entity"]
        roots = {self.schema.root(kind): kind for kind in reversed(kinds)}
        if len(roots) > 1:
            kind, other = [roots[root] for root in sorted(roots)][:2]
            name = self.things.name(subject)
            fault = Fault("two-kinds", "type", {"name": name, "kind": kind, "other": other})
            self.ledger.refuse(subject, [Placed(fault, self.described.line(subject))], name)

    def _bears(self, subject: str, text: str, kind: str | None, line: int) -> None:
        roles = {"nameOf": [self.things.mention(subject)], "text": [Mention(text)]}
        self.ledger.judged(subject, self._claim(NAME, None, roles, line, kind), [])

    def relations(self, subject: str) -> None:
        """Direct triples of relations: each a fact where no relation node says the same."""
        for relation, ends in self.schema.relations.items():
            for stated in self.described.take(subject, KG + relation):
                triple = (f"<{subject}>", f"<{KG}{relation}>", str(stated.quad.object))
                if triple in self.stated:
                    continue
                values = Values(subject, self.described, self.things, self.base)
                other = values.entity(stated, relation, ends[1].usual)
                claim = self._relation(subject, relation, ends[0], other, stated.line)
                placed = values.faults or [
                    Placed(fault, stated.line) for fault in faults(claim, self.schema)
                ]
                self.ledger.judged(subject, claim, placed)

    def _relation(
        self, subject: str, relation: str, end: Role, other: Mention | None, line: int
    ) -> Claim:
        roles = {
            "subject": [self.things.mention(subject, end.usual)],
            "object": [other] if other else [],
        }
        return self._claim(RELATION, relation, roles, line)

    def _claim(
        self,
        type_: str,
        relation: str | None,
        roles: dict[str, list[Mention]],
        line: int,
        kind: str | None = None,
    ) -> Claim:
        return Claim(
            source=self.source,
            type=type_,
            relation=relation,
            roles=make_roles(roles),
            date=None,
            status=ASSERTED,
            details=Details(kind=kind),
            extracted_by=self.ledger.name,
            line=line,
        )


def relations_stated(described: Described) -> frozenset[tuple[str, str, str]]:
    """What relation nodes say, as direct triples."""
    found = set()
    for node in described.subjects():
        if "Relation" in described.types(node):
            subjects, predicates, objects = (
                {str(one.quad.object) for one in described.of(node, KG + key)}
                for key in ("subject", "predicate", "object")
            )
            found |= {(s, p, o) for s in subjects for p in predicates for o in objects}
    return frozenset(found)
