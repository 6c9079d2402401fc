"""Milestones: a count or sum that a company or service reached (가입자 1억 명 돌파)."""

from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.dating import clause_date
from kg.extract.hosts import HOST_NOUNS
from kg.extract.reader import Reader
from kg.lang.ko.amounts import Amount
from kg.lang.ko.clauses import Clause
from kg.lang.ko.kinds import PERSON
from kg.lang.ko.names import Named, name_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens import AMOUNT, Token
from kg.lang.ko.words import word_set
from kg.model.claim import Details
from kg.model.dates import PartialDate
from kg.model.schema import Schema

VERBS = word_set(
    """돌파하 넘어서 넘기 넘 달성하 기록하 이르 도달하 찍 올리 확보하 모으 모
    거두 벌어들이 돌파되 늘 늘어나 뛰어넘 웃돌 불어나 성장하 벌 올라서 이루
    이룩하 세우 다다르 동원하"""
)
_STRONG = word_set("""돌파하 넘어서 넘기 넘 달성하 이르 도달하 찍 돌파되 뛰어넘 올라서 다다르
    동원하""")
_COUNTED_AS = {
    "users": "가입자 가입자수 이용자 이용자수 사용자 사용자수",
    "members": "회원 회원수",
    "paying members": "유료회원",
    "paying users": "유료가입자",
    "subscribers": "구독자",
    "customers": "고객 고객수",
    "downloads": "다운로드 다운로드수 누적다운로드 내려받기",
    "revenue": "매출 매출액 연매출",
    "operating profit": "영업이익",
    "net profit": "순이익 당기순이익",
    "transaction volume": "거래액 거래대금 누적거래액",
    "payment volume": "결제액",
    "units sold": "판매량 판매 누적판매 누적판매량",
    "orders": "주문 주문건수",
    "bookings": "예약",
    "visitors": "방문자 방문자수",
    "market capitalisation": "시가총액 시총",
    "valuation": "기업가치 몸값",
    "exports": "수출 수출액",
    "market share": "점유율 시장점유율",
    "views": "조회수",
    "page views": "페이지뷰",
    "passengers": "탑승객 승객 수송객",
    "audience": "관객",
    "stores": "매장 점포",
    "franchise stores": "가맹점",
    "total funding": "누적투자",
    "deposits": "수신 예금",
    "loans": "여신",
    "assets": "자산 총자산",
    "profit": "흑자",
    "circulation": "발행부수",
    "employees": "직원 임직원",
    "units produced": "생산 누적생산 생산량",
    "accounts": "계좌",
    "concurrent users": "동시접속자 동시접속자수 접속자 동접",
    "orders won": "수주 수주액",
    "order backlog": "수주잔고",
    "loss": "적자",
    "operating loss": "영업손실",
}
METRICS = {word: metric for metric, words in _COUNTED_AS.items() for word in words.split()}
"""What is counted, by its Korean noun without blanks."""
_COUNTED = {"명": "users", "다운로드": "downloads", "건": "cases", "회": "times"}
_OF_SERVICES = word_set(
    """users members subscribers downloads
    visitors views"""
)
_FRAME = "ko/milestone#reached"


def milestones(
    clause: Clause,
    sentence: Sentence,
    reader: Reader,
    schema: Schema,
    dates: dict[int, PartialDate | None],
) -> list[Candidate]:
    """The milestones of a clause: one for each amount reached, each with its own date."""
    role = schema.events["Milestone"].role("subject") if "Milestone" in schema.events else None
    if role is None:
        return []
    verb = _verb(clause)
    if verb is None or clause.reading.status is None or clause.reading.present:
        return []
    found: list[Candidate] = []
    metric = ""
    for phrase in clause.phrases:
        metric = _metric(phrase) or metric
        amount = _amount(phrase, sentence)
        if amount is None or not _reached(phrase, clause, verb):
            continue
        if not metric and amount.unit not in ("명", "다운로드"):
            continue
        if not metric and verb not in _STRONG:
            continue
        if verb not in _STRONG and (
            not metric or _case(phrase, clause) not in ("을", "로", "bare", "에")
        ):
            continue
        subject, assumed = _subject(clause, phrase, reader, metric, amount)
        if subject is None:
            continue
        start, end, date = _place(clause, phrase, sentence, dates)
        found.append(
            Candidate(
                "Milestone", {"subject": [subject]}, sentence, start, end, _FRAME, date,
                clause.reading.status,
                Details(
                    value=amount.value,
                    unit=amount.unit or _unit(metric),
                    metric=metric or _COUNTED.get(amount.unit),
                ),
                assumed={"subject"} if assumed else set(),
            )
        )  # fmt: skip
    return found


def _verb(clause: Clause) -> str | None:
    """The verb of reaching: the predicate, or a verbal noun at a headline's end."""
    if clause.predicate is not None:
        stem = clause.predicate.stem
        if clause.predicate.noun and clause.predicate.suffix == "되":
            stem = clause.predicate.noun + "하"
        return stem if stem in VERBS else None
    tokens = _last_tokens(clause)
    while tokens and tokens[-1].form in HOST_NOUNS and HOST_NOUNS[tokens[-1].form] is not None:
        tokens = tokens[:-1]
    if tokens and tokens[-1].form + "하" in VERBS:
        return tokens[-1].form + "하"
    return None


