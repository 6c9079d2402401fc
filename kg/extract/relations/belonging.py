"""Whose a company is, said by a class noun alone: A 계열 B, X는 A의 자회사다, 자회사: B, C."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import (
    PARENT_NOUNS,
    SUBSIDIARY_NOUNS,
    equal_name,
    made,
    organization,
    with_others,
)
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.reading import Sentence
from kg.model.claim import ASSERTED

_UNDER = ("산하", "계열", "소속")
_OWNED = ("자회사", "계열사", "손자회사", "종속회사")
_BECOMING = (
    "출범하",
    "출범되",
    "설립되",
    "세우어지",
    "출발하",
    "시작하",
    "탄생하",
    "태어나",
    "신설되",
)
_INTO_GROUP = ("ko/acquisition#subsidiary", "ko/acquisition#joined")
_BECAME = re.compile(rf"(?:{'|'.join(_OWNED)})(?:가|도) [됐되된]")
_HOLDING = ("쥐", "가지", "갖", "보유하", "소유하", "들")
_ALL = ("지분전부", "지분전량", "지분100%", "지분모두", "주식전부", "주식전량", "지분전체")


def belongings(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """The subsidiaries that a clause tells by a class noun or by who holds all shares."""
    listed = _labelled(clause, sentence, reader)
    if listed:
        return listed
    found: list[Candidate] = []
    for phrase in [p for one in clause.phrases for p in (*one.also, one)]:
        pair = _under(phrase, reader) or _defined(phrase, clause, reader)
        pair = pair or _set_up(phrase, clause, reader)
        if pair is not None and pair[0].text != pair[1].text:
            start = phrase.of.start if phrase.of is not None else phrase.start
            end = max(clause.end, phrase.end) if phrase is clause.phrases[-1] else phrase.end
            found.append(made("subsidiaryOf", *pair, sentence, (start, end), "under"))
    return found + _held(clause, sentence, reader)


def _named(phrase: Phrase | None, reader: Reader) -> Named | None:
    """The one company that a phrase names."""
    named = name_of(phrase.tokens, reader.line) if phrase is not None else None
    if named is None or not named.proper or named.kind in (PERSON, PLACE):
        return None
    return named


def _under(phrase: Phrase, reader: Reader) -> tuple[Named, Named] | None:
    """`A 계열 B`, `A 산하 B`: B and A."""
    at = next((i for i, t in enumerate(phrase.tokens) if t.form in _UNDER and i), None)
    if at is None or at == len(phrase.tokens) - 1:
        return None
    after = phrase.tokens[at + 1]
    if phrase.tokens[at].end == after.start:
        return None  # 계열사
    owner = name_of(phrase.tokens[:at], reader.line)
    child = name_of(phrase.tokens[at + 1 :], reader.line)
    if owner is None or child is None or not (owner.proper and child.proper):
        return None
    return None if PERSON in (owner.kind, child.kind) else (child, owner)


def _defined(phrase: Phrase, clause: Clause, reader: Reader) -> tuple[Named, Named] | None:
    """`X는 A 계열의 제조업체다`, `현재는 A의 100% 자회사.`: X, else the text's company, and A."""
    copula = clause.predicate is not None and clause.predicate.stem == "이"
    last = phrase is clause.phrases[-1] and phrase.case == "" and not phrase.comma
    alone = clause.predicate is None and clause.before is None and reader.sentence.text[-1:] == "."
    if not last or not (copula or alone) or clause.reading.status != "asserted":
        return None
    if _named(phrase, reader) is not None or clause.reading.link == ADNOMINAL:
        return None
    above = phrase.of
    owner = None
    if above is not None and above.tokens[-1].form in _UNDER and len(above.tokens) > 1:
        owner = name_of(above.tokens[:-1], reader.line)
    elif above is not None and phrase.tokens[-1].form in _OWNED:
        owner = _named(above, reader)
    if owner is None or owner.kind in (PERSON, PLACE) or not (owner.proper or _public(owner)):
        return None
    subject = next((p for p in clause.phrases if p is not phrase and p.topic and not p.case), None)
    child = _named(clause.subject, reader) or equal_name(phrase, reader)
    if child is None and (subject is None or _named(subject, reader) is None):
        child = reader.discourse.subject()
    return (child, owner) if child is not None else None


