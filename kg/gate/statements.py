"""Judges statements by the ontology and by the document that they quote."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.gate.judgement import Fault, faults
from kg.gate.messages import NOTES, worded
from kg.gate.passage import Passage, difference, find_quote, most_like, nothing, passage
from kg.gate.wording import in_words
from kg.model.document import Document, Span
from kg.model.finding import INFO, VIOLATION, Finding
from kg.model.schema import Schema
from kg.model.statement import Statement


def check(
    statements: Iterable[Statement], document: Document, schema: Schema
) -> tuple[Finding, ...]:
    """Why statements of a document would be refused, in their order; each place is judged too."""
    return tuple(
        finding(fault, statement, shown)
        for statement in statements
        for fault, shown in judge(statement, document, schema)
    )


def judge(
    statement: Statement, document: Document, schema: Schema
) -> Iterator[tuple[Fault, Passage]]:
    """What is wrong with a statement, each with the passage to show for it."""
    first = statement.evidence[0].span
    shown = passage(document, first.start, first.end)
    whole = list(faults(statement, schema))
    for fault in whole:
        yield fault, shown
    for number, place in enumerate(statement.evidence):
        path = f"evidence[{number}]"
        here = passage(document, place.span.start, place.span.end)
        said = replace(
            statement,
            date=place.date,
            status=place.status,
            roles=place.roles,
            details=place.details,
        )
        for fault in faults(said, schema):
            if fault not in whole:
                yield replace(fault, path=f"{path}.{fault.path}"), here
        yield from _quote_faults(place.span, document, path)


def _quote_faults(span: Span, document: Document, path: str) -> Iterator[tuple[Fault, Passage]]:
    """Evidence is what the document says at that very place, or it is none."""
    if document.text[span.start : span.end] == span.quote:
        return
    given = {"start": str(span.start), "end": str(span.end), "quote": short(span.quote)}
    found = find_quote(document, span.quote, span.start)
    if found is not None:
        given["found"] = f"{found[0]}..{found[1]}"
        yield Fault("quote-elsewhere", f"{path}.start", given), passage(document, *found)
        return
    yield not_found(span.quote, document, f"{path}.quote")


def not_found(quote: str, document: Document, path: str) -> tuple[Fault, Passage]:
    """A quote that the document does not say, with what is most like it, if anything is."""
    given = {"quote": short(quote), "case": "", "change": ""}
    near = most_like(document, quote)
    if near is None:
        return Fault("quote-not-found", path, given | {"case": "nowhere"}), nothing(document)
    change = difference(quote, document.text[near[0] : near[1]])
    given["change"] = f" ({change})" if change else ""
    return Fault("quote-not-found", path, given), passage(document, *near)


def short(quote: str, longest: int = 80) -> str:
    """A quote as a message shows it."""
    return quote if len(quote) <= longest else quote[: longest - 1] + "…"


def finding(fault: Fault, statement: Statement, shown: Passage) -> Finding:
    """The fault as a finding about the statement, placed in the document."""
    message, hint = worded(fault.slug, fault.given)
    return Finding(
        slug=fault.slug,
        severity=INFO if fault.slug in NOTES else VIOLATION,
        fact=in_words(statement),
        message=message,
        where=shown.where,
        hint=hint or None,
        path=fault.path,
        value=fault.given.get("given", ""),
        sentence=shown.text,
        mark=shown.mark if shown.text else None,
    )
