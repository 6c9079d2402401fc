"""Holds back the lines of claims that the shapes find wrong, so that the others get in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kg.errors import Where
from kg.model.finding import VIOLATION, Finding
from kg.pipeline.apart import signed
from kg.pipeline.claimed import Claimed
from kg.pipeline.source import Fact, Reading, Source
from kg.rdf import iris

Judged = Callable[[Reading], Reading]


def held_back(
    reading: Reading, found: Sequence[Finding], claimed: Claimed, number: int, judge: Judged
) -> Reading:
    """The reading less the facts that violations are about, which is judged once more.

    `found` are its findings by the shapes, `number` its own among the graphs judged in one go.
    Where nothing shows which line is wrong, the whole input is refused.
    """
    wrong: set[Fact] = set()
    for finding in found:
        if finding.severity == VIOLATION:
            facts = _facts(reading, finding, claimed, number)
            if not facts:
                return replace(reading, hold=False)
            wrong |= facts
    if not wrong:
        return reading
    lines = [line for fact, own in reading.lines.items() if fact in wrong for line in own]
    return judge(
        replace(
            reading,
            sources=tuple(_without(source, wrong) for source in reading.sources),
            lines={fact: own for fact, own in reading.lines.items() if fact not in wrong},
            held=tuple(
                sorted({*reading.held, *lines}, key=lambda line: (line.number, line.column))
            ),
        )
    )


def in_lines(finding: Finding, reading: Reading, claimed: Claimed, number: int) -> Finding:
    """The finding at the line of claims that it is about, the first of several; its place in the
    document becomes the passage. As it is where no line shows."""
    facts = _facts(reading, finding, claimed, number) if reading.lines else set()
    lines = [line for fact in facts for line in reading.lines[fact]]
    if not lines:
        return finding
    first = min(lines, key=lambda line: (line.number, line.column))
    where = Where(reading.input.name, first.number, first.column)
    return replace(finding, where=where, passage=finding.where)


def _facts(reading: Reading, finding: Finding, claimed: Claimed, number: int) -> set[Fact]:
    """The facts whose claims state what a finding is about, by type and place."""
    states = claimed.stated(finding.focus)
    return {
        fact
        for fact in reading.lines
        for claim in fact
        if claim.span is not None
        and (
            claim.type,
            signed(iris.span(claim.source, claim.span.start, claim.span.end), number),
        )
        in states
    }


def _without(source: Source, wrong: Iterable[Fact]) -> Source:
    gone = set(wrong)
    return replace(source, facts=tuple(fact for fact in source.facts if fact not in gone))
