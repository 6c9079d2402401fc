"""RDF facts as claims: what becomes a claim, what is kept and where, what is refused."""

from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.gate.sources import RdfSource, read_facts
from kg.model.claim import Mention
from kg.model.dates import PartialDate
from kg.model.schema import Schema
from kg.rdf.vocabulary import DEFAULT_BASE as BASE

SOURCE = f"{BASE}document/facts.ttl"
HEAD = """@prefix kg: <https://w3id.org/companykg#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""
HEAD_LINES = HEAD.count("\n")


def read(text: str, schema: Schema, terms: list[ox.Quad] | None = None) -> RdfSource:
    data = (HEAD + text).encode()
    return read_facts(data, "facts.ttl", SOURCE, schema, BASE, ontology=terms or [])


def kept(source: RdfSource) -> set[tuple[str, str, str]]:
    """Subjects, predicates and graphs of what is kept, less the source's own metadata and lines."""
    return {
        (str(quad.subject), str(quad.predicate), str(quad.graph_name))
        for quad in source.kept
        if str(quad.subject) != f"<{SOURCE}>" and "#line=" not in str(quad.subject)
    }


def test_an_event_is_a_claim(schema: Schema) -> None:
    source = read(
        """<event/x> a kg:Acquisition, kg:Event ; rdfs:label "derived" ;
           kg:acquirer <company/네모> ; kg:target wd:Q1 ; kg:date <date/2016-01> ;
           kg:status "announced" ; kg:share 76.40 ; kg:value 1870000000000 ; kg:unit "KRW" .
        <company/네모> a kg:Company ; rdfs:label "네모소프트" .
        wd:Q1 a kg:Service ; rdfs:label "Circle Pay"@en, "동그라미페이"@ko .""",
        schema,
    )
    assert source.findings == ()
    event = next(claim for claim in source.claims if claim.type == "Acquisition")
    assert event.fillers("acquirer") == (Mention("네모소프트", "Company", f"{BASE}company/네모"),)
    assert event.fillers("target") == (Mention("동그라미페이", "Service", ""),)
    assert event.date == PartialDate("2016-01")
    assert event.status == "announced"
    assert event.details.share == Decimal("76.4")
    assert event.details.value == Decimal(1870000000000)
    assert event.about == f"{BASE}event/x"
    assert (event.line, event.span, event.cites) == (HEAD_LINES + 1, None, ())
    line = ox.NamedNode(f"{SOURCE}#line={HEAD_LINES},{HEAD_LINES + 1}")
    quote = '<event/x> a kg:Acquisition, kg:Event ; rdfs:label "derived" ;'
    assert ox.Literal(quote) in {quad.object for quad in source.kept if quad.subject == line}
    assert kept(source) == set()


def test_evidence_is_cited_best_first(schema: Schema) -> None:
    source = read(
        """<event/x> a kg:Founding ; kg:company <company/네모> ;
           kg:evidence <document/a#char=0,2>, <document/b#char=0,3> ;
           kg:bestEvidence <document/b#char=0,3> .
        <document/a#char=0,2> a kg:Span ; kg:inDocument <document/a> ;
           kg:quote "네모" ; kg:start 0 ; kg:end 2 .""",
        schema,
    )
    [claim] = source.claims
    assert claim.cites == (f"{BASE}document/b#char=0,3", f"{BASE}document/a#char=0,2")
    assert {graph for _, _, graph in kept(source)} == {f"<{BASE}document/a>"}


