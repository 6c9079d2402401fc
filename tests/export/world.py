"""A small graph written by hand: two companies that merged, a service, and one disagreement."""

from decimal import Decimal

import pyoxigraph as ox

from kg.model.claim import ANNOUNCED, ASSERTED, NAME, RELATION, Claim, Details
from kg.model.dates import PartialDate
from kg.model.document import Document, Header, Span
from kg.model.fact import Conflict, Entity, Event, Facts, Name, Relation, ResolvedClaim
from kg.model.schema import Schema
from kg.ontology.schema import load_schema
from kg.ontology.shipped import shipped
from kg.ontology.source import ontology_quads
from kg.rdf.claims import line_quads
from kg.rdf.documents import document_quads
from kg.rdf.facts import facts_quads
from kg.rdf.vocabulary import DEFAULT_BASE as BASE

TEXT = """+++
id = "history"
title = "두 회사의 역사"
published = "2022-10-17"
+++
아이위랩은 2006년 12월에 문을 열었다. 이 회사는 2010년 9월 이름을 카카오로 바꾸었다.

다음커뮤니케이션과 카카오는 2014년 5월 합병한다고 알렸고, 그해 10월 1일 합쳐져 다음카카오가 되었다.
다음카카오는 2015년 9월 카카오가 되었다. 카카오는 메신저 카카오톡을 운영한다.
카카오톡 가입자는 2012년 초에 4,000만 명을 넘었다.
카카오는 2016년 3월 로엔엔터테인먼트의 지분 76.4%를 사들였다.
"""
RIVAL = "카카오는 2016년 1월에 이미 로엔엔터테인먼트를 인수했다.\r\n"
DOCUMENT, OTHER, FILE = (f"{BASE}document/{key}" for key in ("history", "rival", "facts.ttl"))
DOCUMENTS = {DOCUMENT: TEXT, OTHER: RIVAL}

WE, DAUM, KAKAO, LOEN = (
    f"{BASE}company/{name}"
    for name in ("아이위랩", "다음커뮤니케이션", "다음카카오", "로엔엔터테인먼트")
)
TALK, KIM = f"{BASE}service/카카오톡", f"{BASE}person/김범수"
FOUNDING = f"{BASE}event/founding/아이위랩"
CHANGE = f"{BASE}event/namechange/아이위랩/카카오"
MERGER = f"{BASE}event/merger/다음커뮤니케이션+아이위랩"
MILESTONE = f"{BASE}event/milestone/카카오톡/가입자/40000000/명"
ACQUISITION = f"{BASE}event/acquisition/다음카카오/로엔엔터테인먼트"
RUNS, HEADS = (
    f"{BASE}relation/operates/다음카카오/카카오톡",
    f"{BASE}relation/headOf/김범수/아이위랩",
)
LINE = f"{FILE}#line=11,12"


def span(quote: str, document: str = DOCUMENT) -> Span:
    """The place of these words."""
    start = DOCUMENTS[document].index(quote)
    return Span(start, start + len(quote), quote)


def at(quote: str, document: str = DOCUMENT) -> str:
    """The IRI of the place of these words."""
    found = span(quote, document)
    return f"{document}#char={found.start},{found.end}"


FOUNDED = "아이위랩은 2006년 12월에 문을 열었다."
RENAMED = "이 회사는 2010년 9월 이름을 카카오로 바꾸었다."
ANNOUNCEMENT = "다음커뮤니케이션과 카카오는 2014년 5월 합병한다고 알렸고"
MERGED = "그해 10월 1일 합쳐져 다음카카오가 되었다."
RENAMED_AGAIN = "다음카카오는 2015년 9월 카카오가 되었다."
OPERATES = "카카오는 메신저 카카오톡을 운영한다."
USERS = "카카오톡 가입자는 2012년 초에 4,000만 명을 넘었다."
BOUGHT = "카카오는 2016년 3월 로엔엔터테인먼트의 지분 76.4%를 사들였다."
BOUGHT_EARLIER = "2016년 1월에 이미 로엔엔터테인먼트를 인수했다."


