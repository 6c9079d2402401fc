"""Facts as the quads of docs/graph.md."""

from collections.abc import Iterable
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.model.claim import ANNOUNCED, ASSERTED, NAME, RELATION, Claim, Details
from kg.model.dates import PartialDate
from kg.model.document import Span
from kg.model.fact import Conflict, Entity, Event, Facts, Name, Relation, ResolvedClaim
from kg.model.schema import Schema
from kg.ontology.schema import load_schema
from kg.ontology.shipped import shipped
from kg.rdf.claims import line_quads
from kg.rdf.facts import facts_quads
from kg.rdf.vocabulary import DEFAULT_BASE, KG, PREFIXES, RDF

HEAD = f"@base <{DEFAULT_BASE}> .\n" + "".join(
    f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()
)
NOTHING = Facts((), (), (), (), ())
DOCUMENT = f"{DEFAULT_BASE}document/a"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(shipped("ontology"))


def _iri(path: str) -> str:
    return DEFAULT_BASE + path


def _day(edtf: str) -> PartialDate:
    return PartialDate(edtf)


def _claim(
    type_: str,
    *,
    relation: str | None = None,
    date: PartialDate | None = None,
    status: str = ASSERTED,
    details: Details | None = None,
    span: Span | None = None,
    line: int | None = None,
) -> Claim:
    return Claim(
        source=DOCUMENT,
        type=type_,
        relation=relation,
        roles=(),
        date=date,
        status=status,
        details=details or Details(),
        extracted_by="rule",
        span=span,
        line=line,
    )


ENTITY = Entity(
    _iri("company/가"),
    "Company",
    "나",
    (
        Name(
            _iri("name/company/가/가"), _iri("company/가"), "가", "legal", None, _day("2014-10"),
            (f"{DOCUMENT}#char=0,5",),
        ),
        Name(_iri("name/company/가/나"), _iri("company/가"), "나", "brand", _day("2014-10"), None,
             ()),
    ),
)  # fmt: skip
MERGER = Event(
    _iri("event/merger/가+다"),
    "Merger",
    _day("2014-10"),
    ASSERTED,
    (("participant", (_iri("company/가"), _iri("company/다"))),),
    (),
    Details(announced=_day("2014-05-26"), share=Decimal("30.0"), value=Decimal("1E+3"), unit="KRW"),
    (f"{DOCUMENT}#char=9,12", f"{DOCUMENT}#char=0,5"),
)
RELATION_NOW = Relation(
    _iri("relation/headOf/라/가"), "headOf", _iri("person/라"), _iri("company/가"), ASSERTED,
    Details(position="대표", since=_day("201X")), (f"{DOCUMENT}#char=0,5",),
)  # fmt: skip
DATE_2014_10 = """
<date/2014-10> a kg:Date ; kg:edtf "2014-10" ;
    kg:earliest "2014-10-01"^^xsd:date ; kg:latest "2014-10-31"^^xsd:date ."""
DATE_201X = """
<date/201X> a kg:Date ; kg:edtf "201X" ;
    kg:earliest "2010-01-01"^^xsd:date ; kg:latest "2019-12-31"^^xsd:date ."""

