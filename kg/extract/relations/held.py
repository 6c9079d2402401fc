"""Whose a company is, said by who holds it or where it stands: A가 지분을 쥔 자회사, A 산하에는 B가
있다, B는 A 계열이다."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import made, organization
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.reading import Sentence

_OWNED = ("자회사", "계열사", "손자회사", "종속회사", "관계사")
_CLASSES = (*_OWNED, "회사", "기업", "곳", "법인", "업체", "은행")
_HOLDING = ("쥐", "가지", "갖", "보유하", "소유하", "들", "거느리", "두", "차지하")
_SETTING_UP = ("세우", "차리", "설립하", "만들", "두")
_WHOLE = re.compile(r"모두|전부|전량|전체|100%|과반|대부분|절반 이상")
_STAKE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?(?:%|퍼센트|퍼)")
_HALF = 50
_SHARED = re.compile(r"(\d{1,2}(?:\.\d+)?)\s?(?:%)?\s?(?:대|:|씩)\s?(\d{1,2}(?:\.\d+)?)")
_UNDER = ("산하", "계열", "소속", "식구", "밑", "아래", "울타리", "우산")
_BEING = ("있", "속하", "포함되", "들", "놓이", "자리하", "꼽히", "들어가")


def standings(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """What a clause says of who stands under whom."""
    if clause.predicate is None or clause.reading.status != "asserted":
        return []
    place = (clause.start, clause.end)
    pairs = [*_exist(clause, reader), *_shared(clause, reader)]
    for phrase in clause.phrases:
        held = held_class(phrase, clause, reader)
        pairs += [held] if held is not None else []
    if not pairs:
        pairs = _stand_under(clause, reader)
    return [
        made("subsidiaryOf", child, owner, sentence, place, "stands")
        for child, owner in pairs
        if child.text != owner.text
    ]


def held_class(phrase: Phrase, clause: Clause, reader: Reader) -> tuple[Named, Named] | None:
    """`A가 지분 70%를 가진 자회사`, `A가 거느린 회사`: what the clause is about, and A."""
    told = phrase.relative
    if not isinstance(told, Clause) or not _says_so(told, phrase, reader):
        return None
    holder = told.phrase("이") or _right_before(told, clause)
    owner = _company(holder, reader)
    if owner is None or holder is None:
        return None
    topic = next((p for p in clause.phrases if p.topic and not p.case and p is not holder), None)
    child = _company(topic, reader) if topic is not None else None
    if child is None and topic is None:
        about = clause.subject if clause.subject is not holder else None
        child = _company(about, reader) or reader.discourse.subject()
    return (child, owner) if child is not None and child.text != owner.text else None


def _says_so(told: Clause, phrase: Phrase, reader: Reader) -> bool:
    """Whether a relative clause and its class noun say that someone owns a company."""
    last = phrase.tokens[-1].form
    if last not in _CLASSES or any(n.proper for n in names_of(phrase, reader.line)):
        return False
    if told.predicate is None or told.reading.status != "asserted":
        return False
    stem, words = told.predicate.stem, reader.line[told.start : told.end]
    if "지분" in words or "주식" in words:
        return stem in _HOLDING and _enough(words)
    return (last in _OWNED and stem in (*_HOLDING, *_SETTING_UP)) or stem == "거느리"


def _right_before(told: Clause, clause: Clause) -> Phrase | None:
    """The subject that stands right before a relative clause, though the main clause has it."""
    near = (p for p in clause.phrases if p.case == "이" and 0 <= told.start - p.end <= _NEAR)
    return next(near, None)


_NEAR = 3


def _enough(words: str) -> bool:
    """Whether a stake makes its holder the parent."""
    stakes = [float(s) for s in _STAKE.findall(words)]
    return bool(_WHOLE.search(words)) or any(s > _HALF for s in stakes)


def _exist(clause: Clause, reader: Reader) -> list[tuple[Named, Named]]:
    """`A 산하에는 B와 C가 있다`, `A 그룹엔 B도 있다`, `A의 계열사로는 B, C가 있다`."""
    assert clause.predicate is not None  # noqa: S101 # standings has looked
    if clause.predicate.stem not in ("있", "꼽히"):
        return []
    owner, sure = None, False
    for phrase in clause.phrases:
        if phrase.case not in ("에", "로"):
            continue
        last, left = phrase.tokens[-1].form, phrase.tokens[:-1]
        if (phrase.case == "에" and last in _UNDER) or (phrase.case == "로" and last in _OWNED):
            owner = name_of(left, reader.line) if left else organization(phrase.of, reader)
            sure = True
        elif phrase.case == "에" and last == "그룹":
            owner, sure = name_of(phrase.tokens, reader.line), False
    if owner is None or not owner.proper or owner.kind in (PERSON, PLACE):
        return []
    named = [p for p in clause.phrases if p.case == "이" or (p.only and not p.case)]
    found = [n for p in named for n in names_of(p, reader.line) if n.proper]
    kept = [n for n in found if not {n.kind, reader.directory.kind(n)} & {PERSON, PLACE, SERVICE}]
    firms = [n for n in kept if sure or ORGANIZATION in (n.kind, reader.directory.kind(n))]
    return [(child, owner) for child in firms]


def _stand_under(clause: Clause, reader: Reader) -> list[tuple[Named, Named]]:
    """`B는 A 계열이다`, `지금은 A 산하에 있다`: of the subject, else of whom the text tells."""
    assert clause.predicate is not None  # noqa: S101 # standings has looked
    stem, copula = clause.predicate.stem, clause.predicate.stem == "이"
    if clause.reading.link == ADNOMINAL or not (copula or stem in _BEING):
        return []
    for phrase in clause.phrases:
        if phrase.tokens[-1].form not in _UNDER or phrase.case not in (
            ("",) if copula else ("에",)
        ):
            continue
        if copula and phrase is not clause.phrases[-1]:
            continue
        left = phrase.tokens[:-1]
        owner = name_of(left, reader.line) if left else organization(phrase.of, reader)
        if owner is None or not owner.proper or not _is_firm(owner, reader):
            continue
        others = [p for p in clause.phrases if p is not phrase and not p.case and not p.comma]
        first = clause.subject or (others[0] if others else None)
        told = first is not None and any(n.proper for n in names_of(first, reader.line))
        child = _company(first, reader) if told else reader.discourse.subject()
        return [(child, owner)] if child is not None else []
    return []


def _shared(clause: Clause, reader: Reader) -> list[tuple[Named, Named]]:
    """`A와 B가 지분을 51대 49로 나눠 갖고 있다`: the holder of more than half."""
    assert clause.predicate is not None  # noqa: S101 # standings has looked
    holders = clause.phrase("이")
    parts = _SHARED.search(reader.line, clause.start, clause.end)
    if clause.predicate.stem not in (*_HOLDING, "나누", "출자하") or holders is None or not parts:
        return []
    names = [n for n in names_of(holders, reader.line) if n.proper and n.kind != PERSON]
    first, second = float(parts[1]), float(parts[2])
    child = reader.discourse.subject()
    if len(names) != 2 or child is None or first == second:
        return []
    return [(child, names[0] if first > second else names[1])]


def _company(phrase: Phrase | None, reader: Reader) -> Named | None:
    named = organization(phrase, reader)
    return None if named is None or reader.directory.kind(named) in (PERSON, PLACE) else named


def _is_firm(named: Named, reader: Reader) -> bool:
    known = {named.kind, reader.directory.kind(named)}
    return not known & {PERSON, PLACE, SERVICE}
