"""The company that a sentence brings in for the next ones to tell of: `두 번째는 A다`, `A 이야기를
하자`, `A라는 회사가 있다`, `문득 A 생각이 났다`."""

from kg.extract.context.reader import Reader
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT
from kg.lang.ko.names.authority_names import is_authority
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.names.market_names import is_market
from kg.lang.ko.names.name_contexts import is_plain_noun
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, PERSON_SURNAMES, PLACES, word_set
from kg.model.claim import ASSERTED

_TOLD = word_set(
    "이야기 얘기 이야길 얘길 스토리 편 차례 사례 생각 소식 흥망사 연대기 뒷이야기 사연"
)
"""What a text says that it tells of somebody: `A 이야기`, `A 편`, `A 차례`."""
_BRINGING = word_set(
    """빼놓 소개하 살펴보 다루 꼽 떠올리 이야기하 얘기하 말하 언급하 보 들여다보 파헤치 되짚 알아보
    정리하 만나 거론하"""
)
"""Verbs of a text that takes up a company: `A를 소개한다`, `A를 빼놓을 수 없다`."""
_BEING = word_set("있 나오 등장하 나타나")
"""`A라는 회사가 있다`, `여기서 A가 등장한다`."""
_SLOTS = COMPANY_NOUNS | word_set(
    """곳 데 쪽 집 번째 다음 첫째 둘째 셋째 넷째 주인공 주인 주자 타자 손님 상대 후보 예 사례
    대표주자 마지막 처음 시작 직장 회사 임자 파트너 승자 패자 해결사 구원투수 해답 답 정답 경쟁자
    맞수 라이벌"""
)
"""What is said to be somebody: `두 번째로 소개할 곳은 A다`."""


def may_be_company(named: Named, reader: Reader) -> bool:
    """Whether a name is a company's, or may be one's for all that the text shows."""
    known = reader.directory.kind(named)
    if not named.proper or PERSON in (named.kind, known):
        return False
    if reader.directory.is_organization(named):
        return True
    other = {named.kind, known} & {SERVICE, PLACE} or named.text in PLACES | COMMON
    plain = may_be_person(named.text) or is_plain_noun(named.text)
    return not (other or plain or _is_body(named.text))


def full_name(text: str) -> bool:
    """Whether it looks like a Korean's name: a surname and two syllables."""
    return len(text) == 3 and text[0] in PERSON_SURNAMES and all("가" <= c <= "힣" for c in text)


def may_be_person(text: str) -> bool:
    """Whether it may as well be a person's: 홍길동, 제인 하퍼."""
    return full_name(text) or (" " in text and not any(c.isascii() and c.isalpha() for c in text))


def _is_body(text: str) -> bool:
    return is_market(text) or is_authority(text)


def introduced(reader: Reader) -> Named | None:
    """The one company that a sentence without an event brings in; None where there is none, or
    where it speaks of several."""
    clauses = [c for c in reader.sentence.clauses if c.reading.link != ADNOMINAL]
    brought = [n for clause in clauses for n in _of_clause(clause, reader)]
    named = {one.text: one for one in brought}
    others = {n.text for n in _organizations(reader)} - set(named)
    return next(iter(named.values())) if len(named) == 1 and not others else None


def _organizations(reader: Reader) -> list[Named]:
    """The companies that a sentence names, other than as whose something is."""
    phrases = [p for c in reader.sentence.clauses for p in c.phrases]
    names = [n for p in phrases for n in names_of(p, reader.line)]
    return [n for n in names if n.proper and reader.directory.is_organization(n)]


def _of_clause(clause: Clause, reader: Reader) -> list[Named]:
    stem = clause.predicate.stem if clause.predicate is not None else ""
    found: list[Named] = []
    for phrase in clause.phrases:
        if phrase.tokens[-1].form in _TOLD:
            found += _companies(_before_last(phrase, reader), reader)
        elif phrase.case == "을" and stem in _BRINGING:
            found += _companies(names_of(phrase, reader.line), reader)
        elif stem in _BEING and phrase.case == "이":
            found += _companies(_so_called(phrase, reader), reader)
    last = clause.phrases[-1] if clause.phrases else None
    if last is not None and _is_complement(clause, last):
        found += _companies(names_of(last, reader.line), reader)
    return found


def _is_complement(clause: Clause, last: Phrase) -> bool:
    """`두 번째로 소개할 곳은 A다`, `만든 데는 A라는 회사다`, `다음은 A.`"""
    copula = clause.predicate is None or clause.predicate.stem == "이"
    if not copula or clause.reading.status != ASSERTED or last.case or last.topic or last.also:
        return False
    others = [p for p in clause.phrases if p is not last]
    if not others and clause.before is not None and clause.before.reading.link == CLEFT:
        return not clause.moments  # 지금 쓰는 건 A다
    if clause.predicate is None and not others:
        return not clause.moments
    return bool(others) and all(p.tokens[-1].form in _SLOTS and p.of is None for p in others)


def _before_last(phrase: Phrase, reader: Reader) -> list[Named]:
    """What stands before the last word of a phrase (A in `A 이야기`, `A의 이야기`)."""
    if len(phrase.tokens) > 1:
        named = name_of(phrase.tokens[:-1], reader.line)
        return [named] if named is not None else []
    return names_of(phrase.of, reader.line) if phrase.of is not None else []


def _so_called(phrase: Phrase, reader: Reader) -> list[Named]:
    """A in `A라는 회사가`, else the company itself."""
    clause = phrase.relative
    called = isinstance(clause, Clause) and clause.reading.form in ("라는", "란", "라던")
    if isinstance(clause, Clause) and called and clause.phrases:
        firm = any(n.kind == ORGANIZATION for n in names_of(phrase, reader.line))
        return names_of(clause.phrases[-1], reader.line) if firm else []
    names = names_of(phrase, reader.line)
    return [n for n in names if reader.directory.is_organization(n)]


def _companies(names: list[Named], reader: Reader) -> list[Named]:
    return [named for named in names if may_be_company(named, reader)]
