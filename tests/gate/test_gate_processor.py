"""Any shapes over any data: conformance, the standard report, faults of the shapes."""

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.gate.processor import RdfFile, process
from kg.rdf.vocabulary import SH

HEAD = """@prefix ex: <http://example.com/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def file(text: str, name: str = "f.ttl") -> RdfFile:
    return RdfFile(name, ".ttl", (HEAD + text).encode(), "http://example.com/base")


def components(shapes: str, *data: str) -> list[str]:
    """The constraint components of the results, sorted."""
    report = process([file(text) for text in data], file(shapes))
    found = [
        quad.object.value.removeprefix(SH)
        for quad in report.quads
        if quad.predicate.value == SH + "sourceConstraintComponent"
        and isinstance(quad.object, ox.NamedNode)
    ]
    assert report.conforms == (not found)
    assert len(report.findings) == len(found)
    return sorted(found)


PERSON = "ex:S a sh:NodeShape ; sh:targetClass ex:P ; sh:property [ sh:path %s ; %s ] ."


PROPERTIES = [
    ("ex:n", "sh:minCount 1", "ex:a a ex:P .", "MinCount"),
    ("ex:n", "sh:datatype xsd:string", "ex:a a ex:P ; ex:n 1 .", "Datatype"),
    ("ex:n", "sh:in ( 'x'^^xsd:string )", "ex:a a ex:P ; ex:n 'x' .", ""),
    ("ex:n", "sh:hasValue 01", "ex:a a ex:P ; ex:n 1 .", "HasValue"),
    ("ex:n", "sh:datatype xsd:date", "ex:a a ex:P ; ex:n '2014-13-01'^^xsd:date .", "Datatype"),
    ("( ex:n ex:m )", "sh:maxCount 0", "ex:a a ex:P ; ex:n [ ex:m 1 ] .", "MaxCount"),
    ("ex:n", "sh:uniqueLang true", "ex:a a ex:P ; ex:n 'a'@ko, 'b'@ko .", "UniqueLang"),
    ("ex:n", "sh:uniqueLang '1'^^xsd:boolean", "ex:a a ex:P ; ex:n 'a'@ko, 'b'@ko .", ""),
]


@pytest.mark.parametrize(("path", "constraint", "data", "component"), PROPERTIES)
def test_verdicts(path: str, constraint: str, data: str, component: str) -> None:
    due = [f"{component}ConstraintComponent"] if component else []
    assert components(PERSON % (path, constraint), data) == due


def test_a_literal_can_be_a_target() -> None:
    shapes = "ex:S sh:targetNode '가' ; sh:minLength 2 ."
    assert components(shapes, "") == ["MinLengthConstraintComponent"]


def test_prefixes_of_imported_ontologies_count() -> None:
    shapes = """ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql ex:Q .
    ex:Q sh:prefixes ex:O ; sh:select "SELECT $this WHERE { $this t:p u:x }" .
    ex:O owl:imports ex:I ; sh:declare [ sh:prefix "t" ; sh:namespace "http://t/"^^xsd:anyURI ] .
    ex:I sh:declare [ sh:prefix "u" ; sh:namespace "http://u/"^^xsd:anyURI ] ."""
    assert components(shapes, "ex:a <http://t/p> <http://u/x> .") == ["SPARQLConstraintComponent"]


def test_queries_can_read_the_shapes_and_know_their_own() -> None:
    shapes = '''ex:S a sh:NodeShape ; sh:targetNode ex:a ; ex:limit 1 ; sh:sparql [ sh:select """
    SELECT $this ?value WHERE { FILTER BOUND($shapesGraph) $this <http://example.com/p> ?value .
      GRAPH $shapesGraph { $currentShape <http://example.com/limit> ?most } FILTER (?value > ?most)
    }""" ] .'''
    assert components(shapes, "ex:a ex:p 1 .") == []
    assert components(shapes, "ex:a ex:p 2 .") == ["SPARQLConstraintComponent"]


def test_data_is_the_union_of_its_files() -> None:
    shapes = PERSON % ("ex:n", "sh:maxCount 1")
    assert components(shapes, "ex:a a ex:P ; ex:n 1 .", "ex:a ex:n 2 .") == [
        "MaxCountConstraintComponent"
    ]


def test_the_report_is_the_same_each_time() -> None:
    shapes = PERSON % ("ex:n", "sh:minCount 1 ; sh:message 'no name'")
    data = "[] a ex:P . [] a ex:P ; ex:m 1 . ex:a a ex:P ."
    first, second = (process([file(data)], file(shapes)).quads for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "shapes",
    [
        "ex:S sh:targetNode ex:a ; sh:property [ sh:minCount 1 ] .",
        "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCount 'one' ] .",
        "ex:S sh:targetNode ex:a ; sh:sparql [ sh:select 'SELECT $this WHERE {' ] .",
        "ex:S sh:targetNode ex:a ; sh:sparql [ sh:select 'SELECT $this WHERE { $this no:p 1 }' ] .",
        "ex:S sh:targetNode ex:a ; sh:sparql [ sh:select "
        "'SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }' ] .",
    ],
)
def test_shapes_that_cannot_be_applied_are_one_clear_error(shapes: str) -> None:
    with pytest.raises(KgError) as caught:
        process([file("ex:a ex:p 1 .")], file(shapes, "shapes.ttl"))
    assert caught.value.slug == "bad-shapes"
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("shapes.ttl: ")


def test_a_blank_shape_with_a_type_is_told_in_words() -> None:
    shapes = "ex:S sh:targetNode ex:a ; sh:not [ a sh:NodeShape ; sh:nodeKind sh:IRI ] ."
    assert components(shapes, "") == ["NotConstraintComponent"]


def test_a_blank_node_can_be_wrong() -> None:
    shapes = PERSON % ("ex:n", "sh:nodeKind sh:IRI")
    assert components(shapes, "[] a ex:P ; ex:n [ ex:m 1 ] .") == ["NodeKindConstraintComponent"]


def test_nothing_is_said_beside_the_report(capfd: pytest.CaptureFixture[str]) -> None:
    shapes = (
        "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:node ex:S ; sh:closed %s ] ."
    )
    data = file("ex:a ex:p ex:a , '2014-13-01'^^xsd:date .")
    assert not process([data], file(shapes % "true")).conforms
    with pytest.raises(KgError):
        process([data], file("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql [] ."))
    assert capfd.readouterr() == ("", "")
