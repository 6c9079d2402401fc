"""Quads as text: the same bytes whatever order they came in, and the same graph back."""

import io
import random
import re
import subprocess
import sys

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.rdf.serialize import FORMATS, serialize
from kg.rdf.vocabulary import KG, PREFIXES, RDF, RDFS, XSD

BASE = "https://example.org/kg/"
IN_GRAPHS = [name for name, rdf_format in FORMATS.items() if rdf_format.supports_datasets]


def _text(quads: object, format_: str, base: str = BASE) -> bytes:
    output = io.BytesIO()
    serialize(quads, format_, output, PREFIXES, base)  # type: ignore[arg-type]  # any iterable
    return output.getvalue()


def _merged(quads: object) -> set[ox.Quad]:
    return {ox.Quad(q.subject, q.predicate, q.object) for q in quads}  # type: ignore[attr-defined]


# Text that XML 1.0 can hold; what it cannot is tested apart.
_PLAIN = st.text(
    st.one_of(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
        ),
        st.sampled_from("\t\n\r 가나다·<>&\"'\\{}[]:;"),
    ),
    max_size=12,
)  # fmt: skip
_NAMES = st.text("abz가힣09_-.~%()&'+,;=@:×·™㈜—…😀", min_size=1, max_size=6).map(
    lambda name: name.replace("%", "%41")
)
_IRIS = st.one_of(
    st.builds(
        lambda folder, name: ox.NamedNode(f"{BASE}{folder}/{name}"),
        st.sampled_from(["company", "service", "event/merger", "document", "Upper"]),
        _NAMES,
    ),
    st.builds(
        lambda name, start: ox.NamedNode(f"{BASE}document/{name}#char={start},9"),
        _NAMES,
        st.integers(0, 9),
    ),
    st.sampled_from([ox.NamedNode(KG + "Company"), ox.NamedNode(BASE), ox.NamedNode(BASE[:-1])]),
)
_PROPERTIES = st.sampled_from(
    [ox.NamedNode(iri) for iri in (RDF + "type", RDFS + "label", KG + "operates", KG + "quote")]
)
_LITERALS = st.one_of(
    st.builds(ox.Literal, _PLAIN),
    st.builds(lambda text: ox.Literal(text, language="ko"), _PLAIN),
    st.integers(-5, 99).map(ox.Literal),
    st.sampled_from(["2014-10-01", "0001-01-01"]).map(
        lambda day: ox.Literal(day, datatype=ox.NamedNode(XSD + "date"))
    ),
)
_TYPES = st.sampled_from([ox.NamedNode(KG + name) for name in ("Company", "Event", "Span")])


def _quad(
    subject: ox.NamedNode, predicate: ox.NamedNode, object_: object, graph: object
) -> ox.Quad:
    return ox.Quad(subject, predicate, object_, graph)  # type: ignore[arg-type]


_QUADS = st.sets(
    st.one_of(
        st.builds(_quad, _IRIS, _PROPERTIES.filter(lambda p: p.value != RDF + "type"),
                  st.one_of(_IRIS, _LITERALS), st.one_of(st.just(ox.DefaultGraph()), _IRIS)),
        st.builds(_quad, _IRIS, st.just(ox.NamedNode(RDF + "type")), _TYPES,
                  st.one_of(st.just(ox.DefaultGraph()), _IRIS)),
    ),
    max_size=12,
)  # fmt: skip


@given(_QUADS, st.sampled_from(sorted(FORMATS)), st.randoms())
def test_the_order_of_the_quads_means_nothing(
    quads: set[ox.Quad], format_: str, shuffled: random.Random
) -> None:
    ordered = sorted(quads, key=str)
    mixed = ordered[:]
    shuffled.shuffle(mixed)
    assert _text(mixed, format_) == _text([*ordered, *ordered], format_)


@given(_QUADS, st.sampled_from(sorted(FORMATS)))
def test_what_is_written_reads_back_as_the_same_graph(quads: set[ox.Quad], format_: str) -> None:
    text = _text(quads, format_)
    back = set(ox.parse(text, format=FORMATS[format_]))
    assert back == (quads if format_ in IN_GRAPHS else _merged(quads))


@given(_QUADS)
def test_rdflib_reads_turtle_as_the_same_graph(quads: set[ox.Quad]) -> None:
    rdflib = pytest.importorskip("rdflib")
    found = rdflib.Graph().parse(data=_text(quads, "turtle"), format="turtle")
    nt = found.serialize(format="nt", encoding="utf-8")
    assert set(ox.parse(nt, format=ox.RdfFormat.N_TRIPLES)) == _merged(quads)


@given(_QUADS)
def test_rdflib_reads_rdfxml_as_the_same_graph(quads: set[ox.Quad]) -> None:
    """Expat is stricter than pyoxigraph's parser, and turns bare carriage returns into feeds."""
    rdflib = pytest.importorskip("rdflib")
    found = rdflib.Graph().parse(data=_text(quads, "rdfxml"), format="xml")
    nt = found.serialize(format="nt", encoding="utf-8")
    assert set(ox.parse(nt, format=ox.RdfFormat.N_TRIPLES)) == _merged(quads)


