"""The words of a noun phrase, and what each can be: a proper name, a title, a class noun."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lang.ko.names.institutions import LATIN_COMMON, is_institution
from kg.lang.ko.names.kinds import OPEN, ORGANIZATION, PLACE, SERVICE
from kg.lang.ko.tokens.kiwi import AMOUNT, HUMAN, NAME, Token
from kg.lang.ko.tokens.words import (
    COMMON,
    COMPANY_NOUNS,
    DOUBLE_SURNAMES,
    ORGANIZATION_ENDINGS,
    PERSON_SURNAMES,
    PLACES,
    PLURALS,
    SERVICE_NOUNS,
    TITLE_PREFIXES,
    TITLES,
)

_CLASS_ENDINGS = ("법인", "업체", "회사", "기업", "개발사", "운영사", "제작사", "스타트업")


_QUOTES = ("'", '"')


@dataclass(slots=True)
class Word:
    """A stretch of tokens without a blank."""

    tokens: list[Token]
    quoted: bool = False
    _text: str = ""

    @property
    def text(self) -> str:
        """The forms of its tokens; read once the word is whole."""
        if not self._text:
            self._text = "".join(t.form for t in self.tokens)
        return self._text

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def words_of(tokens: Sequence[Token]) -> tuple[list[Word], list[tuple[Token, ...]], bool]:
    """The words, the brackets' contents apart, and whether (주) or 주식회사 stood there."""
    words: list[Word] = []
    notes: list[tuple[Token, ...]] = []
    marked = False
    at = 0
    fresh = True
    while at < len(tokens):
        token = tokens[at]
        if token.form in ("(", "["):
            close = next((i for i in range(at, len(tokens)) if tokens[i].form in (")", "]")), at)
            inside = tuple(tokens[at + 1 : close])
            if "".join(t.form for t in inside) in ("주", "유", "재", "사", "株"):
                marked = True
                words = _before_mark(words, tokens, close)
            elif inside:
                notes.append(inside)
            at, fresh = close + 1, True
            continue
        if token.form in _QUOTES and token.tag.startswith("SS"):
            close = next(
                (i for i in range(at + 1, len(tokens)) if tokens[i].form == token.form), len(tokens)
            )
            if close > at + 1:
                words.append(Word(list(tokens[at + 1 : close]), quoted=True))
            at, fresh = close + 1, True
            continue
        if token.form == "주식회사" or (token.form == "주식" and _is(tokens, at + 1, "회사")):
            marked, fresh = True, True
            words = _before_mark(words, tokens, at)
            at += 1 if token.form == "주식회사" else 2
            continue
        if fresh or words[-1].tokens[-1].end < token.start or is_human(words[-1]):
            words.append(Word([token]))
        else:
            words[-1].tokens.append(token)
        fresh = False
        at += 1
    return words, notes, marked


def _before_mark(words: list[Word], tokens: Sequence[Token], at: int) -> list[Word]:
    """What stays of the words before (주): all of them where it follows the name, else none."""
    glued_after = at + 1 < len(tokens) and tokens[at + 1].tag not in ("SSO", "SSC")
    if words and glued_after and tokens[at + 1].start > tokens[at].end:
        return words
    if words and words[-1].end >= tokens[at].start - 1 and not glued_after:
        return words
    return [] if glued_after else words


def _is(tokens: Sequence[Token], at: int, form: str) -> bool:
    return at < len(tokens) and tokens[at].form == form


def is_title(word: Word) -> bool:
    return word.text in TITLES


def is_human(word: Word) -> bool:
    """Whether a word is a name that the document shows to be a person's."""
    return not word.quoted and word.tokens[-1].tag == HUMAN


def is_personal(word: Word) -> bool:
    """Whether a word can be a person's name: two to four syllables after a surname, or Latin."""
    text = word.text
    common = text in COMMON or text in COMPANY_NOUNS or text in SERVICE_NOUNS
    if is_human(word) or word.quoted or common:
        return is_human(word)
    if word.tokens[-1].tag == "SL":
        return text[:1].isupper() and len(text) > 2
    if text.endswith(ORGANIZATION_ENDINGS) and len(text) > 3:
        return False
    hangul = all("가" <= c <= "힣" for c in text)
    if text in TITLE_PREFIXES or not hangul:
        return False
    long = 4 if text[:2] in DOUBLE_SURNAMES else 3
    if 2 <= len(text) <= long and text[0] in PERSON_SURNAMES:
        return any(t.tag in ("NNP", NAME) for t in word.tokens) or len(text) == 3
    return False


