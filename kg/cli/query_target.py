"""What `kg query` asks: the workspace's graph, files, or an endpoint."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.cli.graph import open_graph
from kg.cli.session import say
from kg.errors import KgError
from kg.ontology.shipped import shipped
from kg.query.run import Dataset, Local
from kg.rdf.vocabulary import PREFIXES
from kg.workspace import Workspace, find


class Options(NamedTuple):
    """The options that say what is asked."""

    data: Sequence[str]
    graphs: Sequence[str]
    base: str | None
    endpoint: str | None
    service: bool


def workspace() -> Workspace | None:
    """The workspace here, None where there is none."""
    try:
        return find()
    except KgError as error:
        if error.slug != "no-workspace":
            raise
        return None


def folders(here: Workspace | None) -> tuple[Path, ...]:
    """The folders of saved queries, kg's own last."""
    return here.queries if here else (shipped("queries"),)


def target(options: Options, here: Workspace | None, lang: str) -> Dataset:
    """The dataset that is asked; `lang` is for what is said of a load. Raises KgError where there
    is none."""
    _check_base(options.base)
    prefixes = {**PREFIXES, **(here.config.prefixes if here else {})}
    if options.endpoint is not None:
        if options.data or options.graphs:
            raise KgError("two-datasets", "--endpoint goes with neither --data nor --graph")
        from kg.query.remote import Remote  # noqa: PLC0415  (only --endpoint needs it)
        from kg.store.remote import Endpoint  # noqa: PLC0415  (likewise)

        return Remote(Endpoint(options.endpoint), options.base, prefixes)
    if options.data or options.graphs:
        from kg.query.files import dataset  # noqa: PLC0415  (only --data and --graph need it)

        store = dataset(options.data, options.graphs, options.base)
        return Local(store, options.base, prefixes, options.service)
    if here is None and options.base is not None:
        say("kg: neither --data nor a workspace: the dataset is empty")
        return Local(ox.Store(), options.base, prefixes, options.service)
    if here is None:
        here = find()
    store = open_graph(here, lang)
    return Local(store, options.base or here.base, prefixes, options.service)


def _check_base(base: str | None) -> None:
    if base is None:
        return
    try:
        ox.NamedNode(base)
    except ValueError:
        hint = "such as https://example.org/kg/"
        raise KgError("bad-base", f"--base {base!r} is no absolute IRI", hint=hint) from None
