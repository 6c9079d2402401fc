"""How well documents are read: precision, recall and F1 by set, type and genre.

python benchmarks/extraction [--set NAME]... [--by-type] [--check]

`floors.toml` lists the sets of annotated documents, each with the least F1 that it must reach;
with --check the exit is 1 where one falls below, and the figures are printed all the same.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from score import LEVELS, Scores, scored

from kg.documents import read
from kg.extract import extract
from kg.model.line import write
from kg.ontology import load_schema, shipped
from kg.ontology.lexicon import load_lexicon

CHECKOUT = Path(__file__).resolve().parents[2]


class Extraction:
    """Reads a text as `kg extract` does, the lexicon loaded once for all."""

    def __init__(self) -> None:
        folder = shipped("ontology")
        self._schema = load_schema(folder)
        self._lexicon = load_lexicon(folder / "lexicon" / "ko")

    def __call__(self, text: Path) -> Iterable[Mapping[str, Any]]:
        for statement in extract(read(text), self._lexicon, self._schema):
            yield json.loads(write(statement, self._schema.usual_kind))


def main() -> int:
    """Prints the figures; 1 where one is below its floor and that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--set", action="append", dest="sets", help="only this set; again for more")
    parser.add_argument("--by-type", action="store_true", help="also by type and genre")
    parser.add_argument("--check", action="store_true", help="exit 1 where a floor is not reached")
    options = parser.parse_args()
    sets = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    unknown = set(options.sets or ()) - set(sets)
    if unknown:
        parser.error(f"no set {', '.join(sorted(unknown))}; there are: {', '.join(sets)}")
    extraction = Extraction()
    below = 0
    for name, plan in sets.items():
        if options.sets and name not in options.sets:
            continue
        gold = sorted((CHECKOUT / plan["gold"]).glob(plan.get("files", "*.json")))
        scores = scored(gold, CHECKOUT / plan["texts"], extraction)
        below += report(name, plan, scores, by_type=options.by_type)
    return 1 if below and options.check else 0


def report(name: str, plan: Mapping[str, Any], scores: Scores, *, by_type: bool) -> int:
    """Prints the figures of one set; how many are below their floor."""
    below = 0
    kinds = sorted({what for _, what in scores.tallies if what != "all"}) if by_type else []
    print(f"{name}: {scores.documents} documents, {scores.misquoted} statements misquoted")
    for level in LEVELS:
        total = scores.tallies[level, "all"]
        short = total.f1 < plan[level]
        below += short
        floor = f"floor {plan[level]:.3f}" + ("  BELOW" if short else "")
        print(f"  {level:<28}{_figures(total)}  {floor}")
        for what in kinds:
            print(f"    {what:<26}{_figures(scores.tallies[level, what])}")
    return below + bool(scores.misquoted)


def _figures(tally: Any) -> str:
    return (
        f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        f"  ({tally.hit} right, {tally.extra} wrong, {tally.missed} missed)"
    )


if __name__ == "__main__":
    sys.exit(main())
