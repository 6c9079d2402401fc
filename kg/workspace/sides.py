"""What can be compared: a workspace's graph, an exported file, a document by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError, Where
from kg.export.compare.exported import has_facts, restore
from kg.export.compare.side import Side
from kg.export.reading import Reading
from kg.export.why.account import Teller
from kg.ontology.schema import load_schema
from kg.ontology.shipped import shipped
from kg.ontology.source import ontology_quads
from kg.store.blobs import Blobs
from kg.store.embedded import Generations
from kg.store.journal import Journal
from kg.workspace import config
from kg.workspace.config import Config
from kg.workspace.texts import Texts, loaded_texts
from kg.workspace.workspace import CONFIG, Workspace

Warn = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Sides:
    """Opens what is to be compared.

    `here` is the workspace whose ontology and base are used, None for those that come with kg;
    `warn` is told of a kept text that cannot be read.
    """

    here: Workspace | None
    warn: Warn

    def given(self, name: str) -> Side:
        """The folder of a workspace, a file in an RDF format, or else a document or claims.

        Raises KgError where it cannot be read or holds nothing to compare.
        """
        from kg.query.files import FORMATS  # noqa: PLC0415  (a graph of a workspace needs none)

        path = Path(name)
        if path.is_dir():
            return self._folder(path, name)
        if path.suffix.lower() in FORMATS and path.is_file():
            return self._exported(name)
        return self._alone(path, name)

    def graph(self, workspace: Workspace, name: str) -> Side:
        """The graph of a workspace, as it is now."""
        _, store, manifest = workspace.store.snapshot()
        texts = loaded_texts(manifest, workspace.settings.blobs, self.warn)
        return self._side(name, store, workspace.ontology, texts)

    def _folder(self, path: Path, name: str) -> Side:
        if not (path / CONFIG).is_file():
            hint = f"name the folder that holds {CONFIG}, or a file"
            raise KgError("no-workspace", f"holds no {CONFIG}", Where(name), hint)
        workspace = Workspace(path.resolve(), config.read(path / CONFIG, f"{name}/{CONFIG}"))
        if workspace.store.current() is None:
            hint = "kg load there loads its data"
            raise KgError("nothing-loaded", "nothing is loaded there", Where(name), hint)
        return self.graph(workspace, name)

    def _exported(self, name: str) -> Side:
        from kg.query.files import dataset  # noqa: PLC0415  (likewise)

        store = dataset([name], [])
        restore(store, load_schema(self._ontology))
        if not has_facts(store):
            hint = "kg export writes such files; others are compared once they are loaded"
            raise KgError("no-facts", "holds no facts as kg writes them", Where(name), hint)
        store.extend(ontology_quads(self._ontology))
        return self._side(name, store, self._ontology, self._loaded_here())

    def _alone(self, path: Path, name: str) -> Side:
        from kg.pipeline.alone import alone  # noqa: PLC0415  (only a document needs the tokenizer)
        from kg.pipeline.inputs import Input, kind_of, name_of  # noqa: PLC0415  (likewise)
        from kg.pipeline.library import Library  # noqa: PLC0415  (likewise)
        from kg.pipeline.ontology import load_ontology  # noqa: PLC0415  (likewise)
        from kg.pipeline.settings import Settings  # noqa: PLC0415  (likewise)
        from kg.store.manifest import Manifest  # noqa: PLC0415  (likewise)

        root = self.here.root if self.here else Path.cwd()
        loaded = self.here.store.manifest() if self.here else Manifest()
        kept = root / ".kg"
        settings = Settings(
            root=root,
            base=self._base,
            ontology=self._ontology,
            data=root / "data",
            store=Generations(kept),
            blobs=Blobs(kept / "sources"),
            journal=Journal(kept / "journal.jsonl"),
        )
        one = Input(name_of(path, root), kind_of(path), path)
        made = alone(one, load_ontology(self._ontology), self._base, Library(settings, loaded))
        if not made.count:
            self.warn(f"no fact found in {name}")
        return self._side(name, made.graph, self._ontology, made.texts.get)

    def _side(self, name: str, store: ox.Store, ontology: Path, texts: Texts) -> Side:
        reading = Reading(store, load_schema(ontology))
        return Side(name, reading, Teller(reading, texts))

    def _loaded_here(self) -> Texts:
        """An export may quote documents that are loaded here."""
        if self.here is None:
            return lambda _: None
        return loaded_texts(self.here.store.manifest(), self.here.settings.blobs, self.warn)

    @property
    def _ontology(self) -> Path:
        return self.here.ontology if self.here else shipped("ontology")

    @property
    def _base(self) -> str:
        return (self.here.config if self.here else Config()).base
