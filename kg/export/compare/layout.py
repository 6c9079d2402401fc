"""What a comparison says, difference by difference, before it is text or Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.export.compare.comparison import Comparison
from kg.export.compare.difference import (
    ADDED,
    CHANGED,
    GONE,
    Difference,
    DisputeDifference,
    EntityDifference,
    FactDifference,
    NameDifference,
    sort_of,
)
from kg.export.compare.shown import BY_ENTITY, Shown
from kg.export.compare.words import SIGNS, change, word
from kg.export.why.account import FactAccount, Quoted
from kg.export.why.layout import dispute, heading, roles, sides
from kg.export.why.words import bearer, period, term, when

Marked = tuple[str, Quoted]
"""A quote and what stands before it: `before`, `after`, a value, or nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """A difference in words: added, gone or changed; what it is about; what is said of it; and the
    places that say so."""

    sort: str
    head: str
    lines: tuple[str, ...]
    quotes: tuple[Marked, ...]


def summary(comparison: Comparison, language: str) -> str:
    """How much differs, such as `2 added (+), 1 gone (-), 3 changed (~)`."""
    if not comparison:
        return word("none", language)
    counts = Counter(map(sort_of, comparison.all))
    return ", ".join(
        f"{word(sort, language)} {counts[sort]} ({SIGNS[sort]})"
        if language == "ko"
        else f"{counts[sort]} {word(sort, language)} ({SIGNS[sort]})"
        for sort in (ADDED, GONE, CHANGED)
        if counts[sort]
    )


def sections(comparison: Comparison, shown: Shown) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The differences under their headings: kinds of fact, or the entities that they are about."""
    for title, found in _grouped(comparison, shown):
        items = tuple(_item(comparison, one, shown) for one in found)
        if items:
            yield title, items


def _grouped(comparison: Comparison, shown: Shown) -> Iterable[tuple[str, Iterable[Difference]]]:
    if shown.by != BY_ENTITY:
        kinds = ("entities", "names", "events", "relations", "conflicts")
        return [(word(kind, shown.language), getattr(comparison, kind)) for kind in kinds]
    found: dict[str, list[Difference]] = {}
    for one in comparison.all:
        found.setdefault(one.of[1] or one.of[0], []).append(one)
    return sorted(found.items(), key=lambda item: item[0])


def _item(comparison: Comparison, one: Difference, shown: Shown) -> Item:
    language = shown.language
    lines: tuple[str, ...] = ()
    quotes: tuple[Marked, ...] = ()
    if isinstance(one, EntityDifference):
        head = _entity(comparison, one, language)
    elif isinstance(one, NameDifference):
        head = _name(one, language)
    elif isinstance(one, FactDifference):
        head, lines = _fact(comparison, one, language)
        quotes = tuple(_fact_quotes(one, language))
    else:
        head = _dispute(comparison, one, language)
        quotes = tuple(_dispute_quotes(one, language))
    changes = tuple(change(comparison, each, language) for each in one.changes)
    return Item(sort_of(one), head, (*lines, *changes), () if shown.brief else quotes)


def _entity(comparison: Comparison, one: EntityDifference, language: str) -> str:
    entity = one.after or one.before
    if entity is None:
        return ""
    named = entity.label if one.changes else bearer(entity)
    return f"{named} ({term(comparison, entity.kind, language)})"


def _name(one: NameDifference, language: str) -> str:
    name = one.after or one.before
    if name is None:
        return ""
    borne = period(name.since, name.until)
    notes = ", ".join(filter(None, [word(name.kind, language), borne]))
    return f"{one.of[1] or one.of[0]}: {name.text} ({notes})"


def _fact(
    comparison: Comparison, one: FactDifference, language: str
) -> tuple[str, tuple[str, ...]]:
    fact = one.after or one.before
    if fact is None:
        return "", ()
    head = "  ".join(filter(None, [when(fact, language), heading(comparison, fact, language)]))
    parts = "" if one.changes else roles(comparison, fact, language)
    return head, (parts,) if parts else ()


def _fact_quotes(one: FactDifference, language: str) -> Iterator[Marked]:
    """The best place of each side; one where both say the same words."""
    before, after = (_best(account) for account in (one.before, one.after))
    if before and after and _words(before) != _words(after):
        yield word("before", language), before
        yield word("after", language), after
    elif after or before:
        yield "", after or before  # type: ignore[misc]  # one of them is there


def _best(account: FactAccount | None) -> Quoted | None:
    return next(iter(account.quotes), None) if account else None


def _words(quote: Quoted) -> str:
    return " ".join(quote.passage.sentence.split())


def _dispute(comparison: Comparison, one: DisputeDifference, language: str) -> str:
    held = one.after or one.before
    if held is None:
        return ""
    return f"{one.label[1] or one.label[0]}: {dispute(comparison, held, language)}"


def _dispute_quotes(one: DisputeDifference, language: str) -> Iterator[Marked]:
    """The first place of each value of the later of its sides."""
    held = one.after or one.before
    seen = set[str]()
    for value, quote in sides(held) if held else ():
        if value not in seen:
            yield value or word("unsaid", language), quote
        seen.add(value)
