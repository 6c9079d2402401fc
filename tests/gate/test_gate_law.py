"""Loading what was exported changes no fact: claims made of facts give the same facts again."""

import io

import pyoxigraph as ox
import pytest

from kg.gate.sources import read_facts
from kg.model.schema import Schema
from kg.rdf.facts import facts_quads
from kg.rdf.serialize import serialize
from kg.rdf.vocabulary import DEFAULT_BASE as BASE
from kg.rdf.vocabulary import PREFIXES
from kg.resolve import resolve

FACTS = """@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
<event/merger/x> a kg:Merger ; kg:participant <company/세모>, <company/네모> ;
  kg:result <company/둥근네모> ; kg:date <date/2014-10> ; kg:announced "2014-05" ;
  rdfs:comment "hi" .
<company/네모> a kg:Company ; rdfs:label "새네모" ; skos:altLabel "네모" ;
  kg:operates <service/톡> .
<name/1> a kg:Name ; kg:nameOf <company/네모> ; kg:text "새네모" ; kg:nameKind "legal" ;
  kg:from <date/2010-09> ; kg:until <date/2014-10> .
<company/세모> a kg:Company ; rdfs:label "세모" .
<company/둥근네모> a kg:Company ; rdfs:label "둥근네모" .
<event/nc> a kg:NameChange ; kg:company <company/둥근네모> ; kg:new "새네모" ; kg:old "둥근네모" ;
  kg:date "2015-09"^^xsd:gYearMonth .
<relation/x> a kg:Relation ; kg:predicate kg:headOf ; kg:subject <person/홍길동> ;
  kg:object <company/둥근네모> ; kg:from "2015"^^xsd:gYear ; kg:position "대표" .
[] a kg:Launch ; kg:service [ a kg:Service ; rdfs:label "톡"@ko, "Talk"@en ] ;
  kg:date "2010-03-18"^^xsd:date ; kg:operator wd:Q1 .
wd:Q1 a kg:Company ; rdfs:label "네모" ; rdfs:seeAlso <http://example.com/> .
[] a kg:Acquisition ; kg:acquirer <company/둥근네모> ; kg:target <company/음반> ; kg:share 76.40 ;
  kg:value 1870000000000 ; kg:unit "KRW" ; kg:date "2016-01" .
<event/o> a kg:Outage ; kg:service <service/톡> ; kg:date "2022-10-15" ; kg:cause "화재" ;
  kg:restored "2022-10-20" ; kg:evidence <document/k#char=3,8>, <document/k#char=1,2> ;
  kg:bestEvidence <document/k#char=3,8> .
<document/k#char=3,8> a kg:Span ; kg:inDocument <document/k> ; kg:quote "가나다라마" ;
  kg:start 3 ; kg:end 8 .
<document/k> a kg:Document ; <http://purl.org/dc/terms/title> "K" .
<http://example.com/x> <http://example.com/p> 1 .
<conflict/o> a kg:Conflict ; kg:about <event/o> ; kg:property "date" ; kg:because "disjoint-dates" ;
  kg:between <document/k#claim=a>, <document/k#claim=b> .
<document/k#claim=a> a kg:Claim ; kg:about <event/o> ; kg:date <date/2021> .
<date/2021> a kg:Date ; kg:edtf "2021" ; kg:earliest "2021-01-01"^^xsd:date .
<date/2007> a kg:Date ; kg:edtf "2007" .
"""


def exported(data: bytes, name: str, schema: Schema, form: str) -> bytes:
    """The facts of a file as a plain export writes them, with the spans that they point at."""
    source = read_facts(data, name, f"{BASE}document/{name}", schema, BASE)
    assert source.findings == ()
    quads = facts_quads(resolve(source.claims, schema, BASE), schema, BASE)
    facts = {quad for quad in quads if quad.graph_name == ox.DefaultGraph()}
    spans = {quad.object for quad in facts if quad.predicate.value.endswith("vidence")}
    documents = {ox.NamedNode(str(span).strip("<>").partition("#")[0]) for span in spans}
    facts |= {quad for quad in source.kept if quad.graph_name == ox.DefaultGraph()}
    claims = {quad.object for quad in facts if quad.predicate.value.endswith("between")}
    triples = {quad.triple for quad in facts}
    own = f"{BASE}document/"
    for quad in source.kept:
        foreign = isinstance(quad.subject, ox.NamedNode) and not quad.subject.value.startswith(own)
        if foreign or quad.subject in spans | documents | claims:
            triples.add(quad.triple)
    out = io.BytesIO()
    serialize(
        (ox.Quad(t.subject, t.predicate, t.object) for t in triples), form, out, PREFIXES, BASE
    )
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "suffix"),
    [
        ("turtle", ".ttl"),
        ("nt", ".nt"),
        ("jsonld", ".jsonld"),
        ("rdfxml", ".rdf"),
        ("trig", ".trig"),
    ],
)
def test_an_export_loaded_and_exported_is_the_same_bytes(
    form: str, suffix: str, schema: Schema
) -> None:
    first = exported(FACTS.encode(), "facts.ttl", schema, form)
    assert len(first) > 5000
    assert exported(first, "export" + suffix, schema, form) == first
