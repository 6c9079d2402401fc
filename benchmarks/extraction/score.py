"""Scores of extractions: tallies by level, type and genre."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fact import Fact, annotated, extracted
from match import SCORED, Test, assigned, detects, strictly

LEVELS: Mapping[str, Test] = {"detection": detects, "strict": strictly}
Extract = Callable[[Path], Iterable[Mapping[str, Any]]]
"""What reads a text: its lines, as `kg extract --format jsonl` writes them."""


@dataclass(slots=True)
class Tally:
    """Hits, false alarms and misses."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, other: "Tally") -> None:
        """Counts another's in."""
        self.hit += other.hit
        self.extra += other.extra
        self.missed += other.missed

    @property
    def precision(self) -> float:
        """How much of what was extracted is right; 0 where nothing was."""
        return self.hit / (self.hit + self.extra) if self.hit + self.extra else 0.0

    @property
    def recall(self) -> float:
        """How much of what is annotated was extracted; 0 where nothing is."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """Tallies by level (detection, strict) and by what is counted: all, a type, a genre."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    documents: int = 0
    misquoted: int = 0

    def count(self, level: str, fact: Fact, genre: str, tally: Tally) -> None:
        """Counts one fact, or one that is missing."""
        for what in ("all", fact.label, f"genre {genre}"):
            self.tallies[level, what].add(tally)


def scored(gold: Sequence[Path], texts: Path, extract: Extract) -> Scores:
    """The scores over gold files whose texts lie in a folder under the same names."""
    scores = Scores()
    for path in gold:
        document = json.loads(path.read_text(encoding="utf-8"))
        source = texts / f"{path.stem}.txt"
        text = source.read_bytes().decode("utf-8-sig")
        lines = list(extract(source))
        scores.documents += 1
        scores.misquoted += sum(
            not line["evidence"]
            or any(text[e["start"] : e["end"]] != e["quote"] for e in line["evidence"])
            for line in lines
        )
        outputs = [fact for line in lines if line["type"] in SCORED for fact in extracted(line)]
        _score(scores, document, outputs)
    return scores


def _score(scores: Scores, document: Mapping[str, Any], outputs: Sequence[Fact]) -> None:
    genre = document["genre"]
    required = [fact for record in document["facts"] for fact in annotated(record)]
    optional = [fact for record in document.get("optional") or () for fact in annotated(record)]
    golds = [*required, *optional]
    found = {level: assigned(outputs, golds, len(required), test) for level, test in LEVELS.items()}
    neutral: set[int] = set()
    for level, pairs in found.items():
        neutral |= {i for i, j in pairs.items() if j >= len(required)}
        right = {i: j for i, j in pairs.items() if j < len(required)}
        for j in right.values():
            scores.count(level, golds[j], genre, Tally(hit=1))
        for i, output in enumerate(outputs):
            if i not in right and i not in neutral:
                scores.count(level, output, genre, Tally(extra=1))
        for j in set(range(len(required))) - set(right.values()):
            scores.count(level, golds[j], genre, Tally(missed=1))
