"""The story of the document that comes with kg, read, resolved and loaded: who is whom."""

import pyoxigraph as ox
import pytest
from loaded import Place

PREFIXES = {
    "kg": "https://w3id.org/companykg#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "c": "https://example.org/kg/company/",
    "s": "https://example.org/kg/service/",
}


def ask(place: Place, pattern: str) -> bool:
    found = place.store().query(f"ASK {{ {pattern} }}", prefixes=PREFIXES)
    assert isinstance(found, ox.QueryBoolean)
    return bool(found)


def count(place: Place, pattern: str) -> int:
    text = f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}"
    (row,) = place.store().query(text, prefixes=PREFIXES)  # type: ignore[misc]
    return int(row["n"].value)


HOLDS = {
    "아이위랩 took the name 카카오 in 2010 and lost it in the merger": """
        ?n kg:nameOf c:아이위랩 ; kg:text "카카오" ;
            kg:from/kg:edtf "2010-09" ; kg:until/kg:edtf "2014-10" """,
    "다음카카오 has it since 2015, and is another company": """
        ?n kg:nameOf c:다음카카오 ; kg:text "카카오" ; kg:from/kg:edtf "2015-09-23"
        MINUS { ?n kg:until ?end }
        FILTER(c:다음카카오 != c:아이위랩) """,
    "카카오뱅크 the company has the licence": "?e a kg:Licence ; kg:company c:카카오뱅크",
    "카카오뱅크 the service was launched": "?e a kg:Launch ; kg:service s:카카오뱅크",
    "announced in May, done in October: one merger without a conflict": """
        ?e a kg:Merger ; kg:participant c:아이위랩, c:다음커뮤니케이션 ; kg:result c:다음카카오 ;
            kg:date/kg:edtf "2014-10" ; kg:announced/kg:edtf "2014-05" ; kg:status "asserted"
        MINUS { ?conflict kg:about ?e } """,
    "prose and list tell one founding, with two sentences": """
        ?e a kg:Founding ; kg:company c:아이위랩 ; kg:date/kg:edtf "2006-12" ; kg:evidence ?a, ?b
        FILTER(?a != ?b) """,
    "the contradiction about 카카오엠 is one merger, two claims and a conflict": """
        ?x a kg:Conflict ; kg:property "date" ; kg:between ?a, ?b ; kg:about ?e .
        ?e a kg:Merger ; kg:survivor c:다음카카오 ; kg:absorbed c:카카오엠 .
        GRAPH ?d { ?a kg:about ?e ; kg:date ?may . ?b kg:about ?e ; kg:date ?september }
        ?may kg:edtf "2018-05" . ?september kg:edtf "2018-09" """,
    "the decade is no more precise than it is told": """
        ?e a kg:Relocation ; kg:company c:다음커뮤니케이션 ; kg:date/kg:edtf "200X" """,
    "what was launched in 2015 is the later company's": """
        ?e a kg:Launch ; kg:service s:카카오택시 ; kg:operator c:다음카카오 """,
}  # fmt: skip


@pytest.mark.parametrize("name", HOLDS)
def test_it_is_held(name: str, kakao: Place) -> None:
    assert ask(kakao, HOLDS[name])


def test_each_merger_is_held_once(kakao: Place) -> None:
    assert count(kakao, "?x a kg:Merger ; kg:absorbed c:카카오엠") == 1
    assert count(kakao, "?x a kg:Merger ; kg:participant c:아이위랩") == 1


def test_opinion_and_hearsay_are_not_held(kakao: Place) -> None:
    """They say that it will be sold to another company: a rumour that the writer disbelieves."""
    assert not ask(kakao, "?e a kg:Acquisition ; kg:target c:다음카카오")
    assert not ask(kakao, "?e kg:status 'reported'")
