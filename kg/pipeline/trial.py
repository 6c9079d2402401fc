"""Would these inputs get in? Judged as a load judges them; nothing is written."""

from collections import ChainMap
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.finding import Finding
from kg.pipeline.change import refuse_shared_ids
from kg.pipeline.coherence import Change, coherence
from kg.pipeline.contents import content
from kg.pipeline.decisions.reading import all_of, read_decisions
from kg.pipeline.derive import Content, derive
from kg.pipeline.form import with_form
from kg.pipeline.inputs import Input
from kg.pipeline.library import Library
from kg.pipeline.load import Request
from kg.pipeline.ontology import Ontology, load_ontology
from kg.pipeline.read import Reader
from kg.pipeline.settings import Settings
from kg.pipeline.source import Reading
from kg.pipeline.texts import Texts
from kg.store.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Trial:
    """Each input as it was read and judged by itself; `together` are findings about the facts of
    those that would get in, with all that is loaded."""

    readings: tuple[Reading, ...]
    together: tuple[Finding, ...]


def trial(settings: Settings, inputs: Sequence[Input], request: Request) -> Trial:
    """What a load of these inputs would find. Raises KgError where the ontology is not sound."""
    old = settings.store.manifest()
    ontology = load_ontology(settings.ontology)
    reader = Reader(ontology, settings.base, Library(settings, old, request.document))
    read = refuse_shared_ids([reader.read(one) for one in inputs])
    readings = tuple(with_form(read, ontology, settings.base))
    return Trial(readings, _together(settings, ontology, old, readings))


def _together(
    settings: Settings, ontology: Ontology, old: Manifest, readings: Sequence[Reading]
) -> tuple[Finding, ...]:
    """What does not make sense together, and did not before; an input read replaces its facts."""
    accepted = [reading for reading in readings if not reading.refused]
    if not accepted:
        return ()
    names = {reading.input.name for reading in accepted}
    contents = [content(one, settings.blobs) for one in old.sources if one.via not in names]
    contents += [
        Content(source.claims, source.kept) for reading in accepted for source in reading.sources
    ]
    decided = all_of(read_decisions(settings.data, ontology.schema, settings.base))
    wanted = derive(contents, ontology.quads, ontology.schema, settings.base, decided)
    current = set(settings.store.open_current())
    store = ox.Store()
    store.extend(wanted)
    change = Change(wanted - current, current - wanted, whole=not current)
    read = {
        source.iri: source.document
        for reading in accepted
        for source in reading.sources
        if source.document is not None
    }
    documents = ChainMap(read, Texts(old, settings.blobs))  # type: ignore[arg-type]  # is only read
    return coherence(store, change, ontology, settings.base, documents).findings
