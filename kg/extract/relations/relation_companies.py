"""Who owns whom: A의 자회사 B, B를 자회사로 두다."""

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.frames.antecedents import this_company
from kg.extract.relations.held import held_class
from kg.extract.relations.relation_parts import (
    PARENT_NOUNS,
    SUBSIDIARY_NOUNS,
    equal_name,
    made,
    name_after,
    organization,
    stretch,
    with_others,
    without_tail,
)
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import ORGANIZATION_ENDINGS

_UNDER = ("자회사", "산하", "계열사", "손자회사", "종속회사", "관계사")
_NOUNS = SUBSIDIARY_NOUNS | PARENT_NOUNS


def appositions(
    phrase: Phrase, clause: Clause, sentence: Sentence, reader: Reader
) -> list[Candidate]:
    """`A의 자회사 B`, `자회사인 B`, `모회사 A`, `A의 자회사`."""
    line = sentence.line.text
    tokens = phrase.tokens
    if phrase.of is not None and phrase.of.tokens[-1].form == "산하":
        above = name_of(phrase.of.tokens[:-1], line) if len(phrase.of.tokens) > 1 else None
        below = name_of(tokens, line)
        if above is not None and below is not None and above.proper and below.proper:
            start = phrase.of.start
            return [made("subsidiaryOf", below, above, sentence, (start, phrase.end), "under")]
    at = next((i for i, t in enumerate(tokens) if t.form in _NOUNS), None)
    if at is None or held_class(phrase, clause, reader) is not None:
        return []
    owner, told = _owner_of(phrase, at, reader)
    if tokens[at].form in PARENT_NOUNS:
        return _parents(phrase, at, clause, reader, owner)
    children = _children(phrase, at, reader)
    if owner is None and not told and children and tokens[at].form != "손자회사":
        owner = _subject_of(clause, phrase, children[0], reader)
    if owner is None:
        return []
    return [
        made("subsidiaryOf", child, owner, sentence, stretch(phrase, child, clause), "subsidiary")
        for child in children
        if child.text != owner.text
    ]


def _owner_of(phrase: Phrase, at: int, reader: Reader) -> tuple[Named | None, bool]:
    """Whose subsidiary (or parent) a class noun means, and whether the phrase says it at all."""
    tokens = phrase.tokens
    if phrase.of is not None or not at:
        return organization(phrase.of, reader), phrase.of is not None
    if tokens[0].form in ("이", "그") and len(tokens[:at]) < 3:
        return this_company(phrase, reader), True
    before = name_of(tokens[:at], reader.line)
    field = before is None or before.text in ORGANIZATION_ENDINGS  # 모빌리티 자회사
    if field or before is None or not before.proper or before.kind in (PERSON, PLACE):
        return None, False
    if before.kind == ORGANIZATION or reader.directory.is_organization(before):
        return before, True
    first = name_of(tokens[:1], reader.line) if at > 1 else None
    if first is not None and reader.directory.is_organization(first):
        return first, True  # 다온넷 반도체 자회사
    plain = reader.directory.kind(before) or " " in before.text
    return (None if plain else before), True


def _children(phrase: Phrase, at: int, reader: Reader) -> list[Named]:
    """The names beside a class noun: `자회사 B`, `자회사인 B와 C`."""
    after = name_after(phrase.tokens, at, reader.line)
    if after is not None:
        return [after]
    other = reader.same.get(id(phrase))
    if other is None:
        return []
    named = without_tail(organization(other, reader), other, reader)
    listed = with_others(other, reader.sentence)
    if listed is other or named is None:
        return [named] if named is not None else []
    names = names_of(listed, reader.line)
    return [n for n in names if n.proper and n.kind not in (PERSON, PLACE)]


def _parents(
    phrase: Phrase, at: int, clause: Clause, reader: Reader, owner: Named | None
) -> list[Candidate]:
    """`모회사 A`, `B의 지주회사 A`: of whom the text is about, where no owner is said; a holding
    company may be that of others."""
    parent = name_after(phrase.tokens, at, reader.line) or equal_name(phrase, reader)
    holding = phrase.tokens[at].form in ("지주회사", "지주사")
    if parent is None or (owner is None and holding):
        return []
    state = reader.discourse
    subject = owner or state.subject()
    if subject is None or subject.text == parent.text:
        subject = next((n for n in reversed(state.recent) if n.text != parent.text), None)
    if subject is None:
        return []
    place = stretch(phrase, parent, clause)
    return [made("subsidiaryOf", subject, parent, reader.sentence, place, "parent")]


def _subject_of(clause: Clause, phrase: Phrase, child: Named, reader: Reader) -> Named | None:
    """Whose subsidiary, where only 자회사인 B stands: the sentence's subject's, else that of whom
    the text is about."""
    state = reader.discourse
    main = clause
    if clause.reading.link == ADNOMINAL:
        inside = (
            c
            for c in reader.sentence.clauses
            if c.start <= clause.start and c.end >= clause.end and c is not clause
        )
        main = next(inside, clause)
    subject = main.subject
    if subject is not None and subject is not phrase:
        named = organization(subject, reader)
        if named is not None and named.text != child.text:
            return named
    told = state.subject()
    if told is None or state.topic is None or state.in_list or state.head or state.section:
        return told
    return told if state.now(told).text == state.now(state.topic).text else None


def holdings(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`A는 B를 자회사로 두고 있다`, `B를 산하에 거느리고 있다`, `B를 거느린 A`."""
    predicate = clause.predicate
    if predicate is None or predicate.stem not in ("두", "거느리"):
        return []
    held = clause.phrase("을")
    under = any(t.form in _UNDER for p in clause.phrases for t in p.tokens)
    subject = clause.subject
    owner = organization(subject, reader) if subject is not None else reader.discourse.subject()
    stated = under and clause.reading.ongoing
    if clause.reading.link == ADNOMINAL and predicate.stem == "거느리":
        stated = clause.head is not None and clause.subject is None
        owner = organization(clause.head, reader)
        person = owner is not None and reader.directory.kind(owner) in (PERSON, PLACE)
        owner = None if person else owner
    if held is None or owner is None or not stated:
        return []
    return [
        made("subsidiaryOf", named, owner, sentence, (clause.start, clause.end), "hold")
        for named in names_of(held, reader.line)
        if named.proper and named.kind not in (PERSON, PLACE) and named.text != owner.text
        if not (named.marked and ORGANIZATION not in (named.kind, reader.directory.kind(named)))
    ]
