"""Shapes that would hang, end or embarrass the processor: one line says why, nothing else."""

import logging

import pytest

from kg.errors import KgError
from kg.gate import watch
from kg.gate.processor import RdfFile, process

PREFIXES = "@prefix : <urn:x#> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
REST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"
FIRST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
DATA = f'{PREFIXES}:a :p "{"a" * 40}!" ; :q :a .'


def judged(shape: str) -> str:
    """The notes of a validation against a shape of :a, joined; raises as `process` does."""
    text = f"{PREFIXES}:S a sh:NodeShape ; sh:targetNode :a ; {shape} ."
    data = RdfFile("d.ttl", ".ttl", DATA.encode(), "urn:d")
    shapes = RdfFile("s.ttl", ".ttl", text.encode(), "urn:s")
    return "|".join(process([data], shapes).notes)


def query(text: str) -> str:
    return f"sh:sparql [ sh:select '''SELECT $this WHERE {{ $this <urn:x#p> ?x . {text} }}''' ]"


REFUSED = [
    ('sh:property [ sh:path :p ; sh:pattern "^(a+)+$" ]', "takes too long on the text 'aaa"),
    (query('FILTER REGEX(?x, "^(a|a)*$")'), "takes too long on the text 'aaa"),
    (query(f"FILTER {'(' * 5000}1{')' * 5000}"), "the query has more than 100 brackets"),
    (query("GRAPH ?g { ?s ?p ?o }"), "no FROM, GRAPH or SERVICE"),
    (query("SERVICE <urn:x> { ?s ?p ?o }"), "SERVICE"),
    (f"sh:in :l . :l <{FIRST}> 1 ; <{REST}> :l", "recursive rdf:rest reference"),
    (f"sh:not {'[ sh:not ' * 500}:T{' ]' * 500}", "Validation path too deep"),
    ("sh:and ( :S )", "Validation path too deep"),
    ('sh:pattern "("', "cannot be applied"),
    ("sh:minCount 1", "cannot be applied"),
    ("sh:property [ sh:path [ sh:inversePath 1 ] ]", "cannot be applied"),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "message"), REFUSED)
def test_shapes_that_cannot_be_applied(
    shape: str,
    message: str,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watch, "PATIENCE", 0.3)
    with pytest.raises(KgError, match=r"^s\.ttl: cannot be applied: ") as caught:
        judged(shape)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 400
    assert capfd.readouterr() == ("", "")


def test_a_shape_that_refers_to_itself_is_noted(capfd: pytest.CaptureFixture[str]) -> None:
    assert "refers to itself" in judged("sh:property [ sh:path :q ; sh:node :S ]")
    assert capfd.readouterr() == ("", "")


def test_a_constraint_that_is_not_applied_is_noted(capfd: pytest.CaptureFixture[str]) -> None:
    noted = judged("sh:qualifiedValueShape :T ; sh:qualifiedMinCount 1")
    assert noted.startswith("not applied: QualifiedValueShapeConstraintComponent can only be")
    assert capfd.readouterr() == ("", "")


def test_what_others_log_is_printed_as_before(caplog: pytest.LogCaptureFixture) -> None:
    judged("sh:nodeKind sh:IRI")
    logging.getLogger("rdflib.term").warning("of another's")
    assert "of another's" in caplog.text
