"""Queries that no engine survives are refused with their place; large plain ones are not."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.sparql.limits import DEEPEST, MOST, check_size

FORMS = {
    "brackets": lambda n: f"ASK {{ FILTER({'(' * n}1{')' * n}) }}",
    "groups": lambda n: f"ASK {'{' * n}{'}' * n}",
    "sub-queries": lambda n: f"SELECT * {'{ SELECT * ' * n}{{}}{'}' * n}",
    "functions": lambda n: f"ASK {{ FILTER({'STR(' * n}1{')' * n}) }}",
    "exists": lambda n: f"ASK {{ {'FILTER EXISTS { ' * n}{'}' * n} }}",
    "blank nodes": lambda n: f"ASK {{ ?a ?p {'[ ?p ' * n}1{']' * n} }}",
    "paths": lambda n: f"ASK {{ ?a {'(' * n}<urn:p>{')*' * n} ?b }}",
    "optional": lambda n: f"ASK {{ {'OPTIONAL { ' * n}{'}' * n} }}",
}
LONG = {
    "not": lambda n: f"ASK {{ FILTER({'!' * n}1) }}",
    "sums": lambda n: f"ASK {{ FILTER({'1+' * n}1) }}",
    "or": lambda n: f"ASK {{ FILTER({'1||' * n}1) }}",
    "unions": lambda n: f"ASK {{ {'{} UNION ' * n}{{}} }}",
    "binds": lambda n: f"ASK {{ {' '.join(f'BIND(1 AS ?x{i})' for i in range(n))} }}",
    "alternatives": lambda n: f"ASK {{ ?a {'<urn:p>|' * n}<urn:p> ?b }}",
    "computed": lambda n: f"SELECT {' '.join(f'(1 AS ?x{i})' for i in range(n))} {{}}",
}
PATTERNS = {
    "patterns": lambda n: f"ASK {{ {'?a <urn:p> ?c . ' * n} }}",
    "objects": lambda n: f"ASK {{ ?a ?p {'1, ' * n}1 }}",
    "lists": lambda n: f"ASK {{ ?a ?p ({' 1' * n}) }}",
}


@pytest.mark.parametrize("form", [*FORMS, *LONG, *PATTERNS])
def test_a_query_that_would_end_the_process_is_refused(form: str) -> None:
    text = {**FORMS, **LONG, **PATTERNS}[form](20_000)
    with pytest.raises(KgError, match=r"^q\.rq:1:\d+: the query has more than \d+"):
        check_size(text, "q.rq")


@pytest.mark.parametrize(("form", "most"), [*((f, DEEPEST // 2 - 2) for f in FORMS),
                                            *((f, MOST // 2 - 2) for f in LONG)])  # fmt: skip
def test_what_is_allowed_runs(form: str, most: int) -> None:
    text = {**FORMS, **LONG}[form](most)
    check_size(text, "q.rq")
    answer = ox.Store().query(text)
    assert isinstance(answer, ox.QuerySolutions | ox.QueryBoolean)


def test_what_is_long_but_flat_is_allowed() -> None:
    rows = "(<urn:a> 1 'x') " * 30_000
    check_size(f"SELECT * {{ VALUES (?a ?b ?c) {{ {rows} }} }}", "q.rq")
    check_size(f"ASK {{ FILTER(?a IN ({', '.join(['1'] * 30_000)})) }}", "q.rq")
    check_size(f"ASK {{ ?s ?p '''{'(' * 5000}''' }} # {'{' * 5000}", "q.rq")


def test_every_saved_query_and_rule_is_far_from_the_limits() -> None:
    checkout = Path(__file__).parents[2]
    found = [*checkout.glob("queries/*.rq"), *checkout.glob("ontology/rules/*.rq")]
    assert len(found) > 15
    for path in found:
        check_size(path.read_text(encoding="utf-8") + "#" * 5000, path.name)