CASES = {
    "an entity with its names": (
        Facts((ENTITY,), (), (), (), ()),
        """
        <company/가> a kg:Company, kg:Organization, kg:Entity ;
            rdfs:label "나" ; skos:altLabel "가" .
        <name/company/가/가> a kg:Name ; kg:nameOf <company/가> ; kg:text "가" ;
            kg:nameKind "legal" ; kg:until <date/2014-10> ; kg:evidence <document/a#char=0,5> .
        <name/company/가/나> a kg:Name ; kg:nameOf <company/가> ; kg:text "나" ;
            kg:nameKind "brand" ; kg:from <date/2014-10> ."""
        + DATE_2014_10,
    ),
    "an event, its best evidence first": (
        Facts((), (MERGER,), (), (), ()),
        """
        <event/merger/가+다> a kg:Merger, kg:Event ; rdfs:label "가·다 합병" ;
            kg:date <date/2014-10> ; kg:announced <date/2014-05-26> ; kg:status "asserted" ;
            kg:participant <company/가>, <company/다> ;
            kg:share "30"^^xsd:decimal ; kg:value "1000"^^xsd:decimal ; kg:unit "KRW" ;
            kg:evidence <document/a#char=0,5>, <document/a#char=9,12> ;
            kg:bestEvidence <document/a#char=9,12> .
        <date/2014-05-26> a kg:Date ; kg:edtf "2014-05-26" ;
            kg:earliest "2014-05-26"^^xsd:date ; kg:latest "2014-05-26"^^xsd:date ."""
        + DATE_2014_10,
    ),
    "texts and the details of an incident": (
        Facts(
            (),
            (
                Event(
                    _iri("event/expansion/마"), "Expansion", None, ASSERTED,
                    (("service", (_iri("service/마"),)),), (("scope", ("전국",)),),
                    Details(kind="화재", cause="누전", restored=_day("2014-10")), (),
                ),
            ),
            (), (), (),
        ),
        """
        <event/expansion/마> a kg:Expansion, kg:Event ; rdfs:label "마 화재 확대" ;
            kg:status "asserted" ; kg:service <service/마> ; kg:scope "전국" ;
            kg:incidentKind "화재" ; kg:cause "누전" ; kg:restored <date/2014-10> ."""
        + DATE_2014_10,
    ),
    "a relation in force has its direct triple": (
        Facts((), (), (RELATION_NOW,), (), ()),
        """
        <relation/headOf/라/가> a kg:Relation ; kg:predicate kg:headOf ; kg:subject <person/라> ;
            kg:object <company/가> ; kg:position "대표" ; kg:from <date/201X> ;
            kg:status "asserted" ;
            kg:evidence <document/a#char=0,5> ; kg:bestEvidence <document/a#char=0,5> .
        <person/라> kg:headOf <company/가> ."""
        + DATE_201X,
    ),
    "a relation that has ended has none": (
        Facts(
            (), (),
            (
                Relation(
                    _iri("relation/operates/가/마"), "operates", _iri("company/가"),
                    _iri("service/마"), ASSERTED, Details(until=_day("2014-10")), (),
                ),
            ),
            (), (),
        ),
        """
        <relation/operates/가/마> a kg:Relation ; kg:predicate kg:operates ;
            kg:subject <company/가> ; kg:object <service/마> ; kg:until <date/2014-10> ;
            kg:status "asserted" ."""
        + DATE_2014_10,
    ),
    "a conflict": (
        Facts(
            (), (), (),
            (
                Conflict(
                    _iri("conflict/merger/가+다/date"), _iri("event/merger/가+다"), "date",
                    (f"{DOCUMENT}#claim=1", f"{DOCUMENT}#claim=2"), "disjoint-dates",
                ),
            ),
            (),
        ),
        """
        <conflict/merger/가+다/date> a kg:Conflict ; kg:about <event/merger/가+다> ;
            kg:property "date" ; kg:because "disjoint-dates" ;
            kg:between <document/a#claim=1>, <document/a#claim=2> .""",
    ),
    "a claim about an event, with its span": (
        Facts(
            (), (), (), (),
            (
                ResolvedClaim(
                    f"{DOCUMENT}#claim=Merger,0,2,abc",
                    _claim("Merger", date=_day("2014-10"), status=ANNOUNCED,
                           span=Span(0, 2, "합병")),
                    _iri("event/merger/가+다"),
                    (("participant", (_iri("company/가"),)),),
                    (),
                    (f"{DOCUMENT}#char=0,2",),
                ),
            ),
        ),
        """
        GRAPH <document/a> {
            <document/a#claim=Merger,0,2,abc> a kg:Claim ; kg:about <event/merger/가+다> ;
                kg:claimedType kg:Merger ; kg:date <date/2014-10> ; kg:status "announced" ;
                kg:participant <company/가> ; kg:evidence <document/a#char=0,2> ;
                kg:extractedBy "rule" .
            <document/a#char=0,2> a kg:Span ; kg:inDocument <document/a> ; kg:quote "합병" ;
                kg:start 0 ; kg:end 2 .
        }"""
        + DATE_2014_10,
    ),
    "a claim about a relation, from a line of facts": (
        Facts(
            (), (), (), (),
            (
                ResolvedClaim(
                    f"{DOCUMENT}#claim=headOf,L12,abc",
                    _claim(RELATION, relation="headOf", details=Details(since=_day("201X")),
                           line=12),
                    _iri("relation/headOf/라/가"),
                    (("object", (_iri("company/가"),)), ("subject", (_iri("person/라"),))),
                    (),
                    (f"{DOCUMENT}#line=11,12",),
                ),
            ),
        ),
        """
        GRAPH <document/a> {
            <document/a#claim=headOf,L12,abc> a kg:Claim ; kg:about <relation/headOf/라/가> ;
                kg:claimedType kg:Relation ; kg:predicate kg:headOf ; kg:subject <person/라> ;
                kg:object <company/가> ; kg:from <date/201X> ; kg:status "asserted" ;
                kg:evidence <document/a#line=11,12> ; kg:extractedBy "rule" .
        }"""
        + DATE_201X,
    ),
    "a claim about a name": (
        Facts(
            (), (), (), (),
            (
                ResolvedClaim(
                    f"{DOCUMENT}#claim=Name,L1,abc",
                    _claim(NAME, details=Details(kind="former"), line=1),
                    _iri("name/company/가/나"),
                    (("nameOf", (_iri("company/가"),)),),
                    (("text", ("나",)),),
                    (),
                ),
            ),
        ),
        """
        GRAPH <document/a> {
            <document/a#claim=Name,L1,abc> a kg:Claim ; kg:about <name/company/가/나> ;
                kg:claimedType kg:Name ; kg:nameOf <company/가> ; kg:text "나" ;
                kg:nameKind "former" ; kg:status "asserted" ; kg:extractedBy "rule" .
        }""",
    ),
    "nothing": (NOTHING, ""),
}  # fmt: skip