def is_foreign(words: Sequence[Word]) -> bool:
    """Whether two words before a title are a foreigner's name (마르코 로시): Hangul that is no word
    of the language, no company by its ending, no place."""
    return len(words) == 2 and all(
        not word.quoted
        and len(word.tokens) == 1
        and word.tokens[0].tag == "NNP"
        and len(word.text) < 6
        and all("가" <= c <= "힣" for c in word.text)
        and is_proper(word)
        and not word.text.endswith(ORGANIZATION_ENDINGS)
        for word in words
    )


def class_of(word: Word) -> tuple[str, str]:
    """The kind and class noun of a word that is or ends with one (음원서비스, 제공업체)."""
    last = word.tokens[-1]
    whole = word.text
    for text in (whole, last.form):
        if text in SERVICE_NOUNS:
            return SERVICE, text
        if text in COMPANY_NOUNS:
            return ORGANIZATION, text
    if len(whole) > 3 and whole.endswith(_CLASS_ENDINGS):
        return ORGANIZATION, next(e for e in _CLASS_ENDINGS if whole.endswith(e))
    if last.tag != "NNP" and len(word.tokens) > 1:
        for text in ("".join(t.form for t in word.tokens[-2:]),):
            if text in COMPANY_NOUNS:
                return ORGANIZATION, text
            if text in SERVICE_NOUNS:
                return SERVICE, text
    return "", ""


def is_measure(word: Word) -> bool:
    """자본금 1억원짜리: what says how big a company was, not which."""
    return any(t.tag == AMOUNT for t in word.tokens) or word.text in ("자본금", "직원", "매출")


def plural_of(words: list[Word]) -> int:
    """The number of 두 회사, 양사, 3사; 0 for others."""
    texts = [word.text for word in words]
    if texts[-1] == "양사" or (len(texts) > 1 and texts[-2] in ("두", "양", "2")):
        return 2
    if texts[-1] in ("3사", "삼사") or (len(texts) > 1 and texts[-2] in ("세", "3")):
        return 3
    if len(texts) > 1 and texts[-2] in ("네", "4"):
        return 4
    return 0


def _spells(latin: Token, word: Word) -> bool:
    """Whether Latin letters are a name's: with a capital, in a domain (hanul.kr), or before Hangul
    (ok나루); ios alone is none."""
    mixed = len(latin.form) > 1 and latin is not word.tokens[-1]
    return not latin.form.islower() or "." in latin.form[1:-1] or mixed


_NUMBERED = re.compile(r"(?!코로나|상위|하위|주요|국내|정부)[가-힣]{2,6}\d{2,3}")
"""예스31: a word and a number make a name."""
_NEVER = PLACES | COMMON | COMPANY_NOUNS | SERVICE_NOUNS | TITLES | PLURALS


def is_proper(word: Word) -> bool:
    """Whether a word is a proper name by its morphemes or by its ending."""
    text = word.text
    if word.quoted or text in _NEVER:
        return word.quoted
    tags = [t.tag for t in word.tokens]
    if (
        (text[-1] == "+" and len(text) > 2)  # 물결+
        or (_NUMBERED.fullmatch(text) is not None and word.tokens[0].form not in _NEVER)
        or NAME in tags
        or HUMAN in tags
        or any(
            t.tag == "NNP" and t.form not in PLACES and t.form not in COMMON for t in word.tokens
        )
    ):
        return True
    if any(t.tag == "SL" and _spells(t, word) for t in word.tokens):
        return text not in LATIN_COMMON and len(text) > 1
    ended = text.endswith(ORGANIZATION_ENDINGS) and text not in ORGANIZATION_ENDINGS
    return (len(tags) > 1 and ended) or is_institution(text, word.tokens)


def is_weak(word: Word) -> bool:
    """Whether a common noun may still be a name, for it stands where a name is due (업체 첫눈)."""
    return (
        len(word.tokens) <= 2
        and len(word.text) > 1
        and word.text not in COMMON
        and word.text.upper() not in LATIN_COMMON
        and all(t.tag in ("NNG", "NNP", "MM", "NR", "SL") for t in word.tokens)
    )


def any_proper(words: Sequence[Word]) -> bool:
    return any(is_proper(word) for word in words)


def kind_of(words: Sequence[Word]) -> str:
    text = "".join(word.text for word in words)
    last = words[-1].text
    if last.endswith(ORGANIZATION_ENDINGS) and text not in ORGANIZATION_ENDINGS:
        return ORGANIZATION
    if text in PLACES:
        return PLACE
    if len(words) == 1 and text[-2:] in ("시스", "랩스"):
        return ORGANIZATION
    return OPEN
