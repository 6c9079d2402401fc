"""Whose figure it is that was reached: a name before what is counted, its owner, the subject."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.context.reader import Reader
from kg.lang.ko.amounts import Amount
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.counted import GATES, MEASURING, METRICS, OF_SERVICES
from kg.lang.ko.names.kinds import PERSON, SERVICE
from kg.lang.ko.names.name_words import class_of, is_proper, words_of
from kg.lang.ko.names.of_phrases import Named, name_of
from kg.lang.ko.tokens.kiwi import AMOUNT, Token
from kg.lang.ko.tokens.words import SERVICE_NOUNS


def subject_of(
    clause: Clause, phrase: Phrase, reader: Reader, metric: str, amount: Amount
) -> tuple[Named | None, bool]:
    """Whose milestone: a name in the phrase, its owner, the clause's subject, the text's (then the
    second is true)."""
    lead = _lead(clause, phrase, reader)
    for place in (_before_metric(phrase), phrase.of):
        named = _name(place, reader)
        if named is not None:
            return (lead if lead is not None and not named.marked else named), False
    for other in reversed(clause.phrases):
        if other is phrase or not (
            other.case in ("이", "") or other.topic or other.case in ("의", "bare")
        ):
            continue
        for place in (_before_metric(other), other.of):
            named = _name(place, reader)
            if named is not None:
                return named, False
    named = _name(_before_metric(clause.subject), reader) if clause.subject is not None else None
    if named is not None:
        return named, False
    if any(_points(place) for p in clause.phrases for place in (p, p.of)):
        return None, True
    state = reader.discourse
    counted = metric in OF_SERVICES or (not metric and amount.unit in ("명", "다운로드"))
    first, second = state.subject(), state.focus
    return (second or first) if counted else (first or second), True


def _lead(clause: Clause, phrase: Phrase, reader: Reader) -> Named | None:
    """`누리온, 소리담 채널 구독자 100만 돌파`: whom a headline begins with, before a comma."""
    first = clause.phrases[0]
    if clause.predicate is not None or first is phrase or not first.comma or first.case:
        return None
    return _name(first, reader)


def _points(phrase: Phrase | None) -> bool:
    """`이 게임의 동시접속자는`: a service spoken of before, which nothing names here."""
    if (
        phrase is None
        or phrase.tokens[0].form not in ("이", "그", "해당")
        or len(phrase.tokens) < 2
    ):
        return False
    return phrase.tokens[-1].form in SERVICE_NOUNS


def _before_metric(phrase: Phrase) -> Phrase | None:
    """What stands in a phrase before what is counted."""
    tokens = list(phrase.tokens)
    cut = next(
        (
            i
            for i, t in enumerate(tokens)
            if t.tag == AMOUNT
            or (i and t.form in GATES)
            or t.form in MEASURING
            or any("".join(o.form for o in tokens[i : i + n]) in METRICS for n in (1, 2))
        ),
        len(tokens),
    )
    if cut == 0:
        return None
    return replace(phrase, tokens=tokens[:cut]) if cut < len(tokens) else phrase


def _last_run(tokens: Sequence[Token]) -> Sequence[Token]:
    """What a name can be of: the last words that are proper (김가람 사장 재임 기간 다온넷), with a
    class noun after them; all where there is but one word, or a mark or a quote."""
    words, _, marked = words_of(tokens)
    if marked or len(words) < 2 or any(word.quoted for word in words):
        return tokens
    end = len(words)
    kind = class_of(words[-1])[0]
    if kind or words[-1].tokens[-1].tag in ("SN", "SL"):
        end -= 1  # 물결 앱, 물결 2
    start = end
    while start and is_proper(words[start - 1]):
        start -= 1
    if start == end:
        return tokens if kind else tokens[:0]
    left = words[start].start
    return [t for t in tokens if t.start >= left]


def _name(phrase: Phrase | None, reader: Reader) -> Named | None:
    named = name_of(_last_run(phrase.tokens), reader.line) if phrase is not None else None
    if phrase is None or named is None:
        return None
    if named.proper and PERSON not in (named.kind, reader.directory.kind(named)):
        return named
    if named.kind == SERVICE and phrase.tokens[0].form in ("이", "그", "해당"):
        return reader.discourse.service  # 이 게임의 동시접속자
    if named.pronoun and reader.discourse.subject() is not None:
        return reader.discourse.subject()
    other = reader.same.get(id(phrase))
    same = name_of(other.tokens, reader.line) if other is not None else None
    return same if same is not None and same.proper else None
