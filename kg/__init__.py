"""kg: documents about companies as a knowledge graph in which every fact shows its sentence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.workspace import Workspace

__version__ = "0.1.0"


def open(path: str = ".") -> "Workspace":  # noqa: A001  (kg.open reads as gzip.open does)
    """The workspace at or above `path`. Raises KgError where there is none."""
    from kg.workspace import find  # noqa: PLC0415  (importing kg must cost nothing)

    return find(path)
