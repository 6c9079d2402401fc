"""The decisions of a workspace, each with how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import Where
from kg.model.decision import Decision, Naming
from kg.model.schema import Schema
from kg.pipeline.decisions.reading import all_of, read_decisions
from kg.pipeline.decisions.standing import Judge, Standing
from kg.pipeline.settings import Settings
from kg.pipeline.versions import decisions_digest

APPLIES, IDLE, WAITS = "applies", "idle", "waits"


@dataclass(frozen=True, slots=True)
class Shown:
    """A decision as a list shows it: what was decided, by whom and why, and how it stands.

    `state` is `applies`, `idle` (it changes nothing; `why` says why, by language) or `waits` (for a
    load: the file has changed since the last one).
    """

    where: Where
    decision: Decision
    base: str
    state: str
    why: Mapping[str, str]

    @property
    def said(self) -> str:
        """What was decided, in a line."""
        made = self.decision
        about = [claim.removeprefix(self.base) for claim in made.claims]
        about += [_thing(thing, self.base) for thing in made.things]
        return f"{made.verdict} {' / '.join(about)}"

    @property
    def ground(self) -> str:
        """Who decided, when, and why."""
        made = self.decision
        return f"{made.who}{f', {made.on}' if made.on else ''}: {made.why}"

    @property
    def plain(self) -> dict[str, Any]:
        """The same for programs."""
        made = self.decision
        return {
            "verdict": made.verdict,
            "claims": list(made.claims),
            "things": [_plain(thing) for thing in made.things],
            "who": made.who,
            "why": made.why,
            "on": made.on.isoformat() if made.on else None,
            "file": self.where.name,
            "line": self.where.line,
            "column": self.where.column,
            "state": self.state,
            "problem": dict(self.why) or None,
        }


def shown(settings: Settings, schema: Schema) -> tuple[Shown, ...]:
    """All decisions in the order of the file. Raises KgError where it is wrong."""
    placed = read_decisions(settings.data, schema, settings.base)
    judge = Judge(settings.store.open_current(), settings.base)
    loaded = settings.store.manifest().decisions == decisions_digest(all_of(placed))
    return tuple(_shown(one, settings.base, loaded) for one in judge.standings(placed))


def _shown(standing: Standing, base: str, loaded: bool) -> Shown:
    made, finding = standing.placed, standing.finding
    if finding is None:
        return Shown(made.where, made.decision, base, APPLIES, {})
    if not loaded:
        return Shown(made.where, made.decision, base, WAITS, {})
    return Shown(made.where, made.decision, base, IDLE, finding.message)


def _thing(thing: Naming, base: str) -> str:
    date = thing.date.edtf if thing.date else ""
    told = ", ".join(filter(None, [thing.kind, thing.document.removeprefix(base), date]))
    return f"{thing.name} ({told})"


def _plain(thing: Naming) -> dict[str, str | None]:
    return {
        "kind": thing.kind,
        "name": thing.name,
        "document": thing.document or None,
        "date": thing.date.edtf if thing.date else None,
    }
