"""Counts what became of each input's facts: read = loaded + already there + refused."""

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from kg.model.claim import Claim
from kg.pipeline.contents import claims_of, content
from kg.pipeline.inputs import STDIN, Input
from kg.pipeline.report import FileReport
from kg.pipeline.source import Reading, Source
from kg.store.blobs import Blobs
from kg.store.manifest import Manifest


class Counter:
    """Compares readings with what the graph rested on before."""

    def __init__(self, old: Manifest, readings: Sequence[Reading], blobs: Blobs) -> None:
        self._old = old
        self._readings = readings
        self._blobs = blobs
        iris = {source.iri for reading in readings for source in reading.sources}
        self._known = claims_of(old, iris, blobs)

    def reports(self, unchanged: Iterable[Input], all_refused: bool) -> tuple[FileReport, ...]:
        """What became of every input, sorted by name."""
        reports = [
            *(self._unchanged(one) for one in unchanged),
            *(self._read(reading, all_refused) for reading in self._readings),
        ]
        return tuple(sorted(reports, key=lambda report: report.name))

    def _unchanged(self, one: Input) -> FileReport:
        already = sum(loaded.count for loaded in self._old.sources if loaded.via == one.name)
        return FileReport(one.name, one.kind, already=already, unchanged=True)

    def _read(self, reading: Reading, all_refused: bool) -> FileReport:
        """A fact that an input states twice is there already the second time."""
        name, kind = reading.input.name, reading.input.kind
        if reading.refused:
            return FileReport(
                name, kind, refused=reading.count, findings=reading.findings, error=reading.error
            )
        new = sum(
            not known.issuperset(fact)
            for source in reading.sources
            for known in (self._known[source.iri],)
            for fact in source.facts
        )
        return FileReport(
            name,
            kind,
            loaded=0 if all_refused else new,
            already=reading.count - len(reading.held) - new,
            refused=len(reading.held) + (new if all_refused else 0),
            held=reading.held,
            gone=0 if all_refused else len(self._gone(reading)),
            kept=sum(_others(source) for source in reading.sources if source.document is None),
            findings=reading.findings,
        )

    def _gone(self, reading: Reading) -> set[Claim]:
        """The claims that the input stated when it was loaded before and states no more."""
        now = {claim for source in reading.sources for claim in source.claims}
        sources = [s for s in self._old.sources if s.via == reading.input.name]
        if reading.input.name == STDIN:  # what came from there about other documents stays
            own = {source.iri for source in reading.sources}
            sources = [s for s in sources if s.iri in own]
        return {c for s in sources for c in content(s, self._blobs).claims} - now


def _others(source: Source) -> int:
    """The triples of an RDF file that are no facts, less what is said of the file and its lines."""
    subjects = (quad.subject for quad in source.kept)
    return sum(
        isinstance(node, ox.NamedNode) and node.value.partition("#")[0] != source.iri
        for node in subjects
    )
