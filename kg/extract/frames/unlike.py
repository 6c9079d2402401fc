"""Why the phrases beside a verb make it another thing than its frame's: a sum, a date that it must
have, slots that must be empty, what cannot stand before its fixed noun."""

from dataclasses import replace

from kg.extract.context.dating import is_told_of
from kg.extract.context.reader import Reader
from kg.extract.frames.another_sense import another_sense
from kg.extract.frames.assets import asset_of
from kg.extract.frames.kinship import merged_before
from kg.extract.frames.role_kinds import CROWDS, HEAD
from kg.extract.frames.service_names import is_manner, is_setting
from kg.extract.frames.view import ACTIVE, View
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.prices import is_sum
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT
from kg.lang.ko.names.of_phrases import names_of
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.lang.ko.tokens.words import HEAD_TITLES, word_set
from kg.ontology.lexicon import Frame

_FUNDS = word_set("투자금 자금 시드 시드머니 종잣돈 뭉칫돈 자본금 자본 초기 추가")
"""What a sum may be called that goes into a company."""


def unlike(view: View, frame: Frame, fixed: bool, phrases: list[Phrase], reader: Reader) -> str:  # noqa: PLR0911  (a list of cases reads best flat)
    """Why the phrases beside the verb's fixed nouns make it another thing; "" where they do not."""
    if frame.alone and fixed and _unexplained(phrases, view):
        return "a place for what stands before the fixed noun"
    if frame.paid and not any(_is_paid(p, view.nominal) for p in phrases):
        return "a sum"
    if frame.priced and not _is_deal(view, frame, phrases, reader):
        return "a price, a share or a company"
    if "을" in frame.without and _takes_object(view):
        return "an empty object"
    head = any(role.kind == HEAD for role in frame.roles)  # 김가람 사장이 서울에 왔다
    if any(p.case in frame.without and (head or not is_setting(p)) for p in phrases):
        return "an empty " + "/".join(frame.without)
    if frame.noted and not (view.nominal and _is_note(phrases)):
        return "a note of nothing else"
    if frame.dated and not _may_be_dated(view, frame, reader):
        return "a date"
    told = _of_type(frame.type, view, phrases, reader) or _put_together(view, frame)
    return told or another_sense(view, frame, phrases, reader)


def _of_type(kind: str, view: View, phrases: list[Phrase], reader: Reader) -> str:  # noqa: PLR0911  (a list of cases reads best flat)
    """What events of one type cannot stand beside."""
    if kind in ("Appointment", "Departure") and _elsewhere(phrases, reader):
        return "the company of the office"
    if kind == "Launch" and (_for_sale(phrases, view.head) or _come_out(phrases)):
        return "something else than shares for sale"
    if kind == "Founding" and _anew(view):
        return "a first beginning"
    if kind == "NameChange" and view.stem in _BEGINNING and not _renewed(view):
        return "a beginning anew"
    if kind == "Incident" and any(p.case == "이" and _is_figure(p) for p in phrases):
        return "a thing that burns or breaks"
    if kind == "Discontinuation" and _no_service(phrases):
        return "a service or product"
    return ""


_HEARD = tuple(
    sorted(
        word_set(
            """소리 음악 노래 탄식 한숨 이야기 소문 불만 웃음 환호 말 의견 기사 찬사 질문 제품
            도로 터널 철도 길 대교
            물건 매물 인력 돈 자금 수요 아이디어"""
        )
    )
)


def _is_figure(phrase: Phrase) -> bool:
    """What explodes, leaks or pours out only in a manner of speaking: 불만, 노랫소리."""
    return phrase.text in CROWDS or phrase.text.endswith(_HEARD)


_NOT_LAUNCHED = (
    "주식",
    "지분",
    "사업",
    "사무소",
    "사무실",
    "지사",
    "법인",
    "연구소",
    "계좌",
    "일성",
    "지갑",
)


_PEOPLE = ("사람", "사람들", "직원", "직원들", "멤버들", "출신", "인력", "이들", "개발자들")


def _come_out(phrases: list[Phrase]) -> bool:
    """`A 사람들이 나와 차린 B`: those who leave a firm."""
    return any(p.case == "이" and p.text.endswith(_PEOPLE) for p in phrases)


def _for_sale(phrases: list[Phrase], head: Phrase | None) -> bool:
    """`A를 매물로 내놓았다`, `B 주식을 내놓았다`: nothing new is put on the market."""
    if head is not None and any(t.form in ("주식", "지분") for t in head.tokens):
        return True
    return any(
        (p.case == "로" and p.text == "매물")
        or (p.case in ("을", "bare", "의") and p.text.endswith(_NOT_LAUNCHED))
        for p in phrases
    )


def _put_together(view: View, frame: Frame) -> str:
    """`A와 B를 합쳐서 만든 포털`: what it was made of was there before."""
    merged = frame.id.endswith("#make") and merged_before(view.clause)
    return "one thing, not made of several" if merged else ""


def _anew(view: View) -> bool:
    """`B로 새 출발했다`, `다시 태어났다`: what there was begins anew; what is merged is new."""
    if merged_before(view.clause):
        return False
    again = any(
        token.form in ("다시", "새로이", "새롭게", "도로", "거듭") for token in view.clause.marks
    )
    return again or any(p.text == "새" for p in view.phrases)


_BEGINNING = ("태어나", "출발하")
"""What is the founding of a company, where it is not said to be so anew."""


