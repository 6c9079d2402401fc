"""What an account says, part by part, before it is text or Markdown."""

from collections.abc import Iterator

from kg.export.why.account import (
    DecisionAccount,
    Derived,
    Dispute,
    FactAccount,
    Homonym,
    Quoted,
)
from kg.export.why.words import Worded, details, term, when, word
from kg.model.claim import ASSERTED
from kg.model.fact import Event


def heading(account: Worded, fact: FactAccount, language: str) -> str:
    """A fact in one line: its label, and what is unusual about it."""
    label = fact.label
    if not isinstance(fact.fact, Event):
        label = f"{term(account, fact.fact.relation, language)}: {label}"
    notes = [word(fact.fact.status, language)] if fact.fact.status != ASSERTED else []
    notes += details(fact.fact.details, label, language)
    return label + (f" ({', '.join(notes)})" if notes else "")


def roles(account: Worded, fact: FactAccount, language: str) -> str:
    """Who takes which part, such as `인수자: 가 · 인수 대상: 나`; "" for a relation."""
    if not isinstance(fact.fact, Event):
        return ""
    return " · ".join(
        f"{term(account, role, language)}: {', '.join(names)}" for role, names in fact.parts
    )


def reference(quote: Quoted) -> str:
    """Where a quote stands: `file:line:column`, and the document's title and day."""
    place, found = quote.place, quote.passage
    if found.line is not None:
        where = f"{place.name}:{found.line}:{found.column}"
    elif place.line is not None:
        where = f"{place.name}:{place.line}"
    elif place.start is not None:
        where = f"{place.name}#char={place.start},{place.end}"
    else:
        where = place.name
    return ", ".join(filter(None, [where, place.title, place.issued]))


def remarks(quote: Quoted, fact: FactAccount, language: str) -> str:
    """What a place states other than the fact as we hold it: its status and its date."""
    said, held = quote.said, fact.fact
    if said is None or not isinstance(held, Event):
        return ""
    notes = [word(said.status, language)] if said.status != held.status else []
    if said.date and said.date != held.date:
        notes.append(said.date.edtf)
    return " ".join(notes)


def dispute(account: Worded, one: Dispute, language: str) -> str:
    """What the sources disagree on, side by side."""
    sides = dict.fromkeys(value or word("unsaid", language) for value, _ in one.sides)
    about = term(account, one.conflict.property, language)
    note = f" ({word('decided', language)})" if one.conflict.decided else ""
    return f"{word('disagree', language)}{note} — {about}: {' ↔ '.join(sides)}"


def decision(one: DecisionAccount, language: str) -> str:
    """A decision in a line, such as `판정: 물리침 — 김기자, 2024-05-01: 정정 보도`."""
    made = one.decided
    what = word(made.verdict, language)
    if made.verdict in {"same", "different"}:
        what += f", {made.label}"
    who = ", ".join(filter(None, [made.who, made.on]))
    return f"{word('decision', language)}: {what} — {who}: {made.why}"


def derived(account: Worded, one: Derived, language: str) -> tuple[str, ...]:
    """What follows, and a line for each rule that it follows by: its title and what it says."""
    ends = (one.subject, one.object)
    alike = one.subject[1] == one.object[1]
    said = " – ".join(f"{name} <{iri}>" if alike else name for iri, name in ends)
    lines = [f"{term(account, one.property, language)}: {said}"]
    for rule in one.rules:
        texts = [texts.get(language) or next(iter(texts.values()), "") for texts in rule]
        lines.append(f"{word('rule', language)}: {' — '.join(filter(None, texts))}")
    return tuple(lines)


def sides(one: Dispute) -> Iterator[tuple[str, Quoted]]:
    """Each side's value with each place that states it."""
    for value, quotes in one.sides:
        for quote in quotes:
            yield value, quote


def begun(account: Worded, one: Homonym, language: str) -> list[str]:
    """What tells a namesake apart: how it began, a line each; or that nothing says which it is."""
    lines = []
    for fact in one.begun:
        about = f"{when(fact, language)}  {heading(account, fact, language)}"
        lines.append(" · ".join(filter(None, [about, _makers(account, fact, language)])))
    known = lines or any(name.since for name in one.entity.names)
    return lines if known else [word("unknown which", language)]


def _makers(account: Worded, fact: FactAccount, language: str) -> str:
    return " · ".join(
        f"{term(account, role, language)}: {', '.join(names)}"
        for role, names in fact.parts
        if role in ("founder", "parent")
    )
