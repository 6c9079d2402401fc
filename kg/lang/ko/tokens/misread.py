"""Words that the tokenizer reads as others: 팔렸다 as 팔려고 했다, 4월 분사해 as 분 + 사하다."""

from collections.abc import Sequence

from kg.lang.ko.tokens.morphs import Token


def put_right(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with such words as they are."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if _passive(tokens, at):
            stem = tokens[at]
            found.append(Token(stem.form + "리", "VV", stem.start, tokens[at + 1].end))
            at += 3
            continue
        if _spun_off(tokens, at):
            left, right = tokens[at], tokens[at + 1]
            found.append(Token("분사", "NNG", left.start, right.end - 1))
            found.append(Token("하", "XSV", right.end - 1, right.end))
            at += 2
            continue
        found.append(tokens[at])
        at += 1
    return found


def _passive(tokens: Sequence[Token], at: int) -> bool:
    """팔 + 려고 + 하, of which the last two are one syllable of the text (팔렸다)."""
    if at + 2 >= len(tokens) or tokens[at].tag != "VV" or tokens[at].form not in ("팔", "몰"):
        return False
    aim, doing = tokens[at + 1], tokens[at + 2]
    one = (aim.start, aim.end) == (doing.start, doing.end) and aim.end - aim.start == 1
    return one and aim.form == "려고" and doing.form == "하"


def _spun_off(tokens: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(tokens):
        return False
    left, right = tokens[at], tokens[at + 1]
    glued = left.end == right.start
    return glued and (left.form, left.tag, right.form) == ("분", "NNB", "사하")
