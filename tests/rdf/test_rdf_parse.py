"""RDF files: each quad with its line, errors with their place, blank nodes as IRIs."""

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.rdf.parse import FORMATS, SUFFIXES, decode, parse_rdf

BASE = "https://example.org/kg/document/facts.ttl"

TURTLE = """@prefix k: <http://k/> .
k:a k:b "한 줄" ,
   "둘째 줄" ;
  k:c [ k:d
     "안쪽" ] ,
   \"\"\"여러
줄\"\"\" .

k:z k:z k:q .
"""


def lines_by_object(text: str, suffix: str) -> dict[str, int]:
    parsed = parse_rdf(text.encode(), suffix, "facts" + suffix, BASE)
    return {
        quad.object.value: line for quad, line in parsed if not isinstance(quad.object, ox.Triple)
    }


def test_lines_of_turtle() -> None:
    lines = lines_by_object(TURTLE, ".ttl")
    assert lines["한 줄"] == 2
    assert lines["둘째 줄"] == 3
    assert lines["안쪽"] == 5
    assert lines["여러\n줄"] == 7
    assert lines["http://k/q"] == 9


def test_lines_of_n_quads_are_exact() -> None:
    text = '<http://a> <http://b> "1" .\n\n# note\n<http://a> <http://b> "2" <http://g> .\n'
    assert lines_by_object(text, ".nq") == {"1": 1, "2": 4}


def test_lines_end_at_a_carriage_return_too() -> None:
    text = '<http://a> <http://b> "1" .\r\n<http://a> <http://b> "2" .\r<http://a> <http://b> "3" .'
    assert lines_by_object(text, ".ttl") == {"1": 1, "2": 2, "3": 3}


def test_lines_of_rdf_xml_with_an_entity_for_a_namespace() -> None:
    text = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [ <!ENTITY k "http://k/"> ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:k="http://k/">
<rdf:Description rdf:about="&k;s">
  <k:p>하나</k:p>
  <k:p>둘</k:p>
</rdf:Description>
</rdf:RDF>"""
    assert lines_by_object(text, ".rdf") == {"하나": 5, "둘": 6}


def test_lines_of_json_ld_are_looked_for() -> None:
    text = """{"@context": {"k": "http://k/"},
 "@id": "http://k/s",
 "k:p": "하나",
 "k:q": "둘"}"""
    assert lines_by_object(text, ".jsonld") == {"하나": 3, "둘": 4}


def test_a_line_longer_than_the_parser_reads_at_once_counts_once() -> None:
    long = "가" * 5000
    text = f'<http://a> <http://b> "{long}" .\n<http://a> <http://b> "2" .\n'
    assert lines_by_object(text, ".nt") == {long: 1, "2": 2}


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    data = b"\xef\xbb\xbf<http://a> <http://b> <http://c> ."
    assert len(list(parse_rdf(data, ".ttl", "a.ttl", BASE))) == 1


def test_blank_nodes_become_the_same_iris_every_time() -> None:
    first = list(parse_rdf(TURTLE.encode(), ".ttl", "a.ttl", BASE))
    again = list(parse_rdf(TURTLE.encode(), ".ttl", "a.ttl", BASE))
    assert first == again
    subjects = {quad.subject.value for quad, _ in first if isinstance(quad.subject, ox.NamedNode)}
    assert f"{BASE}#bnode-c14n0" in subjects


def test_blank_nodes_lie_under_their_own_iri_where_one_is_given() -> None:
    parsed = list(parse_rdf(b"[] <p> [] .", ".ttl", "a.ttl", "http://base/", blanks="http://doc"))
    [(quad, _)] = parsed
    ends = {str(quad.subject), str(quad.object)}
    assert ends == {"<http://doc#bnode-c14n0>", "<http://doc#bnode-c14n1>"}
    assert quad.predicate.value == "http://base/p"


@pytest.mark.parametrize(
    ("data", "suffix", "slug", "place"),
    [
        pytest.param(
            "<http://카> <http://b> 가 .", ".ttl", "syntax", "f:1:23", id="column in code points"
        ),
        pytest.param("k:a k:b k:c .", ".ttl", "syntax", "f:1:1", id="prefix"),
        pytest.param(
            "\n<http://a b> <http://b> 1 .", ".ttl", "syntax", "f:2:1", id="IRI with a blank"
        ),
        pytest.param("<a> <b> <c> .", ".nt", "syntax", "f:1:1", id="relative IRI"),
        pytest.param('{"@id": "http://a",\n "b" 2}', ".jsonld", "syntax", "f:2:6", id="JSON"),
        pytest.param("<a>\n<b>\n</a>", ".rdf", "syntax", "f:1", id="XML"),
        pytest.param(
            "<http://a> <http://b> <<( <http://a> <http://b> 1 )>> .",
            ".ttl",
            "triple-term",
            "f:1",
            id="RDF 1.2",
        ),
        pytest.param("가\0나", ".ttl", "binary", "f", id="binary"),
    ],
)
def test_errors_name_their_place(data: str, suffix: str, slug: str, place: str) -> None:
    with pytest.raises(KgError) as caught:
        list(parse_rdf(data.encode(), suffix, "f", "http://base/"))
    assert caught.value.slug == slug
    assert str(caught.value.where).startswith(place)
    assert "\n" not in str(caught.value)


def test_bad_utf8_names_the_byte() -> None:
    with pytest.raises(KgError, match="byte 6 is 0xFF") as caught:
        decode(b"abc\ndf\xff", "f.ttl")
    assert str(caught.value.where) == "f.ttl:2"


@pytest.mark.parametrize("suffix", ["", ".csv", "n3"])
def test_unknown_format_names_the_known(suffix: str) -> None:
    with pytest.raises(KgError, match=r"\.jsonld") as caught:
        list(parse_rdf(b"", suffix, "f", BASE))
    assert caught.value.slug == "unknown-format"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        "<!ENTITY a PUBLIC 'x' 'http://example.org/x'>",
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;">',
        f'<!ENTITY a "{"x" * 300}">',
        '<!ENTITY % a "x">',
    ],
)
def test_entities_that_are_more_than_a_short_text_are_refused(declaration: str) -> None:
    text = f'<?xml version="1.0"?>\n<!DOCTYPE r [{declaration}]>\n<r/>'
    with pytest.raises(KgError) as caught:
        list(parse_rdf(text.encode(), ".rdf", "f.rdf", BASE))
    assert caught.value.slug == "entity"
    assert str(caught.value.where).startswith("f.rdf:2:")


def test_remote_context_is_not_fetched() -> None:
    text = '{"@context": "http://127.0.0.1:9/context", "@id": "http://a", "b": "c"}'
    with pytest.raises(KgError, match="not fetched"):
        list(parse_rdf(text.encode(), ".jsonld", "f.jsonld", BASE))


def test_suffixes_are_formats() -> None:
    assert set(SUFFIXES) < set(FORMATS)
