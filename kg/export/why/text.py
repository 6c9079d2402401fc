"""An account as plain text, to be read in a terminal or pasted into a mail."""

from collections.abc import Iterator

from kg.export.why.account import (
    Account,
    DecisionAccount,
    Derived,
    Dispute,
    EntityAccount,
    FactAccount,
    Homonym,
    NameAccount,
    Quoted,
)
from kg.export.why.joins import Join, joins
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

_INDENT = "    "


def show(account: Account, language: str) -> str:
    """The account in `ko` or `en`; the words that state it stand in 【】, unless the whole sentence
    does."""
    if isinstance(account.of, EntityAccount):
        lines = list(_entity(account, account.of, language))
    elif isinstance(account.of, DecisionAccount):
        lines = [account.of.decided.iri, "", *_decision(account.of, language)]
        lines += [
            f"  {word('concerns', language)}: {label}  {iri}" for iri, label in account.of.concerns
        ]
    else:
        lines = [account.of.fact.iri, "", *_fact(account, account.of, language)]
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _entity(account: Account, of: EntityAccount, language: str) -> Iterator[str]:
    yield f"{of.entity.label} ({term(account, of.entity.kind, language)})"
    yield of.entity.iri
    yield from _section("names", language, _names(of.names, language))
    for title, facts in (("events", of.events), ("relations", of.relations)):
        lines = [line for fact in facts for line in (*_fact(account, fact, language), "")]
        yield from _section(title, language, lines)
    yield from _section("conflicts", language, disputed(account, of.disputes, language))
    following = [line for one in of.derived for line in _derived(account, one, language)]
    yield from _section("derived", language, following)
    decided = [line for one in of.decisions for line in _decision(one, language)]
    yield from _section("decisions", language, decided)
    yield from _section("joins", language, [_join(one, language) for one in joins(of)])
    others = [line for one in of.homonyms for line in _homonym(account, one, language)]
    yield from _section("homonyms", language, others)


def _derived(account: Account, one: Derived, language: str) -> list[str]:
    first, *rules = derived(account, one, language)
    return [first, *(_INDENT + rule for rule in rules)]


def _join(one: Join, language: str) -> str:
    return f"{' → '.join(one.names)} — {word(one.why, language)}: {', '.join(one.places)}"


def _homonym(account: Account, one: Homonym, language: str) -> list[str]:
    other = one.entity
    lines = [f"{bearer(other)} ({term(account, other.kind, language)})  {other.iri}"]
    return lines + [_INDENT + line for line in begun(account, one, language)]


def _section(title: str, language: str, lines: list[str]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield word(title, language)
    while lines and not lines[-1]:
        lines = lines[:-1]
    yield from (f"  {line}" if line else "" for line in lines)


def _names(names: tuple[NameAccount, ...], language: str) -> list[str]:
    periods = [period(one.name.since, one.name.until) for one in names]
    width = max(map(len, periods), default=0)
    lines = []
    for one, when_ in zip(names, periods, strict=True):
        lead = f"{when_:<{width}}  " if width else ""
        lines.append(f"{lead}{one.name.text} ({word(one.name.kind, language)})")
        lines += [_INDENT + line for quote in one.quotes for line in quoted(quote, "")]
    return lines


def _fact(account: Account, fact: FactAccount, language: str) -> list[str]:
    when_ = when(fact, language)
    lead = f"{when_}  " if when_ else ""
    lines = [f"{lead}{heading(account, fact, language)}"]
    parts = roles(account, fact, language)
    lines += [_INDENT + parts] if parts else []
    for quote in fact.quotes:
        lines += [_INDENT + line for line in quoted(quote, remarks(quote, fact, language))]
    lines += [_INDENT + line for line in disputed(account, fact.disputes, language)]
    for one in fact.decisions:
        lines += [_INDENT + line for line in _decision(one, language)]
    return lines


def _decision(one: DecisionAccount, language: str) -> list[str]:
    lines = [f"* {decision(one, language)}"]
    for quote in one.quotes:
        lines += [f"  {line}" for line in quoted(quote, "")]
    return lines


def quoted(quote: Quoted, remark: str) -> list[str]:
    """The sentence in one line, and under it where it stands."""
    found = quote.passage
    marked = f"{found.before}【{found.quote}】{found.after}" if found.partial else found.sentence
    sentence = " ".join(marked.split())
    lines = [f"“{sentence}”" + (f" [{remark}]" if remark else ""), f"  — {reference(quote)}"]
    return lines + ([f"    {quote.claim}"] if quote.claim else [])


def disputed(account: Account, disputes: tuple[Dispute, ...], language: str) -> list[str]:
    lines = []
    for one in disputes:
        lines.append(f"! {dispute(account, one, language)}")
        for value, quote in sides(one):
            said = value or word("unsaid", language)
            lines.append(f"  {said}: “{' '.join(quote.passage.quote.split())}”")
            lines.append(f"    — {reference(quote)}")
    return lines