def _day(edtf: str | None) -> PartialDate | None:
    return PartialDate(edtf) if edtf else None


def _name(of: str, text: str, since: str | None, until: str | None, *evidence: str) -> Name:
    kind = "brand" if "/service/" in of else "legal"
    path = of.removeprefix(BASE)
    return Name(f"{BASE}name/{path}/{text}", of, text, kind, _day(since), _day(until), evidence)


def _entity(iri: str, kind: str, *names: Name) -> Entity:
    return Entity(iri, kind, names[-1].text, names)


def _claim(
    about: str,
    type_: str,
    quote: str,
    *,
    document: str = DOCUMENT,
    date: str | None = None,
    status: str = ASSERTED,
    relation: str | None = None,
    details: Details | None = None,
    texts: tuple[tuple[str, tuple[str, ...]], ...] = (),
    **roles: tuple[str, ...],
) -> ResolvedClaim:
    place = span(quote, document)
    claim = Claim(
        source=document,
        type=type_,
        relation=relation,
        roles=(),
        date=_day(date),
        status=status,
        details=details or Details(),
        extracted_by="by hand",
        span=place,
    )
    iri = f"{document}#claim={relation or type_},{place.start},{place.end},000000"
    filled = tuple(sorted(roles.items()))
    return ResolvedClaim(iri, claim, about, filled, texts, (at(quote, document),))


CLAIMS = (
    _claim(FOUNDING, "Founding", FOUNDED, date="2006-12", company=(WE,)),
    _claim(
        CHANGE, "NameChange", RENAMED, date="2010-09", company=(WE,), texts=(("new", ("카카오",)),)
    ),
    _claim(
        MERGER, "Merger", ANNOUNCEMENT, date="2014-05", status=ANNOUNCED, participant=(DAUM, WE)
    ),
    _claim(MERGER, "Merger", MERGED, date="2014-10-01", participant=(DAUM, WE), result=(KAKAO,)),
    _claim(
        f"{BASE}name/company/다음카카오/카카오",
        NAME,
        RENAMED_AGAIN,
        details=Details(kind="legal", since=_day("2015-09")),
        nameOf=(KAKAO,),
        texts=(("text", ("카카오",)),),
    ),
    _claim(
        RUNS, RELATION, OPERATES, relation="operates", subject=(KAKAO,), object=(TALK,)
    ),
    _claim(
        MILESTONE,
        "Milestone",
        USERS,
        date="2012",
        details=Details(value=Decimal("40000000"), unit="명", metric="가입자"),
        subject=(TALK,),
    ),
    _claim(
        ACQUISITION,
        "Acquisition",
        BOUGHT,
        date="2016-03",
        details=Details(share=Decimal("76.40")),
        acquirer=(KAKAO,),
        target=(LOEN,),
    ),
    _claim(
        ACQUISITION,
        "Acquisition",
        BOUGHT_EARLIER,
        document=OTHER,
        date="2016-01",
        acquirer=(KAKAO,),
        target=(LOEN,),
    ),
    ResolvedClaim(
        f"{FILE}#claim=headOf,L12,000000",
        Claim(FILE, RELATION, "headOf", (), None, ASSERTED, Details(position="대표"), "facts.ttl",
              line=12),
        HEADS,
        (("object", (WE,)), ("subject", (KIM,))),
        (),
        (LINE,),
    ),
)  # fmt: skip

