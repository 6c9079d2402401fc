"""Names that a copula says to be one thing's: Y는 X의 전신이다."""

from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import (
    PARENT_NOUNS,
    SUBSIDIARY_NOUNS,
    made,
    named_by,
    organization,
)
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.names.person_names import is_korean_name
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import HEAD_TITLES

_FORMER_NOUNS = (
    "처음이름",
    "원래이름",
    "첫이름",
    "본래이름",
    "옛이름",
    "전신",
    "이전이름",
    "과거이름",
    "옛명칭",
    "예전이름",
    "구명칭",
    "옛상호",
    "옛사명",
    "당시이름",
    "당시사명",
    "당시상호",
    "당시명칭",
    "초기이름",
    "초창기이름",
    "시절이름",
    "최초이름",
    "첫명칭",
    "첫상호",
    "첫사명",
    "예전상호",
    "예전사명",
)
_AT_FIRST = ("원래", "본래", "당초", "애초", "처음")


_TODAY = ("지금", "현재", "오늘", "오늘날", "훗날", "뒷날", "후일")


_LONGEST = 10
"""How many characters the name of a head has at most."""


def _bare_title(text: str) -> str:
    for prefix in ("현재", "지금", "요즘", "현직", "현"):
        text = text.removeprefix(prefix)
    return text


def copulas(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:  # noqa: PLR0911  (a list of cases reads best flat)
    """`Y가 X의 옛 이름이다`, `X의 전신인 Y`, `B는 A의 자회사다`."""
    predicate = clause.predicate
    if predicate is None or predicate.stem != "이" or not clause.phrases:
        return []
    if clause.reading.status != "asserted":
        return []
    complement = clause.phrases[-1]
    other = clause.head if clause.reading.link == ADNOMINAL else clause.subject
    text = complement.text
    end = max(clause.end, other.end) if other is not None else clause.end
    if text in SUBSIDIARY_NOUNS and complement.of is not None and other is None:
        child, owner = reader.discourse.subject(), organization(complement.of, reader)
        if child is not None and owner is not None and child.text != owner.text:
            return [made("subsidiaryOf", child, owner, sentence, (clause.start, end), "copula")]
    if other is None or other is complement:
        return []
    titled = _titled(other, complement, reader) or _in_office(other, complement, reader)
    if titled is not None:
        relation, subject, owner, position = titled
        return [made(relation, subject, owner, sentence, (clause.start, end), "copula", position)]
    if other.text == "뿌리" and clause.reading.form not in ("라고", "라는"):
        return _rooted(other, complement, (clause.start, end), reader)
    if other.text.endswith(_FORMER_NOUNS):
        bearer = named_by(other.of, reader) or reader.discourse.subject()
        return [
            made("formerName", bearer, named, sentence, (clause.start, end), "copula")
            for named in names_of(complement, reader.line)
            if bearer is not None and named.proper and named.text != bearer.text
        ]
    pair = _renamed(other, complement, reader) or _once(clause, other, complement, reader)
    if pair is None or pair[0].text == pair[1].text:
        return []
    return [made("formerName", *pair, sentence, (clause.start, end), "copula")]


def _rooted(
    root: Phrase, complement: Phrase, place: tuple[int, int], reader: Reader
) -> list[Candidate]:
    """`A의 뿌리는 1946년 세워진 B다`: one company that has gone by two names."""
    bearer = named_by(root.of, reader) if root.of is not None else reader.discourse.subject()
    old = name_of(complement.tokens, reader.line)
    if bearer is None or old is None or not old.proper or old.text == bearer.text:
        return []
    firm = ORGANIZATION in (old.kind, reader.directory.kind(old))
    if not firm or {bearer.kind, reader.directory.kind(bearer)} & {PERSON, PLACE, SERVICE}:
        return []
    return [made("formerName", bearer, old, reader.sentence, place, "root")]


def _once(
    clause: Clause, topic: Phrase, complement: Phrase, reader: Reader
) -> tuple[Named, Named] | None:
    """`A는 원래 B였다`, `A는 처음에 B라는 회사였다`: A, and the name that it bore."""
    said = any(mark.form in _AT_FIRST for mark in clause.marks)
    said = said or any(p.text in _AT_FIRST for p in clause.phrases)
    if not said or not clause.reading.past or not topic.topic:
        return None
    new, old = named_by(topic, reader), named_by(complement, reader)
    if old is None and (called := reader.same.get(id(complement))) is not None:
        old = named_by(called, reader) if called is not topic else None
    if new is None or old is None:
        return None
    kinds = {new.kind, old.kind, reader.directory.kind(new), reader.directory.kind(old)}
    return None if kinds & {PERSON, PLACE} else (new, old)


def _renamed(other: Phrase, complement: Phrase, reader: Reader) -> tuple[Named, Named] | None:
    """`Y가 X의 전신이다`, `X 전신인 Y`, `이 회사가 지금의 X다`: the name of today, the old one."""
    if complement.text.endswith(_FORMER_NOUNS):
        old, new = named_by(other, reader), named_by(complement.of, reader)
        if new is None and complement.of is None:
            new = named_by(replace(complement, tokens=complement.tokens[:-1]), reader)
    elif complement.of is not None and complement.of.text in _TODAY:
        old, new = named_by(other, reader), named_by(complement, reader)
    else:
        return None
    return (new, old) if new is not None and old is not None else None


def _in_office(
    person: Phrase, complement: Phrase, reader: Reader
) -> tuple[str, Named, Named, str | None] | None:
    """`A 대표인 홍길동`, `홍길동은 A의 회장이다`."""
    office, head = name_of(complement.tokens, reader.line), name_of(person.tokens, reader.line)
    if office is None or head is None or office.proper or not head.proper or office.former:
        return None
    known = PERSON in (head.kind, reader.directory.kind(head)) or is_korean_name(head.text)
    if not known or head.former:
        return None
    title = office.title.replace(" ", "")
    owner = organization(complement.of, reader) if complement.of is not None else office.owner
    firm = owner is not None and owner.proper and reader.directory.kind(owner) != PERSON
    if title not in HEAD_TITLES or owner is None or not firm or owner.text == head.text:
        return None
    return ("headOf", replace(head, notes=(), owner=None), owner, office.title)


def _titled(
    subject: Phrase, complement: Phrase, reader: Reader
) -> tuple[str, Named, Named, str | None] | None:
    """`X의 모회사는 Y다`, `X의 대표는 홍길동이다`."""
    owner = organization(subject.of, reader) if subject.of else reader.discourse.subject()
    named = named_by(complement, reader)
    if named is None and (other := reader.same.get(id(complement))) is not None:
        named = named_by(other, reader)  # 사장은 홍길동이라는 사람이다
    if owner is None or named is None or owner.text == named.text:
        return None
    if subject.text in PARENT_NOUNS:
        return ("subsidiaryOf", owner, named, None)
    title = _bare_title(subject.text)
    if title in HEAD_TITLES and named.kind in (PERSON, "") and len(named.text) < _LONGEST:
        return ("headOf", replace(named, notes=()), owner, title)
    return None
