"""When what stands beside a verb gives it another sense than its frame's: people who come out of a
company, a hand that is stretched out, an office that someone simply keeps."""

from kg.extract.context.reader import Reader
from kg.extract.frames.view import View
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON
from kg.lang.ko.names.of_phrases import names_of
from kg.lang.ko.tokens.words import PLACES, word_set
from kg.ontology.lexicon import Frame

_PEOPLE = tuple(
    sorted(
        word_set(
            """들 사람 출신 직원 배우 가수 선수 교수 감독 작가 기자 모델 임원 대표 사장 회장"""
        )
    )
)
_STAGES = tuple(
    sorted(
        word_set(
            """광고 방송 프로그램 예능 드라마 영화 무대 회견 세미나 행사 자리 뉴스 기사 신문
            잡지 자료 보고서 청문회 국감 국정감사 법정 재판 대회 인터뷰 강연 연사"""
        )
    )
)
"""Where somebody or something that is no news appears."""
_APPEARING = ("나오", "등장하", "나서")
_APART = frozenset(("따로", "뛰쳐", "제각각", "갈라져"))
_KEPT = frozenset(("그대로", "계속", "여전히", "줄곧"))
_BOTH = ("겸하", "겸임하", "겸직하")
_RAISED = ("멈추", "일으키", "부르", "붙잡", "돌리", "잡")
"""멈춰 세우다, 불러 세우다: nothing is founded."""
_MERGING = ("합병하", "합치", "합쳐지", "통합하", "통합되", "합병되")
_WORDS = ("이름", "말", "단어", "글자", "합성어", "뜻", "조어", "줄임말", "신조어", "표현", "명칭")
"""`'A'와 'B'를 합친 이름`: what words are put together to."""
_SERIAL = ("어", "아", "여", "어서", "아서")
_FUNDING = ("출자하", "투자하", "대", "내", "공동출자하", "공동투자하")
_FOUNDING = word_set(
    "만들 세우 설립하 차리 창업하 창립하 출범하 출범시키 발족하 신설하 꾸리 창설하 설립되 세우어지"
)


def another_sense(view: View, frame: Frame, phrases: list[Phrase], reader: Reader) -> str:
    """What the clause lacks of the frame's own sense; "" where it may have it."""
    lacked = ""
    match frame.type:
        case "Launch":
            lacked = _launch(view, phrases, reader)
        case "Merger" if view.head is not None and view.head.text.endswith(_WORDS):
            lacked = "companies, not words"
        case "Outage" if view.stem == "뻗" and _object(phrases) is not None:
            lacked = "no hand that is stretched out"
        case "Appointment":
            lacked = _appointment(view)
        case "Founding":
            lacked = _founding(view, reader)
        case "Investment":
            lacked = _investment(view, phrases, reader)
        case "NameChange" if frame.id.endswith(("#become", "#became")) and _of_merger(
            view, phrases
        ):
            lacked = "a name alone"
    return lacked


def _object(phrases: list[Phrase]) -> Phrase | None:
    return next((p for p in phrases if p.case == "을"), None)


def _launch(view: View, phrases: list[Phrase], reader: Reader) -> str:
    """`사람들이 따로 나와`, `배우 A가 광고에 나와`, `회사를 B에 팔았다`."""
    if view.stem in _APPEARING:
        subjects = [p for p in phrases if p.case == "이" or p.topic or p.only]
        people = any(p.text.endswith(_PEOPLE) or _is(PERSON, p, reader) for p in subjects)
        staged = any(p.case in ("에", "에서") and p.text.endswith(_STAGES) for p in phrases)
        apart = any(t.form in _APART for t in view.clause.marks)
        return "something new" if people or staged or apart else ""
    sold = view.stem in ("팔", "팔리", "판매하") and any(
        p.case == "에" and p.text not in PLACES and _is(ORGANIZATION, p, reader) for p in phrases
    )
    return "customers, not one buyer" if sold else ""


def _is(kind: str, phrase: Phrase, reader: Reader) -> bool:
    names = names_of(phrase, reader.line)
    return any(n.proper and kind in (n.kind, reader.directory.kind(n)) for n in names)


def _appointment(view: View) -> str:
    """`A가 그대로 대표를 맡는다`, `대표를 겸한다`: who is there already."""
    if any(t.form in _KEPT for t in view.clause.marks):
        return "a change"
    reading = view.clause.reading
    states = view.stem in _BOTH and not reading.past and reading.link == "final"
    return "a change" if states and not view.clause.moments and not view.nominal else ""


def _founding(view: View, reader: Reader) -> str:
    """`공장을 멈춰 세웠다`: another verb."""
    if view.stem == "세우" and any(
        c.predicate is not None
        and c.predicate.stem in _RAISED
        and view.clause.predicate is not None
        and 0 <= view.clause.predicate.start - c.predicate.end <= 1
        for c in reader.sentence.clauses
    ):
        return "no other verb before it"
    return ""


def _stem_of(clause: object) -> str:
    if not isinstance(clause, Clause) or clause.predicate is None:
        return ""
    return clause.predicate.stem


def _investment(view: View, phrases: list[Phrase], reader: Reader) -> str:
    """`지분 10%를 5억 달러에 받아 갔다`: bought; `A와 B가 출자해 세운 C`: founded."""
    target = _object(phrases)
    if target is not None and {"지분", "주식"} & {t.form for t in target.tokens}:
        return "money, not shares"
    if view.stem not in _FUNDING or view.clause.reading.form not in _SERIAL:
        return ""
    founded = _stem_of(_next(view, reader)) in _FOUNDING
    return "a company that there is" if founded else ""


def _next(view: View, reader: Reader) -> Clause | None:
    clauses = reader.sentence.clauses
    at = clauses.index(view.clause) + 1 if view.clause in clauses else len(clauses)
    return clauses[at] if at < len(clauses) else None


def _of_merger(view: View, phrases: list[Phrase]) -> bool:
    """`B와 통합해 C로 새 출발했다`, `신설 법인 C로 출발`."""
    new = any(t.form in ("신설", "통합", "합병") for p in phrases for t in p.tokens)
    return new or _merges_before(view)


def _merges_before(view: View) -> bool:
    before = view.clause.before
    return (
        before is not None
        and _stem_of(before).endswith(_MERGING)
        and before.reading.form in _SERIAL
    )
