"""Validating what a change can affect, with what was found before of the rest, is validating
everything."""

import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import shacl_reference as reference
from hypothesis import HealthCheck, Phase, assume, given, settings
from pyparsing import ParseException
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError
from shacl_worlds import DECLARED, World, worlds

from kg.errors import KgError
from kg.gate.lookup import Lookup
from kg.gate.rdflib_bridge import graph_of
from kg.gate.shapes import judgement, verdicts
from kg.model.finding import INFO, VIOLATION, WARNING
from kg.rdf.vocabulary import RDF, RDFS, SH

pytestmark = pytest.mark.filterwarnings("ignore:.*Recursive Shape")

REFUSED = (ConstraintLoadError, NotImplementedError, ParseException, ReportableRuntimeError)
"""What pySHACL says of shapes that it does not read."""

Found = dict[tuple[str, str], Counter[reference.Row]]


def fixed(examples: int) -> settings:
    """So many examples, the same ones each time."""
    phases = (Phase.generate, Phase.shrink)
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        phases=phases,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )


def expected(world: World, when: str) -> Found:
    """What plain pySHACL finds, by shape and target; a world whose shapes it refuses is no case."""
    try:
        return reference.apart(
            getattr(world, when) | getattr(world, f"ontology_{when}"), world.shapes
        )
    except REFUSED:
        assume(False)
        raise


def total(found: Found) -> Counter[reference.Row]:
    return sum(found.values(), Counter())


def kept(earlier: Found, judged: dict[str, frozenset[str]]) -> Found:
    """What was found before of targets that have not been judged again."""
    return {(shape, node): of for (shape, node), of in earlier.items() if node not in judged[shape]}


def check(world: World) -> None:
    earlier, later = expected(world, "before"), expected(world, "after")
    data = Lookup(world.after, world.ontology_after)
    delta = judgement(data, world.shapes, "shapes.ttl", world.changed)
    rows = reference.rows(graph_of(delta.report))
    assert rows + total(kept(earlier, dict(delta.judged))) == total(later)
    whole = judgement(data, world.shapes, "shapes.ttl")
    assert reference.rows(graph_of(whole.report)) == total(later)


@fixed(250)
@given(worlds())
def test_judging_a_change_is_judging_everything(world: World) -> None:
    check(world)


@fixed(40)
@given(worlds())
def test_target_by_target_pyshacl_says_what_it_says_of_everything(world: World) -> None:
    found = expected(world, "after")
    data = world.after | world.ontology_after
    assert total(found) == reference.whole(data, world.shapes)


SEVERITIES = {f"<{SH}Warning>": WARNING, f"<{SH}Info>": INFO}


@pytest.fixture(scope="module")
def no_shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shapes") / "none.ttl"
    path.write_text("", encoding="utf-8")
    return path


def test_findings_are_the_results(no_shapes: Path) -> None:
    @fixed(40)
    @given(worlds())
    def run(world: World) -> None:
        earlier, later = expected(world, "before"), expected(world, "after")
        delta = verdicts(
            world.after,
            no_shapes,
            world.ontology_after,
            changed=world.changed,
            more_shapes=world.shapes,
        )
        new = total(later) - total(kept(earlier, dict(delta.judged)))
        due = Counter((row[3], SEVERITIES.get(row[4], VIOLATION)) for row in new.elements())
        assert Counter((f"<{one.component}>", one.severity) for one in delta.findings) == due

    run()


FEATURES = (
    "class datatype nodeKind in hasValue node not and or xone property closed ignoredProperties",
    "languageIn pattern minLength maxLength minInclusive equals disjoint lessThan lessThanOrEquals",
    "minCount maxCount uniqueLang qualifiedValueShape qualifiedMinCount qualifiedMaxCount",
    "qualifiedValueShapesDisjoint sparql severity deactivated inversePath alternativePath",
    "zeroOrMorePath oneOrMorePath zeroOrOnePath path+sequence targetClass targetNode",
    "targetSubjectsOf targetObjectsOf targetNode+literal targetNode+absent implicit+Class",
    "implicit+MetaClass ask+notThat select+noValueOf far+namedBy query+near query+EXISTS",
)

CHANGES = [
    f"{graph} {fate} {predicate}"
    for graph, predicates in (("data", ("type", "subClassOf")), ("ontology", ("subClassOf",)))
    for fate in ("comes", "goes")
    for predicate in predicates
]


def features(text: str) -> set[str]:
    """What shapes use: terms of SHACL, and some of how."""
    patterns = {
        "targetNode+literal": r'targetNode ["0]',
        "targetNode+absent": r"targetNode ex:absent",
        "implicit+Class": r"ex:A a sh:NodeShape , rdfs:Class",
        "implicit+MetaClass": r"ex:A a ex:MetaClass",
        "path+sequence": r"sh:path \( ",
        "ask+notThat": r"ex:notThat",
        "select+noValueOf": r"ex:noValueOf",
        "far+namedBy": r"ex:namedBy",
        "query+near": r"ex:p/ex:q",
        "query+EXISTS": r"NOT EXISTS",
    }
    found = {name for name, pattern in patterns.items() if re.search(pattern, text)}
    return found | set(re.findall(r"\bsh:(\w+)", text))


def changes(world: World) -> set[str]:
    """What of classes a world's change changes."""
    graphs = {
        "data": (world.before, world.after),
        "ontology": (world.ontology_before, world.ontology_after),
    }
    return {
        f"{graph} {fate} {quad.predicate.value.removeprefix(RDF).removeprefix(RDFS)}"
        for graph, (before, after) in graphs.items()
        for fate, quads in (("comes", after - before), ("goes", before - after))
        for quad in quads
    }


def test_the_worlds_use_all_of_shacl() -> None:
    drawn: Counter[str] = Counter()

    @fixed(250)
    @given(worlds())
    def draw(world: World) -> None:
        drawn.update(features(world.text.removeprefix(DECLARED)) | changes(world))

    draw()
    due = [*" ".join(FEATURES).split(), *CHANGES]
    seldom = {name: drawn[name] for name in due if drawn[name] < 3}
    assert not seldom


def test_some_targets_are_judged_again_and_others_are_not() -> None:
    judged: Counter[str] = Counter()

    @fixed(60)
    @given(worlds())
    def draw(world: World) -> None:
        earlier, later = expected(world, "before"), expected(world, "after")
        data = Lookup(world.after, world.ontology_after)
        delta = judgement(data, world.shapes, "shapes.ttl", world.changed)
        judged["kept"] += bool(kept(earlier, dict(delta.judged)))
        judged["new"] += bool(delta.report)
        judged["other"] += total(earlier) != total(later)

    draw()
    assert all(judged[name] > 10 for name in ("kept", "new", "other")), judged


@pytest.mark.parametrize("keyword", ["MINUS { ?x ex:p $this }", "VALUES ?x { 1 }"])
def test_queries_that_shacl_forbids_are_refused_however_little_changed(keyword: str) -> None:
    query = f"SELECT $this WHERE {{ $this ?p ?x . {keyword} }}"
    text = f"PREFIX sh: <{SH}> <http://s> sh:targetNode <http://a> ; sh:sparql "
    shapes = list(ox.parse(f'{text} [ sh:select "{query}" ] .', format=ox.RdfFormat.TURTLE))
    data = [ox.Quad(ox.NamedNode("http://a"), ox.NamedNode("http://b"), ox.Literal("c"))]
    for changed in (None, data):
        with pytest.raises(KgError, match="must not contain"):
            judgement(Lookup(data), shapes, "shapes.ttl", changed)
