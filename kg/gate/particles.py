"""Korean particles that go by the sound before them: 은/는, 이/가, 을/를, 과/와."""

import re

_PAIRS = re.compile(r"(\S*?)(?P<after>은|이|을|과)\((?P<bare>는|가|를|와)\)")
_CLOSING = "”’\"'」』)]}>"
_WORD = re.compile(r"[A-Za-z]+$")


def with_particles(text: str) -> str:
    """The text with `은(는)` and the like decided by what stands before; left as it is where the
    sound cannot be told from the spelling (a foreign word that ends in a silent letter)."""

    def decided(match: re.Match[str]) -> str:
        final = ends_in_consonant(match[1])
        if final is None:
            return match[0]
        return match[1] + (match["after"] if final else match["bare"])

    return _PAIRS.sub(decided, text)


def ends_in_consonant(word: str) -> bool | None:
    """Whether a word ends in a consonant as Korean says it; None where that is not sure."""
    last = word.rstrip(_CLOSING)[-1:]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    if last.isdecimal() and last.isascii():
        return last in "013678"  # 영 일 삼 육 칠 팔
    letters = _WORD.search(word.rstrip(_CLOSING))
    if letters is None:
        return None
    if letters[0].isupper():
        return last in "LMNR"  # 엘 엠 엔 알
    if last in "lmn":
        return True
    return False if last in "aiouyrsdf" else None
