"""kg: documents about companies as a knowledge graph in which every fact shows its sentence.

>>> import kg
>>> graph = kg.open(".")
>>> len(graph.query("mergers"))
2
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, KgWarning, RefusedError

if TYPE_CHECKING:
    from kg.workspace import Workspace

__all__ = ["KgError", "KgWarning", "RefusedError", "__version__", "open"]
__version__ = "0.1.0"


def open(path: str | Path = ".") -> "Workspace":  # noqa: A001  (kg.open reads as gzip.open does)
    """The workspace at or above `path`. Raises KgError where there is none."""
    from kg.workspace import find  # noqa: PLC0415  (importing kg must cost nothing)

    return find(path)
