"""A limit is written where the grammar wants it, and only ever lowers the query's own."""

import pyoxigraph as ox
import pytest

from kg.sparql.slice import sliced

DATA = "".join(f"<urn:s{n}> <urn:p> {n} .\n" for n in range(6))

# query, LIMIT given, how many rows or triples come
TABLE = [
    ("SELECT * { ?s ?p ?o }", 2, 2),
    ("SELECT * { ?s ?p ?o } # all of them", 2, 2),
    ("SELECT * { ?s ?p ?o } LIMIT 4", 2, 2),
    ("SELECT * { ?s ?p ?o } limit 1", 2, 1),
    ("SELECT * { ?s ?p ?o } LIMIT 4 OFFSET 3", 9, 3),
    ("SELECT * { ?s ?p ?o } OFFSET 5", 2, 1),
    ("SELECT * { ?s ?p ?o } ORDER BY DESC(?o)", 0, 0),
    ("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 1 } ?a ?b ?c }", 3, 3),
    ("SELECT * { ?s ?p ?o } VALUES ?o { 1 2 3 }", 2, 2),
    ("SELECT * { ?s ?p ?o } ORDER BY ?o LIMIT 5 VALUES ?o { 1 2 3 }", 2, 2),
    ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 0)", 2, 2),
    ("SELECT ('LIMIT 1' AS ?n) { ?s ?p ?o FILTER(?o > 1) }", 3, 3),
    ("SELECT ?LIMIT { ?s ?p ?LIMIT }", 3, 3),
    ("CONSTRUCT { ?s <urn:q> ?o } WHERE { ?s ?p ?o }", 2, 2),
    ("CONSTRUCT WHERE { ?s ?p ?o }", 2, 2),
    ("DESCRIBE ?s { ?s ?p ?o }", 2, 2),
    ("DESCRIBE <urn:s1>", 3, 1),
]


@pytest.mark.parametrize(("query", "limit", "count"), TABLE)
def test_counts(query: str, limit: int, count: int) -> None:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    assert len(list(store.query(sliced(query, limit)))) == count  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["ASK { ?s ?p ?o }", "", "# nothing", "CLEAR ALL", "SELEKT *"])
def test_what_has_no_rows_stays(text: str) -> None:
    assert sliced(text, 3) == text