def test_names_with_their_periods(schema: Schema) -> None:
    source = read(
        """<name/1> a kg:Name ; kg:nameOf <company/네모> ; kg:text "네모" ; kg:nameKind "legal" ;
           kg:from <date/2010> ; kg:until "2014-10"^^xsd:gYearMonth .
        <company/네모> a kg:Company ; rdfs:label "네모" ; skos:altLabel "스퀘어" .""",
        schema,
    )
    assert [(c.fillers("text")[0].text, c.details.kind) for c in source.claims] == [
        ("네모", "legal"),
        ("스퀘어", "alternate"),
    ]
    period = source.claims[0].details
    assert (period.since, period.until) == (PartialDate("2010"), PartialDate("2014-10"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<company/네모_소프트> a kg:Company .", "네모 소프트"),
        ("[] a kg:Company ; rdfs:label '이름' .", "이름"),
        ("<company/x> a kg:Company ; rdfs:label 'X'@en, '엑스'@ko .", "엑스"),
    ],
)
def test_an_entity_alone_has_a_name(text: str, name: str, schema: Schema) -> None:
    claim = read(text, schema).claims[0]
    assert claim.type == "Name"
    assert claim.fillers("nameOf")[0].text == claim.fillers("text")[0].text == name


def test_relations_by_node_and_by_direct_triple(schema: Schema) -> None:
    source = read(
        """<relation/1> a kg:Relation ; kg:predicate kg:operates ; kg:subject <company/네모> ;
           kg:object <service/톡> ; kg:from <date/2015> .
        <company/네모> kg:operates <service/톡>, <service/챗> .""",
        schema,
    )
    ends = [(c.relation, c.fillers("object")[0].text, c.details.since) for c in source.claims]
    assert ends == [("operates", "톡", PartialDate("2015")), ("operates", "챗", None)]


def test_blank_nodes_are_facts_too(schema: Schema) -> None:
    text = "[] a kg:Launch ; kg:service [ a kg:Service ; rdfs:label '톡' ] ; rdfs:comment '!' ."
    source = read(text, schema)
    launch = next(claim for claim in source.claims if claim.type == "Launch")
    assert launch.fillers("service") == (Mention("톡", "Service", ""),)
    assert launch.about == ""
    [(subject, _, graph)] = kept(source)
    assert subject.startswith(f"<{SOURCE}#bnode-c14n")
    assert graph == f"<{SOURCE}>"


def test_other_triples_are_kept_where_they_belong(schema: Schema, terms: list[ox.Quad]) -> None:
    source = read(
        """<company/네모> a kg:Company ; rdfs:seeAlso <http://example.com/> .
        wd:Q1 <http://example.com/p> 7 .
        <document/news> a kg:Document ; <http://purl.org/dc/terms/title> "뉴스" .
        <conflict/1> a kg:Conflict ; kg:about <event/x> ; kg:property "date" .
        <date/2014> a kg:Date ; kg:edtf "2014" ; kg:earliest "2014-01-01"^^xsd:date .
        kg:Company rdfs:label "company"@en, "my words" .""",
        schema,
        terms,
    )
    see_also = "<http://www.w3.org/2000/01/rdf-schema#seeAlso>"
    assert (f"<{BASE}company/네모>", see_also, f"<{SOURCE}>") in kept(source)
    graphs = {subject: graph for subject, _, graph in kept(source)}
    assert graphs == {
        f"<{BASE}company/네모>": f"<{SOURCE}>",
        "<http://www.wikidata.org/entity/Q1>": f"<{SOURCE}>",
        f"<{BASE}document/news>": f"<{BASE}document/news>",
        f"<{BASE}conflict/1>": "DEFAULT",
        f"<{BASE}date/2014>": "DEFAULT",
    }


def test_the_source_is_a_document_with_its_own_bytes(schema: Schema) -> None:
    text = f"<{SOURCE}> a kg:Document ; kg:sha256 'of another file' ; rdfs:comment 'mine' ."
    said = {
        q.predicate.value.rsplit("#")[-1].rsplit("/")[-1]: q.object for q in read(text, schema).kept
    }
    assert said["identifier"] == ox.Literal("facts.ttl")
    assert said["comment"] == ox.Literal("mine")
    assert said["sha256"] != ox.Literal("of another file")