def _renewed(view: View) -> bool:
    """`새 이름으로 출발했다`, `B로 다시 태어났다`."""
    return _anew(view) or any(t.form == "새" for p in view.phrases for t in p.tokens)


_DEALINGS = word_set(
    """상장 협상 논의 협의 협력 제휴 거래 관계 계약 지원 보조금 조사 수사 재판 심사 파업 회의 행사
    시대 생활 인생 삶 여정 임기 시절 경력 살림 꿈 뜻 희망 욕심 논란 공방 갈등 분쟁 소송 전쟁 경쟁
    침묵 방황 독주 체제 동맹 결혼 연애 학업 유학 휴가 시즌 일정 여행 공백 잠행 칩거 은둔 고민 걱정
    미련 활동 역할 생각 마음 기대 교육 훈련 경기 공사 인수 합병 매각 투자
    절차 작업 면담 대회 주식
    지분 계열사 자회사 하루 이틀 사흘 나흘 임시 일시 잠정"""
)


def _no_service(phrases: list[Phrase]) -> bool:
    """`상장폐지`, `협상 종료`, `매장 하루 폐쇄`: no service, or not for good."""
    objects = [p for p in phrases if p.case in ("을", "bare", "의", "이", "")]
    return any({t.form for t in p.tokens[-2:] if t.tag != AMOUNT} & _DEALINGS for p in objects)


def _takes_object(view: View) -> bool:
    """`김가람이 시작한 공방`: the noun that the clause modifies is what was begun."""
    modifies = view.clause.reading.link == ADNOMINAL and view.voice == ACTIVE
    return modifies and view.stem.endswith("하") and any(p.case == "이" for p in view.phrases)


def _may_be_dated(view: View, frame: Frame, reader: Reader) -> bool:
    """Whether a clause has a date, or what stands before it shows when it was."""
    state = reader.discourse
    along = frame.type == "Outage" and state.day_of_trouble() is not None
    return state.in_list or along or _is_dated(view.clause, reader)


def _is_dated(clause: Clause, reader: Reader) -> bool:
    """Whether a clause, or the one that it goes on from, has a date (`시작된 지 10년` has none)."""
    if clause.head is not None and clause.head.text == "지":
        return False
    if is_told_of(clause) and reader.sentence.dates:
        return True
    if clause.point is not None:
        return True
    after = clause.after if clause.reading.link == CLEFT else None
    at: Clause | None = clause
    while at is not None and not at.moments:
        at = at.before
    return at is not None or (after is not None and bool(after.moments))


def _elsewhere(phrases: list[Phrase], reader: Reader) -> bool:
    """`통합 법인의 대표로 내정됐다`: the office is of a company that has no name here."""
    owners = [p.of for p in phrases if p.of is not None and p.tokens[-1].form in HEAD_TITLES]
    named = [n for owner in owners for n in names_of(owner, reader.line)]
    return any(not (n.proper or n.pronoun) for n in named)


def _unexplained(phrases: list[Phrase], view: View) -> bool:
    """Whether more than manner is left before a fixed noun ('물결' in '물결' 서비스를, but not 시범
    in 시범 서비스를), without a role."""
    before = {id(phrase) for phrase in view.phrases}
    left = [p for p in phrases if p.case in ("bare", "의") and id(p) not in before]
    return any(not is_manner(p) for p in left)


def _is_note(phrases: list[Phrase]) -> bool:
    """Whether nothing tells of another thing than the text's own company (2004년 A에 매각)."""
    return not any(
        p.case in ("을", "bare", "의", "이") or (p.case == "" and not is_sum(p)) for p in phrases
    )


def _is_paid(phrase: Phrase, nominal: bool) -> bool:
    """Whether a phrase says what was paid; in a note (하늘벤처스 100억 원 투자) it may end so."""
    noted = nominal and phrase.case in ("bare", "") and not phrase.topic
    if noted and phrase.tokens[-1].tag == AMOUNT:
        return is_sum(replace(phrase, tokens=phrase.tokens[-1:]))
    return (phrase.case == "을" or phrase.only) and _is_sum(phrase)


def _is_sum(phrase: Phrase) -> bool:
    """Whether a phrase is an amount of money or a share: 180억 원을, 투자금 180억 원을, 15%를."""
    last = phrase.tokens[-1]
    part = last.tag == AMOUNT and (phrase.tokens[0].form in _FUNDS or last.form.endswith("%"))
    if phrase.of is not None:
        return phrase.text in _FUNDS and is_sum(phrase.of)  # 100억 원의 뭉칫돈
    return part or is_sum(phrase)


def _is_deal(view: View, frame: Frame, phrases: list[Phrase], reader: Reader) -> bool:
    """Whether a clause tells a price or a share, or its object is known to be a company."""
    amounts = reader.sentence.amounts_in(view.clause.start, view.clause.end)
    if any(amount.unit == "percent" or len(amount.unit) == 3 for amount in amounts):
        return True
    shares = tuple(noun for pattern in frame.roles for noun in pattern.of)
    objects = [p for p in phrases if p.case == "을"] or [p for p in (view.head,) if p is not None]
    if not objects and any(p.case == "이" for p in phrases):
        objects = [p for p in phrases if p.topic and p.case == ""]
    if any(asset_of(p, reader) is not None for p in objects):
        return True
    if any(p.text.endswith(shares) for p in objects):
        return True
    names = [n for p in objects for n in names_of(p, reader.line)]
    return any(n.proper and reader.directory.is_organization(n) for n in names)
