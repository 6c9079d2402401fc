"""The rules: what follows, and what keeps it from following."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.ontology import shipped
from kg.reason.derive import derive
from kg.sparql.header import read_header

BASE = "https://example.org/kg/"
HEAD = """@base <https://example.org/kg/> .
@prefix kg: <https://w3id.org/companykg#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<d/2010> kg:earliest "2010-01-01"^^xsd:date ; kg:latest "2010-12-31"^^xsd:date .
<d/2015> kg:earliest "2015-01-01"^^xsd:date ; kg:latest "2015-12-31"^^xsd:date .
<A> a kg:Company, kg:Organization . <B> a kg:Company, kg:Organization .
<C> a kg:Company, kg:Organization . <S> a kg:Service . <P> a kg:Person . <Q> a kg:Person .
"""
MERGER = '<m> a kg:Merger ; kg:status "asserted" '
LAUNCH = '<l> a kg:Launch ; kg:status "asserted" ; kg:operator <A> ; kg:service <S> .'
BUY = """<b> a kg:Acquisition ; kg:status "asserted" ; kg:share 51.0 ; kg:date <d/2010> ;
    kg:acquirer <A> ; kg:target <B> ."""
HEADED = """<h> a kg:Appointment ; kg:status "asserted" ; kg:person <P> ; kg:company <A> ;
    kg:position "대표이사" ; kg:date <d/2010> ."""
CASES = {
    "parties to a merger go on as its result": (
        MERGER + "; kg:participant <A>, <B> ; kg:result <C> .",
        {"A successor C", "B successor C"},
    ),
    "the absorbed go on as the survivor": (
        MERGER + "; kg:survivor <A> ; kg:absorbed <B> .",
        {"B successor A"},
    ),
    "a merger without survivor or result says nothing": (
        MERGER + "; kg:participant <A>, <B> .",
        set(),
    ),
    "a planned merger says nothing": (
        MERGER.replace("asserted", "planned") + "; kg:survivor <A> ; kg:absorbed <B> .",
        set(),
    ),
    "what is spun off carries on": (
        '<s> a kg:SpinOff ; kg:status "asserted" ; kg:parent <A> ; kg:company <B> .',
        {"A successor B"},
    ),
    "who launched it operates it": (LAUNCH, {"A operates S"}),
    "not if it is discontinued": (LAUNCH + "<e> a kg:Discontinuation ; kg:service <S> .", set()),
    "not if it was sold": (LAUNCH + "<e> a kg:Acquisition ; kg:target <S> .", set()),
    "not if another operates it": (
        LAUNCH + "<r> kg:predicate kg:operates ; kg:subject <B> ; kg:object <S> .",
        set(),
    ),
    "not if the operator is absorbed": (LAUNCH + "<e> a kg:Merger ; kg:absorbed <A> .", set()),
    "nothing that is there already": (LAUNCH + "<A> kg:operates <S> .", set()),
    "a majority makes a subsidiary": (BUY, {"B subsidiaryOf A"}),
    "half is no majority": (BUY.replace("51.0", "50.0"), set()),
    "a shared majority is nobody's": (BUY + "<b> kg:acquirer <C> .", set()),
    "a later buyer ends it": (
        BUY + "<c> a kg:Acquisition ; kg:acquirer <C> ; kg:target <B> ; kg:date <d/2015> .",
        set(),
    ),
    "a buyer at an unknown time may end it": (
        BUY + "<c> a kg:Acquisition ; kg:acquirer <C> ; kg:target <B> .",
        set(),
    ),
    "an earlier buyer does not end it": (
        BUY.replace("2010", "2015")
        + "<c> a kg:Acquisition ; kg:acquirer <C> ; kg:target <B> ; kg:date <d/2010> .",
        {"B subsidiaryOf A"},
    ),
    "a person has no subsidiary": (BUY.replace("<A>", "<P>"), set()),
    "who is appointed head is head": (HEADED, {"P headOf A"}),
    "not every position is the head's": (HEADED.replace("대표이사", "사외이사"), set()),
    "a later departure ends it": (
        HEADED + "<e> a kg:Departure ; kg:person <P> ; kg:company <A> ; kg:date <d/2015> .",
        set(),
    ),
    "an earlier departure does not": (
        HEADED.replace("2010", "2015")
        + "<e> a kg:Departure ; kg:person <P> ; kg:company <A> ; kg:date <d/2010> .",
        {"P headOf A"},
    ),
    "the next head ends it": (
        HEADED + HEADED.replace("<h>", "<i>").replace("<P>", "<Q>").replace("2010", "2015"),
        {"Q headOf A"},
    ),
}


def derived(turtle: str, folder: Path | None = None) -> set[str]:
    store = ox.Store()
    store.load(HEAD + turtle, format=ox.RdfFormat.TURTLE)
    quads = derive(store, folder or shipped("ontology"), BASE)
    assert all(quad.graph_name == ox.NamedNode(f"{BASE}derived") for quad in quads)
    return {" ".join(re.split(r"[#/]", node.value)[-1] for node in quad.triple) for quad in quads}


@pytest.mark.parametrize(("turtle", "expected"), CASES.values(), ids=CASES)
def test_what_follows(turtle: str, expected: set[str]) -> None:
    assert derived(turtle) == expected


@pytest.mark.parametrize(
    "path", sorted((shipped("ontology") / "rules").glob("*.rq")), ids=lambda p: p.stem
)
def test_a_rule_has_title_and_description_in_both_languages(path: Path) -> None:
    header = read_header(path.read_text(encoding="utf-8"), path.name)
    assert set(header.title) == set(header.description) == {"ko", "en"}


@pytest.mark.parametrize("text", ["CONSTRUCT {", "ASK { ?a ?b ?c }"])
def test_what_is_no_rule_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.rq").write_text(text, encoding="utf-8")
    with pytest.raises(KgError, match=r"mine\.rq"):
        derived("", tmp_path)