def _last_tokens(clause: Clause) -> list[Token]:
    return list(clause.phrases[-1].tokens) if clause.phrases else []


def _amount(phrase: Phrase, sentence: Sentence) -> Amount | None:
    tokens = [t for t in phrase.tokens if t.tag == AMOUNT]
    if not tokens:
        return None
    found = sentence.amounts_in(tokens[-1].start, tokens[-1].end)
    return found[0] if found else None


def _reached(phrase: Phrase, clause: Clause, verb: str) -> bool:
    if clause.predicate is None:
        return phrase in clause.phrases[-2:]
    case = _case(phrase, clause)
    if case in ("을", "에"):
        return True
    if verb in ("넘", "넘어서", "돌파하", "뛰어넘") and (case in ("이", "") or phrase.only):
        return True
    return case == "로" and verb in ("늘", "늘어나", "성장하", "불어나")


def _case(phrase: Phrase, clause: Clause) -> str:
    """An amount's case; before a comma that of the amount that follows (9월 1억, 4월 2억을)."""
    if phrase.case or not phrase.comma:
        return phrase.case
    later = [p for p in clause.phrases if p.start > phrase.start]
    return next((p.case for p in later if any(t.tag == AMOUNT for t in p.tokens)), "")


def _metric(phrase: Phrase) -> str:
    """What is counted, by the nouns before the amount (누적 가입자 수, 영업이익)."""
    forms = [t.form for t in phrase.tokens if t.tag != AMOUNT]
    for size in (3, 2, 1):
        for at in range(len(forms) - size, -1, -1):
            word = "".join(forms[at : at + size])
            if word in METRICS:
                return METRICS[word]
    return ""


def _unit(metric: str) -> str | None:
    return {"users": "명", "members": "명", "subscribers": "명", "customers": "명"}.get(metric)


def _subject(
    clause: Clause, phrase: Phrase, reader: Reader, metric: str, amount: Amount
) -> tuple[Named | None, bool]:
    """Whose milestone: a name in the phrase, its owner, the clause's subject, the text's."""
    for place in (_before_metric(phrase), phrase.of):
        named = _name(place, reader)
        if named is not None:
            return named, False
    for other in reversed(clause.phrases):
        if other is phrase or not (
            other.case in ("이", "") or other.topic or other.case in ("의", "bare")
        ):
            continue
        for place in (_before_metric(other), other.of):
            named = _name(place, reader)
            if named is not None:
                return named, False
    named = _name(_before_metric(clause.subject), reader) if clause.subject is not None else None
    if named is not None:
        return named, False
    state = reader.discourse
    counted = metric in _OF_SERVICES or (not metric and amount.unit in ("명", "다운로드"))
    return (state.focus if counted and state.focus else state.subject()), True


def _before_metric(phrase: Phrase) -> Phrase | None:
    tokens = list(phrase.tokens)
    cut = next(
        (
            i
            for i, t in enumerate(tokens)
            if t.tag == AMOUNT
            or t.form in METRICS
            or t.form
            in (
                "누적",
                "월간",
                "연간",
                "총",
                "일일",
                "영업",
                "당기",
                "동시",
                "시장",
                "유료",
                "국내",
                "글로벌",
                "연",
                "월",
                "수",
                "업계",
                "시가",
                "기업",
                "전체",
                "실",
            )
        ),
        len(tokens),
    )
    if cut == 0:
        return None
    return replace(phrase, tokens=tokens[:cut]) if cut < len(tokens) else phrase


def _name(phrase: Phrase | None, reader: Reader) -> Named | None:
    if phrase is None:
        return None
    named = name_of(phrase.tokens, reader.line)
    if named is None:
        return None
    if named.proper and named.kind != PERSON:
        return named
    if named.pronoun and reader.discourse.subject() is not None:
        return reader.discourse.subject()
    other = reader.same.get(id(phrase))
    if other is not None:
        named = name_of(other.tokens, reader.line)
        return named if named is not None and named.proper else None
    return None


def _place(
    clause: Clause, phrase: Phrase, sentence: Sentence, dates: dict[int, PartialDate | None]
) -> tuple[int, int, PartialDate | None]:
    """The amount's own stretch and date, where one clause names several (4월에는 …, 7월에는 …)."""
    before = [m for m in clause.moments if m.token.start < phrase.start]
    rivals = [
        p
        for p in clause.phrases
        if any(t.tag == AMOUNT for t in p.tokens) and _case(p, clause) == _case(phrase, clause)
    ]
    if len(rivals) < 2 or len(before) == 0 or len(clause.moments) < 2:
        closed = [
            p.end for p in clause.phrases if p.comma and p.case == "" and p.end < phrase.start
        ]
        since = max(closed, default=0) if clause.predicate is None else 0
        return clause.start, clause.end, clause_date(clause, sentence, dates, since)
    moment = before[-1]
    last = phrase is rivals[-1]
    return moment.token.start, clause.end if last else phrase.end, dates.get(moment.token.start)
