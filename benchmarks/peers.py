"""The commands of other SPARQL engines that ask the same of the same facts, where installed.

rdflib comes with kg. Of the others: `oxigraph` (PyPI), `comunica-sparql-file` (npm, package
@comunica/query-sparql-file), `arq` (Jena; or Debian's libapache-jena-java, mended below), `roqet`
(Debian's rasqal-utils).
"""

import shutil
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RDFLIB = """
import sys, rdflib
graph = rdflib.Dataset().parse(sys.argv[2], format="turtle")
with open(sys.argv[1], encoding="utf-8") as query:
    graph.query(query.read()).serialize(sys.stdout.buffer, format="csv")
"""
SHARED = Path("/usr/share/java")
JARS = (
    "jena-*", "dexx.collection", "guava", "commons-*", "gson", "httpclient", "httpcore",
    "jackson-*", "jsonld-java", "titanium-json-ld", "jakarta.json-api", "protobuf",
    "slf4j-api", "slf4j-nop", "thrift",
)  # fmt: skip
"""What Jena's commands need of SHARED; with all of it two loggers clash."""

_RELOCATED = "org/apache/jena/ext/"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: a query file, the facts as Turtle, the store's folder; `scratch` is empty."""

    query: Path
    facts: Path
    store: Path
    scratch: Path


def peers(asked: Asked) -> Iterator[tuple[str, list[str]]]:
    """Each engine's name and its command; an empty command where it is not installed."""
    query, facts = str(asked.query), str(asked.facts)
    yield "rdflib", [sys.executable, "-c", RDFLIB, query, facts]
    yield "arq", _arq(asked, query, facts)
    yield (
        "comunica-sparql-file",
        _on_path("comunica-sparql-file", facts, "-f", query, "-t", "text/csv"),
    )
    yield "roqet", _on_path("roqet", "-q", "-r", "csv", "-D", facts, query)
    yield "oxigraph", _on_path(
        "oxigraph", "query", "--location", str(asked.store), "--query-file", query,
        "--results-format", "csv",
    )  # fmt: skip


def _on_path(name: str, *arguments: str) -> list[str]:
    found = shutil.which(name)
    return [found, *arguments] if found else []


def _arq(asked: Asked, query: str, facts: str) -> list[str]:
    arguments = ["--data", facts, "--query", query, "--results", "csv"]
    java, core = shutil.which("java"), SHARED / "jena-core.jar"
    if own := _on_path("arq", *arguments):
        return own
    if java is None or not core.exists():
        return []
    jars = [jar for name in JARS for jar in sorted(SHARED.glob(f"{name}.jar"))]
    classes = ":".join(str(path) for path in (_overlay(core, asked.scratch), *jars))
    return [java, "-cp", classes, "arq.arq", *arguments]


def _overlay(core: Path, folder: Path) -> Path:
    """Debian moved Jena's XML classes to `xerces`, but not their resources: they are put there."""
    with zipfile.ZipFile(core) as jar:
        for name in jar.namelist():
            if name.startswith(_RELOCATED + "xerces/") and not name.endswith("/"):
                place = folder / name.removeprefix(_RELOCATED)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(jar.read(name))
    return folder
