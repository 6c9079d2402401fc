"""Validation of a part gives the verdicts of plain pySHACL over everything."""

import random
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from kg.gate.focus import Targets
from kg.gate.lookup import Lookup
from kg.gate.reach import UnboundedError, chains
from kg.gate.shapes import shape_quads, validate
from kg.model.document import Document
from kg.model.finding import Finding
from kg.ontology import shapes_path

CASES = Path(__file__).parents[1] / "cases" / "shapes"
FILES = sorted(CASES.glob("*/*.ttl"))
EX = "PREFIX ex: <http://example.com/> PREFIX sh: <http://www.w3.org/ns/shacl#> "


def case(path: Path) -> list[ox.Quad]:
    """An example in a world of its own: no event of one is an event of another."""
    own = f"https://example.org/{path.parent.name}-{path.stem}/"
    text = path.read_text(encoding="utf-8").replace("https://example.org/kg/", own)
    return list(ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri=own))


EVERYTHING = sorted({quad for path in FILES for quad in case(path)}, key=str)


def seen(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    return sorted((one.focus, one.shape, one.path, one.other) for one in findings)


def by_pyshacl(quads: list[ox.Quad], shapes: Path, terms: list[ox.Quad]) -> list[tuple[str, ...]]:
    """Focus node, shape, path and IRI of the value of each result, by files alone."""
    written = ox.serialize((q.triple for q in [*quads, *terms]), format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    _, report, _ = pyshacl.validate(
        written.decode(), data_graph_format="nt", shacl_graph=str(shapes), inference="none"
    )
    rows = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        row = []
        for predicate in (SH.focusNode, SH.sourceShape, SH.resultPath, SH.value):
            value = report.value(result, predicate)
            row.append(str(value) if isinstance(value, rdflib.URIRef) else "")
        row[2] = row[2].removeprefix("https://w3id.org/companykg#")
        rows.append(tuple(row))
    return sorted(rows)


def test_the_shipped_shapes_say_of_all_examples_what_pyshacl_says(
    ontology: Path, terms: list[ox.Quad]
) -> None:
    shapes = shapes_path(ontology)
    found = seen(validate(EVERYTHING, shapes, terms))
    assert len(found) > 50
    assert found == by_pyshacl(EVERYTHING, shapes, terms)


@pytest.mark.parametrize("seed", range(3))
def test_after_a_change_what_is_new_is_found_and_nothing_else(
    seed: int, ontology: Path, terms: list[ox.Quad]
) -> None:
    pick = random.Random(seed)  # noqa: S311  (a choice of examples, no secret)
    shapes = shapes_path(ontology)
    before = set(pick.sample(EVERYTHING, len(EVERYTHING) * 9 // 10))
    after = set(pick.sample(sorted(before, key=str), len(before) * 19 // 20))
    after |= set(pick.sample(EVERYTHING, 20))
    earlier, later = (seen(validate(quads, shapes, terms)) for quads in (before, after))
    delta = seen(validate(after, shapes, terms, changed=before ^ after))
    judged = {row[:2] for row in delta}
    assert set(later) - set(earlier) <= set(delta) <= set(later)
    assert [row for row in later if row[:2] in judged] == delta


def test_each_example_added_last_is_judged_as_if_it_were_alone(
    ontology: Path, terms: list[ox.Quad]
) -> None:
    shapes = shapes_path(ontology)
    for path in FILES[::13]:
        changed = case(path)
        delta = validate(EVERYTHING, shapes, terms, changed=changed)
        assert seen(delta) == seen(validate(changed, shapes, terms))
    assert validate(EVERYTHING, shapes, terms, changed=[]) == ()


def test_the_shipped_shapes_are_all_bounded(ontology: Path, terms: list[ox.Quad]) -> None:
    shapes = Lookup(shape_quads(shapes_path(ontology)))
    targeted = Targets(shapes, Lookup(terms)).shapes()
    assert len(targeted) > 15
    assert all(chains(shapes, shape) for shape in targeted)


OWN = {
    "node query": "ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:sparql [ sh:select "
    "'SELECT $this WHERE { ?other <http://example.com/p> $this }' ] .",
    "recursion": "ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:property "
    "[ sh:path ex:p ; sh:node ex:S ] .",
}


@pytest.mark.parametrize("shape", OWN.values(), ids=OWN)
def test_shapes_that_may_read_anything_are_known(shape: str) -> None:
    quads = list(ox.parse(EX + shape, format=ox.RdfFormat.TURTLE))
    with pytest.raises(UnboundedError):
        chains(Lookup(quads), ox.NamedNode("http://example.com/S"))


def write(folder: Path, shapes: str) -> Path:
    path = folder / "shapes.ttl"
    path.write_text(EX + shapes, encoding="utf-8")
    return path


def data(text: str) -> list[ox.Quad]:
    return list(ox.parse(EX + text, format=ox.RdfFormat.TURTLE))


PATHS = {
    "sequence": ("( ex:p ex:q )", "ex:a a ex:A ; ex:p ex:b . ex:b ex:q ex:c ."),
    "inverse": ("[ sh:inversePath ex:p ]", "ex:a a ex:A . ex:c ex:p ex:a ."),
    "alternative": ("[ sh:alternativePath ( ex:p ex:q ) ]", "ex:a a ex:A ; ex:q ex:c ."),
    "more": ("[ sh:zeroOrMorePath ex:p ]", "ex:a a ex:A ; ex:p ex:b . ex:b ex:p ex:c ."),
    "one or more": ("[ sh:oneOrMorePath ex:p ]", "ex:a a ex:A ; ex:p ex:b . ex:b ex:p ex:c ."),
    "inverse of more": (
        "[ sh:inversePath [ sh:oneOrMorePath ex:p ] ]",
        "ex:a a ex:A . ex:b ex:p ex:a . ex:c ex:p ex:b .",
    ),
}


@pytest.mark.parametrize(("path", "text"), PATHS.values(), ids=PATHS)
def test_a_change_at_the_far_end_of_a_path_is_seen(path: str, text: str, tmp_path: Path) -> None:
    shapes = write(
        tmp_path,
        f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:property ex:P . "
        f"ex:P sh:path {path} ; sh:not [ sh:class ex:Bad ] ; sh:message 'bad'@en .",
    )
    quads = data(text + " ex:c a ex:Bad . ex:x a ex:A .")
    changed = [quad for quad in quads if quad.object == ox.NamedNode("http://example.com/Bad")]
    [found] = validate(quads, shapes, [], changed=changed)
    assert (found.focus, found.other) == ("http://example.com/a", "http://example.com/c")
    assert found.message == {"en": "bad", "ko": "bad"}


def test_literal_targets_and_implicit_classes_are_judged(tmp_path: Path) -> None:
    shapes = write(
        tmp_path,
        "ex:L a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:minLength 3 . "
        "ex:A a sh:NodeShape, <http://www.w3.org/2000/01/rdf-schema#Class> ; sh:closed true .",
    )
    quads = data("ex:a ex:p 'xy', 'long enough' . ex:b a ex:Below ; ex:q 1 .")
    below = data("ex:Below <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:A .")
    found = validate(quads, shapes, below)
    assert [(one.focus, one.path) for one in found][:1] == [
        ("http://example.com/b", "http://example.com/q")
    ]
    assert "xy" in {one.focus for one in found}
    assert validate(quads, shapes, below, changed=quads[:1]) == tuple(
        one for one in found if one.focus == "xy"
    )


def test_a_finding_has_the_sentence_the_place_and_the_hint(
    ontology: Path, terms: list[ox.Quad]
) -> None:
    document = Document("news.txt", "머리\n네모가 네모를 인수했다.\n", "")
    text = """PREFIX kg: <https://w3id.org/companykg#>
    <http://d#c> a kg:Claim ; kg:claimedType kg:Acquisition ; kg:about <http://e> ;
      kg:status "asserted" ; kg:extractedBy "t" ; kg:acquirer <http://x/네모> ;
      kg:target <http://x/네모> ; kg:evidence <http://d#s> .
    <http://d#s> a kg:Span ; kg:inDocument <http://d> ; kg:start 3 ; kg:end 6 ; kg:quote "네모가" .
    <http://d> a kg:Document ; <http://purl.org/dc/terms/identifier> "news.txt" ;
      kg:sha256 "%s" .""" % ("0" * 64)
    quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    [found] = validate(quads, shapes_path(ontology), terms, documents={"http://d": document})
    assert found.slug == "AcquirerIsNotTarget"
    assert found.fact == "Acquisition: acquirer 네모, target 네모"
    assert str(found.where) == "news.txt:2:1"
    assert found.sentence == "네모가 네모를 인수했다."
    assert found.mark == (0, 3)
    assert found.hint is not None
    assert set(found.message) == set(found.hint) == {"en", "ko"}
    [bare] = validate(quads, shapes_path(ontology), terms)
    assert (str(bare.where), bare.sentence) == ("news.txt", "네모가")
