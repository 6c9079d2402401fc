"""What the readers of relations share: how a relation is made, whom a phrase names."""

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.frames.antecedents import this_company
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named, name_of
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import AMOUNT, Token
from kg.lang.ko.tokens.words import PLACES, word_set
from kg.model.claim import Details

SUBSIDIARY_NOUNS = frozenset(["자회사", "계열사", "손자회사", "종속회사", "관계사"])


_DONE = word_set(
    """
    지분 주식 경영권 설립 출범 인수 매각 상장 합병 분할 편입 청산 해산 분사 신설 흡수 처분 매입 취득
    투자 출자 유상증자 공장 사옥 직원 노조 상대 공동 설립식 출범식 인수전"""
)
"""What stands behind a name without being of it."""
PARENT_NOUNS = frozenset(["모회사", "모기업", "지주회사", "지주사"])


def made(
    relation: str, subject: Named, other: Named, sentence: Sentence, place: tuple[int, int],
    how: str, position: str | None = None,
) -> Candidate:  # fmt: skip
    return Candidate(
        "Relation", {"subject": [subject], "object": [other]}, sentence, place[0], place[1],
        f"ko/{relation.lower()}#{how}", details=Details(position=position), relation=relation,
    )  # fmt: skip


def name_after(tokens: list[Token], at: int, line: str) -> Named | None:
    """The name right after a class noun: `자회사 X 설립`, `자회사 X 지분 51% 취득`."""
    rest = tokens[at + 1 :]
    cut = next((i for i, t in enumerate(rest) if i and _ends_name(t)), len(rest))
    rest = rest[:cut]
    if not rest:
        return None
    named = name_of(rest, line)
    return named if named is not None and named.proper and named.kind != PERSON else None


def without_tail(named: Named | None, phrase: Phrase, reader: Reader) -> Named | None:
    """A name less what stands behind it without being of it (`X 지분 85%`)."""
    tokens = phrase.tokens
    cut = next((i for i, t in enumerate(tokens) if i and _ends_name(t)), len(tokens))
    if named is None or cut == len(tokens) or named.end <= tokens[cut].start:
        return named
    return name_of(tokens[:cut], reader.line) or named


def _ends_name(token: Token) -> bool:
    return token.tag == AMOUNT or (token.tag == "NNG" and token.form in _DONE)


def equal_name(phrase: Phrase, reader: Reader) -> Named | None:
    other = reader.same.get(id(phrase))
    return organization(other, reader) if other is not None else None


def organization(phrase: Phrase | None, reader: Reader) -> Named | None:
    if phrase is None:
        return None
    named = name_of(phrase.tokens, reader.line)
    if named is None:
        return None
    if named.proper and named.kind not in (PERSON, PLACE) and named.text not in PLACES:
        return named
    other = reader.same.get(id(phrase))
    if other is not None:
        equal = name_of(other.tokens, reader.line)
        if equal is not None and equal.proper and equal.kind not in (PERSON, PLACE):
            return equal
    if named.pronoun and not named.plural and phrase.of is None:
        return this_company(phrase, reader)
    return None


def stretch(phrase: Phrase, other: Named | None, clause: Clause) -> tuple[int, int]:
    start = phrase.of.start if phrase.of is not None else phrase.start
    end = max(phrase.end, other.end) if other is not None and other.start >= start else phrase.end
    if end - start > 80:
        return phrase.start, phrase.end
    return start, end


def named_by(phrase: Phrase | None, reader: Reader) -> Named | None:
    if phrase is None:
        return None
    named = name_of(phrase.tokens, reader.line)
    if named is not None and named.proper:
        return named
    if named is not None and named.pronoun:
        return this_company(phrase, reader)
    return None


def with_others(head: Phrase, sentence: Sentence) -> Phrase:
    """The phrase that ends the list in which a clause's head stands (`A가 거느린 B와 C`)."""
    for clause in sentence.clauses:
        for phrase in clause.phrases:
            if any(head is one for one in phrase.also):
                return phrase
    return head
