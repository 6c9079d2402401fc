"""Morphemes whose neighbours show that the tokenizer read them as something else."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lang.ko.tokens.morphs import AMOUNT, DATE, HUMAN, NAME, Token

_NOUNS = frozenset(("NNG", "NNP", "SL", "SN", "XSN", "NNB", "SSO", "SSC", NAME, HUMAN))
_OUT = frozenset(("새", "흐르", "뿜", "빠지", "쏟아지", "터지", "번지", "솟", "솟구치", "무너지"))
_MOTIONS = frozenset(("나오", "나가", "내리", "오르", "들어오", "내려앉"))
_SPANS = frozenset(
    (
        "시간",
        "하루",
        "이틀",
        "사흘",
        "나흘",
        "닷새",
        "엿새",
        "열흘",
        "보름",
        "달",
        "일",
        "분",
        "주일",
        "년",
    )
)
"""Nouns of time, after which 넘게 says for how long."""
_ADVERBS = frozenset(("덩달", "연달", "잇달", "잇따르"))


def retagged(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with such ones mended."""
    return _with_lists(_with_verbs(_with_measures(tokens)))


def _with_measures(tokens: Sequence[Token]) -> list[Token]:
    """`닷새 넘게`: an adverb; `2002년인가에`: a date that the writer is not sure of."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        one, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        left = found[-1] if found else None
        joined = Token(one.form, one.tag, one.start, after.end) if after is not None else one
        if left is not None and after is not None:
            timed = left.form in _SPANS or left.tag == AMOUNT
            if timed and (one.form, after.form) == ("넘", "게"):
                found.append(replace(joined, form="넘게", tag="MAG"))
                at += 2
                continue
            unsure = one.tag == "VCP" and after.form in ("ᆫ가", "던가", "든가", "ᆫ지")
            if left.tag in (DATE, AMOUNT) and unsure and at + 2 < len(tokens):
                found.append(replace(joined, form="인가", tag="JX"))
                at += 2
                continue
        found.append(one)
        at += 1
    return found


def _with_verbs(tokens: Sequence[Token]) -> list[Token]:
    """`새어 나오다`: two verbs of one movement, though a blank parts them; `덩달아`: an adverb;
    `두 달 뒤엔`: a particle."""
    found: list[Token] = []
    for token in tokens:
        if token.form == "엔" and found and found[-1].tag == DATE:
            found.append(Token("에", "JKB", token.start, token.end))  # 두 달 뒤엔
            continue
        verb, joint = found[-2:] if len(found) > 1 else (None, None)
        if verb is not None and joint is not None and joint.form in ("어", "아"):
            stem = found[-4].form if verb.form == "지" and len(found) > 3 else verb.form
            moved = token.form in _MOTIONS and stem in _OUT
            if token.tag == "VV" and (moved or (stem, token.form) == ("멈추", "서")):
                found.append(replace(token, tag="VX"))
                continue
            if verb.form in _ADVERBS and verb.tag == "VV":
                found[-2:] = [Token(verb.form + joint.form, "MAG", verb.start, joint.end)]
        found.append(token)
    return found


def _with_lists(tokens: Sequence[Token]) -> list[Token]:
    """`A이며 B며 C까지 멈췄다`: what looks like a copula joins nouns."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _joint(tokens, at)
        nexts = _next_joint(tokens, at + size) if size else None
        if not size or not (nexts or _joins(found)):
            found.append(tokens[at])
            at += 1
            continue
        last = tokens[at + size - 1]
        goes_on = nexts or (at + size < len(tokens) and tokens[at + size].tag in _NOUNS)
        found.append(Token("이며", "JC" if goes_on else "JX", tokens[at].start, last.end))
        at += size
    return found


def _joint(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from here are (이)며 after a noun; 0 for none."""
    if not at or tokens[at - 1].tag not in _NOUNS or tokens[at - 1].end < tokens[at].start:
        return 0
    one = tokens[at]
    if one.tag == "JC" and one.form in ("이며", "며"):
        return 1
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return 2 if (one.form, one.tag) == ("이", "VCP") and after and after.form == "며" else 0


def _next_joint(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but nouns leads to another (이)며."""
    first = at
    while at < len(tokens) and tokens[at].tag in _NOUNS:
        at += 1
    return at > first and at < len(tokens) and _joint(tokens, at) > 0


def _joins(found: Sequence[Token]) -> bool:
    """Whether the noun that was just read is joined to one before it by (이)며."""
    for token in reversed(found):
        if token.tag not in _NOUNS:
            return token.form == "이며" and token.tag == "JC"
    return False
