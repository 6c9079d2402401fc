"""What a load has to do: what to read, what has not changed, what is gone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import KgError
from kg.gate.lines import document_names
from kg.model.decision import Decisions
from kg.pipeline.inputs import Input, in_data
from kg.pipeline.library import Library
from kg.pipeline.settings import Settings
from kg.pipeline.versions import decisions_digest, versions_of
from kg.store.blobs import digest
from kg.store.manifest import CLAIMS, Loaded, Manifest

Gone = tuple[Loaded, str]
"""A source that leaves, and why, as in `kg.pipeline.report.Retraction`."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The inputs to read, those that are as they were when they were loaded, and what is gone;
    whether something else is decided than when the graph was made."""

    read: tuple[Input, ...]
    unchanged: tuple[Input, ...]
    gone: tuple[Gone, ...]
    decided: bool = False


def make_plan(
    settings: Settings,
    loaded: Manifest,
    inputs: Sequence[Input] | None,
    library: Library,
    decisions: Decisions,
) -> Plan:
    """The plan for these inputs; for None, to make the graph what the data folder holds."""
    listed = in_data(settings.data) if inputs is None else inputs
    same = [one for one in listed if _is_unchanged(one, settings, loaded, library)]
    gone = list(_of_other_base(settings, loaded))
    if inputs is None:
        gone += _of_no_file(settings, loaded, listed)
    read = tuple(one for one in listed if one not in same)
    decided = decisions_digest(decisions) != loaded.decisions
    return Plan(read, tuple(same), tuple(gone), decided)


def _of_other_base(settings: Settings, loaded: Manifest) -> Iterator[Gone]:
    """What was loaded when `kg.toml` had another base: its IRIs mean nothing any more."""
    for source in loaded.sources:
        if not source.iri.startswith(settings.base):
            yield source, "other-base"


def _of_no_file(settings: Settings, loaded: Manifest, there: Iterable[Input]) -> Iterator[Gone]:
    """What was loaded from files of the data folder that are there no more."""
    names = {one.name for one in there}
    prefix = f"{settings.data.name}/"
    for source in loaded.sources:
        is_ours = source.via.startswith(prefix) and source.iri.startswith(settings.base)
        if is_ours and source.via not in names:
            yield source, "file-gone"


def _is_unchanged(one: Input, settings: Settings, loaded: Manifest, library: Library) -> bool:
    """Whether reading it again would bring the same: its bytes, versions, and documents."""
    before = [source for source in loaded.sources if source.via == one.name]
    if not all(source.iri.startswith(settings.base) for source in before) or not before:
        return False
    try:
        data = one.read()
        sha256, versions = digest(data), versions_of(one, settings.ontology)
        now = (sha256, versions)
        if any((source.sha256, source.versions) != now for source in before):
            return False
        return one.kind != CLAIMS or _same_documents(one, data, before, library)
    except KgError:
        return False


def _same_documents(one: Input, data: bytes, before: Sequence[Loaded], library: Library) -> bool:
    names = document_names(data.decode("utf-8-sig", errors="replace"))
    now = {document.sha256 for document, _ in library.all(names).values()}
    return now == {source.text for source in before}
