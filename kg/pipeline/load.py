"""The path from files to a published graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kg.model.finding import Finding
from kg.ontology import load_schema
from kg.pipeline.change import changed, keep, refuse_shared_ids
from kg.pipeline.count import Counter
from kg.pipeline.decisions.reading import PlacedDecision, all_of, read_decisions
from kg.pipeline.decisions.standing import Judge, findings
from kg.pipeline.form import with_form
from kg.pipeline.inputs import Input
from kg.pipeline.journal_entry import journal_entry
from kg.pipeline.library import Library
from kg.pipeline.ontology import load_ontology
from kg.pipeline.plan import Plan, make_plan
from kg.pipeline.publish import publish
from kg.pipeline.read import Reader
from kg.pipeline.report import LoadReport
from kg.pipeline.settings import Settings
from kg.pipeline.source import Reading
from kg.store.patience import NONE, Patience


@dataclass(frozen=True, slots=True)
class Request:
    """What to load: these inputs, or for None what the data folder holds.

    `document` is the one that all claims are about, whatever document they name. `strict` refuses
    the load where facts together do not make sense. `hold` sets aside the wrong lines of claims
    and loads the others.
    """

    inputs: tuple[Input, ...] | None = None
    document: Path | None = None
    strict: bool = False
    hold: bool = False


def plan(settings: Settings, request: Request) -> Plan:
    """What `load` would do, without doing it. Raises KgError where an input or the file of
    decisions cannot be read."""
    loaded = settings.store.manifest()
    library = Library(settings, loaded, request.document)
    schema = load_schema(settings.ontology)
    decided = all_of(read_decisions(settings.data, schema, settings.base))
    planned = make_plan(settings, loaded, request.inputs, library, decided)
    for one in planned.read:
        one.read()
    return planned


def load(
    settings: Settings, request: Request, now: datetime, patience: Patience = NONE
) -> LoadReport:
    """Loads each input whole or not at all, and publishes the graph that then holds.

    `now` is for the journal alone. Raises KgError where another process writes for longer
    than `patience` lasts, the disk is full or not writable, or the file of decisions is wrong: the
    graph is then as it was.
    """
    with settings.store.writer(patience) as draft:
        old = settings.store.manifest()
        ontology = load_ontology(settings.ontology)
        placed = read_decisions(settings.data, ontology.schema, settings.base)
        library = Library(settings, old, request.document)
        decided = all_of(placed)
        planned = make_plan(settings, old, request.inputs, library, decided)
        reader = Reader(ontology, settings.base, library, hold=request.hold)
        readings = _read(reader, planned.read)
        counter = Counter(old, readings, settings.blobs)
        accepted = [reading for reading in readings if not reading.refused]
        put = [one for reading in accepted for one in keep(reading, settings)]
        change = changed(old, accepted, put, planned.gone)
        draft.note(journal_entry("load", now, put, change.retracted))
        outcome = publish(settings, ontology, decided, draft, old, change.manifest, request.strict)
        return LoadReport(
            files=counter.reports(planned.unchanged, outcome.refused),
            retracted=() if outcome.refused else change.retracted,
            warnings=(*outcome.warnings, *_unused(settings, placed)),
            generation=settings.store.current(),
            published=outcome.generation is not None,
            strict=outcome.refused,
            decided=planned.decided and outcome.generation is not None,
        )


def _unused(settings: Settings, placed: Sequence[PlacedDecision]) -> tuple[Finding, ...]:
    """Why some decisions change nothing."""
    if not placed:
        return ()
    return findings(Judge(settings.store.open_current(), settings.base).standings(placed))


def _read(reader: Reader, inputs: Sequence[Input]) -> list[Reading]:
    """The inputs read, and those refused that cannot get in whatever else is loaded."""
    readings = refuse_shared_ids([reader.read(one) for one in inputs])
    return with_form(readings, reader.ontology, reader.base)
