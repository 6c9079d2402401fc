"""Takes a source's claims out of the graph; what other sources say of the same stays."""

import difflib
from datetime import datetime
from pathlib import Path

from kg.errors import KgError
from kg.pipeline.change import retraction
from kg.pipeline.decisions.reading import all_of, read_decisions
from kg.pipeline.inputs import name_of
from kg.pipeline.journal_entry import journal_entry
from kg.pipeline.ontology import load_ontology
from kg.pipeline.publish import publish
from kg.pipeline.report import Retraction
from kg.pipeline.settings import Settings
from kg.store.manifest import Loaded, Manifest
from kg.store.patience import NONE, Patience


def retract(
    settings: Settings, source: str, now: datetime, patience: Patience = NONE
) -> tuple[Retraction, ...]:
    """Retracts the source of this name, path or IRI, and returns what left.

    A document leaves with all claims about it; a file of claims with the claims that it stated.
    Raises KgError, naming the nearest sources, where none is called so, or where another process
    writes for longer than `patience` lasts.
    """
    with settings.store.writer(patience) as draft:
        old = settings.store.manifest()
        leaving = called(source, old, settings)
        if not leaving:
            raise unknown_source(source, old, settings.base)
        manifest = old.changed((), [loaded.key for loaded in leaving])
        ontology = load_ontology(settings.ontology)
        decided = all_of(read_decisions(settings.data, ontology.schema, settings.base))
        retracted = tuple(retraction(loaded, "asked") for loaded in leaving)
        draft.note(journal_entry("retract", now, (), retracted))
        publish(settings, ontology, decided, draft, old, manifest)
    return retracted


def called(source: str, manifest: Manifest, settings: Settings) -> tuple[Loaded, ...]:
    """What is loaded of the source of this name, path or IRI."""
    names = {source, name_of(Path(source), settings.root)}
    return tuple(
        loaded for loaded in manifest.sources if not names.isdisjoint(_names(loaded, settings.base))
    )


def _names(loaded: Loaded, base: str) -> set[str]:
    """What a source may be called: its IRI whole or below the base, its name, its input's."""
    return {loaded.iri, loaded.iri.removeprefix(base + "document/"), loaded.name, loaded.via}


def unknown_source(source: str, manifest: Manifest, base: str) -> KgError:
    """That no source is called so, and which are called nearly so."""
    names = {name for loaded in manifest.sources for name in _names(loaded, base)}
    if not source.startswith(base):
        names = {name for name in names if not name.startswith(base)}
    near = difflib.get_close_matches(source, sorted(names), n=3, cutoff=0.3)
    hint = f"nearest: {', '.join(near)}" if near else "kg status lists what is loaded"
    return KgError("unknown-source", f"nothing is loaded from {source!r}", hint=hint)
