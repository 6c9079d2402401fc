"""Who sits at the head of a company, said by a figure: 자리를 지키고 있다, 방향타를 쥐고 있다."""

from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import made, organization
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.names.person_names import is_korean_name
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import HEAD_TITLES, TITLES, word_set

_SEATS = word_set(
    """
    자리 직 의장석 사장석 회장석 대표석 왕좌 옥좌 의장직 회장직 사장직 대표직 대표이사직 수장자리
    대표자리 사장자리 회장자리 의장자리 지휘봉 방향타 운전대 조타수 키 고삐 사령탑 경영 살림 회사
    경영권 구단 은행 그룹"""
)
_OTHERS = word_set("전무 상무 부사장 부회장 이사 본부장 부문장 감독 팀장 실장 고문 사외이사 감사")
"""Titles of those who sit lower."""
_KEEPING = (
    "지키",
    "유지하",
    "잡",
    "쥐",
    "맡",
    "이끌",
    "꾸리",
    "책임지",
    "겸하",
    "겸직하",
    "겸임하",
)
_AT_ONCE = ("겸하", "겸직하", "겸임하")
"""Verbs that say it of what is so in the present, too."""
_PREFIXES = ("현재", "지금", "요즘", "현", "지금의", "당시", "현직")


def seated(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """The head whom a clause says to keep the seat, or whom an office is said to have."""
    if clause.predicate is None or clause.reading.status != "asserted":
        return []
    if clause.reading.link == ADNOMINAL:
        return []
    found = _keeps(clause, reader) or _had_by(clause, reader)
    if found is None or found[1].text == found[0].text:
        return []
    head, company, position = found
    plain = replace(head, notes=(), owner=None)
    place = (clause.start, clause.end)
    return [made("headOf", plain, company, sentence, place, "seat", position)]


Found = tuple[Named, Named, str | None]


def _keeps(clause: Clause, reader: Reader) -> Found | None:
    """`홍길동 회장은 지금도 자리를 지키고 있다`, `김 대표가 방향타를 쥐고 있다`."""
    assert clause.predicate is not None  # noqa: S101 # seated has looked
    predicate = clause.predicate
    lasting = clause.reading.ongoing or predicate.compound.endswith("오")
    if predicate.stem not in _KEEPING or not lasting:
        return None
    held = clause.phrase("을") or next((p for p in clause.phrases if p.only and not p.case), None)
    holder = clause.phrase("이") or next(
        (p for p in clause.phrases if p.topic and not p.case), clause.subject
    )
    head = _head(holder, reader)
    if held is None or head is None or holder is held or held.text not in _SEATS:
        return None
    if held.text in ("키", "은행", "그룹", "구단") and not head.title:
        return None
    owner = head.owner
    if owner is not None and not reader.directory.is_organization(owner):
        owner = None
    company = organization(held.of, reader) if held.of is not None else owner
    if company is None:
        known = reader.discourse.employers.get(head.text)
        company = known or reader.discourse.subject()
    return (head, company, head.title or None) if company is not None else None


def _had_by(clause: Clause, reader: Reader) -> Found | None:
    """`A 사장은 홍길동이 맡고 있다`, `이사회 의장직은 홍길동이 맡는다`: undated."""
    assert clause.predicate is not None  # noqa: S101 # seated has looked
    office = next((p for p in clause.phrases if p.topic and not p.case), None)
    holder = clause.phrase("이")
    if clause.predicate.stem not in (*_KEEPING, "하") or office is None or holder is None:
        return None
    if clause.moments and not clause.reading.ongoing:
        return None
    if clause.reading.past and "오래" not in reader.line[clause.start : clause.end]:
        return None
    at = _title_at(office)
    head = _head(holder, reader)
    if at is None or head is None:
        return None
    before = name_of(office.tokens[:at], reader.line) if at else None
    if before is not None:
        company = before if before.proper and before.kind != PERSON else None
    elif office.of is not None:
        company = organization(office.of, reader)
    else:
        company = reader.discourse.subject()
    title = "".join(t.form for t in office.tokens[at:]).removesuffix("직").removesuffix("자리")
    return (head, company, title) if company is not None else None


def _title_at(phrase: Phrase) -> int | None:
    """Where the title that ends a phrase begins; None where it is no head's."""
    tokens = phrase.tokens
    for at in range(len(tokens)):
        text = "".join(t.form for t in tokens[at:])
        for prefix in _PREFIXES:
            text = text.removeprefix(prefix)
        if text.removesuffix("직").removesuffix("자리") in HEAD_TITLES:
            return at
    return None


def _head(phrase: Phrase | None, reader: Reader) -> Named | None:
    """The person whom a phrase names, unless by a title that heads no company."""
    if phrase is None:
        return None
    names = [n for n in names_of(phrase, reader.line) if n.proper]
    named = names[-1] if names else None
    if named is None or len(names) > 1 or named.former:
        return None
    if named.kind != PERSON and reader.directory.kind(named) != PERSON:
        named = replace(named, kind=PERSON) if is_korean_name(named.text) else None
    if named is None or reader.directory.is_organization(named):
        return None
    last = named.title.split()[-1] if named.title else ""
    lower = last in _OTHERS or (last in TITLES and last not in HEAD_TITLES and last not in _PLAIN)
    return None if lower else named


_PLAIN = ("씨", "창업자", "창업주", "설립자", "박사", "교수")
