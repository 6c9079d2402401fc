"""Would these inputs get in? Judged as a load judges them; nothing is written."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.decision import Decisions
from kg.model.document import Document
from kg.model.finding import Finding
from kg.pipeline.change import refuse_shared_ids
from kg.pipeline.coherence import Change, coherence, coherence_of
from kg.pipeline.contents import content
from kg.pipeline.decisions.reading import all_of, read_decisions
from kg.pipeline.derive import Content, derive
from kg.pipeline.difference import Brought, difference
from kg.pipeline.entries import entries
from kg.pipeline.form import with_form
from kg.pipeline.held_conflicts import HeldConflicts
from kg.pipeline.inputs import Input
from kg.pipeline.library import Library
from kg.pipeline.load import Request
from kg.pipeline.ontology import Ontology, load_ontology
from kg.pipeline.publish import is_large, kept_entries
from kg.pipeline.read import Reader
from kg.pipeline.settings import Settings
from kg.pipeline.source import Reading, Source
from kg.pipeline.texts import Texts
from kg.pipeline.versions import derivation
from kg.store.concordance import Concordance
from kg.store.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Trial:
    """Each input as it was read and judged by itself; `together` are findings about the facts of
    those that would get in, with all that is loaded."""

    readings: tuple[Reading, ...]
    together: tuple[Finding, ...]


def trial(settings: Settings, inputs: Sequence[Input], request: Request) -> Trial:
    """What a load of these inputs would find. Raises KgError where the ontology is not sound."""
    generation, graph, old = settings.store.snapshot()
    ontology = load_ontology(settings.ontology)
    reader = Reader(ontology, settings.base, Library(settings, old, request.document))
    read = refuse_shared_ids([reader.read(one) for one in inputs])
    readings = tuple(with_form(read, ontology, settings.base))
    together = _together(settings, ontology, State(generation, graph, old), readings)
    return Trial(readings, together)


@dataclass(frozen=True, slots=True)
class State:
    """The state of a graph at one moment: its generation, its quads, what it rests on."""

    generation: int | None
    graph: ox.Store
    manifest: Manifest


def _together(
    settings: Settings, ontology: Ontology, state: State, readings: Sequence[Reading]
) -> tuple[Finding, ...]:
    """What does not make sense together, and did not before; an input read replaces its facts."""
    accepted = tuple(reading for reading in readings if not reading.refused)
    if not accepted:
        return ()
    decided = all_of(read_decisions(settings.data, ontology.schema, settings.base))
    trying = _Trying(settings, ontology, decided, state, accepted)
    concordance = trying.concordance()
    return trying.whole() if concordance is None else trying.part(concordance)


@dataclass(frozen=True, slots=True)
class _Trying:
    """Finds what the accepted readings would make of the facts together."""

    settings: Settings
    ontology: Ontology
    decisions: Decisions
    state: State
    accepted: tuple[Reading, ...]

    def concordance(self) -> Concordance | None:
        """What tells what the change bears on; None where it is large, or all may be other."""
        count = sum(reading.count for reading in self.accepted)
        now = derivation(self.settings.base, self.ontology.folder, self.decisions)
        total = sum(one.count for one in self.state.manifest.sources)
        if self.state.manifest.derivation != now or is_large(count, total):
            return None
        listed = self.settings.store.open_concordance(self.state.generation)
        return None if listed is None else Concordance(listed)

    def part(self, concordance: Concordance) -> tuple[Finding, ...]:
        """By what the change bears on."""
        base, ontology = self.settings.base, self.ontology
        gone = kept_entries(
            self.settings, (s for s in self.state.manifest.sources if s.via in self._names)
        )
        come = tuple(
            entry
            for reading in self.accepted
            for source in reading.sources
            for entry in entries((source.iri, reading.input.name), _content(source), base)
        )
        before = self.state.graph
        brought = Brought(gone, come)
        made = difference(before, concordance, brought, ontology.schema, base, self.decisions)
        return coherence_of(before, made, concordance, ontology, base, self._documents).findings

    def whole(self) -> tuple[Finding, ...]:
        """By all facts."""
        base, ontology = self.settings.base, self.ontology
        others = (one for one in self.state.manifest.sources if one.via not in self._names)
        contents = [content(one, self.settings.blobs) for one in others]
        contents += [_content(source) for reading in self.accepted for source in reading.sources]
        derived = derive(contents, ontology.quads, ontology.schema, base, self.decisions)
        wanted = derived.quads
        before = self.state.graph
        current = set(before)
        conflicts = HeldConflicts(before, wanted.__contains__).all()
        store = ox.Store()
        store.extend(wanted.union(*(one.quads for one in conflicts)))
        change = Change(wanted - current, current - wanted, wanted.__contains__, whole=not current)
        return coherence(store, change, ontology, base, self._documents).findings

    @property
    def _names(self) -> frozenset[str]:
        return frozenset(reading.input.name for reading in self.accepted)

    @property
    def _documents(self) -> Mapping[str, Document]:
        """Those read now, and those behind what is loaded."""
        read = {
            source.iri: source.document
            for reading in self.accepted
            for source in reading.sources
            if source.document is not None
        }
        loaded = Texts(self.state.manifest, self.settings.blobs)
        return ChainMap(read, loaded)  # type: ignore[arg-type]  # is only read


def _content(source: Source) -> Content:
    return Content(source.claims, source.kept)
