"""A workspace for tests, and a small extractor: three sentences, no tokenizer."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox

from kg.model.claim import ASSERTED, Details, Mention
from kg.model.dates import PartialDate
from kg.model.document import Document, Span
from kg.model.statement import Evidence, Statement, make_roles
from kg.pipeline.report import LoadReport
from kg.rdf.vocabulary import PREFIXES
from kg.workspace import Workspace, find

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

SENTENCES = (
    ("Founding", re.compile(r"(?P<company>\w+)(은|는) (?P<year>\d{4})년에 설립되었다\.")),
    ("Launch", re.compile(r"서비스 (?P<service>\w+)(은|는) (?P<year>\d{4})년에 시작되었다\.")),
    ("Discontinuation", re.compile(r"서비스 (?P<service>\w+)(은|는) (?P<year>\d{4})년에 끝났다\.")),
)
KINDS = {"company": "Company", "service": "Service"}


def small_extract(document: Document, *_: object) -> tuple[Statement, ...]:
    """The statements of the sentences above; those that say the same are one."""
    found: dict[tuple[str, object, PartialDate], list[Evidence]] = {}
    for type_, pattern in SENTENCES:
        for match in pattern.finditer(document.text, document.body):
            groups = match.groupdict()
            date = PartialDate(groups.pop("year"))
            roles = make_roles({r: [Mention(n, KINDS[r])] for r, n in groups.items()})
            span = Span(match.start(), match.end(), match[0])
            place = Evidence(span, date, ASSERTED, roles, Details())
            found.setdefault((type_, roles, date), []).append(place)
    return tuple(
        Statement(
            document.name, type_, None, date, ASSERTED, roles, Details(), "small", tuple(places)
        )
        for (type_, roles, date), places in found.items()
    )


class Place:
    """A workspace in a folder of the test's own, in which the test stands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.workspace: Workspace = find(root)

    def write(self, name: str, text: str) -> str:
        """Writes a file of the workspace and returns its name."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return name

    def load(self, *names: str, strict: bool = False) -> LoadReport:
        """Loads files by name."""
        return self.workspace.load(*names, strict=strict, check=False, now=NOW)

    def counts(self, *names: str) -> dict[str, tuple[int, int, int]]:
        """What a load says of each file: loaded, already there, refused."""
        return {f.name: (f.loaded, f.already, f.refused) for f in self.load(*names).files}

    def quads(self) -> list[str]:
        """All quads of the graph, sorted."""
        return sorted(str(quad) for quad in self.workspace.open_store())

    def ask(self, pattern: str) -> list[tuple[str, ...]]:
        """The rows of a SPARQL pattern, its variables in order of their names."""
        prefixes = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
        found = self.workspace.open_store().query(f"{prefixes} SELECT * WHERE {{ {pattern} }}")
        assert isinstance(found, ox.QuerySolutions)
        names = sorted(variable.value for variable in found.variables)
        return sorted(tuple(str(row[name].value) for name in names) for row in found)
