"""Judges JSON lines: the statements of any extractor, a person's or a language model's too."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.errors import Where
from kg.gate.columns import column
from kg.gate.judgement import Fault, entity_kinds
from kg.gate.messages import worded
from kg.gate.nearest import nearest
from kg.gate.offsets import with_offsets
from kg.gate.passage import Passage
from kg.gate.statements import finding, judge
from kg.model.document import Document
from kg.model.finding import INFO, VIOLATION, Finding
from kg.model.line import LineError, parse_object, read_object
from kg.model.schema import Schema
from kg.model.statement import Statement, with_document

_SHOWN = 5
"""So many lines are named at most of those passed over."""


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line of a file that is not blank, with its number from 1."""

    number: int
    text: str


def claim_lines(text: str) -> Iterator[NumberedLine]:
    """The lines that are claims, well formed or not."""
    for number, line in enumerate(text.split("\n"), start=1):
        if _is_claim(line):
            yield NumberedLine(number, line)


def _is_claim(line: str) -> bool:
    return line.lstrip().startswith("{") or '"type"' in line


def document_names(text: str) -> tuple[str, ...]:
    """The documents that lines name, in order; a line that is not of the form names none."""
    names: dict[str, None] = {}
    for line in claim_lines(text):
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
    findings = _text_around(text, name)
    for line in claim_lines(text):
        statement, refused = _check_line(line, name, document, schema)
        findings += refused
        if statement is None or refused:
            bad.append(line)
        else:
            good.append((line, statement))
    return Checked(tuple(good), tuple(bad), tuple(findings))


def _check_line(
    line: NumberedLine, name: str, document: Document | Mapping[str, Document], schema: Schema
) -> tuple[Statement | None, list[Finding]]:
    try:
        plain = parse_object(line.text.rstrip().removesuffix(","))
        named = plain.get("document") or ""
        found = document if isinstance(document, Document) else document.get(str(named))
        plain, unplaced = (plain, []) if found is None else with_offsets(plain, found)
        statement = read_object(plain, schema.usual_kind, schema.fits)
    except LineError as error:
        return None, [_not_of_the_form(error, line, name)]
    if found is None:
        fault = Fault("no-document", "document", {"given": statement.document or "''"})
        return None, [_placed(fault, statement, None, line, name)]
    if unplaced:
        return None, [_placed(fault, statement, shown, line, name) for fault, shown in unplaced]
    judged: list[tuple[Fault, Passage | None]] = [
        *((fault, None) for fault in _kinds_faults(plain, statement, schema)),
        *judge(statement, found, schema),
    ]
    refused = [_placed(fault, statement, shown, line, name) for fault, shown in judged]
    return with_document(statement, found.name), refused


def _placed(
    fault: Fault, statement: Statement, shown: Passage | None, line: NumberedLine, name: str
) -> Finding:
    where = Where(name, line.number, column(line.text, fault.path))
    if shown is None:
        return replace(finding(fault, statement, Passage("", (0, 0), where)), where=where)
    return replace(finding(fault, statement, shown), where=where, passage=shown.where)


def _text_around(text: str, name: str) -> list[Finding]:
    """A note of the lines that are none: a greeting, a code fence."""
    others = [
        number
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip() and not _is_claim(line)
    ]
    if not others:
        return []
    shown = ", ".join(map(str, others[:_SHOWN])) + (", …" if len(others) > _SHOWN else "")
    message, hint = worded("text-around", {"lines": shown})
    return [
        Finding(
            slug="text-around", severity=INFO, fact=name, message=message,
            where=Where(name, others[0]), hint=hint,
        )
    ]  # fmt: skip


def _not_of_the_form(error: LineError, line: NumberedLine, name: str) -> Finding:
    problem = str(error).removeprefix(f"{error.path}: ")
    message, hint = worded("form", {"path": error.path or "line", "problem": problem})
    cause = error.__context__
    at = cause.colno if isinstance(cause, json.JSONDecodeError) else column(line.text, error.path)
    return Finding(
        slug="form",
        severity=VIOLATION,
        fact=line.text if len(line.text) <= 100 else line.text[:99] + "…",
        message=message,
        where=Where(name, line.number, at),
        hint=hint,
        path=error.path,
    )


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
