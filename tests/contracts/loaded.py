"""Workspaces with real documents, for tests of what a loaded graph promises."""

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox

from kg.export import writer
from kg.export.request import Request
from kg.ontology.schema import load_schema
from kg.rdf.vocabulary import PREFIXES
from kg.workspace import Workspace, find

CHECKOUT = Path(__file__).parents[2]
DOCUMENT = "data/documents/kakao.txt"
OTHERS = ("dev-encyclopedia-hynix", "dev-news-hybe")
FACTS = """\
@base <https://example.org/kg/> .
@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<company/카카오> a kg:Company ; rdfs:label "카카오" .
<service/구름다리> a kg:Service ; rdfs:label "구름다리" .
<event/launch/구름다리> a kg:Launch ; kg:service <service/구름다리> ; kg:operator <company/카카오> ;
    kg:date <date/2021-03> .
<date/2021-03> a kg:Date ; kg:edtf "2021-03" .
<company/카카오> rdfs:seeAlso [ rdfs:label "빈 마디" ] .
"""
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class Place:
    """A workspace in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.workspace: Workspace = find(root)

    def load(self, *names: str) -> None:
        """Loads files by their names in the workspace; all of them get in."""
        report = self.workspace.load(*(self.root / name for name in names), now=NOW)
        assert report.exit_code == 0, report

    def retract(self, name: str) -> None:
        """Takes a source out by its name."""
        self.workspace.retract(name, now=NOW)

    def store(self) -> ox.Store:
        """The graph as it is now."""
        return self.workspace.open_store()

    def export(self, format_: str = "turtle", with_claims: bool = False) -> bytes:
        """What `kg export` writes."""
        output = io.BytesIO()
        request = Request(
            store=self.store(),
            schema=load_schema(self.workspace.ontology),
            base=self.workspace.base,
            prefixes=PREFIXES,
            with_claims=with_claims,
        )
        writer(format_)(request, output)
        return output.getvalue()


def make(root: Path) -> Place:
    """A workspace with nothing loaded, with the documents and facts that tests load."""
    documents = root / "data" / "documents"
    documents.mkdir(parents=True)
    (root / "kg.toml").write_text("", encoding="utf-8")
    shutil.copy(CHECKOUT / DOCUMENT, documents)
    for name in OTHERS:
        shutil.copy(CHECKOUT / "tests" / "cases" / "extraction" / f"{name}.txt", documents)
    (root / "facts.ttl").write_text(FACTS, encoding="utf-8")
    return Place(root)


def copy(place: Place, root: Path) -> Place:
    """A workspace that starts as the given one is."""
    shutil.copytree(place.root, root)
    return Place(root)
