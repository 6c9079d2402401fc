"""Who owns whom: A의 자회사 B, B를 자회사로 두다."""

from kg.extract.candidate import Candidate
from kg.extract.reader import Reader
from kg.extract.relation_parts import (
    PARENT_NOUNS,
    SUBSIDIARY_NOUNS,
    equal_name,
    made,
    name_after,
    organization,
    stretch,
)
from kg.lang.ko.clauses import Clause
from kg.lang.ko.kinds import ORGANIZATION, PERSON, PLACE
from kg.lang.ko.names import Named, name_of, names_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.reading import Sentence
from kg.lang.ko.status import ADNOMINAL


def appositions(  # noqa: C901, PLR0911  (a list of cases reads best flat)
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
    at = next(
        (i for i, t in enumerate(tokens) if t.form in SUBSIDIARY_NOUNS or t.form in PARENT_NOUNS),
        None,
    )
    if at is None:
        return []
    word = tokens[at].form
    child = name_after(tokens, at, line) or equal_name(phrase, reader)
    owner = organization(phrase.of, reader) if phrase.of is not None else None
    if owner is None and at > 0:
        before = name_of(tokens[:at], line)
        known = before is not None and (
            before.kind == ORGANIZATION or reader.directory.is_organization(before)
        )
        owner = before if before is not None and before.proper and known else None
    start, end = stretch(phrase, child, clause)
    if word in PARENT_NOUNS:
        if child is None:
            return []
        state = reader.discourse
        subject = owner or state.subject()
        if subject is None or subject.text == child.text:
            subject = next((n for n in reversed(state.recent) if n.text != child.text), None)
        if subject is None:
            return []
        return [made("subsidiaryOf", subject, child, sentence, (start, end), "parent")]
    if child is None:
        return []
    held = phrase.relative
    if owner is None and isinstance(held, Clause) and held.predicate is not None:
        holder = (
            held.phrase("이")
            if held.predicate.stem in ("가지", "보유하", "거느리", "소유하")
            else None
        )
        owner = organization(holder, reader)
    if owner is None and word in ("자회사", "계열사"):
        owner = _subject_of(clause, child, reader)
    if owner is None or owner.text == child.text:
        return []
    return [made("subsidiaryOf", child, owner, sentence, (start, end), "subsidiary")]


def _subject_of(clause: Clause, child: Named, reader: Reader) -> Named | None:
    """Whose subsidiary, where only 자회사인 B stands: the subject's of the sentence or text."""
    named = _subject_about(clause, reader)
    return named if named is None or named.text != child.text else reader.discourse.subject()


def _subject_about(clause: Clause, reader: Reader) -> Named | None:
    main = clause
    if clause.reading.link == ADNOMINAL:
        named = reader.discourse.subject()
        later = [
            c
            for c in reader.sentence.clauses
            if c.start <= clause.start and c.end >= clause.end and c is not clause
        ]
        main = later[0] if later else clause
        subject = organization(main.subject, reader)
        return subject or named
    subject = organization(main.subject, reader) if main.subject is not None else None
    return subject or reader.discourse.subject()


def holdings(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`A는 B를 자회사로 두고 있다`, `B를 산하에 거느리고 있다`, `B를 거느린 A`."""
    predicate = clause.predicate
    if predicate is None or predicate.stem not in ("두", "거느리"):
        return []
    held = clause.phrase("을")
    under = any(t.form in ("자회사", "산하", "계열사") for p in clause.phrases for t in p.tokens)
    owner = organization(clause.subject, reader) if clause.subject is not None else None
    stated = under and clause.reading.ongoing
    if clause.reading.link == ADNOMINAL and predicate.stem == "거느리":
        stated = clause.head is not None and clause.subject is None
        owner = organization(clause.head, reader)
        known = owner is not None and (
            owner.kind == ORGANIZATION or reader.directory.is_organization(owner)
        )
        owner = owner if known else None
    if held is None or owner is None or not stated:
        return []
    return [
        made("subsidiaryOf", named, owner, sentence, (clause.start, clause.end), "hold")
        for named in names_of(held, reader.line)
        if named.proper and named.kind not in (PERSON, PLACE) and named.text != owner.text
    ]
