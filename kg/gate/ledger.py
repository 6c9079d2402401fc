"""What reading an RDF file has come to: claims, findings, counts."""

from collections.abc import Iterator
from dataclasses import replace

import pyoxigraph as ox

from kg.errors import Where
from kg.gate.messages import worded
from kg.gate.source_lines import SourceLines
from kg.gate.values import Placed
from kg.gate.wording import in_words
from kg.model.claim import Claim
from kg.model.finding import VIOLATION, Finding
from kg.rdf.claims import line_quads


class Ledger:
    """Gathers the claims of a file and why other facts of it give none."""

    def __init__(self, name: str, lines: SourceLines) -> None:
        self.name = name
        self._lines = lines
        self._facts = 0
        self._judged: set[str] = set()
        self._refused: set[str] = set()
        self._claims: list[Claim] = []
        self._findings: list[Finding] = []

    def judged(self, subject: str, claim: Claim, placed: list[Placed]) -> None:
        """Enters a fact: its claim, or what is wrong with it."""
        self._facts += 1
        self._judged.add(subject)
        if placed:
            self.refuse(subject, placed, in_words(claim))
            return
        self._claims.append(replace(claim, line=self._lines.number(claim.line or 1)))

    def refuse(self, subject: str, placed: list[Placed], fact: str) -> None:
        """Enters what is wrong with one fact, which counts as refused."""
        self._refused |= {subject} if placed else set()
        self._findings += [self._finding(subject, one, fact) for one in placed]

    @property
    def checked(self) -> int:
        """How many facts the file has; a node that is none and yet wrong counts as one."""
        return self._facts + len(self._refused - self._judged)

    @property
    def refused(self) -> int:
        """How many nodes something is wrong with."""
        return len(self._refused)

    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of their lines."""
        return tuple(sorted(self._claims, key=lambda claim: claim.line or 0))

    def spans(self) -> Iterator[ox.Quad]:
        """The lines that claims rest on whose file cites no span."""
        for claim in self._claims:
            if claim.line is not None and not claim.cites:
                yield from line_quads(claim.source, claim.line, self._lines.text(claim.line))

    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of their lines."""
        return tuple(sorted(self._findings, key=_by_line))

    def _finding(self, subject: str, placed: Placed, fact: str) -> Finding:
        fault = placed.fault
        message, hint = worded(fault.slug, fault.given)
        path = fault.path.removeprefix("roles.")
        number = self._lines.number(placed.line)
        line = self._lines.text(number)
        words = (fault.given.get("given", ""), f":{path}", path)
        start, end = next((_found(line, one) for one in words if one and one in line), (0, 0))
        lead = len(line) - len(line.lstrip())
        return Finding(
            slug=fault.slug,
            severity=VIOLATION,
            fact=fact,
            message=message,
            where=Where(self.name, number, (start or lead) + 1),
            hint=hint,
            focus=subject,
            path=path,
            value=fault.given.get("given", ""),
            sentence=line.strip(),
            mark=(start - lead, end - lead) if end else None,
        )


def _found(line: str, word: str) -> tuple[int, int]:
    """The word's place in the line, less a colon that only led to it."""
    start = line.index(word) + word.startswith(":")
    return start, start + len(word.removeprefix(":"))


def _by_line(finding: Finding) -> tuple[int, str, str]:
    line = finding.where.line if finding.where else None
    return line or 0, finding.slug, finding.path
