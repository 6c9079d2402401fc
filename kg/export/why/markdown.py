"""An account as Markdown (CommonMark 0.31)."""

import re
from collections.abc import Iterator

from kg.export.why.account import (
    Account,
    DecisionAccount,
    Dispute,
    EntityAccount,
    FactAccount,
    Quoted,
)
from kg.export.why.joins import joins
from kg.export.why.layout import (
    begun,
    decision,
    derived,
    dispute,
    heading,
    reference,
    remarks,
    roles,
    sides,
)
from kg.export.why.words import bearer, period, term, when, word

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def show(account: Account, language: str) -> str:
    """The account in `ko` or `en`; the stating words of each sentence are bold."""
    if isinstance(account.of, EntityAccount):
        lines = list(_entity(account, account.of, language))
    elif isinstance(account.of, DecisionAccount):
        lines = [f"# {plain(account.of.decided.label)}", "", f"<{account.of.decided.iri}>", ""]
        lines += _decision(account.of, language)
        lines += [f"- {plain(label)} <{iri}>" for iri, label in account.of.concerns]
    else:
        lines = list(_fact(account, account.of, language, "#"))
    return "\n".join(lines).rstrip() + "\n"


def _entity(account: Account, of: EntityAccount, language: str) -> Iterator[str]:
    yield f"# {plain(of.entity.label)} ({term(account, of.entity.kind, language)})"
    yield ""
    yield f"<{of.entity.iri}>"
    yield ""
    yield from _names(of, language)
    for title, facts in (("events", of.events), ("relations", of.relations)):
        if facts:
            yield f"## {word(title, language)}"
            yield ""
        for fact in facts:
            yield from _fact(account, fact, language, "###")
    if of.disputes:
        yield f"## {word('conflicts', language)}"
        yield ""
        yield from disputed(account, of.disputes, language)
    if of.derived:
        yield f"## {word('derived', language)}"
        yield ""
        for follows in of.derived:
            first, *rules = derived(account, follows, language)
            yield f"- {plain(first)}"
            yield from (f"  - {plain(rule)}" for rule in rules)
        yield ""
    if of.decisions:
        yield f"## {word('decisions', language)}"
        yield ""
        yield from (line for one in of.decisions for line in _decision(one, language))
    yield from _joins(of, language)
    if of.homonyms:
        yield f"## {word('homonyms', language)}"
        yield ""
        for other in of.homonyms:
            kind = term(account, other.entity.kind, language)
            yield f"- {plain(bearer(other.entity))} ({kind}) <{other.entity.iri}>"
            yield from (f"  - {plain(line)}" for line in begun(account, other, language))


def _names(of: EntityAccount, language: str) -> Iterator[str]:
    if not of.names:
        return
    yield f"## {word('names', language)}"
    yield ""
    for one in of.names:
        notes = [period(one.name.since, one.name.until), word(one.name.kind, language)]
        yield f"- **{plain(one.name.text)}** ({', '.join(filter(None, notes))})"
        for quote in one.quotes:
            yield from (f"  {line}".rstrip() for line in ("", *quoted(quote, "")))
    yield ""


def _joins(of: EntityAccount, language: str) -> Iterator[str]:
    reasons = joins(of)
    if not reasons:
        return
    yield f"## {word('joins', language)}"
    yield ""
    for one in reasons:
        names = " → ".join(map(plain, one.names))
        yield f"- **{names}** — {word(one.why, language)}: {plain(', '.join(one.places))}"
    yield ""


def _fact(account: Account, fact: FactAccount, language: str, level: str) -> Iterator[str]:
    when_ = when(fact, language)
    yield f"{level} {plain(' '.join(filter(None, [when_, heading(account, fact, language)])))}"
    yield ""
    parts = roles(account, fact, language)
    if parts:
        yield plain(parts)
        yield ""
    for quote in fact.quotes:
        yield from quoted(quote, remarks(quote, fact, language))
        yield ""
    yield from disputed(account, fact.disputes, language)
    for one in fact.decisions:
        yield from _decision(one, language)


def _decision(one: DecisionAccount, language: str) -> Iterator[str]:
    yield f"**{plain(decision(one, language))}**"
    yield ""
    for quote in one.quotes:
        yield from quoted(quote, "")
        yield ""


def quoted(quote: Quoted, remark: str) -> list[str]:
    found = quote.passage
    before, words, after = (
        re.sub(r"\s+", " ", part) for part in (found.before, found.quote, found.after)
    )
    note = f" ({remark})" if remark else ""
    sentence = f"{plain(before)}{bold(before, words, after)}{plain(after + note)}".rstrip()
    lines = [f"> {sentence}", ">", f"> — {plain(reference(quote))}"]
    return lines + ([f"> `{quote.claim}`"] if quote.claim else [])


def bold(before: str, words: str, after: str) -> str:
    """The words in bold, by tags where asterisks would not do.

    CommonMark 0.31, 6.2: asterisks between a letter and a sign, as in `은**‘가’**를`, stay
    asterisks. Blanks at an end stay outside for the same reason.
    """
    inner = words.strip()
    lead, trail = words[: words.index(inner)], words[words.index(inner) + len(inner) :]
    left, right = (before + lead)[-1:], (trail + after)[:1]
    stuck = (left.isalnum() and not inner[:1].isalnum()) or (
        right.isalnum() and not inner[-1:].isalnum()
    )
    start, end = ("<b>", "</b>") if stuck else ("**", "**")
    return f"{lead}{start}{plain(inner)}{end}{trail}"


def disputed(account: Account, disputes: tuple[Dispute, ...], language: str) -> Iterator[str]:
    for one in disputes:
        yield f"**{plain(dispute(account, one, language))}**"
        yield ""
        for value, quote in sides(one):
            said = plain(value or word("unsaid", language))
            words = plain(" ".join(quote.passage.quote.split()))
            yield f"- {said}: “{words}” — {plain(reference(quote))}"
        yield ""


def plain(text: str) -> str:
    """Text in which nothing is taken for markup (CommonMark 0.31, 2.4)."""
    return _SPECIAL.sub(r"\\\1", text)
