"""Whose a product or service is, said by a noun: '물결' 운영사 A, '물결'은 A 물건이다, A의 앱
'물결', 대표 제품은 '물결'이다."""

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.frames.antecedents import this_company
from kg.extract.frames.facilities import is_facility
from kg.extract.relations.goods import things_of
from kg.extract.relations.relation_parts import equal_name, made, name_after, organization
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.names.person_names import is_korean_name
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import COMMON, PLACES, word_set

_OPERATORS = word_set(
    "운영사 운영업체 운영회사 운영법인 서비스사 개발사 제작사 제조사 배급사 판매사"
)
_WORKS = word_set("물건 작품 것 거 제품 서비스 브랜드 상품 앱 게임 소유 솜씨 대표작")
_HOMES = ("집", "동네")
_HOUSES = word_set("집 회사 기업 업체 법인 곳 동네")
_KINDS = word_set("브랜드 제품 상품 서비스 앱 게임 대표작 플랫폼 솔루션 메신저 주력제품 대표제품")
_POSSESSED = "ko/operates#possessed"
_RUN_BY = {"맡": "이", "하": "이", "책임지": "이", "맡기": "에", "위탁하": "에", "넘기": "에"}
"""Verbs of `운영은 A가 맡는다`, and the case of who runs it."""
_MAKING = ("만들", "운영하", "개발하", "굴리", "돌리", "하", "내놓")
_PLACES_OF = ("곳", "데", "쪽", "회사", "업체", "기업", "건", "것", "거")


