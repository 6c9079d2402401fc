"""From readings to the next manifest: what is put in, and what leaves because of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.errors import KgError, Where
from kg.pipeline import claim_record, kept_record
from kg.pipeline.inputs import STDIN
from kg.pipeline.plan import Gone
from kg.pipeline.report import Retraction
from kg.pipeline.settings import Settings
from kg.pipeline.source import Reading
from kg.pipeline.versions import versions_of
from kg.store.manifest import DOCUMENT, RDF, Loaded, Manifest


@dataclass(frozen=True, slots=True)
class Change:
    """The next manifest, and what left it though nobody reads it again."""

    manifest: Manifest
    retracted: tuple[Retraction, ...]


def refuse_shared_ids(readings: Sequence[Reading]) -> list[Reading]:
    """Two documents of one id are both refused, so that their order means nothing."""
    names: dict[str, set[str]] = {}
    for reading in readings:
        for source in reading.sources if reading.input.kind == DOCUMENT else ():
            names.setdefault(source.iri, set()).add(source.name)
    shared = {iri: sorted(found) for iri, found in names.items() if len(found) > 1}
    return [_without_shared(reading, shared) for reading in readings]


def _without_shared(reading: Reading, shared: dict[str, list[str]]) -> Reading:
    if reading.input.kind != DOCUMENT:
        return reading
    for source in reading.sources:
        others = [name for name in shared.get(source.iri, ()) if name != source.name]
        if others:
            error = KgError(
                "shared-id",
                f"has the id of {others[0]}",
                Where(reading.input.name),
                "give each document an id of its own, or none",
            )
            return replace(reading, error=error)
    return reading


def keep(reading: Reading, settings: Settings) -> tuple[Loaded, ...]:
    """Keeps the bytes, claims and quads of a reading, and says where."""
    blobs = settings.blobs
    sha256 = blobs.put(reading.loaded)
    versions = versions_of(reading.input, settings.ontology)
    return tuple(
        Loaded(
            iri=source.iri,
            via=reading.input.name,
            name=source.name,
            kind=reading.input.kind,
            sha256=sha256,
            text="" if source.document is None else blobs.put(source.text),
            claims=blobs.put(claim_record.write(source.claims)),
            kept=blobs.put(kept_record.write(source.kept)),
            count=len(source.facts),
            versions=versions,
        )
        for source in reading.sources
    )


def changed(
    old: Manifest, readings: Iterable[Reading], put: Sequence[Loaded], gone: Sequence[Gone]
) -> Change:
    """The next manifest, when `readings` put these sources and `gone` leave.

    With them leave the sources that an input stated before and states no more, and what rests on
    another text of a document than the one that is put.
    """
    keys = {loaded.key for loaded in put}
    others = [loaded for loaded in old.sources if loaded.key not in keys]
    read = {reading.input.name for reading in readings} - {STDIN}
    dropped = {loaded.key for loaded in others if loaded.via in read}
    retracted = [retraction(loaded, why) for loaded, why in gone]
    leaving = dropped | {loaded.key for loaded, _ in gone}
    for loaded in others:
        why = _outdated(loaded, put)
        if why and loaded.key not in leaving:
            retracted.append(retraction(loaded, why))
    leaving |= {(one.iri, one.via) for one in retracted}
    return Change(old.changed(put, leaving), tuple(retracted))


def _outdated(loaded: Loaded, put: Iterable[Loaded]) -> str | None:
    """Why a source cannot stay beside what is put in, None where it can."""
    for new in put:
        if new.iri != loaded.iri or RDF in (new.kind, loaded.kind):
            continue
        if new.kind == loaded.kind == DOCUMENT and new.name != loaded.name:
            return "replaced"
        if new.text != loaded.text:
            return "other-text"
    return None


def retraction(loaded: Loaded, why: str) -> Retraction:
    """What a user is told of a source that leaves."""
    return Retraction(loaded.iri, loaded.name, loaded.via, loaded.count, why)