WRONG = [
    ("<e> a kg:Mergr .", "unknown-term", "kg:Merger", "kg:Mergr"),
    ("<e> a kg:Launch ; kg:operatr <c> .", "unknown-term", "kg:operator", "kg:operatr"),
    ("<e> a kg:Event .", "unknown-type-of", "Merger", ""),
    ("<e> kg:survivor <c> .", "untyped", "kg:Merger", "survivor"),
    ("<e> a kg:Launch ; kg:service '톡' .", "literal-for-entity", "rdfs:label", "톡"),
    ("<e> a kg:NameChange ; kg:company <c> ; kg:new <n> .", "iri-for-text", "quotes", ""),
    ("<e> a kg:Launch ; kg:service <person/가> .", "wrong-kind", "another role", "service"),
    ("<e> a kg:Launch ; kg:service <s> ; kg:date 'soon' .", "bad-date", "2014-10", "soon"),
    ("<e> a kg:Launch ; kg:service <s> ; kg:value 'many' .", "bad-number", "digits", "many"),
    ("<e> a kg:Launch ; kg:service <s> ; kg:status 'a', 'b' .", "several-values", "one", "status"),
    ("<e> a kg:Launch ; kg:service <s> ; kg:status 'sure' .", "unknown-status", "asserted", "sure"),
    ("<e> a kg:Launch ; kg:company <c> .", "unknown-role", "service", "company"),
    ("<e> a kg:Acquisition ; kg:acquirer <c> .", "missing-role", "target", ""),
    ("<e> a kg:Merger ; kg:survivor <c> .", "too-few-parties", "other", ""),
    ("<r> a kg:Relation ; kg:subject <c> ; kg:object <d> .", "unknown-relation", "operates", ""),
    ("<n> a kg:Name ; kg:text '가' .", "no-name", "whose", ""),
    ("<n> a kg:Name ; kg:text '가' ; kg:nameOf '나' .", "literal-for-entity", "rdfs:label", "나"),
    ("<c> a kg:Company, kg:Service .", "two-kinds", "two IRIs", ""),
    ("<c> a kg:Company ; kg:operates '톡' .", "literal-for-entity", "rdfs:label", "톡"),
    (
        "<document/a#char=0,9> a kg:Span ; kg:quote '네모' ; kg:start 0 ; kg:end 9 .",
        "span-length",
        "code points",
        "quote",
    ),
]


@pytest.mark.parametrize(("text", "slug", "hint", "marked"), WRONG)
def test_what_is_wrong_is_found_where_it_stands(
    text: str, slug: str, hint: str, marked: str, schema: Schema
) -> None:
    source = read("\n" + text, schema)
    found = next(finding for finding in source.findings if finding.slug == slug)
    assert found.where is not None
    assert (found.where.name, found.where.line) == ("facts.ttl", HEAD_LINES + 2)
    assert found.sentence == text
    assert found.hint is not None
    assert hint in found.hint["en"]
    if marked:
        assert found.mark is not None
        assert text[found.mark[0] : found.mark[1]] == marked
        assert found.where.column == found.mark[0] + 1
    assert source.refused == 1
    assert source.checked >= 1


def test_a_fact_that_is_refused_gives_no_claim(schema: Schema) -> None:
    source = read("<e> a kg:Launch ; kg:service '톡' .\n<f> a kg:Launch ; kg:service <s> .", schema)
    assert [claim.about for claim in source.claims] == [f"{BASE}f"]
    assert (source.checked, source.refused) == (2, 1)


def test_an_empty_file_is_no_source(schema: Schema) -> None:
    with pytest.raises(KgError, match=r"facts\.ttl: is empty"):
        read_facts(b" \n", "facts.ttl", SOURCE, schema, BASE)


def test_named_graphs_and_what_rules_derive(schema: Schema) -> None:
    text = f"""{HEAD}
    GRAPH <http://example.com/g> {{ <event/x> a kg:Founding ; kg:company <company/네모> . }}
    GRAPH <derived> {{ <company/네모> kg:successor <company/세모> . }}"""
    source = read_facts(text.encode(), "facts.trig", SOURCE, schema, BASE)
    assert [claim.type for claim in source.claims] == ["Founding"]
    assert kept(source) == set()
