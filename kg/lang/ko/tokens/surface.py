"""How a verb's stem may look in running text, before any tokenizer: a pattern of syllables."""

import re

_FIRST, _VOWELS, _FINALS = 0xAC00, 21, 28
_ENDINGS = "고기게는던자지았었아어으은을음습"
"""How an ending begins after a consonant."""
_BEFORE = "가이에도지테로째만또시"
"""How a word ends that may stand before such a verb: its subject, place or price, or 다시."""
_WHOLE = (
    r"(?=\s(?:갔|가|간|왔|온|버|줬|준|넘)|[고서았었]|\s?[.,!?…)]"
    r"|[^\W\d_]{0,3}(?:다|요|죠|음)[.,!?…)])"
)
"""What shows that a syllable is a verb: another verb, an ending, the end of the sentence."""
_L = 8
"""The place of ㄹ among the finals."""
_CONTRACTED = {20: (20, 6), 13: (13, 14), 8: (8, 9), 11: (11, 10), 18: (18, 4, 0), 0: (0, 1)}
"""Vowel of the stem → vowels that it may show: ㅣ, ㅕ; ㅜ, ㅝ; ㅗ, ㅘ; ㅚ, ㅙ; ㅡ, ㅓ, ㅏ."""


def surface(stem: str) -> str:
    """A pattern that matches wherever a form of this stem stands (and now and then elsewhere).

    A stem of one syllable counts only before an ending, or soon after an object. A verbal noun
    with 하 matches by its noun alone, for 되, 시키, a particle or nothing may follow.
    """
    if stem.endswith("하") and len(stem) > 2:
        return re.escape(stem[:-1])
    before, last = stem[:-1], stem[-1]
    if stem == "되":  # 다온넷이 되다: after its complement
        return r"[이가](?:\s다시)?\s" + _syllables(last)
    if not before and _is_stable(last):  # 멎다, 품다: the syllable stays, an ending follows
        return rf"\s{last}(?=[{_ENDINGS}])"
    if not before:  # 사다, 열다: a syllable of its own says nothing but after an object, or whole
        form = _syllables(last)
        return rf"[을를](?:\s\S+){{0,5}}?\s{form}|[{_BEFORE}]\s{form}{_WHOLE}"
    if last == "르":  # 오르고, 오른, 올라, 올랐
        head, stem_ = re.escape(before[:-1]), before[-1]
        return f"{head}(?:{stem_}[르-릏]|{chr(ord(stem_) + _L)}[라-랗러-렇])"
    return re.escape(before) + _syllables(last)


def opening(stem: str) -> str:
    """A pattern of how any form of a stem begins: its noun, else its first syllable."""
    return re.escape(stem[:-1]) if stem.endswith("하") and len(stem) > 2 else _syllables(stem[0])


def ends_closed(word: str) -> bool:
    """Whether a word's last syllable ends with a consonant."""
    return "가" <= word[-1] <= "힣" and (ord(word[-1]) - _FIRST) % _FINALS > 0


def _is_stable(syllable: str) -> bool:
    """Whether a stem's last syllable looks the same before every ending: it ends in a consonant
    that no irregular verb changes (ㄷ, ㄹ, ㅂ, ㅅ, ㅎ may change)."""
    code = ord(syllable) - _FIRST
    return 0 <= code < 11172 and code % 28 not in (0, 7, 8, 17, 19, 27)


def _syllables(syllable: str) -> str:
    """The syllables that share this one's first consonant and a form of its vowel."""
    code = ord(syllable) - _FIRST
    if not 0 <= code < 11172:
        return re.escape(syllable)
    initial, vowel, final = code // 588, code % 588 // 28, code % 28
    vowels = _CONTRACTED.get(vowel, (vowel,)) if final in (0, 17, 19) else (vowel,)
    starts = [_FIRST + (initial * _VOWELS + v) * _FINALS for v in vowels]
    return "[" + "".join(f"{chr(s)}-{chr(s + _FINALS - 1)}" for s in starts) + "]"
