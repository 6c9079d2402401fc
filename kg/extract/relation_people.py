"""Who heads a company: A의 홍길동 대표, A를 이끄는 홍길동, A의 대표는 홍길동이 맡고 있다."""

from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.reader import Reader
from kg.extract.relation_parts import made, organization
from kg.lang.ko.clauses import Clause
from kg.lang.ko.kinds import PERSON
from kg.lang.ko.names import Named, name_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.reading import Sentence
from kg.lang.ko.words import COMMON, HEAD_TITLES

_HEADS = frozenset(["이끌", "이끌어오", "맡", "지휘하"])


def titles(phrase: Phrase, clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`A의 홍길동 대표`, `A 대표 홍길동`."""
    noted = _noted_head(phrase, sentence)
    if noted is not None:
        return [noted]
    named = name_of(phrase.tokens, sentence.line.text)
    if named is None or named.kind != PERSON or not named.proper or named.former:
        return []
    title = named.title
    last = title.split()[-1] if title else ""
    compact = title.replace(" ", "")
    if last not in HEAD_TITLES and compact not in HEAD_TITLES:
        return []
    owner = organization(phrase.of, reader) if phrase.of is not None else None
    if owner is None and named.owner is not None and named.owner.proper:
        owner = named.owner
    if owner is None or owner.text in COMMON:
        return []
    start = phrase.of.start if phrase.of is not None else phrase.start
    return [
        made(
            "headOf", replace(named, notes=()), owner, sentence, (start, phrase.end), "title", title
        )
    ]


def _noted_head(phrase: Phrase, sentence: Sentence) -> Candidate | None:
    """`하늘소프트(대표 김가람)`."""
    at = next((i for i, t in enumerate(phrase.tokens) if t.form == "(" and i), None)
    close = next((i for i, t in enumerate(phrase.tokens) if t.form == ")"), 0)
    if at is None or close <= at + 1:
        return None
    line = sentence.line.text
    owner, head = name_of(phrase.tokens[:at], line), name_of(phrase.tokens[at + 1 : close], line)
    if owner is None or head is None or not owner.proper or not head.proper:
        return None
    if (
        head.kind != PERSON
        or owner.kind == PERSON
        or head.title.replace(" ", "") not in HEAD_TITLES
    ):
        return None
    place = (owner.start, phrase.tokens[close].end)
    return made("headOf", head, owner, sentence, place, "note", head.title)


def leaders(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:  # noqa: PLR0911  (a list of cases reads best flat)
    """`A를 이끄는 홍길동 대표`."""
    predicate = clause.predicate
    if predicate is None or predicate.stem not in _HEADS or clause.reading.status != "asserted":
        return []
    office = next((p for p in clause.phrases if p.topic and p.text in HEAD_TITLES), None)
    holder = clause.phrase("이")
    if office is not None and office.of is not None and holder is not None:
        chief, company = _leader(holder, reader), organization(office.of, reader)
        if chief is None or company is None:
            return []
        return [
            made(
                "headOf", chief, company, sentence, (clause.start, clause.end), "lead", office.text
            )
        ]  # fmt: skip
    if clause.head is None:
        return []
    leader = clause.phrase("이")
    if leader is not None:
        chief, company = _leader(leader, reader), organization(clause.head, reader)
        if chief is None or company is None:
            return []
        return [
            made("headOf", chief, company, sentence, (clause.start, clause.head.end), "lead", None)
        ]
    person = name_of(clause.head.tokens, reader.line)
    target = clause.phrase("을")
    company = organization(target, reader) if target is not None else None
    if person is None or person.kind != PERSON or not person.proper or company is None:
        return []
    return [
        made(
            "headOf", replace(person, notes=()), company, sentence, (clause.start, clause.head.end),
            "lead", person.title or None,
        )
    ]  # fmt: skip


def _leader(phrase: Phrase, reader: Reader) -> Named | None:
    named = name_of(phrase.tokens, reader.line)
    if named is None or not named.proper or named.kind not in (PERSON, ""):
        return None
    return None if reader.directory.is_organization(named) else replace(named, notes=())
