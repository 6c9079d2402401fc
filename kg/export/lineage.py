"""Who a company came from and who follows it: its names in turn, mergers and spin-offs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.export.order import event_order, name_order
from kg.export.reading import Reading
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event, Name

RENAME = "NameChange"
_BEFORE = {"Merger": ("absorbed", "participant", "survivor"), "SpinOff": ("parent",)}
_AFTER = {"Merger": (("result",), ("survivor",)), "SpinOff": (("company",),)}
"""Roles of who goes on as whom; of the groups of roles after it, the first that is filled."""


@dataclass(frozen=True, slots=True)
class Stage:
    """An entity while it bore one name, from `since` until `until` (half-open; None: not known).

    `asked`: it is the entity whose lineage this is.
    """

    entity: str
    name: str
    since: PartialDate | None
    until: PartialDate | None
    asked: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One stage goes on as another by an event of a type; `date` is when, as far as it is known.

    `directed` is false of parties of a merger of which nobody says what came of it.
    """

    source: Stage
    target: Stage
    type: str
    date: PartialDate | None
    status: str
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Lineage:
    """Stages and steps, both in order of time."""

    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]


def lineage(entity: Entity, reading: Reading) -> Lineage:
    """All that came before the entity and all that came of it, with the other parties of these
    mergers; what came of its forebears beside it is left out."""
    events = {
        **_reached(entity.iri, reading, _sources, _targets),
        **_reached(entity.iri, reading, _targets, _sources),
    }
    iris = {iri for event in events.values() for iri in (*_sources(event), *_targets(event))}
    entities = [one for iri in sorted(iris | {entity.iri}) if (one := reading.entity(iri))]
    changes = {one.iri: _changes(one, reading) for one in entities}
    stages = {one.iri: _stages(one, changes[one.iri], one.iri == entity.iri) for one in entities}
    steps = [step for iri in stages for step in _renames(stages[iri], changes[iri])]
    for event in events.values():
        steps += _steps(event, stages)
    return Lineage(
        tuple(sorted((one for of in stages.values() for one in of), key=_stage_order)),
        tuple(sorted(steps, key=_step_order)),
    )


Parties = Callable[[Event], tuple[str, ...]]


def _reached(start: str, reading: Reading, ahead: Parties, behind: Parties) -> dict[str, Event]:
    """The events that lead away from an entity towards those `ahead`, in any number of steps."""
    found: dict[str, Event] = {}
    seen, left = {start}, [start]
    while left:
        iri = left.pop()
        for fact in reading.facts_with(iri):
            event = found.get(fact) or reading.event(fact)
            if event is None or event.type not in _BEFORE or iri not in behind(event):
                continue
            found[fact] = event
            onward = set(ahead(event)) - seen
            seen |= onward
            left += sorted(onward)
    return found


def _sources(event: Event) -> tuple[str, ...]:
    return _filled(event, _BEFORE[event.type])


def _targets(event: Event) -> tuple[str, ...]:
    return next(filter(None, (_filled(event, group) for group in _AFTER[event.type])), ())


def _filled(event: Event, roles: Iterable[str]) -> tuple[str, ...]:
    fillers = dict(event.roles)
    return tuple(dict.fromkeys(iri for role in roles for iri in fillers.get(role, ())))


def _changes(entity: Entity, reading: Reading) -> list[Event]:
    """The changes of the entity's name, in time."""
    found = (reading.event(fact) for fact in reading.facts_with(entity.iri))
    return sorted((event for event in found if event and event.type == RENAME), key=event_order)


def _stages(entity: Entity, changes: list[Event], asked: bool) -> list[Stage]:
    """The names that it bore in turn; at least one. Nicknames, and names of which nothing says
    when or after which, are none."""
    old, new = ({text for one in changes for text in dict(one.texts).get(role, ())}
                for role in ("old", "new"))  # fmt: skip
    borne = [name for name in entity.names if name.text in old | new or _dated(name)]

    def order(name: Name) -> tuple[object, ...]:
        turn = (name.text in new) + (name.text not in old)
        return (name.since.sort_key if name.since else (0, 0, ""), turn, *name_order(name))

    stages: list[Stage] = []
    for name in sorted(borne, key=order):
        stage = Stage(entity.iri, name.text, name.since, name.until, asked)
        if stages and stages[-1].name == stage.name:
            stage = Stage(entity.iri, name.text, stages.pop().since, name.until, asked)
        stages.append(stage)
    return stages or [Stage(entity.iri, entity.label, None, None, asked)]


def _dated(name: Name) -> bool:
    return name.kind != "alternate" and (name.since is not None or name.until is not None)


def _renames(stages: list[Stage], changes: list[Event]) -> Iterable[Step]:
    """From each name to the next, with what is said of the change."""
    for one, other in pairwise(stages):
        event = next((e for e in changes if other.name in dict(e.texts).get("new", ())), None)
        date = other.since or (event.date if event else None)
        yield Step(one, other, RENAME, date, event.status if event else "asserted")


def _steps(event: Event, stages: dict[str, list[Stage]]) -> Iterable[Step]:
    date = event.date or event.details.announced
    sources = [_stage(stages[iri], date, -1) for iri in _sources(event) if iri in stages]
    targets = [_stage(stages[iri], date, 0) for iri in _targets(event) if iri in stages]
    if not targets:
        for other in sources[1:]:
            yield Step(sources[0], other, event.type, date, event.status, directed=False)
    for source in sources:
        for target in targets:
            if source.entity != target.entity:
                yield Step(source, target, event.type, date, event.status)


def _stage(stages: list[Stage], date: PartialDate | None, otherwise: int) -> Stage:
    """The stage that an entity was in at a date: who goes on is as late as can be before it, who
    follows as early as can be; without a date the last or the first (`otherwise`)."""
    if date is None:
        return stages[otherwise]
    before = [one for one in stages if one.since is None or _begun(one.since, date, otherwise)]
    return before[-1] if before else stages[0]


def _begun(since: PartialDate, date: PartialDate, otherwise: int) -> bool:
    """A name taken in the event itself is the follower's, not that of who went on."""
    return since.earliest <= date.latest if otherwise == 0 else since.latest < date.earliest


def _stage_order(stage: Stage) -> tuple[object, ...]:
    begin = stage.since or stage.until
    return (begin is None, begin.sort_key if begin else (), stage.entity, stage.name)


def _step_order(step: Step) -> tuple[object, ...]:
    return (
        step.date is None,
        step.date.sort_key if step.date else (),
        step.type,
        _stage_order(step.source),
        _stage_order(step.target),
    )
