"""Which clause of a sentence a date belongs to where a clause before a noun stands between."""

from collections.abc import Sequence

from kg.lang.ko.clauses.clause import Clause
from kg.lang.ko.clauses.phrases import Moment, Phrase, Predicate
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.tokens.kiwi import NAMED_TAGS
from kg.lang.ko.tokens.words import FREE_HEADS, word_set

_MEETINGS = tuple(
    sorted(
        word_set(
            """이사회 총회 주총 회의 회견 간담회 설명회 발표회 기념식 출범식 체결식 협약식 조인식
            서명식 행사 경매 입찰 공매 컨퍼런스 콘퍼런스 쇼케이스 포럼 집회 심사 대회 박람회
            전시회 인사 선거 투표"""
        )
    )
)
"""Where things are decided or shown: what happens there has its date."""
_LASTING = word_set(
    """운영하 이끌 만들 가지 갖 보유하 제조하 생산하 판매하 거느리 다루 맡 담당하 개발하 유통하
    공급하 서비스하 경영하 총괄하 두 꾸리 하 제공하 파 팔 짓 쥐 소유하 관리하 대표하 지배하 책임지
    잇 일하 속하"""
)
"""What goes on: a clause with such a verb in the present has no day of its own."""

_STATES = word_set(
    "유명하 중요하 가능하 필요하 당연하 특별하 대단하 분명하 확실하 비슷하 동일하 저명하"
)
"""How things are: a clause with such a verb has no day."""


def lasts(predicate: Predicate, moment: Moment) -> bool:
    """`지난해 10월 거래소를 운영하는 A의 지분을 샀다`: the day is not that of what goes on."""
    going = predicate.form == "는" and predicate.stem in _LASTING
    return going and moment.case != "부터"


def since(predicate: Predicate, moment: Moment) -> bool:
    """`2017년부터 회사를 이끈 A가 물러났다`: the time from which it went on."""
    return predicate.stem in _LASTING and moment.case == "부터"


def settle_dates(clauses: Sequence[Clause]) -> None:
    """Gives dates that a clause before a noun has taken to the clause that they are of."""
    _give_back(clauses)
    for clause in clauses:
        if clause.reading.link == ADNOMINAL and clause.moments and clause.head is not None:
            _of_meeting(clause, clause.head, clauses)


def _of_meeting(held: Clause, head: Phrase, clauses: Sequence[Clause]) -> None:
    """`3월 24일 열린 이사회에서 A를 대표로 뽑았다`: what happened there happened that day."""
    if not head.text.endswith(_MEETINGS):
        return
    main = next((c for c in clauses if any(_holds(p, head) for p in c.phrases)), None)
    if main is not None and main is not held and not main.moments:
        main.moments += held.moments


def _holds(phrase: Phrase, head: Phrase) -> bool:
    return phrase is head or any(head is one for one in phrase.also)


def _give_back(clauses: Sequence[Clause]) -> None:
    """A date at the head of a sentence belongs to the main clause, though a clause before a noun
    stands between (`2016년 7월 X를 세웠던 Y가 Z를 인수했다`)."""
    first = clauses[0] if clauses else None
    if first is None or first.reading.link != ADNOMINAL or not first.moments:
        return
    if first.head is not None and first.head.text in FREE_HEADS:
        return  # 1960년 A가 B를 사들인 데서 비롯했다
    moment = first.moments[0]
    between = [p for p in first.phrases if p.start > moment.token.start]
    named = any(t.tag in NAMED_TAGS for p in between for t in p.tokens)
    main = next((c for c in clauses if c.reading.link != ADNOMINAL), None)
    ongoing = first.reading.ongoing or (first.reading.form == "던" and not first.reading.past)
    if (named or ongoing) and moment.token.start <= first.start and main is not None:
        told = main.predicate
        knows = told is not None and bool(told.noun) and told.stem not in _STATES
        if (knows or ongoing) and not main.moments and main.predicate is not first.predicate:
            first.moments.remove(moment)
            main.moments.append(moment)
            main.start = min(main.start, moment.token.start)
