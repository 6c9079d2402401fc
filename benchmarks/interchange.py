"""Whether other tools read kg's exports as the same graph.

python benchmarks/interchange.py [--install FOLDER]

The workspace's shipped documents are loaded and exported with claims in every format of RDF; each
tool reads each format that it knows, and what it read is compared, triple by triple, with what the
store holds. Where a tool spells a literal anew (07 as 7), values are compared, and the table says
so. Jena is Debian's libapache-jena-java, Raptor raptor2-utils, N3.js the package n3 of npm: with
--install those that are missing are installed, n3 into FOLDER, the others by apt where it may.
Exit code 1 where a graph differs.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

CHECKOUT = Path(__file__).parents[1]
KG = Path(sys.executable).with_name("kg")
SUFFIXES = {"turtle": "ttl", "trig": "trig", "nt": "nt", "nq": "nq", "jsonld": "jsonld",
            "rdfxml": "rdf"}  # fmt: skip
DATASETS = ("trig", "nq", "jsonld")
JAVA = Path("/usr/share/java")
JENA = (
    "jena-arq", "jena-base", "jena-cmds", "jena-core", "jena-iri", "jena-shacl", "jena-shex",
    "jena-tdb", "jena-tdb2", "jena-dboe-base", "jena-dboe-index", "jena-dboe-storage",
    "jena-dboe-trans-data", "jena-dboe-transaction", "jena-rdfconnection", "commons-cli",
    "commons-codec", "commons-compress", "commons-csv", "commons-io", "commons-lang3",
    "dexx.collection", "gson", "guava", "httpclient", "httpclient-cache", "httpcore",
    "jackson-annotations", "jackson-core", "jackson-databind", "jakarta.json-api", "jsonld-java",
    "protobuf", "slf4j-api", "slf4j-simple", "thrift", "titanium-json-ld", "jcl-over-slf4j",
)  # fmt: skip
N3 = """
const { StreamParser, StreamWriter } = require('n3');
const [file, format] = process.argv.slice(1);
require('fs').createReadStream(file).pipe(new StreamParser({ format }))
  .on('error', error => { console.error(String(error)); process.exit(1); })
  .pipe(new StreamWriter({ format: 'N-Quads' })).pipe(process.stdout);