def operators(phrase: Phrase, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`'물결' 운영사 X`, `물결의 운영사인 X`, `다온넷의 메신저 '물결'`."""
    tokens = phrase.tokens
    marks = [i for i, t in enumerate(tokens) if t.form in _OPERATORS]
    if not marks:
        return _possessed(phrase, sentence, reader)
    if marks == [0] and phrase.of is None:
        return _makers_apart(phrase, sentence, reader)
    if len(marks) > 1:
        return []  # A 운영사 X B 운영사 Y
    at, line = marks[0], sentence.line.text
    owner = name_after(tokens, at, line) or equal_name(phrase, reader)
    before = name_of(tokens[:at], line) if at else None
    if before is None and phrase.of is not None:
        before = name_of(phrase.of.tokens, line)
    if owner is None or before is None or not before.proper or before.text == owner.text:
        return []
    if PERSON in (before.kind, owner.kind):
        return []
    start = phrase.of.start if phrase.of is not None and not at else phrase.start
    end = max(phrase.end, owner.end)
    return [made("operates", owner, before, sentence, (start, end), "noun")]


def _possessed(phrase: Phrase, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`다온넷의 메신저 '물결'`: a company's, of what is called by its class or known as one."""
    owner = organization(phrase.of, reader) if phrase.of is not None else None
    if owner is None or SERVICE in (owner.kind, reader.directory.kind(owner)):
        return []
    named = name_of(phrase.tokens, sentence.line.text)
    if named is None or not named.proper or not named.marked:
        return []
    known = {named.kind, reader.directory.kind(named)}
    if SERVICE not in known or known & {ORGANIZATION, PERSON, PLACE}:
        return []
    sure = _is_company(owner, reader) or (named.label and not is_korean_name(owner.text))
    if not sure or named.text in (*COMMON, owner.text):
        return []
    place = (phrase.of.start if phrase.of else phrase.start, phrase.end)
    return [made("operates", owner, named, sentence, place, "possessed")]


def without_implied(found: list[Candidate]) -> list[Candidate]:
    """Less whose a service is said to be beside an event of it, which says so itself."""
    told = {n.text for one in found for n in one.roles.get("service", ())}
    return [
        one
        for one in found
        if one.extracted_by != _POSSESSED or one.roles["object"][0].text not in told
    ]


def _makers_apart(phrase: Phrase, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`'물결'의 서버도 멈췄고, 제작사 A는 …`: of the service that the sentence has named."""
    owner = name_after(phrase.tokens, 0, sentence.line.text)
    if owner is None or phrase.of is not None:
        return []
    before = [p for c in sentence.clauses for p in (*c.phrases, *(q.of for q in c.phrases if q.of))]
    names = [n for p in before if p.end < phrase.start for n in names_of(p, reader.line)]
    things = [n for n in names if n.proper and SERVICE in (n.kind, reader.directory.kind(n))]
    if len({n.text for n in things}) != 1 or things[0].text == owner.text:
        return []
    place = (things[0].start, owner.end)
    return [made("operates", owner, things[0], sentence, place, "noun")]


def goods_told(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`'물결'도 이 회사 물건이다`, `'물결'은 A의 것이다`, `대표 제품은 '물결'이다`."""
    predicate = clause.predicate
    if predicate is None or clause.reading.status != "asserted" or not clause.phrases:
        return []
    if clause.reading.link == ADNOMINAL:
        return []
    if predicate.stem != "이":
        return _run_by(clause, sentence, reader)
    complement = clause.phrases[-1]
    topic = next((p for p in clause.phrases[:-1] if not p.case or p.case == "이"), None)
    if topic is None or complement.case:
        return []
    place = (clause.start, clause.end)
    owner, things, sure = _whose(complement, reader), topic, True
    if owner is None:
        owner, things, sure = _of_kind(topic, reader), complement, False
    if owner is None:
        owner, thing = _operator(topic, complement, reader)
        return (
            [made("operates", owner, thing, sentence, place, "operator")] if owner and thing else []
        )
    told = [n for n in things_of(things, reader) if _may_be_owned(n, owner, reader)]
    told = [n for n in told if sure or n.marked or SERVICE in (n.kind, reader.directory.kind(n))]
    return [made("operates", owner, n, sentence, place, "own") for n in told]


def _run_by(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`운영은 A가 맡는다`, `운영은 A에 맡겼고`: of what the text speaks of."""
    assert clause.predicate is not None  # noqa: S101 # goods_told has looked
    slot = _RUN_BY.get(clause.predicate.stem)
    about = next((p for p in clause.phrases if p.topic and p.text in ("운영", "서비스")), None)
    if slot is None or about is None:
        return []
    owner = organization(clause.phrase(slot), reader)
    state = reader.discourse
    own = [n for n in names_of(about.of, reader.line) if n.proper] if about.of is not None else []
    place = state.topic if state.topic and is_facility(state.topic.text) else None
    thing = own[0] if own else state.service or place
    if owner is None or thing is None or thing.text == owner.text:
        return []
    return [made("operates", owner, thing, sentence, (clause.start, clause.end), "run")]


def _operator(
    topic: Phrase, complement: Phrase, reader: Reader
) -> tuple[Named | None, Named | None]:  # fmt: skip
    """`운영사는 A다`, `'물결'의 개발사는 A다`, `만든 곳은 A다`: A, and what it runs."""
    making = topic.relative
    made_by = (
        isinstance(making, Clause)
        and making.predicate is not None
        and making.predicate.stem in _MAKING
        and topic.text in _PLACES_OF
    )
    if not made_by and topic.tokens[-1].form not in _OPERATORS and topic.text != "운영법인":
        return None, None
    owner = organization(complement, reader)
    if owner is None and (other := reader.same.get(id(complement))) is not None:
        owner = organization(other, reader)
    state = reader.discourse
    own = [n for n in names_of(topic.of, reader.line) if n.proper] if topic.of is not None else []
    if not own and made_by and isinstance(making, Clause):
        own = [n for p in making.phrases if p.case == "을" for n in things_of(p, reader)]
    told = own[0] if own else next((n for n in (state.service, state.topic) if n), None)
    if owner is None or told is None or told.text == owner.text or not _is_company(owner, reader):
        return None, None
    return owner, told


def _whose(complement: Phrase, reader: Reader) -> Named | None:
    """The company of `이 회사 물건`, `A 것`, `A의 작품`."""
    tokens = complement.tokens
    if tokens[-1].form not in _WORKS:
        return None
    if len(tokens) > 1 and tokens[-2].form in _HOUSES and tokens[0].form in ("이", "그"):
        state = reader.discourse
        return state.topic if tokens[-2].form in _HOMES else this_company(complement, reader)
    if complement.of is not None and len(tokens) == 1:
        return _known(complement.of, reader)
    if len(tokens) < 2:
        return None
    named = name_of(tokens[:-1], reader.line)
    sure = named is not None and named.proper and named.kind not in (PERSON, PLACE)
    return named if sure and named is not None and _is_company(named, reader) else None


def _of_kind(topic: Phrase, reader: Reader) -> Named | None:
    """Of which company `대표 제품은`, `A의 주력 앱은`, `강판 브랜드는` speak."""
    if not topic.topic or topic.tokens[-1].form not in _KINDS or topic.relative is not None:
        return None
    if any(n.proper for n in names_of(topic, reader.line)):
        return None
    if topic.of is not None:
        return _known(topic.of, reader)
    return reader.discourse.subject()


def _known(phrase: Phrase, reader: Reader) -> Named | None:
    named = organization(phrase, reader)
    return named if named is not None and _is_company(named, reader) else None


def _is_company(named: Named, reader: Reader) -> bool:
    return ORGANIZATION in (named.kind, reader.directory.kind(named))


def _may_be_owned(named: Named, owner: Named, reader: Reader) -> bool:
    known = {named.kind, reader.directory.kind(named)}
    others = known & {ORGANIZATION, PERSON, PLACE} or named.text in PLACES | COMMON
    return not others and named.text != owner.text
