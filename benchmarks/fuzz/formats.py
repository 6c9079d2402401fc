"""The inputs that are made hostile: of each kind some good ones, the words of its format, and how
`kg` is called with a mutant of it."""

import random
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from mutants import Dictionary

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
ORIGINALS = HERE / "originals"

Original = tuple[str, bytes]
"""A good input with the suffix that a file of it has."""


class Call(NamedTuple):
    """A way to call `kg` with the mutant: its arguments, and the name of the mutant's file.

    Where the first argument is `@own`, the others are for a run in the folder `own`, a workspace
    with an ontology of its own.
    """

    args: tuple[str, ...]
    file: str


class Kind(NamedTuple):
    """A kind of input: good ones, and the calls with a file of it, `{}` in an argument.

    `words` names the section of words.toml; `file` is the mutant's file where it is always one.
    """

    words: str
    originals: Sequence[Original]
    calls: Sequence[tuple[str, ...]]
    file: str = ""

    def call(self, draw: random.Random, suffix: str) -> Call:
        """One of the calls, for a mutant of an input with this suffix."""
        file = self.file or f"mutant{suffix}"
        return Call(tuple(part.replace("{}", file) for part in draw.choice(self.calls)), file)

    def dictionary(self) -> Dictionary:
        """What mutations put in."""
        with (HERE / "words.toml").open("rb") as file:
            words = tomllib.load(file)[self.words]
        return Dictionary(
            [token.encode() for token in words["tokens"]],
            [(opening.encode(), closing.encode()) for opening, closing in words["nests"]],
            [data for _, data in self.originals],
        )


def _files(*names: str) -> Iterator[Original]:
    for name in names:
        path = CHECKOUT / name if "/" in name else ORIGINALS / name
        yield path.suffix, path.read_bytes()


def _glob(folder: str, pattern: str) -> Iterator[Original]:
    for path in sorted((CHECKOUT / folder).glob(pattern)):
        yield path.suffix, path.read_bytes()


def _rdf() -> Iterator[Original]:
    yield from _files("facts.ttl", "docs/examples/bad-fact.ttl", "facts.jsonld", "facts.rdf")
    turtle = (ORIGINALS / "facts.ttl").read_bytes()
    quads = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    for suffix, form in ((".nt", ox.RdfFormat.N_TRIPLES), (".nq", ox.RdfFormat.N_QUADS)):
        yield suffix, ox.serialize(quads, format=form) or b""
    yield ".trig", turtle + b"GRAPH <g> { <a> <b> 'c' . }\n<h> { _:b <p> _:c }\n"


def _documents() -> Iterator[Original]:
    header = (ORIGINALS / "header.txt").read_bytes()
    for suffix, data in _files("document.txt", "page.md", "page.html"):
        yield from ((suffix, data), (suffix, header + data))
    yield from _files("data/documents/kakao.txt")


_PARAMETERS = ("-p", "company=https://example.org/kg/company/가온", "-p", "date=2019-04-01")
_SHAPES = tuple(_files("shapes.ttl", "shapes.ttl", "shapes.ttl", "ontology/shapes.ttl"))

KINDS = {
    "rdf": Kind(
        "rdf",
        tuple(_rdf()),
        (
            *(("validate", "{}"),) * 6,
            ("load", "{}"),
            ("query", "ASK { ?s ?p ?o }", "--data", "{}"),
        ),
    ),
    "claims": Kind(
        "claims",
        tuple(_files("claims.jsonl")),
        (
            *(("validate", "{}"),) * 4,
            ("validate", "{}", "--document", "a.txt"),
            ("load", "{}"),
            ("load", "{}", "--on-violation", "hold"),
            ("load", "{}", "--strict"),
        ),
    ),
    "documents": Kind(
        "documents",
        tuple(_documents()),
        (
            *(("extract", "{}", "--format", "jsonl"),) * 6,
            ("extract", "{}", "--explain"),
            ("extract", "{}", "--text"),
            ("validate", "{}"),
            ("load", "{}"),
        ),
    ),
    "shapes": Kind("shapes", _SHAPES, (("validate", "data.ttl", "--shapes", "{}"),)),
    "own-shapes": Kind(
        "shapes", _SHAPES, (("@own", "validate", "claims.jsonl"),), "own/ontology/shapes.ttl"
    ),
    "queries": Kind(
        "queries",
        (*_files("query.rq"), *_glob("queries", "*.rq")),
        (
            ("query", "{}", "--data", "data.ttl"),
            ("query", "{}", "--data", "data.ttl", "--explain"),
            ("query", "{}", "--data", "data.ttl", "--format", "table"),
            ("query", "{}", "--data", "data.ttl", *_PARAMETERS[:2]),
            ("query", "{}", "--data", "data.ttl", *_PARAMETERS),
        ),
    ),
    "config": Kind(
        "config",
        tuple(_files("kg.toml")),
        (("@own", "status"), ("@own", "validate", "claims.jsonl"), ("@own", "query", "--list")),
        "own/kg.toml",
    ),
    "decisions": Kind(
        "decisions",
        tuple(_files("decisions.toml")),
        (("@own", "validate", "claims.jsonl"), ("@own", "load", "claims.jsonl")),
        "own/data/decisions.toml",
    ),
    "lexicon": Kind(
        "lexicon",
        tuple(_glob("ontology/lexicon/ko", "*.toml")),
        (("@own", "extract", "../a.txt", "--format", "jsonl"),),
        "own/ontology/lexicon/ko/founding.toml",
    ),
}


def place(root: Path) -> None:
    """Makes the folder a workspace as it always is, with another in it that has an ontology."""
    own = root / "own"
    for graph in (root / ".kg", own / ".kg"):
        shutil.rmtree(graph, ignore_errors=True)
    (own / "data").mkdir(parents=True, exist_ok=True)
    for folder in (root, own):
        (folder / "kg.toml").write_bytes(b"")
        for name in ("document.txt", "facts.ttl", "claims.jsonl"):
            called = {"document.txt": "a.txt", "facts.ttl": "data.ttl"}.get(name, name)
            shutil.copyfile(ORIGINALS / name, folder / called)
    shutil.copytree(CHECKOUT / "ontology", own / "ontology", dirs_exist_ok=True)
