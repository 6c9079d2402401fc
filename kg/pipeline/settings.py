"""What a load works with: the folders and names of one workspace."""

from dataclasses import dataclass
from pathlib import Path

from kg.store.blobs import Blobs
from kg.store.journal import Journal
from kg.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a graph is kept and what it is made with.

    `root` is the workspace's folder, absolute; `base` what the IRIs of instances begin with;
    `ontology` and `data` are folders, the workspace's own or the shipped ones.
    """

    root: Path
    base: str
    ontology: Path
    data: Path
    store: Store
    blobs: Blobs
    journal: Journal
