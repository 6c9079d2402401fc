"""What follows from a change of facts equals deriving everything anew."""

import datetime
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ontology import shipped
from kg.rdf.changed import Changed
from kg.rdf.terms import TYPE, day, decimal, kg, text
from kg.reason.derive import derive
from kg.reason.following import following
from kg.reason.rule import reach

BASE = "https://example.org/kg/"
PREFIX = "PREFIX kg: <https://w3id.org/companykg#>\n"
SHIPPED = shipped("ontology")
ODD = {
    "union": """CONSTRUCT { ?a kg:near ?b . ?b kg:near ?a } WHERE {
      ?e a kg:Merger ; kg:absorbed ?a ; kg:survivor ?b .
      { ?a kg:operates ?s } UNION { ?b kg:operates ?s FILTER NOT EXISTS { ?s a kg:Service } } }""",
    "exists": """CONSTRUCT { ?a a kg:Parent } WHERE {
      ?a kg:operates ?s FILTER EXISTS { ?s ?p ?o . ?o kg:earliest ?d } }""",
    "values": """CONSTRUCT { ?e kg:share 1.5, true, "가"@ko, "x"^^kg:y }
      WHERE { ?e kg:status "asserted" . OPTIONAL { ?e kg:date _:d . _:d kg:latest ?l
      OPTIONAL { ?e kg:company ?c } } FILTER (BOUND(?c)) }""",
}
UNBOUNDED = {
    "path": "CONSTRUCT { ?a kg:p ?b } WHERE { ?a kg:operates+ ?b }",
    "graph": "CONSTRUCT { ?a kg:p ?b } WHERE { GRAPH ?g { ?a kg:operates ?b } }",
    "not certain": "CONSTRUCT { ?a kg:p ?b } WHERE { ?b a kg:X OPTIONAL { ?a kg:operates ?b } }",
    "select": "CONSTRUCT { ?a kg:p ?b } WHERE { { SELECT ?a ?b WHERE { ?a kg:operates ?b } } }",
    "bind": "CONSTRUCT { ?a kg:p ?b } WHERE { ?a kg:operates ?c BIND (?c AS ?b) }",
    "filter": "CONSTRUCT { ?a kg:p ?b } WHERE { ?a kg:q ?b FILTER (!EXISTS { ?b kg:q ?a }) }",
    "limit": "CONSTRUCT { ?a kg:p ?b } WHERE { ?a kg:operates ?b } LIMIT 1",
    "constant": "CONSTRUCT { kg:x kg:p ?b } WHERE { ?a kg:operates ?b }",
    "predicate": "CONSTRUCT { ?a ?p ?b } WHERE { ?a ?p ?b }",
    "no query": "CONSTRUCT {",
    "list": "CONSTRUCT { ?a kg:p ?b } WHERE { ?a kg:q (?b) }",
}


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + name)


_THINGS = st.sampled_from([node(name) for name in "abcd"])
_EVENTS = st.sampled_from([node(f"event/{number}") for number in range(4)])
_DATES = st.sampled_from([node("date/2010"), node("date/2015")])
_ROLES = ["survivor", "absorbed", "participant", "result", "parent", "company", "operator",
          "service", "acquirer", "target", "person", "asset"]  # fmt: skip
_TYPES = ["Merger", "SpinOff", "Launch", "Discontinuation", "Acquisition", "Contribution",
          "Appointment", "Departure"]  # fmt: skip


def _quads() -> st.SearchStrategy[ox.Quad]:
    return st.one_of(
        st.builds(ox.Quad, _EVENTS, st.just(TYPE), st.sampled_from(list(map(kg, _TYPES)))),
        st.builds(ox.Quad, _EVENTS, st.sampled_from(list(map(kg, _ROLES))), _THINGS),
        st.builds(ox.Quad, _EVENTS, st.sampled_from(list(map(kg, _ROLES))), _THINGS),
        st.builds(ox.Quad, _EVENTS, st.just(kg("status")), st.just(text("asserted"))),
        st.builds(ox.Quad, _EVENTS, st.just(kg("date")), _DATES),
        st.builds(ox.Quad, _EVENTS, st.just(kg("position")), st.just(text("대표"))),
        st.builds(ox.Quad, _EVENTS, st.just(kg("share")), st.just(decimal(Decimal(60)))),
        st.builds(
            ox.Quad,
            _DATES,
            st.sampled_from([kg("earliest"), kg("latest")]),
            st.sampled_from([day(datetime.date(year, 1, 1)) for year in (2010, 2015)]),
        ),
        st.builds(
            ox.Quad,
            _EVENTS,
            st.just(kg("predicate")),
            st.sampled_from([kg("operates"), kg("headOf"), kg("subsidiaryOf")]),
        ),
        st.builds(ox.Quad, _EVENTS, st.sampled_from([kg("subject"), kg("object")]), _THINGS),
        st.builds(
            ox.Quad,
            _THINGS,
            st.sampled_from([kg("operates"), kg("successor"), kg("headOf")]),
            _THINGS,
        ),
        st.builds(
            ox.Quad, _THINGS, st.just(TYPE), st.sampled_from([kg("Organization"), kg("Service")])
        ),
    )


_GRAPHS = st.sets(_quads(), min_size=5, max_size=45)


def folder_of(rules: dict[str, str], folder: Path) -> Path:
    (folder / "rules").mkdir(exist_ok=True)
    for name, rule in rules.items():
        (folder / "rules" / f"{name}.rq").write_text(PREFIX + rule, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(ODD, tmp_path_factory.mktemp("odd"))


@settings(max_examples=150)
@given(facts=_GRAPHS, change=st.sets(_quads(), min_size=1, max_size=4), use_odd=st.booleans())
def test_a_change_makes_what_deriving_everything_makes(
    facts: set[ox.Quad], change: set[ox.Quad], use_odd: bool, odd: Path
) -> None:
    folder = odd if use_odd else SHIPPED
    before = ox.Store()
    before.extend(facts)
    derived = derive(before, folder, BASE)
    before.extend(derived)
    added, removed = change - facts, change & facts
    after = ox.Store()
    after.extend(facts ^ change)
    expected = derive(after, folder, BASE)
    made = following(before, Changed(before, added, removed), added, removed, folder, BASE)
    assert made is not None
    assert (derived - made.removed) | made.added == expected
    assert made.removed <= derived
    assert not made.added & derived


@pytest.mark.parametrize("path", sorted((SHIPPED / "rules").glob("*.rq")), ids=lambda p: p.stem)
def test_what_a_shipped_rule_reads_is_known(path: Path) -> None:
    assert reach(path.read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize("rule", UNBOUNDED.values(), ids=UNBOUNDED)
def test_a_rule_that_may_read_anything_is_known_as_such(rule: str, tmp_path: Path) -> None:
    assert reach(PREFIX + rule) is None
    folder = folder_of({"some": rule}, tmp_path)
    assert following(ox.Store(), ox.Store(), (), (), folder, BASE) is None
