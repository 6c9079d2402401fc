"""Names that the text says to be one thing's: X(옛 Y), X(이하 Y), Y는 X의 전신이다."""

import re
from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.reader import Reader
from kg.extract.relation_parts import PARENT_NOUNS, SUBSIDIARY_NOUNS, made, named_by, organization
from kg.lang.ko.clauses import Clause
from kg.lang.ko.kinds import PERSON
from kg.lang.ko.names import Named, name_of, names_of
from kg.lang.ko.phrases import Phrase
from kg.lang.ko.reading import Sentence
from kg.lang.ko.status import ADNOMINAL
from kg.lang.ko.words import HEAD_TITLES

_FORMER_NOTE = frozenset(["구", "옛", "舊", "前", "전", "전신", "구명", "이전"])


_SHORTLY = re.compile("줄여서?|약칭|흔히|통칭|일명|별칭|애칭")
_NOW_NOTE = frozenset(["현", "現", "현재", "지금", "지금의", "현재의"])


_OTHER_NOTE = frozenset(["이하", "약칭", "일명", "별칭", "영문명", "줄여서", "통칭"])


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
)


def notes(phrase: Phrase, sentence: Sentence) -> list[Candidate]:  # noqa: C901  (a list of cases reads best flat)
    """`X(구 Y)`, `X(이하 Y)`, `Y(현 X)`."""
    found: list[Candidate] = []
    for at, token in enumerate(phrase.tokens):
        if token.form != "(" or not at:
            continue
        named = name_of(phrase.tokens[:at], sentence.line.text)
        close = next((i for i in range(at, len(phrase.tokens)) if phrase.tokens[i].form == ")"), 0)
        note = phrase.tokens[at + 1 : close]
        if named is None or not named.proper or named.kind == PERSON or not note:
            continue
        words = [t for t in note if t.form not in (".", ",", ":")]
        while words and words[0].form == "의":
            words = words[1:]
        if len(words) < 2:
            continue
        mark, rest = words[0].form, words[1:]
        while rest and rest[0].form in ("의", "는", "은", ":"):
            rest = rest[1:]
        other = name_of(rest, sentence.line.text) if rest else None
        if other is None or len(other.text) < 2:
            continue
        other = replace(other, notes=())
        start, end = named.start, note[-1].end + 1
        if mark in _FORMER_NOTE:
            found.append(made("formerName", named, other, sentence, (start, end), "note"))
        elif mark in _NOW_NOTE:
            found.append(made("formerName", other, named, sentence, (start, end), "note"))
        elif mark in _OTHER_NOTE:
            found.append(made("alternateName", named, other, sentence, (start, end), "note"))
    return found


def called(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`X는 흔히 줄여서 'Y'라고 부른다`."""
    predicate = clause.predicate
    if predicate is None or predicate.stem not in ("부르", "불리", "일컫"):
        return []
    if clause.reading.status != "asserted" or clause.reading.past:
        return []
    spoken = clause.phrase("라고", "로")
    name = name_of(spoken.tokens, sentence.line.text) if spoken is not None else None
    if name is None or not name.proper or not _SHORTLY.search(sentence.text):
        return []
    bearer = named_by(clause.subject, reader) or reader.discourse.subject()
    if bearer is None or bearer.text == name.text:
        return []
    return [made("alternateName", bearer, name, sentence, (clause.start, clause.end), "called")]


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
    titled = _titled(other, complement, reader)
    if titled is not None:
        relation, subject, owner, position = titled
        return [made(relation, subject, owner, sentence, (clause.start, end), "copula", position)]
    if other.text.endswith(_FORMER_NOUNS):
        bearer = named_by(other.of, reader) or reader.discourse.subject()
        return [
            made("formerName", bearer, named, sentence, (clause.start, end), "copula")
            for named in names_of(complement, reader.line)
            if bearer is not None and named.proper and named.text != bearer.text
        ]
    if text.endswith(_FORMER_NOUNS):
        old, new = named_by(other, reader), named_by(complement.of, reader)
        if old is not None and new is not None:
            return [
                made(
                    "formerName",
                    new,
                    old,
                    sentence,
                    (clause.start, max(clause.end, other.end)),
                    "copula",
                )
            ]
    return []


def _titled(
    subject: Phrase, complement: Phrase, reader: Reader
) -> tuple[str, Named, Named, str | None] | None:
    """`X의 모회사는 Y다`, `X의 대표는 홍길동이다`."""
    owner = organization(subject.of, reader) if subject.of else reader.discourse.subject()
    named = named_by(complement, reader)
    if owner is None or named is None or owner.text == named.text:
        return None
    if subject.text in PARENT_NOUNS:
        return ("subsidiaryOf", owner, named, None)
    if subject.text in HEAD_TITLES and named.kind in (PERSON, "") and len(named.text) < 10:
        return ("headOf", replace(named, notes=()), owner, subject.text)
    return None
