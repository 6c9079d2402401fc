"""By which versions a source is read: what must change for it to be worth reading again."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import kg
from kg.documents import READERS
from kg.model.decision import Decisions, in_order
from kg.pipeline.inputs import Input
from kg.store.manifest import DOCUMENT, Versions

_READING = ("documents", "extract", "lang")
"""The packages that make statements of a document."""

_DERIVING = ("model", "pipeline", "rdf", "reason", "resolve")
"""The packages that make facts of claims."""

_ONTOLOGY = ("company.ttl", "shapes.ttl")


def versions_of(one: Input, ontology: Path) -> Versions:
    """The versions that reading this input now would rest on."""
    judged = _judged(ontology)
    if one.kind != DOCUMENT or one.path is None:
        return Versions(kg=kg.__version__, ontology=judged)
    lexicon = ontology / "lexicon"
    return Versions(
        kg=kg.__version__,
        ontology=judged,
        lexicon=folder_digest(lexicon, lexicon.rglob("*.toml")),
        reader=READERS.get(one.path.suffix.lower(), ""),
        extractor=_code(_READING),
    )


def folder_digest(folder: Path, paths: Iterable[Path]) -> str:
    """Twelve hex digits that change when one of these files, below the folder, does."""
    total = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return total.hexdigest()[:12]


def derivation(base: str, ontology: Path, decisions: Decisions) -> str:
    """Changes when the same claims would become other facts."""
    rules = folder_digest(ontology, (ontology / "rules").glob("*.rq"))
    decided = decisions_digest(decisions)
    parts = (kg.__version__, base, _judged(ontology), rules, _code(_DERIVING), decided)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def decisions_digest(decisions: Decisions) -> str:
    """Changes when something else is decided, not with comments or the order of the file; "" for
    no decisions."""
    if not decisions:
        return ""
    said = "\n".join(map(repr, in_order(decisions)))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _judged(ontology: Path) -> str:
    return folder_digest(ontology, [ontology / name for name in _ONTOLOGY])


@cache
def _code(packages: tuple[str, ...]) -> str:
    """The digest of the code of packages: it says more than a version while kg is worked on."""
    package = Path(kg.__file__).parent
    files = (path for name in packages for path in (package / name).rglob("*.py"))
    return folder_digest(package, files)
