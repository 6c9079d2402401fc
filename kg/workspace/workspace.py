"""The folders of a workspace and what can be done in it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.ontology.shipped import shipped
from kg.store.embedded import Generations
from kg.workspace.config import Config

if TYPE_CHECKING:
    from kg.pipeline.report import LoadReport, Retraction
    from kg.pipeline.settings import Settings
    from kg.pipeline.status import Status

CONFIG = "kg.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a `kg.toml`; its own ontology and queries come before the shipped ones.

    `root` is absolute, `config` what `kg.toml` says.
    """

    root: Path
    config: Config

    @property
    def base(self) -> str:
        """What the IRIs of instances begin with."""
        return self.config.base

    @property
    def folder(self) -> Path:
        """`.kg`, where the graph is kept; made when something is loaded."""
        return self.root / ".kg"

    @property
    def ontology(self) -> Path:
        """The folder of company.ttl, shapes.ttl, lexicon and rules."""
        return self._own_or_shipped("ontology")

    @property
    def data(self) -> Path:
        """The folder that `kg load` without a file loads: the workspace's own, there or not."""
        return self.root / "data"

    @property
    def queries(self) -> tuple[Path, ...]:
        """The folders of saved queries, in the order in which a name is looked for."""
        own, others = self.root / "queries", shipped("queries")
        if own.is_dir() and own.resolve() != others.resolve():
            return own, others
        return (others,)

    @property
    def store(self) -> Generations:
        """The graph, as the row of its generations."""
        return Generations(self.folder)

    def open_store(self) -> ox.Store:
        """The graph for reading: as it is now, whatever is loaded later; empty before a load.

        Raises KgError where it cannot be read.
        """
        return self.store.open_current()

    @property
    def settings(self) -> "Settings":
        """What a load of this workspace works with."""
        from kg.pipeline.settings import Settings  # noqa: PLC0415  (a query must not pay for it)
        from kg.store.blobs import Blobs  # noqa: PLC0415  (likewise)
        from kg.store.journal import Journal  # noqa: PLC0415  (likewise)

        return Settings(
            root=self.root,
            base=self.base,
            ontology=self.ontology,
            data=self.data,
            store=self.store,
            blobs=Blobs(self.folder / "sources"),
            journal=Journal(self.folder / "journal.jsonl"),
        )

    def load(
        self,
        *files: str | Path,
        document: Path | None = None,
        strict: bool = False,
        now: datetime | None = None,
    ) -> "LoadReport":
        """Loads these files, or without any what has changed in the data folder.

        A claim is about the document that it names, unless `document` is given. `strict` refuses
        facts that do not make sense together. `now`, the clock's time unless given, is for the
        journal. Raises KgError where another process writes or the graph cannot be written; what
        became of each file, refused ones too, is in the report.
        """
        from kg.pipeline.inputs import given  # noqa: PLC0415  (a query must not pay for a load)
        from kg.pipeline.load import Request, load  # noqa: PLC0415  (likewise)

        inputs = given(map(str, files), self.root) if files else None
        return load(self.settings, Request(inputs, document, strict), now or _now())

    def retract(self, source: str, now: datetime | None = None) -> "tuple[Retraction, ...]":
        """Takes the source of this name, path or IRI out of the graph, and says what left.

        Raises KgError, naming the nearest sources, where none is called so.
        """
        from kg.pipeline.retract import retract  # noqa: PLC0415  (a query must not pay for it)

        return retract(self.settings, source, now or _now())

    def status(self) -> "Status":
        """What is loaded, from what, by which versions, and what has changed since."""
        from kg.pipeline.status import status  # noqa: PLC0415  (a query must not pay for it)

        return status(self.settings)

    def _own_or_shipped(self, name: str) -> Path:
        own = self.root / name
        return own if own.is_dir() else shipped(name)


def _now() -> datetime:
    return datetime.now(UTC)
