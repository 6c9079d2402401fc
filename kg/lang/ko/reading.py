"""A line made ready: its sentences, each with dates and amounts found, tokens, and clauses."""

from collections.abc import Collection
from dataclasses import dataclass

from kg.lang.ko.amounts import Amount, find_amounts
from kg.lang.ko.clauses.gapping import with_gaps
from kg.lang.ko.clauses.parse import Clause, Takes, clauses_of
from kg.lang.ko.dates.expressions import DateExpression, find_dates
from kg.lang.ko.lines.text import Line
from kg.lang.ko.names.known_names import QUOTED, NameIndex, is_name
from kg.lang.ko.names.market_names import places_of_markets
from kg.lang.ko.tokens.kiwi import AMOUNT, DATE, HUMAN, NAME, Forced, Token, tokenize


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line: its place in the line's text, and what stands in it.

    Offsets of dates, amounts, tokens and clauses all count from the line's start.
    """

    line: Line
    start: int
    end: int
    dates: tuple[DateExpression, ...]
    amounts: tuple[Amount, ...]
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    def date_at(self, start: int) -> DateExpression | None:
        """The date that starts at this offset of the line."""
        return next((date for date in self.dates if date.start == start), None)

    def amounts_in(self, start: int, end: int) -> list[Amount]:
        """The amounts within a stretch of the line."""
        return [amount for amount in self.amounts if start <= amount.start and amount.end <= end]


def read_sentence(line: Line, start: int, end: int, takes: Takes, known: NameIndex) -> Sentence:
    """Tokenizes a sentence, with its dates, amounts and names as one token each.

    `known` are names that the document shows elsewhere to be one name.
    """
    text = line.text[start:end]
    dates = find_dates(text)
    amounts = [a for a in find_amounts(text) if not _meets(a.start, a.end, dates)]
    forced = [Forced(d.start, d.end, DATE) for d in dates]
    forced += [Forced(a.start, _end(text, a), AMOUNT) for a in amounts]
    for a, b in _names(text, line, start, known):
        if not _meets(a, b, forced):
            forced.append(Forced(a, b, HUMAN if text[a:b] in known.persons else NAME))
    tokens = [Token(t.form, t.tag, t.start + start, t.end + start) for t in tokenize(text, forced)]
    return Sentence(
        line, start, end,
        tuple(_moved(date, start) for date in dates),
        tuple(Amount(a.start + start, a.end + start, a.value, a.unit) for a in amounts),
        tuple(tokens), tuple(with_gaps(clauses_of(tokens, takes))),
    )  # fmt: skip


def _end(text: str, amount: Amount) -> int:
    """Where an amount ends, with 넘게 after it (`15시간 넘게`), which is no clause of its own."""
    return amount.end + 3 if text.startswith(" 넘게", amount.end) else amount.end


def _moved(date: DateExpression, by: int) -> DateExpression:
    return DateExpression(
        date.start + by, date.end + by, date.date, date.last, date.edge, date.bare
    )


def _meets(start: int, end: int, others: Collection[DateExpression | Forced]) -> bool:
    return any(start < other.end and other.start < end for other in others)


def _names(text: str, line: Line, start: int, known: NameIndex) -> list[tuple[int, int]]:
    """Stretches that must be names: marked by quotes or links, a person before a title, known
    from elsewhere; longest first where they meet."""
    found: list[tuple[int, int]] = []
    for match in QUOTED.finditer(text):
        inside = match.group(1) or match.group(2)
        if is_name(inside):
            found.append(match.span(1) if match.group(1) else match.span(2))
    found += [
        (a - start, b - start)
        for a, b in line.links
        if start <= a and b <= start + len(text) and b - a < 30
    ]
    found += places_of_markets(text)
    found += known.places(text)
    return _disjoint(found)


def _disjoint(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if all(end <= a or b <= start for a, b in out):
            out.append((start, end))
    return out
