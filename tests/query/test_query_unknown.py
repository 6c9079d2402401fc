"""A term that neither the ontology nor the graph has is told, with the nearest ones."""

import pyoxigraph as ox
import pytest

from kg.query.unknown import unknown_terms

DATA = """
@prefix k: <http://k/#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
k:Merger a owl:Class . k:Merge a owl:Class . k:date a owl:ObjectProperty .
<http://x/1> a k:Merger ; k:date <http://x/2> .
"""
PREFIX = "PREFIX k: <http://k/#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s a k:Merger ; k:date ?d }", []),
        ("SELECT * { ?s a k:Merget }", ["k:Merget is neither in the ontology nor in the graph; "
                                        "the nearest: k:Merge, k:Merger"]),
        ("SELECT * { ?s a <http://k/#Zzz> }", ["<http://k/#Zzz> is neither in the ontology nor in "
                                               "the graph"]),
        ("SELECT * { ?s k:date '1'^^xsd:date FILTER(xsd:date(?d) > 1) }", []),
        ("CONSTRUCT { ?s k:made ?o } WHERE { ?s k:date ?o }", []),
        ("SELECT * FROM <http://none/> { ?s k:date ?o }", []),
        ("SELECT * { <http://x/1> ?p <http://x/2> }", []),
        ("DESCRIBE <http://x/1>", []),
        ("DESCRIBE <http://x/9>", ["<http://x/9> is neither in the ontology nor in the graph"]),
        ("DESCRIBE ?s FROM <http://none/> WHERE { ?s a k:Merger }", []),
        ("SELECT * { ?s other:x ?o }", []),
        ("SELECT * { ?s k:date ?d BIND(STRAFTER(STR(?s), STR(k:)) AS ?local) }", []),
    ],
)  # fmt: skip
def test_unknown_terms(query: str, expected: list[str]) -> None:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    assert unknown_terms(store, PREFIX + query, None, {}) == expected


def test_without_an_ontology_the_nearest_are_those_in_use() -> None:
    store = ox.Store()
    store.load(b"<http://e/s> <http://e/knows> <http://e/o> .", format=ox.RdfFormat.TURTLE)
    [message] = unknown_terms(store, "ASK { ?s e:knwos ?o }", None, {"e": "http://e/"})
    assert message.endswith("; the nearest: e:knows")
