"""Every shape of shapes.ttl reports on its bad example, alone, and is silent on its good one."""

from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from kg.ontology import shapes_path, shipped
from kg.ontology.shape_text import KGS

CASES = Path(__file__).parents[1] / "cases" / "shapes"
KG = rdflib.Namespace("https://w3id.org/companykg#")
WRITTEN = rdflib.Graph().parse(shapes_path(shipped("ontology")))
SHAPES = sorted(
    {*WRITTEN.subjects(RDF.type, SH.NodeShape), *WRITTEN.subjects(RDF.type, SH.PropertyShape)}
)
RULES = [shape for shape in SHAPES if (shape, SH.message, None) in WRITTEN]


def name_of(shape: rdflib.term.Node) -> str:
    return str(shape).removeprefix(KGS)


@pytest.mark.parametrize("shape", RULES, ids=name_of)
def test_shape_reports_on_its_bad_example_alone(
    shape: rdflib.URIRef, reported: Callable[[str], set[str]]
) -> None:
    bad = (CASES / name_of(shape) / "bad.ttl").read_text(encoding="utf-8")
    assert reported(bad) == {name_of(shape)}


@pytest.mark.parametrize("shape", RULES, ids=name_of)
def test_no_shape_reports_on_the_good_example(
    shape: rdflib.URIRef, reported: Callable[[str], set[str]]
) -> None:
    good = (CASES / name_of(shape) / "good.ttl").read_text(encoding="utf-8")
    assert reported(good) == set()


def test_every_folder_of_examples_is_a_shapes() -> None:
    assert sorted(folder.name for folder in CASES.iterdir()) == sorted(map(name_of, RULES))


@pytest.mark.parametrize("shape", RULES, ids=name_of)
def test_rule_has_messages_and_hints_in_both_languages_and_a_severity(shape: rdflib.URIRef) -> None:
    for predicate in (SH.message, KG.hint):
        languages = [text.language for text in WRITTEN.objects(shape, predicate)]  # type: ignore[attr-defined]
        assert sorted(languages) == ["en", "ko"]
    severities = list(WRITTEN.objects(shape, SH.severity))
    assert len(severities) == 1


def test_named_shapes_only_at_the_top() -> None:
    targets = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    targeted = {shape for target in targets for shape in WRITTEN.subjects(target, None)}
    parts = set(WRITTEN.objects(None, SH.property)) | set(WRITTEN.objects(None, SH.node))
    assert all(isinstance(shape, rdflib.URIRef) for shape in targeted | parts | set(SHAPES))


def test_every_rule_is_reached_from_a_target() -> None:
    for shape in RULES:
        owners = {shape, *WRITTEN.subjects(SH.property, shape)}
        predicates = {p for owner in owners for p in WRITTEN.predicates(owner, None)}
        assert predicates & {SH.targetClass, SH.targetSubjectsOf}, name_of(shape)


COHERENCE = [
    shape
    for shape in RULES
    if (shape, SH.severity, SH.Warning) in WRITTEN
    and '"asserted"' in (CASES / name_of(shape) / "bad.ttl").read_text(encoding="utf-8")
    and (shape, SH.sparql, None) in WRITTEN
]


@pytest.mark.parametrize("status", ["announced", "planned", "reported"])
@pytest.mark.parametrize("shape", COHERENCE, ids=name_of)
def test_what_is_not_asserted_contradicts_nothing(
    shape: rdflib.URIRef, status: str, reported: Callable[[str], set[str]]
) -> None:
    bad = (CASES / name_of(shape) / "bad.ttl").read_text(encoding="utf-8")
    assert reported(bad.replace('"asserted"', f'"{status}"', 1)) == set()
