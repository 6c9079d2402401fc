"""Values of an RDF node's properties as values of the model, and what is wrong with them."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

import pyoxigraph as ox

from kg.gate.described import Described, Stated
from kg.gate.judgement import Fault
from kg.gate.things import Things
from kg.model.claim import Details, Mention
from kg.model.dates import PartialDate
from kg.model.schema import TEXT, Role
from kg.rdf.vocabulary import KG

Value = TypeVar("Value")

_DATE_LITERAL = re.compile(r"(.*?)(?:T.*)?(?:Z|[+-]\d\d:\d\d)?")
"""An XSD date, year or dateTime less its time and time zone (XSD 1.1 part 2, section 3.3)."""

_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")


class Placed(NamedTuple):
    """A fault with the line where it stands."""

    fault: Fault
    line: int


class Values:
    """Reads the properties of one node; `faults` gathers what is wrong with them."""

    def __init__(self, subject: str, described: Described, things: Things, base: str) -> None:
        self.subject = subject
        self.faults: list[Placed] = []
        self._described = described
        self._things = things
        self._base = base

    def one(self, name: str, read: Callable[[Stated, str], Value | None]) -> Value | None:
        """The single value of a property; None where it is absent or not readable."""
        found = self._described.take(self.subject, KG + name)
        distinct = {one.quad.object: one for one in found}
        if len(distinct) > 1:
            given = {"role": name, "count": str(len(distinct))}
            self._fault("several-values", name, given, found[1].line)
            return None
        return next((read(one, name) for one in distinct.values()), None)

    def text(self, stated: Stated, name: str) -> str | None:
        """A literal's text."""
        if isinstance(stated.value, ox.Literal):
            return stated.value.value
        given = {"role": name, "given": stated.value.value}
        self._fault("iri-for-text", name, given, stated.line)
        return None

    def number(self, stated: Stated, name: str) -> Decimal | None:
        """A decimal number."""
        try:
            if isinstance(stated.value, ox.Literal) and _DECIMAL.fullmatch(stated.value.value):
                return Decimal(stated.value.value)
        except InvalidOperation:
            pass
        self._fault("bad-number", name, {"role": name, "given": stated.value.value}, stated.line)
        return None

    def date(self, stated: Stated, name: str) -> PartialDate | None:
        """A kg:Date by its kg:edtf or its IRI, or a literal of a year, a month or a day."""
        spelt = self._date_text(stated.value)
        try:
            return PartialDate(spelt)
        except ValueError:
            given = {"role": name, "given": stated.value.value}
            self._fault("bad-date", name, given, stated.line)
            return None

    def _date_text(self, value: ox.NamedNode | ox.Literal) -> str:
        if isinstance(value, ox.Literal):
            match = _DATE_LITERAL.fullmatch(value.value)
            return match[1] if match else value.value
        for said in self._described.of(value.value, KG + "edtf"):
            return said.value.value
        folder = f"{self._base}date/"
        return unquote(value.value.removeprefix(folder)) if value.value.startswith(folder) else ""

    def entity(self, stated: Stated, role: str, usual: str = "Entity") -> Mention | None:
        """A thing by its IRI."""
        if isinstance(stated.value, ox.NamedNode):
            return self._things.mention(stated.value.value, usual)
        given = {"role": role, "given": stated.value.value}
        self._fault("literal-for-entity", role, given, stated.line)
        return None

    def fillers(self, role: Role) -> list[Mention]:
        """The fillers of a role, in no order."""
        found = self._described.take(self.subject, KG + role.name)
        if role.single and len({one.quad.object for one in found}) > 1:
            given = {"role": role.name, "count": str(len(found))}
            self._fault("several-values", role.name, given, found[1].line)
        mentions = []
        for stated in found:
            if role.kinds == (TEXT,):
                spelt = self.text(stated, role.name)
                mention = None if spelt is None else Mention(spelt)
            else:
                mention = self.entity(stated, role.name, role.usual)
            if mention is not None:
                mentions.append(mention)
        return mentions

    def details(self, kind: str) -> Details:
        """What is said beyond type, date, status and roles; `kind` names the property of that."""
        return Details(
            value=self.one("value", self.number),
            unit=self.one("unit", self.text),
            share=self.one("share", self.number),
            metric=self.one("metric", self.text),
            position=self.one("position", self.text),
            kind=self.one(kind, self.text),
            cause=self.one("cause", self.text),
            restored=self.one("restored", self.date),
            since=self.one("from", self.date),
            until=self.one("until", self.date),
            announced=self.one("announced", self.date),
        )

    def cites(self) -> tuple[str, ...]:
        """The spans that the file gives as evidence, the best first, then by IRI."""
        best = self._spans("bestEvidence")
        return tuple(dict.fromkeys([*best, *sorted(self._spans("evidence"))]))

    def _spans(self, name: str) -> list[str]:
        spans = []
        for stated in self._described.take(self.subject, KG + name):
            if isinstance(stated.value, ox.NamedNode):
                spans.append(stated.value.value)
            else:
                given = {"role": name, "given": stated.value.value}
                self._fault("literal-for-entity", name, given, stated.line)
        return spans

    def _fault(self, slug: str, path: str, given: dict[str, str], line: int) -> None:
        self.faults.append(Placed(Fault(slug, path, given), line))
