"""Standing heads of whom no company is named beside them: 김가람 대표는 말했다, 대표: 김가람."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import all_phrases
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import made, organization
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import HUMAN
from kg.lang.ko.tokens.words import HEAD_TITLES

_BEFORE = re.compile(
    r"(?:^|[\s|/(,·*:→\]])(?:현재? |지금 )?"
    rf"(?P<title>{'|'.join(sorted(HEAD_TITLES | {'대표자'}, key=lambda t: (-len(t), t)))})"
    r"\s*(?:[:=|]+|\s)\s*$"
)
_NEAR = 60
"""So many characters before a name hold the title that stands there."""
_MADE = ("Founding", "NameChange", "SpinOff")
"""Events of a company whose head a list item names after them."""
_PREFIXES = ("수석", "총괄", "각자", "공동", "단독")


def officers(sentence: Sentence, reader: Reader, found: Sequence[Candidate]) -> list[Candidate]:
    """Each person with a head's title and no company: of the company that the place is about."""
    known = reader.discourse.employers.keys() | reader.discourse.heads
    told = {n.text for one in found for names in one.roles.values() for n in names if _taken(one)}
    out: list[Candidate] = []
    for clause in sentence.clauses:
        for phrase in _phrases(clause):
            head = _head(phrase, sentence)
            if head is None or head.text in told or head.text in known:
                continue
            if _is_short(head, reader):
                continue
            company = _company(phrase, clause, sentence, reader, found)
            if company is None or company.text == head.text:
                continue
            told.add(head.text)
            reader.discourse.heads.add(head.text)
            place = (phrase.start, phrase.end)
            plain = replace(head, notes=(), owner=None)
            one = made("headOf", plain, company, sentence, place, "alone", head.title)
            one.assumed.add("object")
            out.append(one)
    return out


def _is_short(head: Named, reader: Reader) -> bool:
    """Whether a name is only a part of a foreigner's that the text has in full (로시 사장)."""
    directory = reader.directory
    return " " not in head.text and any(
        head.text in named.text.split() and directory.kind(named) == PERSON
        for named in directory.names.values()
        if " " in named.text
    )


def _taken(one: Candidate) -> bool:
    """Whether a candidate says already what office a person takes, holds or loses, or that he is
    a buyer or seller, which he need not be as the head of what is spoken of."""
    return one.relation == "headOf" or one.type in ("Appointment", "Departure", "Acquisition")


def _phrases(clause: Clause) -> Iterator[Phrase]:
    for phrase in all_phrases(clause):
        yield phrase
        yield from phrase.also


def _head(phrase: Phrase, sentence: Sentence) -> Named | None:
    """The person whom a phrase names by a title that heads a company, without the company."""
    if not any(token.tag == HUMAN for token in phrase.tokens):
        return None
    named = name_of(phrase.tokens, sentence.line.text)
    if named is None or named.kind != PERSON or not named.proper or named.former:
        return None
    if named.owner is not None and named.owner.proper:
        return None
    if not named.title:
        before = _BEFORE.search(sentence.line.text, max(0, named.start - _NEAR), named.start)
        return replace(named, title=before["title"]) if before is not None else None
    last = named.title.split()[-1]
    for prefix in _PREFIXES:
        last = last.removeprefix(prefix)
    return named if last in HEAD_TITLES else None


def _company(
    phrase: Phrase, clause: Clause, sentence: Sentence, reader: Reader, found: Sequence[Candidate]
) -> Named | None:
    """The company that a person heads: the one said to be his, made in this item, its topic,
    else the one that the text is about."""
    if phrase.of is not None:
        return organization(phrase.of, reader)
    if phrase.relative is not None:
        told, company = _said_to_be(phrase.relative, reader)
        if told:
            return company
    for other in _phrases(clause):
        if other.of is phrase:  # 김가람 회장의 다온그룹
            return _known(other, reader)
    if reader.discourse.in_list:
        return _of_item(phrase, sentence, reader, found)
    topics = (
        _known(other, reader)
        for c in sentence.clauses
        for other in c.phrases
        if other.topic and other.case == "" and other.start < phrase.start
    )
    return next((one for one in topics if one is not None), None) or _around(reader)


_FOUNDERS = ("창업자", "창립자", "설립자", "창업주", "대표", "회장", "사장", "의장", "수장")
_TIED = (*_FOUNDERS, "주주", "뒷배", "출신", "임원", "고문", "오너", "총수", "아들", "사위", "동생")


def _said_to_be(relative: object, reader: Reader) -> tuple[bool, Named | None]:
    """`이 회사 창업자인 김가람 회장`, `A의 최대주주인 김가람 의장`: whether it is told what the
    person is to a company, and that company where he heads it."""
    clause = relative if isinstance(relative, Clause) else None
    if clause is None or clause.predicate is None or clause.predicate.stem != "이":
        return False, None
    tie = clause.phrases[-1] if clause.phrases else None
    if tie is None or not tie.text.endswith(_TIED):
        return False, None
    if not tie.text.endswith(_FOUNDERS):
        return True, None
    if tie.of is not None:
        return True, organization(tie.of, reader)
    before = _less_last(tie)
    return (True, organization(before, reader)) if before is not None else (False, None)


def _less_last(phrase: Phrase) -> Phrase | None:
    """The phrase less its last noun; None where nothing is left."""
    return replace(phrase, tokens=phrase.tokens[:-1]) if len(phrase.tokens) > 1 else None


def _of_item(
    phrase: Phrase, sentence: Sentence, reader: Reader, found: Sequence[Candidate]
) -> Named | None:
    """The company of a head whom an item of a list names: the one made in the item, else the only
    one that it names before the title, else the list's own."""
    made_here = [
        one.roles["new" if one.type == "NameChange" else "company"][0]
        for one in found
        if one.type in _MADE
    ]
    if made_here:
        return made_here[-1]
    told = reader.discourse.topic
    others = {
        n.text: n
        for c in sentence.clauses
        for p in _phrases(c)
        if p.end <= phrase.start
        for n in names_of(p, reader.line)
        if n.proper and reader.directory.is_organization(n)
    }
    if told is not None:
        others.pop(told.text, None)
    if not others:
        return _around(reader)
    return next(iter(others.values())) if len(others) == 1 else None


def _known(phrase: Phrase, reader: Reader) -> Named | None:
    """The company that a phrase names, where the document shows it to be one."""
    company = organization(phrase, reader)
    known = company is not None and reader.directory.is_organization(company)
    return company if known else None


def _around(reader: Reader) -> Named | None:
    """The company that the text is about; None where it tells of another than its own."""
    state = reader.discourse
    subject = state.subject()
    if subject is None or state.topic is None or state.head or state.section:
        return subject
    if not state.page and not reader.directory.is_organization(subject):
        return None
    return subject if state.now(subject).text == state.now(state.topic).text else None