def _parsed(trig: str) -> set[ox.Quad]:
    return set(ox.parse((HEAD + trig).encode(), format=ox.RdfFormat.TRIG))


@pytest.mark.parametrize(("facts", "expected"), CASES.values(), ids=CASES)
def test_facts_become_these_quads(facts: Facts, expected: str, schema: Schema) -> None:
    found, wanted = facts_quads(facts, schema, DEFAULT_BASE), _parsed(expected)
    assert _lines(found - wanted) == [], "not wanted"
    assert _lines(wanted - found) == [], "missing"


def _lines(quads: Iterable[ox.Quad]) -> list[str]:
    return sorted(map(str, quads))


@pytest.mark.parametrize("facts", [case[0] for case in CASES.values()], ids=list(CASES))
def test_a_store_gives_back_the_same_literals(facts: Facts, schema: Schema) -> None:
    quads = facts_quads(facts, schema, DEFAULT_BASE)
    store = ox.Store()
    store.extend(quads)
    assert set(store) == quads


def test_a_claim_is_of_no_event_type(schema: Schema) -> None:
    kinds = {KG + name for name in (*schema.events, "Event", "Relation", "Name")}
    for facts, _ in CASES.values():
        for quad in facts_quads(facts, schema, DEFAULT_BASE):
            if quad.graph_name != ox.DefaultGraph() and quad.predicate.value == RDF + "type":
                assert quad.object.value not in kinds


def test_the_base_is_where_dates_lie(schema: Schema) -> None:
    quads = facts_quads(Facts((), (MERGER,), (), (), ()), schema, "https://example.com/")
    dates = {str(quad.subject) for quad in quads if quad.object == ox.NamedNode(KG + "Date")}
    assert dates == {
        "<https://example.com/date/2014-10>",
        "<https://example.com/date/2014-05-26>",
    }


def test_a_line_of_a_source_is_a_span_with_its_words() -> None:
    expected = """GRAPH <document/a> { <document/a#line=11,12> a kg:Span ;
        kg:inDocument <document/a> ; kg:line 12 ; kg:quote "<a> <b> <c> ." }"""
    assert set(line_quads(DOCUMENT, 12, "<a> <b> <c> .")) == _parsed(expected)