FACTS = Facts(
    entities=(
        _entity(
            KAKAO,
            "Company",
            _name(KAKAO, "다음카카오", "2014-10-01", "2015-09", at(MERGED)),
            _name(KAKAO, "카카오", "2015-09", None, at(RENAMED_AGAIN)),
        ),
        _entity(DAUM, "Company", _name(DAUM, "다음커뮤니케이션", None, "2014-10-01", at(MERGED))),
        _entity(LOEN, "Company", _name(LOEN, "로엔엔터테인먼트", None, None, at(BOUGHT))),
        _entity(
            WE,
            "Company",
            _name(WE, "아이위랩", "2006-12", "2010-09", at(FOUNDED)),
            _name(WE, "카카오", "2010-09", "2014-10-01", at(RENAMED)),
        ),
        _entity(KIM, "Person", _name(KIM, "김범수", None, None, LINE)),
        _entity(TALK, "Service", _name(TALK, "카카오톡", None, None, at(OPERATES))),
    ),
    events=(
        Event(
            ACQUISITION, "Acquisition", _day("2016-03"), ASSERTED,
            (("acquirer", (KAKAO,)), ("target", (LOEN,))), (), Details(share=Decimal("76.40")),
            (at(BOUGHT), at(BOUGHT_EARLIER, OTHER)),
        ),
        Event(
            FOUNDING, "Founding", _day("2006-12"), ASSERTED, (("company", (WE,)),), (), Details(),
            (at(FOUNDED),),
        ),
        Event(
            MERGER, "Merger", _day("2014-10-01"), ASSERTED,
            (("participant", (DAUM, WE)), ("result", (KAKAO,))), (),
            Details(announced=_day("2014-05")), (at(MERGED), at(ANNOUNCEMENT)),
        ),
        Event(
            MILESTONE, "Milestone", _day("2012"), ASSERTED, (("subject", (TALK,)),), (),
            Details(value=Decimal("40000000"), unit="명", metric="가입자"), (at(USERS),),
        ),
        Event(
            CHANGE, "NameChange", _day("2010-09"), ASSERTED, (("company", (WE,)),),
            (("new", ("카카오",)),), Details(), (at(RENAMED),),
        ),
    ),
    relations=(
        Relation(HEADS, "headOf", KIM, WE, ASSERTED,
                 Details(position="대표", until=_day("2014-10-01")), (LINE,)),
        Relation(RUNS, "operates", KAKAO, TALK, ASSERTED, Details(), (at(OPERATES),)),
    ),
    conflicts=(
        Conflict(
            f"{BASE}conflict/acquisition/다음카카오/로엔엔터테인먼트/date", ACQUISITION, "date",
            tuple(sorted(c.iri for c in CLAIMS if c.about == ACQUISITION)), "disjoint-dates",
        ),
    ),
    claims=tuple(sorted(CLAIMS, key=lambda claim: claim.iri)),
)  # fmt: skip

_OTHER_THING = ox.NamedNode("https://example.com/thing")


def schema() -> Schema:
    """The shipped one."""
    return load_schema(shipped("ontology"))


def without_ontology() -> set[ox.Quad]:
    """Facts, documents, and a source of facts with a triple of its own."""
    file = ox.NamedNode(FILE)
    header = Header("history", "두 회사의 역사", _day("2022-10-17"), "https://example.com/a", "ko")
    return {
        *facts_quads(FACTS, schema(), BASE),
        *document_quads(Document("data/documents/history.txt", TEXT, "1" * 64, header), DOCUMENT),
        *document_quads(Document("data/documents/rival.txt", RIVAL, "2" * 64), OTHER),
        *document_quads(Document("facts.ttl", "", "3" * 64), FILE),
        *line_quads(FILE, 12, "<person/김범수> kg:headOf <company/아이위랩> ."),
        ox.Quad(_OTHER_THING, ox.NamedNode("https://example.com/says"), ox.Literal("딴말"), file),
    }


def quads() -> set[ox.Quad]:
    """All of it, the ontology included."""
    return without_ontology().union(ontology_quads(shipped("ontology")))


def store() -> ox.Store:
    """A store with all of it."""
    found = ox.Store()
    found.extend(quads())
    return found