"""
Quads = frozenset[ox.Quad]
Reader = Callable[[Path, str], bytes]


def install(packages: Path) -> None:
    """Those tools that are missing."""
    programs = {
        "raptor2-utils": shutil.which("rapper"),
        "default-jre-headless": shutil.which("java"),
        "libapache-jena-java": (JAVA / "jena-core.jar").exists(),
    }
    missing = [package for package, there in programs.items() if not there]
    if missing and os.geteuid() == 0:
        command = ["apt-get", "install", "-qq", "--no-install-recommends", *missing]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    if not (packages / "node_modules" / "n3").is_dir():
        subprocess.run(["npm", "install", "--silent", "--prefix", packages, "n3"], check=True)


def exported(folder: Path) -> dict[str, Path]:
    """The files of a workspace with the shipped document, by format."""
    for name in ("data", "ontology", "queries"):
        shutil.copytree(CHECKOUT / name, folder / name)
    shutil.copy(CHECKOUT / "kg.toml", folder)
    subprocess.run([KG, "load"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    files = {format_: folder / f"all.{suffix}" for format_, suffix in SUFFIXES.items()}
    for format_, path in files.items():
        command = [KG, "export", "--with-claims", "--format", format_, path]
        subprocess.run(command, cwd=folder, check=True)
    return files


def run(*command: str | Path) -> bytes:
    """What a program prints."""
    return subprocess.run(command, check=True, capture_output=True).stdout


def by_rdflib(path: Path, format_: str) -> bytes:
    """As N-Quads."""
    import rdflib  # noqa: PLC0415  (one of the tools compared)

    names = {"turtle": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "jsonld": "json-ld",
             "rdfxml": "xml"}  # fmt: skip
    dataset = rdflib.Dataset()
    target = dataset if format_ in DATASETS else dataset.default_graph
    target.parse(path, format=names[format_])
    return dataset.serialize(format="nquads", encoding="utf-8")


def by_owlready2(path: Path, _: str) -> bytes:
    """As N-Triples."""
    import owlready2  # noqa: PLC0415  (one of the tools compared)

    ontology = owlready2.World().get_ontology("urn:x:export")
    with path.open("rb") as file:
        ontology.load(fileobj=file)
    output = io.BytesIO()
    ontology.save(file=output, format="ntriples")
    return output.getvalue()


def by_pyoxigraph(path: Path, format_: str) -> bytes:
    """As N-Quads."""
    formats = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG,
               "nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS,
               "jsonld": ox.RdfFormat.JSON_LD, "rdfxml": ox.RdfFormat.RDF_XML}  # fmt: skip
    found = ox.serialize(ox.parse(path=path, format=formats[format_]), format=ox.RdfFormat.N_QUADS)
    assert found is not None
    return found


def by_raptor(path: Path, format_: str) -> bytes:
    """As N-Quads."""
    names = {"turtle": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads",
             "rdfxml": "rdfxml"}  # fmt: skip
    return run("rapper", "-q", "-i", names[format_], "-o", "nquads", path)


def jena(overlay: Path) -> Reader | None:
    """Debian's Jena. It looks for tables of Xerces where they are not: they are laid there. Of its
    readers of JSON-LD that of 1.1 lacks a JSON parser in Debian; that of 1.0 is asked."""
    core = JAVA / "jena-core.jar"
    if not core.exists() or shutil.which("java") is None:
        return None
    with zipfile.ZipFile(core) as archive:
        for name in archive.namelist():
            inner = name.removeprefix("org/apache/jena/ext/")
            if inner.startswith("xerces/") and inner != name and not name.endswith(("/", ".class")):
                (overlay / inner).parent.mkdir(parents=True, exist_ok=True)
                (overlay / inner).write_bytes(archive.read(name))
    jars = [JAVA / f"{name}.jar" for name in JENA]
    path = ":".join(map(str, [overlay, *(jar for jar in jars if jar.exists())]))

    def read(file: Path, format_: str) -> bytes:
        syntax = ["--syntax=jsonld10"] if format_ == "jsonld" else []
        return run("java", "-cp", path, "riotcmd.riot", *syntax, "--output=N-Quads", file)

    return read


def n3(folder: Path) -> Reader | None:
    """N3.js in a folder of npm packages."""
    if shutil.which("node") is None or not (folder / "node_modules" / "n3").is_dir():
        return None
    names = {"turtle": "Turtle", "trig": "TriG", "nt": "N-Triples", "nq": "N-Quads"}

    def read(file: Path, format_: str) -> bytes:
        command = ["node", "-e", N3, file, names[format_]]
        done = subprocess.run(command, check=True, capture_output=True, cwd=folder)
        return done.stdout

    return read


def by_value(quads: Quads) -> Quads:
    """The quads with numbers as their values: 30.0 is 30."""
    return frozenset(
        ox.Quad(quad.subject, quad.predicate, number, quad.graph_name)
        if (number := _number(quad.object))
        else quad
        for quad in quads
    )


def _number(term: object) -> ox.Literal | None:
    if isinstance(term, ox.Literal) and term.datatype.value.endswith(("#decimal", "#integer")):
        return ox.Literal(f"{float(term.value):g}", datatype=term.datatype)
    return None


def verdict(found: Quads, wanted: Quads) -> str:
    """`same`, or what differs."""
    if found == wanted:
        return "same"
    if by_value(found) == by_value(wanted):
        return "same values"
    return f"-{len(wanted - found)} +{len(found - wanted)}"


def compared(read: Reader, path: Path, format_: str, wanted: Quads) -> str:
    """What comes of a tool's reading a file."""
    try:
        text = read(path, format_)
    except subprocess.CalledProcessError as error:
        return f"fails: {error.stderr.decode(errors='replace').strip().splitlines()[-1:]}"
    found = frozenset(ox.parse(text, format=ox.RdfFormat.N_QUADS))
    if format_ not in DATASETS:
        found = frozenset(ox.Quad(*quad.triple) for quad in found)
    return verdict(found, wanted)


def main() -> int:
    """Prints a row a tool; 1 where one reads another graph."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--install", type=Path, help="where n3 is, or is put by npm")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packages = (given.install or folder / "npm").absolute()
        packages.mkdir(parents=True, exist_ok=True)
        if given.install:
            install(packages)
        tools: dict[str, tuple[Reader | None, tuple[str, ...]]] = {
            "pyoxigraph": (by_pyoxigraph, tuple(SUFFIXES)),
            "rdflib": (by_rdflib, tuple(SUFFIXES)),
            "owlready2": (by_owlready2, ("nt", "rdfxml")),
            "Raptor": (by_raptor if shutil.which("rapper") else None,
                       ("turtle", "trig", "nt", "nq", "rdfxml")),
            "Jena": (jena(folder / "overlay"), tuple(SUFFIXES)),
            "N3.js": (n3(packages), ("turtle", "trig", "nt", "nq")),
        }  # fmt: skip
        (folder / "work").mkdir()
        return table(tools, exported(folder / "work"))


def table(tools: dict[str, tuple[Reader | None, tuple[str, ...]]], files: dict[str, Path]) -> int:
    """Prints it; 1 where a graph differs."""
    everything = frozenset(ox.parse(path=files["nq"], format=ox.RdfFormat.N_QUADS))
    merged = frozenset(ox.Quad(*quad.triple) for quad in everything)
    print(f"{len(everything):,} quads")
    print(f"{'':<11}" + "".join(f"{format_:<13}" for format_ in files))
    bad = 0
    for tool, (read, known) in tools.items():
        cells = []
        for format_, path in files.items():
            if read is None or format_ not in known:
                cells.append("not here" if read is None else "-")
                continue
            wanted = everything if format_ in DATASETS else merged
            cells.append(compared(read, path, format_, wanted))
            bad += not cells[-1].startswith("same")
        print(f"{tool:<11}" + "".join(f"{cell:<13}" for cell in cells), flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
