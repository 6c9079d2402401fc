"""Opens the graph of a workspace; a new workspace's data is loaded first."""

import pyoxigraph as ox

from kg.cli.session import say
from kg.workspace import Workspace


def open_graph(workspace: Workspace, lang: str) -> ox.Store:
    """The graph for reading. Where nothing was ever loaded, `data/` is, and that is said.

    Raises KgError where the graph cannot be read or written.
    """
    load_first(workspace, lang)
    return workspace.open_store()


def load_first(workspace: Workspace, lang: str) -> None:
    """Loads `data/` where nothing was ever loaded, and says so.

    Raises KgError where the graph cannot be read or written.
    """
    if workspace.store.current() is None:
        from kg.cli.loading import say_report  # noqa: PLC0415  (nothing to load, nothing to pay)

        say("the graph is empty: loading the workspace's data first")
        say_report(workspace.load(check=False), lang)
