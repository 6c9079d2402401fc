"""The ontology that a load reads and judges with."""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.model.schema import Schema
from kg.ontology import load_schema, ontology_quads, shapes_path


@dataclass(frozen=True, slots=True)
class Ontology:
    """An ontology folder, the schema that it declares, and its terms as quads of the graph."""

    folder: Path
    schema: Schema
    quads: frozenset[ox.Quad]

    @property
    def shapes(self) -> Path:
        """The file of its shapes."""
        return shapes_path(self.folder)

    @property
    def lexicon(self) -> Path:
        """The folder of the lexicon of the documents' language."""
        return self.folder / "lexicon" / "ko"


def load_ontology(folder: Path) -> Ontology:
    """The ontology of a folder. Raises KgError where it is missing or not sound."""
    return Ontology(folder, load_schema(folder), frozenset(ontology_quads(folder)))
