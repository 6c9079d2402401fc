"""Which SPARQL constraints read only what is near their node."""

import pytest

from kg.gate.query_reach import reads_own_triples

NEAR = [
    "SELECT $this WHERE { $this kg:a ?x }",
    "SELECT $this ?value WHERE { $this $PATH ?value . ?value kg:b ?x . ?x kg:c ?y }",
    "SELECT $this WHERE { $this kg:a/kg:b ?x ; kg:c ?d , ?e . ?d kg:f 'x' FILTER (?x < (?d)) }",
    "SELECT $this WHERE { $this kg:a ?x . FILTER NOT EXISTS { ?x kg:b ?y } }",
    "SELECT $this WHERE { $this kg:a ?x . OPTIONAL { ?x kg:b 'a } b' } # { ?q kg:c ?r }\n }",
    "ASK { { $this kg:a ?x } UNION { $this <http://b> ?x } }",
    "SELECT $this WHERE { $this ?role ?who }",
    "SELECT $this ?value WHERE { $this $PATH ?value . { ?value kg:b 'x'@ko , '1'^^kg:t . } }",
    "SELECT $this WHERE { OPTIONAL { $this kg:a ?x . OPTIONAL { ?x kg:b ?y } } }",
    "SELECT $this WHERE { $this kg:a ?x . { ?x kg:b 1 } UNION { ?x kg:c 2 } }",
]
ANYWHERE = [
    "SELECT $this WHERE { ?x kg:p $this }",
    "SELECT $this WHERE { $this kg:a/kg:b/kg:c ?x }",
    "SELECT $this WHERE { $this ^kg:a ?x }",
    "SELECT $this WHERE { $this kg:a* ?x }",
    "SELECT $this WHERE { $this kg:a|kg:b ?x }",
    "SELECT $this WHERE { $this kg:a ?x . ?y kg:b ?z }",
    "SELECT $this WHERE { $this kg:a ?x . FILTER NOT EXISTS { ?x kg:b ?y . ?y kg:c ?z } }",
    "SELECT $this WHERE { $this kg:a ?a . FILTER (EXISTS { ?q a kg:B }) }",
    "SELECT $this WHERE { $this kg:a ?x . ?x $PATH ?value }",
    "SELECT $this WHERE { GRAPH ?g { $this kg:a ?x } }",
    "SELECT $this WHERE { { SELECT ?x WHERE { ?x kg:a ?y } } $this kg:b ?x }",
    "SELECT $this WHERE { { $this kg:a ?x } UNION { ?x kg:b ?y } }",
    "SELECT $this WHERE { OPTIONAL { $this kg:a ?x } ?x kg:b ?y }",
    "SELECT $this WHERE { OPTIONAL { ?x kg:b ?y } $this kg:a ?x }",
    "SELECT $this WHERE { $this kg:a ?x . { OPTIONAL { ?x kg:b ?y } } }",
    "SELECT $this WHERE { $this kg:a ?x . { $this kg:b ?y . FILTER EXISTS { ?x kg:b ?z } } }",
    "SELECT $this WHERE { $this kg:a/$PATH ?x }",
    "SELECT $this WHERE { $this kg:a ?x } ORDER BY ?x",
    "ASK { ?value kg:a $this }",
    "SELECT $this",
]


@pytest.mark.parametrize("query", NEAR)
def test_near(query: str) -> None:
    assert reads_own_triples(query)


@pytest.mark.parametrize("query", ANYWHERE)
def test_anywhere(query: str) -> None:
    assert not reads_own_triples(query)
