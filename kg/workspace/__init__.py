"""A workspace: the folder with a `kg.toml`, its documents, its queries and its graph."""

from kg.workspace.search import find
from kg.workspace.workspace import Workspace

__all__ = ["Workspace", "find"]
