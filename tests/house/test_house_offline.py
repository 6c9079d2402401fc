"""No input makes kg reach out: not over the network, not to a file that nobody named."""

import io
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli.main import main
from kg.ontology.shipped import shipped

WORD = "GEHEIMNIS"
PREFIXES = (
    "@prefix : <urn:x#> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
)
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="urn:a#"'
TARGET = ":S a sh:NodeShape ; sh:targetNode :a"


class Place(NamedTuple):
    """A workspace, an address that counts who comes, and a file outside that holds WORD."""

    root: Path
    url: str
    file: str
    came: list[bytes]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    root = tmp_path / "workspace"
    root.mkdir()
    (root / "kg.toml").write_bytes(b"")
    outside = tmp_path / "outside.ttl"
    outside.write_text(f'<urn:x#a> <urn:x#p> "{WORD}" .', encoding="utf-8")
    came: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    ended = threading.Event()

    def count() -> None:
        while not ended.is_set():
            try:
                with listener.accept()[0] as one:
                    came.append(one.recv(100))
            except TimeoutError:
                continue

    counting = threading.Thread(target=count)
    counting.start()
    port = listener.getsockname()[1]
    monkeypatch.chdir(root)

    def refuse(*args: object, **_: object) -> None:
        came.append(repr(args).encode())
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    yield Place(root, f"http://127.0.0.1:{port}/x", outside.as_uri(), came)
    ended.set()
    counting.join()
    listener.close()


def constraint(query: str) -> str:
    return f"{PREFIXES}{TARGET} ; sh:sparql [ sh:select '''{query}''' ] ."


def entity(declared: str, used: str) -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE r {declared}>{RDF}><rdf:Description rdf:about="urn:x#a">'
        f"<a:b>{used}</a:b></rdf:Description></rdf:RDF>"
    )


SHAPES = {
    "service": constraint("SELECT $this { SERVICE <URL> { $this ?p ?value } }"),
    "silent": constraint("SELECT $this { SERVICE SILENT <URL> { ?s ?p ?o } }"),
    "from": constraint("SELECT $this ?value FROM <URL> { $this ?p ?value }"),
    "named": constraint("SELECT $this FROM NAMED <URL> { GRAPH ?g { $this ?p ?o } }"),
    "graph": constraint("SELECT $this { GRAPH <URL> { $this ?p ?o } }"),
    "load": constraint("LOAD <URL>"),
    "imports": f"{PREFIXES}<urn:o> a owl:Ontology ; owl:imports <URL> . {TARGET} .",
    "library": (
        f"{PREFIXES}{TARGET} ; sh:js [ a sh:JSConstraint ; sh:jsFunctionName 'f' ; "
        "sh:jsLibrary [ sh:jsLibraryURL <URL> ] ] ."
    ),
    "rule": (
        f"{PREFIXES}{TARGET} ; sh:rule [ a sh:SPARQLRule ; sh:construct "
        "'''CONSTRUCT { $this :q ?o } { SERVICE <URL> { ?s ?p ?o } }''' ] ."
    ),
}
"""Shapes that would reach the address URL."""

DATA = {
    "context.jsonld": '{"@context": "URL", "@id": "urn:x#a", "urn:p": 1}',
    "list.jsonld": '{"@context": [{}, "URL"], "@id": "urn:x#a", "urn:p": 1}',
    "import.jsonld": '{"@context": {"@version": 1.1, "@import": "URL"}, "@id": "urn:a"}',
    "entity.rdf": entity('[<!ENTITY x SYSTEM "URL">]', "&x;"),
    "public.rdf": entity('[<!ENTITY x PUBLIC "x" "URL">]', "&x;"),
    "parameter.rdf": entity('[<!ENTITY % y SYSTEM "URL"> %y;]', "k"),
    "subset.rdf": entity('SYSTEM "URL"', "k"),
    "include.rdf": (
        f'{RDF} xmlns:i="http://www.w3.org/2001/XInclude"><rdf:Description><a:b rdf:parseType='
        '"Literal"><i:include href="URL" parse="text"/></a:b></rdf:Description></rdf:RDF>'
    ),
    "style.rdf": f'<?xml-stylesheet href="URL"?>{RDF}/>',
    "imports.ttl": f"{PREFIXES}<URL> a owl:Ontology ; owl:imports <URL> .",
    "shapes.ttl": f"{PREFIXES}:a sh:shapesGraph <URL> .",
}
QUERIES = {
    "service": "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "variable": "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "prefix": "PREFIX e: <URL> SELECT * { { SELECT * { SERVICE e: { ?s ?p ?o } } } }",
    "from": "SELECT * FROM <URL> { ?s ?p ?o }",
    "named": "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "comment": "SELECT * #\nFROM#\n<URL> { ?s ?p ?o }",
    "graph": "SELECT * { GRAPH <URL> { ?s ?p ?o } }",
    "load": "LOAD <URL>",
    "insert": "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
}


