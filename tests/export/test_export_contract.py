"""What holds of every format of export."""

import io
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import world

from kg.errors import KgError
from kg.export import DRAWN, SUFFIXES, WRITERS, format_of, writer
from kg.export.request import Request
from kg.export.selection import everything, facts
from kg.rdf.serialize import FORMATS
from kg.rdf.vocabulary import KG, XSD

ALL = sorted(WRITERS)
HOLD_CLAIMS = sorted({*FORMATS, "jsonl"})
Requests = Callable[..., Request]


def _written(format_: str, request: Request) -> bytes:
    output = io.BytesIO()
    writer(format_)(request, output)
    return output.getvalue()


def _merged(quads: object) -> set[ox.Quad]:
    return {ox.Quad(q.subject, q.predicate, q.object) for q in quads}  # type: ignore[attr-defined]


def _wanted(format_: str, with_claims: bool) -> set[ox.Quad]:
    store = world.store()
    quads = set(everything(store) if with_claims else facts(store, world.BASE))
    return quads if FORMATS[format_].supports_datasets else _merged(quads)


@pytest.mark.parametrize("format_", ALL)
def test_the_order_in_which_things_were_loaded_means_nothing(
    format_: str, request_for: Requests
) -> None:
    quads = sorted(world.quads(), key=str)
    texts = set()
    for seed in range(3):
        random.Random(seed).shuffle(quads)  # noqa: S311  (an order, not a secret)
        other = ox.Store()
        for quad in quads:
            other.add(quad)
        texts.add(_written(format_, request_for(of=other)))
    assert len(texts) == 1


@pytest.mark.parametrize("format_", ALL)
def test_an_empty_graph_is_written(format_: str, request_for: Requests) -> None:
    text = _written(format_, request_for(of=ox.Store()))
    if format_ in FORMATS:
        assert list(ox.parse(text, format=FORMATS[format_])) == []
    else:
        assert "카카오" not in text.decode("utf-8")


@pytest.mark.parametrize("format_", ALL)
def test_the_text_is_utf8_and_ends_its_last_line(format_: str, request_for: Requests) -> None:
    text = _written(format_, request_for()).decode("utf-8")
    assert "다음커뮤니케이션·카카오 합병" in text
    assert text.endswith(("\n", "]", ">")), "JSON-LD and RDF/XML end with their last bracket"


@pytest.mark.parametrize("format_", sorted(set(ALL) - set(HOLD_CLAIMS)))
def test_formats_without_claims_say_so(format_: str, request_for: Requests) -> None:
    with pytest.raises(KgError, match="holds facts, not claims"):
        _written(format_, request_for(with_claims=True))


@pytest.mark.parametrize("format_", HOLD_CLAIMS)
def test_claims_are_there_when_asked_for(format_: str, request_for: Requests) -> None:
    claim = next(one.iri for one in world.CLAIMS if one.about == world.FOUNDING)
    claim = claim.removeprefix(world.BASE)
    assert claim in _written(format_, request_for(with_claims=True)).decode("utf-8")
    assert claim not in _written(format_, request_for()).decode("utf-8")


@pytest.mark.parametrize("with_claims", [False, True])
@pytest.mark.parametrize("format_", FORMATS)
def test_pyoxigraph_reads_the_same_graph(
    format_: str, with_claims: bool, request_for: Requests
) -> None:
    text = _written(format_, request_for(with_claims=with_claims))
    assert set(ox.parse(text, format=FORMATS[format_])) == _wanted(format_, with_claims)


RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "nt": "nt",
    "nq": "nquads",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("format_", FORMATS)
def test_rdflib_reads_the_same_graph(format_: str, request_for: Requests) -> None:
    rdflib = pytest.importorskip("rdflib")
    dataset = rdflib.Dataset()
    datasets = FORMATS[format_].supports_datasets
    target = dataset if datasets else dataset.default_graph
    target.parse(data=_written(format_, request_for()).decode("utf-8"), format=RDFLIB[format_])
    nq = dataset.serialize(format="nquads", encoding="utf-8")
    found = set(ox.parse(nq, format=ox.RdfFormat.N_QUADS))
    wanted = _wanted(format_, False)
    assert sorted(map(str, found ^ wanted)) == []


def test_owlready2_reads_the_same_graph_from_rdfxml(request_for: Requests) -> None:
    """It keeps the header of the ontology for itself, and a decimal as a float."""
    owlready2 = pytest.importorskip("owlready2")
    world_ = owlready2.World()
    file = io.BytesIO(_written("rdfxml", request_for()))
    world_.get_ontology("http://example.com/any#").load(fileobj=file)
    nt = world_.as_rdflib_graph().serialize(format="nt", encoding="utf-8")
    found = {_by_value(quad) for quad in ox.parse(nt, format=ox.RdfFormat.N_TRIPLES)}
    wanted = {_by_value(quad) for quad in _wanted("rdfxml", False)}
    headers = {ox.NamedNode(KG.removesuffix("#")), ox.NamedNode("http://anonymous")}
    assert sorted(str(quad) for quad in found ^ wanted if quad.subject not in headers) == []
    assert len(found) > 500


def _by_value(quad: ox.Quad) -> ox.Quad:
    """The quad with a decimal's point and zeros taken off: 40000000.0 is 40000000."""
    of, decimal = quad.object, ox.NamedNode(XSD + "decimal")
    if isinstance(of, ox.Literal) and of.datatype == decimal:
        of = ox.Literal(f"{float(of.value):g}", datatype=decimal)
    return ox.Quad(quad.subject, quad.predicate, of)


RAPPER = {
    "turtle": "turtle",
    "trig": "trig",
    "nt": "ntriples",
    "nq": "nquads",
    "rdfxml": "rdfxml",
}


@pytest.mark.parametrize("format_", RAPPER)
def test_raptor_reads_the_same_graph(format_: str, request_for: Requests, tmp_path: Path) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("rapper (raptor2-utils) is not installed")
    path = tmp_path / "facts"
    path.write_bytes(_written(format_, request_for()))
    read = subprocess.run(
        [rapper, "-q", "-i", RAPPER[format_], "-o", "nquads", path, world.BASE],
        capture_output=True,
        check=True,
    )
    assert set(ox.parse(read.stdout, format=ox.RdfFormat.N_QUADS)) == _wanted(format_, False)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_suffix_names_a_format(suffix: str) -> None:
    assert format_of(f"some.where/facts{suffix.upper()}") in {*WRITERS, *DRAWN}


@pytest.mark.parametrize("name", ["facts", "facts.docx", ".ttl"])
def test_other_suffixes_name_none(name: str) -> None:
    with pytest.raises(KgError, match="suffix") as caught:
        format_of(name)
    assert "--format" in str(caught.value)


def test_an_unknown_format_is_an_error_in_one_line() -> None:
    with pytest.raises(KgError, match="no format 'xls'") as caught:
        writer("xls")
    assert "graphml" in str(caught.value)
    assert "\n" not in str(caught.value)


_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import world
from kg.export import WRITERS, writer
from kg.export.request import Request
from kg.rdf.vocabulary import PREFIXES
for name in WRITERS:
    request = Request(world.store(), world.schema(), world.BASE, PREFIXES)
    writer(name)(request, sys.stdout.buffer)
"""


def test_the_hash_seed_means_nothing() -> None:
    here = str(Path(__file__).parent)
    written = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM, here],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(written) == 1
    assert "카카오" in written.pop().decode("utf-8")
