"""Two verbs that are one: 넘겨받다 without a blank, 먹어 치우다 and 떨어져 나오다 with one,
내려오다 as the tokenizer takes it apart."""

from collections.abc import Sequence

from kg.lang.ko.tokens.kiwi import Token
from kg.lang.ko.tokens.words import word_set

_APART = {
    "치우": word_set("먹 팔 갈"),
    "나오": word_set("떨어지 갈라지 갈리 쪼개지 떼어지 나뉘"),
    "나가": word_set("떨어지 갈라지 갈리 쪼개지 떼어지 팔리"),
    "모으": word_set("사 사들이 긁"),
    "들이": word_set("사 거두 끌"),
    "넘기": word_set("팔 떼"),
    "팔": word_set("떼 내다"),
}
"""Second verbs that a blank may part from the first, with the first verbs."""
_GROWN = ("놓", "오", "가", "나오", "나가", "나", "들이")


def joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb after the linking ending at `at` is one with the verb before it."""
    second = tokens[at + 1]
    if second.start <= tokens[at].end:
        return second.tag == "VV"
    firsts = _APART.get(second.form, ())
    return second.start == tokens[at].end + 1 and tokens[at - 1].form in firsts


def grown(tokens: Sequence[Token], stem: str, tail: int) -> str:
    """`내려오다`, tagged as 내리+어+오: the two verbs as one stem; "" where there is no second."""
    if tail + 1 >= len(tokens) or tokens[tail].form not in ("어", "아"):
        return ""
    second = tokens[tail + 1]
    if second.tag != "VX" or second.start > tokens[tail].end + 1:
        return ""
    return stem + second.form if second.form in _GROWN else ""