def answers(place: Place, capfd: pytest.CaptureFixture[str], *args: str) -> int:
    """The exit code of a command, which must have shown nothing of the file and reached nobody."""
    code = main(list(args))
    out, err = capfd.readouterr()
    assert WORD not in out + err, args
    assert place.came == [], args
    assert code in {0, 1, 2}, err
    return code


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_reach_nothing(name: str, place: Place, capfd: pytest.CaptureFixture[str]) -> None:
    Path("data.ttl").write_text(f"{PREFIXES}:a :p 1 .", encoding="utf-8")
    for address in (place.url, place.file):
        Path("s.ttl").write_text(SHAPES[name].replace("URL", address), encoding="utf-8")
        code = answers(place, capfd, "validate", "data.ttl", "--shapes", "s.ttl")
        assert code == 2 or name in {"imports", "library", "rule"}, "no verdict on nothing"


@pytest.mark.parametrize("name", DATA)
def test_data_reaches_nothing(name: str, place: Place, capfd: pytest.CaptureFixture[str]) -> None:
    Path("s.ttl").write_text(f"{PREFIXES}{TARGET} .", encoding="utf-8")
    for address in (place.url, place.file):
        Path(name).write_text(DATA[name].replace("URL", address), encoding="utf-8")
        answers(place, capfd, "validate", name)
        answers(place, capfd, "validate", name, "--shapes", "s.ttl")
        answers(place, capfd, "validate", "s.ttl", "--shapes", name)
        answers(place, capfd, "query", "SELECT * { ?s ?p ?o }", "--data", name)
        answers(place, capfd, "query", "SELECT * { ?s ?p ?o }", "--graph", f"urn:g={name}")


@pytest.mark.parametrize("name", QUERIES)
def test_queries_reach_nothing(
    name: str, place: Place, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("data.ttl").write_text(f"{PREFIXES}:a :p 1 .", encoding="utf-8")
    Path("queries").mkdir()
    for address in (place.url, place.file):
        text = QUERIES[name].replace("URL", address)
        Path("queries/own.rq").write_text(f"#+ title = {{en = 'x'}}\n{text}", encoding="utf-8")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        for query in (text, "queries/own.rq", "own", "-"):
            code = answers(place, capfd, "query", query, "--data", "data.ttl")
            assert code == (0 if name == "graph" else 2), query


@pytest.mark.parametrize("name", QUERIES)
def test_rules_reach_nothing(name: str, place: Place, capfd: pytest.CaptureFixture[str]) -> None:
    rules = place.root / "ontology" / "rules"
    rules.mkdir(parents=True)
    for file in ("company.ttl", "shapes.ttl"):
        (place.root / "ontology" / file).write_bytes((shipped("ontology") / file).read_bytes())
    facts = "<https://example.org/kg/company/a> a <https://w3id.org/companykg#Company> .\n"
    Path("facts.ttl").write_text(facts, encoding="utf-8")
    for address in (place.url, place.file):
        text = QUERIES[name].replace("SELECT *", "CONSTRUCT { ?s ?p ?o }", 1)
        text = text.replace("URL", address)
        (rules / "own.rq").write_text(text, encoding="utf-8")
        code = answers(place, capfd, "load", "facts.ttl")
        assert code == (0 if name == "graph" else 2)
