"""Judges JSON lines: the statements of any extractor, a person's or a language model's too."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.errors import Where
from kg.gate.claim_units import NumberedLine, split
from kg.gate.columns import column
from kg.gate.judgement import Fault, entity_kinds
from kg.gate.line_findings import not_of_the_form, text_around
from kg.gate.nearest import nearest
from kg.gate.offsets import with_offsets
from kg.gate.passage import Passage, passage
from kg.gate.statements import finding, judge
from kg.model.document import Document
from kg.model.finding import VIOLATION, Finding
from kg.model.line import LineError, parse_object, read_object
from kg.model.schema import Schema
from kg.model.statement import Statement, with_document


def document_names(text: str) -> tuple[str, ...]:
    """The documents that lines name, in order; a line that is not of the form names none."""
    names: dict[str, None] = {}
    for line in split(text).claims:
        try:
            plain = json.loads(line.text)
        except (ValueError, RecursionError):
            continue
        if isinstance(plain, dict) and isinstance(plain.get("document"), str):
            names[plain["document"]] = None
    return tuple(names)


@dataclass(frozen=True, slots=True)
class Checked:
    """The lines that may get in, each with its statement, those that may not, and the findings:
    why not, and notes."""

    good: tuple[tuple[NumberedLine, Statement], ...]
    bad: tuple[NumberedLine, ...]
    findings: tuple[Finding, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the good lines state."""
        return tuple(statement for _, statement in self.good)


def check_lines(
    text: str, name: str, document: Document | Mapping[str, Document], schema: Schema
) -> Checked:
    """Which lines of a file may get in, and why the others may not.

    `document` is the one that every line is about, or the known documents by the name that lines
    give them. `name` is the file's; a finding's place is the line and column in it. A statement
    comes back with the document's own name.
    """
    good: list[tuple[NumberedLine, Statement]] = []
    bad: list[NumberedLine] = []
    parts = split(text)
    findings = text_around(parts.around, name)
    for line in parts.claims:
        statement, told = _check_line(line, name, document, schema)
        refused = [one for one in told if one.severity == VIOLATION]
        findings += told
        if statement is None or refused:
            bad.append(line)
        else:
            good.append((line, statement))
    return Checked(tuple(good), tuple(bad), tuple(findings))


def _check_line(
    line: NumberedLine, name: str, document: Document | Mapping[str, Document], schema: Schema
) -> tuple[Statement | None, list[Finding]]:
    try:
        plain = parse_object(line.text)
        named = plain.get("document") or ""
        found = document if isinstance(document, Document) else document.get(str(named))
        plain, placed = (plain, []) if found is None else with_offsets(plain, found)
        statement = read_object(plain, schema.usual_kind, schema.fits)
    except LineError as error:
        return None, [not_of_the_form(error, line, name)]
    if found is None:
        case = "" if statement.document else "unnamed"
        fault = Fault("no-document", "document", {"given": statement.document, "case": case})
        return None, [_placed(fault, statement, None, line, name)]
    told = [_placed(fault, statement, shown, line, name) for fault, shown in placed]
    if any(one.severity == VIOLATION for one in told):
        return None, told
    first = statement.evidence[0].span
    here = passage(found, first.start, first.end)
    judged: list[tuple[Fault, Passage]] = [
        *((fault, here) for fault in _kinds_faults(plain, statement, schema)),
        *judge(statement, found, schema),
    ]
    told += [_placed(fault, statement, shown, line, name) for fault, shown in judged]
    return with_document(statement, found.name), told


def _placed(
    fault: Fault, statement: Statement, shown: Passage | None, line: NumberedLine, name: str
) -> Finding:
    where = Where(name, *line.place(column(line.text, fault.path) - 1))
    if shown is None:
        return replace(finding(fault, statement, Passage("", (0, 0), where)), where=where)
    passage_at = shown.where if shown.text else None
    return replace(finding(fault, statement, shown), where=where, passage=passage_at)


def _kinds_faults(
    plain: Mapping[str, Any], statement: Statement, schema: Schema
) -> Iterator[Fault]:
    """Kinds that the line gives to names: known, and right for one role at least of the name."""
    label = statement.relation or statement.type
    for name, kind in (plain.get("kinds") or {}).items():
        if kind not in entity_kinds(schema):
            near = nearest(kind, entity_kinds(schema))
            yield Fault("unknown-kind", f"kinds.{name}", {"given": kind, "near": near})
            continue
        roles = [
            role
            for said in (statement.roles, *(place.roles for place in statement.evidence))
            for role, fillers in said
            if any(filler.text == name for filler in fillers)
        ]
        known = [found for role in roles if (found := schema.role(label, role)) is not None]
        if known and not any(schema.fits(label, role.name, kind) for role in known):
            given = {
                "name": name,
                "kind": kind,
                "role": known[0].name,
                "kinds": ", ".join(known[0].kinds),
            }
            yield Fault("wrong-kind", f"kinds.{name}", given)