def _public(named: Named) -> bool:
    """국토교통부: a ministry or authority, whose name is made of common nouns."""
    return len(named.text) > 2 and named.text.endswith(("부", "청", "처", "위원회", "시", "도"))


def _set_up(phrase: Phrase, clause: Clause, reader: Reader) -> tuple[Named, Named] | None:
    """`A의 자회사로 출범한 B`, `B는 A의 자회사로 설립됐다`: B and A."""
    predicate = clause.predicate
    if predicate is None or predicate.stem not in _BECOMING or clause.reading.status != "asserted":
        return None
    if phrase.case not in ("로", "로서") or phrase.tokens[-1].form not in _OWNED:
        return None
    owner = _named(phrase.of, reader)
    bearer = clause.head if clause.reading.link == ADNOMINAL else clause.subject
    child = organization(bearer, reader)
    return (child, owner) if child is not None and owner is not None else None


def _held(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`지분 전부를 A가 쥐고 있다`, `A가 거느린 B, C`, `A가 따로 세운 자회사인데`."""
    predicate = clause.predicate
    owner = _named(clause.phrase("이"), reader)
    if predicate is None or clause.reading.status != "asserted" or owner is None:
        return []
    place = (clause.start, clause.end)
    all_shares = any(p.case == "을" and p.text in _ALL for p in clause.phrases)
    if predicate.stem in _HOLDING and all_shares:
        child = reader.discourse.subject()
        ongoing = clause.reading.ongoing or _is_class(clause.head)
        if child is None or child.text == owner.text or not ongoing:
            return []
        return [made("subsidiaryOf", child, owner, sentence, place, "hold")]
    if predicate.stem == "거느리" and clause.reading.form == "ᆫ" and clause.head is not None:
        listed = names_of(with_others(clause.head, sentence), reader.line)
        listed = [n for n in listed if n.proper and n.kind not in (PERSON, PLACE)]
        children = [n for n in listed if n.text != owner.text]
        return [made("subsidiaryOf", n, owner, sentence, place, "hold") for n in children]
    return []


def with_owners(found: list[Candidate]) -> list[Candidate]:
    """`B는 A의 자회사가 됐다`: with the buying of B, whose it is."""
    owned: list[Candidate] = []
    for one in found:
        told = one.extracted_by in _INTO_GROUP and one.status == ASSERTED
        if told and _BECAME.search(one.sentence.line.text, one.start, one.end):
            child, owner = one.roles["target"][0], one.roles["acquirer"][0]
            place = (one.start, one.end)
            owned.append(made("subsidiaryOf", child, owner, one.sentence, place, "bought"))
    return found + owned


def _is_class(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.tokens[-1].form in _OWNED


def _labelled(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`모회사: A`, `자회사: B, C`: a line of a list of facts about the text's own company."""
    phrases, topic = clause.phrases, reader.discourse.topic
    if clause.predicate is not None or clause.before is not None or len(phrases) < 2:
        return []
    label = phrases[0]
    between = reader.line[label.end : phrases[1].start].strip()
    word = label.tokens[-1].form
    if between != ":" or topic is None or label.case or len(label.tokens) > 2:
        return []
    if word not in SUBSIDIARY_NOUNS and word not in PARENT_NOUNS:
        return []
    found: list[Candidate] = []
    for named in [n for p in phrases[1:] for n in names_of(p, reader.line)]:
        if not named.proper or named.kind in (PERSON, PLACE) or named.text == topic.text:
            continue
        pair = (named, topic) if word in SUBSIDIARY_NOUNS else (topic, named)
        place = (label.start, phrases[-1].end)
        found.append(made("subsidiaryOf", *pair, sentence, place, "label"))
    return found
