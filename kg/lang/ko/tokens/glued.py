"""Particles that the tokenizer took for the end of a name that it does not know."""

from collections.abc import Collection, Sequence

from kg.lang.ko.tokens.morphs import HUMAN, NAME, Token
from kg.lang.ko.tokens.surface import ends_closed

_NOUNS = frozenset(("NNG", "NNP", "SL", NAME, HUMAN))
_AFTER_CLOSED = {"이": "JKS", "을": "JKO", "은": "JX", "이랑": "JC", "과": "JC", "으로": "JKB"}
_AFTER_OPEN = {"가": "JKS", "를": "JKO", "는": "JX", "랑": "JC", "와": "JC"}
_AFTER_ANY = {"에서": "JKB", "에게": "JKB", "에선": "JKB", "한테": "JKB"}
_BEFORE_VERBS = {"로": "JKB", "에": "JKB", "도": "JX"}
"""Particles that names end in, too; a verb after them shows which it is (초록키스톤에 팔려)."""


def unglued(tokens: Sequence[Token], unknown: Collection[int]) -> list[Token]:
    """The tokens with such particles set apart; `unknown` are the indices of the words that the
    tokenizer does not know.

    Where another particle follows, the word is whole (하늘누리와는); else its end is one, by the
    consonant before it: 나모팅이, 라이스베르가, 초록키스톤에서.
    """
    found: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.form == "르" and after is not None and after.form == "ᆯ" and token.tag == "NNG":
            continue  # dba를, read as dba + 르 + ᆯ
        if token.form == "ᆯ" and at and tokens[at - 1].form == "르" and token.tag[0] == "J":
            found.append(Token("를", "JKO", tokens[at - 1].start, token.end))
            continue
        if (tag := _mistaken(found[-1] if found else None, token, after)) != token.tag:
            found.append(Token(token.form, tag, token.start, token.end))
            continue
        if after is not None and after.start <= token.end and after.tag[0] != "S":
            found.append(token)
            continue
        if token.form == "이" and token.tag in ("XSN", "NR", "NNB", "MM"):
            left = found[-1] if found else None
            subject = left is not None and left.end == token.start and left.tag in _NOUNS
            if subject and left is not None and ends_closed(left.form):
                found.append(Token("이", "JKS", token.start, token.end))
                continue
        elif token.tag == "NNP" and at in unknown and after is not None:
            if token.form[-1] == "랑" and len(token.form) > 2 and after.tag in ("NNP", "SL", NAME):
                middle = token.end - 1
                found.append(Token(token.form[:-1], "NNP", token.start, middle))
                found.append(Token("랑", "JC", middle, token.end))
                continue
            found += _apart(token, verb=after.tag[:2] in ("VV", "VX") or after.tag == "DATE")
            continue
        found.append(token)
    return found


_SIGNED = {
    "은": "JX", "는": "JX", "이": "JKS", "가": "JKS",
    "을": "JKO", "를": "JKO", "과": "JC", "와": "JC",
}  # fmt: skip


def _mistaken(before: Token | None, token: Token, after: Token | None) -> str:
    """The tag of a particle that was taken for a noun behind Latin letters, a number or a sign
    (물결101과 나루, 물결+을), or of the first syllable of 이랑."""
    if before is None or before.end != token.start or token.tag[0] not in "NMX":
        return token.tag
    if token.form == "이" and after is not None and after.form == "랑" and after.start == token.end:
        return "JC" if before.tag in _NOUNS else token.tag
    ends = after is None or after.start > token.end
    signed = before.tag in ("SL", "SN") or before.form == "+"
    if token.form in ("이", "가") and before.tag == "SN":
        return token.tag  # 종로5가
    return _SIGNED.get(token.form, token.tag) if ends and signed else token.tag


def _apart(token: Token, *, verb: bool) -> list[Token]:
    """A word and the particle at its end; the word alone where there is none."""
    for size in (2, 1):
        stem, end = token.form[:-size], token.form[-size:]
        if len(stem) < (4 if end in ("와", "과") else 3):
            continue
        tag = _AFTER_ANY.get(end) or (_AFTER_CLOSED if ends_closed(stem) else _AFTER_OPEN).get(end)
        if verb and not (end == "로" and ends_closed(stem)):
            tag = tag or _BEFORE_VERBS.get(end)
        if tag:
            middle = token.end - size
            return [Token(stem, "NNP", token.start, middle), Token(end, tag, middle, token.end)]
    return [token]