def _quads(trig: str) -> list[ox.Quad]:
    head = f"@base <{BASE}> . @prefix kg: <{KG}> . @prefix rdfs: <{RDFS}> .\n"
    return list(ox.parse((head + trig).encode(), format=ox.RdfFormat.TRIG))


def test_turtle_is_grouped_sorted_and_shortened() -> None:
    quads = _quads(
        """
        <service/나> kg:text "b\\nc", "a \\"<https://example.org/kg/x>" ;
            rdfs:label "나" ; a kg:Service .
        <company/가> kg:operates <service/나> ; a kg:Company .
        <document/x#char=1,2> kg:inDocument <https://example.com/kg/x> .
        """
    )
    assert _text(quads, "turtle").decode() == (
        "@base <https://example.org/kg/> .\n"
        "@prefix kg: <https://w3id.org/companykg#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "\n"
        "<company/가> a kg:Company ;\n"
        "\tkg:operates <service/나> .\n"
        "\n"
        "<document/x#char=1,2> kg:inDocument <https://example.com/kg/x> .\n"
        "\n"
        "<service/나> a kg:Service ;\n"
        '\trdfs:label "나" ;\n'
        '\tkg:text "a \\"<https://example.org/kg/x>" , "b\\nc" .\n'
    )


def test_trig_has_the_default_graph_first() -> None:
    quads = _quads('GRAPH <document/a> { <document/a> kg:sha256 "1" } <company/가> kg:text "가" .')
    assert _text(quads, "trig").decode() == (
        "@base <https://example.org/kg/> .\n"
        "@prefix kg: <https://w3id.org/companykg#> .\n"
        "\n"
        '<company/가> kg:text "가" .\n'
        "\n"
        "<document/a> {\n"
        '\t<document/a> kg:sha256 "1" .\n'
        "}\n"
    )


WHOLE = [
    *(BASE + path for path in ("", "/x", "../x", "x/../y", "./x", "x/.", "a:b", "?q", "#f", "..")),
    "https://example.org/kg",
    "https://example.org/kh/a",
    "https://example.org",
    "https://example.org//x",
    "https://other.org/a",
    "https:a",
]


@pytest.mark.parametrize("iri", WHOLE)
def test_what_is_no_path_below_the_base_is_written_whole(iri: str) -> None:
    node = ox.NamedNode(iri)
    quads = {
        ox.Quad(node, node, node, node),
        ox.Quad(node, node, ox.Literal('"</x> <//y> \\'), node),
    }
    text = _text(quads, "trig")
    assert len(re.findall(f"<{re.escape(iri)}>", text.decode())) == (5 if iri == BASE else 4)
    assert set(ox.parse(text, format=ox.RdfFormat.TRIG)) == quads


@pytest.mark.parametrize("path", ["x", "x/y.z", "x/..a", ".x", "x?a:/../b", "x#a://b", "x//y"])
def test_a_path_below_the_base_is_relative(path: str) -> None:
    iri = ox.NamedNode(BASE + path)
    text = _text([ox.Quad(iri, iri, iri, iri)], "trig")
    assert text.count(f"<{path}>".encode()) == 4
    assert set(ox.parse(text, format=ox.RdfFormat.TRIG)) == {ox.Quad(iri, iri, iri, iri)}


def test_without_a_base_iris_are_whole() -> None:
    text = _text(_quads("<company/가> a kg:Company ."), "turtle", base="")
    assert b"@base" not in text
    assert "<https://example.org/kg/company/가> a".encode() in text


@pytest.mark.parametrize("format_", ["turtle", "nt", "rdfxml"])
def test_formats_of_one_graph_merge_graphs(format_: str) -> None:
    quads = _quads("<a> a kg:Event . GRAPH <g> { <a> a kg:Event . <b> a kg:Event . }")
    assert len(set(ox.parse(_text(quads, format_), format=FORMATS[format_]))) == 2


@pytest.mark.parametrize(
    ("quad", "problem"),
    [
        ("<a> <https://example.com/1> 1 .", "the property <https://example.com/1>"),
        ("<a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> 1 .", "the property <http"),
        ("<a> a <https://example.com/> .", "the class <https://example.com/>"),
        ('<a> kg:quote "쪽\\u000C" .', "the character U+000C of a literal of <https"),
        ('<a> kg:quote "\\uFFFE" .', "the character U+FFFE"),
    ],
)
def test_what_rdfxml_cannot_hold_is_named(quad: str, problem: str) -> None:
    with pytest.raises(KgError, match="RDF/XML cannot") as caught:
        _text(_quads(quad), "rdfxml")
    assert problem in str(caught.value)
    assert caught.value.exit_code == 2


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(KgError, match="no RDF format 'n3'") as caught:
        _text([], "n3")
    assert "turtle" in str(caught.value)


_PROGRAM = """
import io, sys
import pyoxigraph as ox
from kg.rdf.serialize import FORMATS, serialize
from kg.rdf.vocabulary import PREFIXES
node = lambda n: ox.NamedNode(f"https://example.org/kg/company/{n}")
quads = {ox.Quad(node(a), node("p"), node(b), node(c)) for a in "xyz" for b in "uvw" for c in "gh"}
for name in FORMATS:
    serialize(quads, name, sys.stdout.buffer, PREFIXES, "https://example.org/kg/")
"""


def test_the_hash_seed_means_nothing() -> None:
    written = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(written) == 1
    assert written != {b""}
