"""Names that a text spells twice, in Hangul and in Latin letters: 물레(Mulle), 다온 브리지(DB).

A word that sounds as the Latin one in brackets after it is a name, though the dictionary has it,
and so are as many words as the Latin name has.
"""

import re
from collections.abc import Sequence

from kg.lang.ko.lines.text import Line
from kg.lang.ko.names.institutions import LATIN_COMMON
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, MARKETS, PLACES, SERVICE_NOUNS, TITLES

_TWICE = re.compile(
    r"(?P<hangul>[가-힣0-9]{1,12}(?: [가-힣0-9]{1,12}){0,3})['’]?"
    r"\((?:영어: ?|영문명? ?:? ?)?"
    r"(?P<latin>[A-Z][A-Za-z0-9&.'-]*(?: [A-Z&][A-Za-z0-9&.'-]*){0,3})(?=[,)])"
)
_INITIAL = (
    "k",
    "k",
    "n",
    "t",
    "t",
    "l",
    "m",
    "p",
    "p",
    "s",
    "s",
    "",
    "j",
    "j",
    "j",
    "k",
    "t",
    "p",
    "",
)
"""The sounds of the initial consonants, in their order."""
_FINAL = {
    1: "k", 2: "k", 4: "n", 7: "t", 8: "l", 16: "m", 17: "p", 19: "t", 20: "t", 21: "n",
    22: "j", 23: "j",
}  # fmt: skip
"""Those of the final ones."""
_LATIN = {
    "b": "p", "c": "k", "d": "t", "f": "p", "g": "k", "j": "j", "k": "k", "l": "l", "m": "m",
    "n": "n", "p": "p", "q": "k", "r": "l", "s": "s", "t": "t", "v": "p", "x": "ks", "z": "j",
}  # fmt: skip
_ALIKE = 0.7
"""What part of their consonants two spellings of a name share at least."""
_ACRONYM = 3
"""So many words at least a name has that is known by their first letters."""
_LEGAL = frozenset(("Inc", "Inc.", "Co", "Co.", "Ltd", "Ltd.", "Corp", "Corp.", "LLC", "AG", "SE"))
_NO_NAMES = COMMON | COMPANY_NOUNS | SERVICE_NOUNS | PLACES | TITLES | MARKETS


def spelt_twice(lines: Sequence[Line]) -> set[str]:
    """The names in Hangul that Latin ones in brackets repeat."""
    found: set[str] = set()
    for line in lines:
        for match in _TWICE.finditer(line.text):
            if match["latin"] not in LATIN_COMMON:
                name = _name(match["hangul"].split(), _words(match["latin"]))
                if name and name not in _NO_NAMES:
                    found.add(name)
    return found


def _words(latin: str) -> list[str]:
    return [word for word in latin.replace("-", " ").split() if word not in _LEGAL]


def _name(hangul: Sequence[str], latin: Sequence[str]) -> str:
    """The last words in Hangul that sound as the Latin ones; "" where they do not."""
    if not latin:
        return ""
    whole = _latin_sounds("".join(latin))
    for size in range(min(len(hangul), 4), 0, -1):
        words = hangul[-size:]
        described = size > 1 and words[0] in _NO_NAMES
        if len(latin) in (1, size) and not described and _alike(_sounds("".join(words)), whole):
            return " ".join(words)
    letters = latin[0]
    if len(latin) == 1 and letters.isupper() and _ACRONYM <= len(letters) <= len(hangul):
        words = hangul[-len(letters) :]
        if all(_begins(word, letter) for word, letter in zip(words, letters, strict=True)):
            return " ".join(words)
    return ""


def _sounds(word: str) -> str:
    """The consonants of a word in Hangul, as letters."""
    out = ""
    for char in word:
        code = ord(char) - 0xAC00
        if 0 <= code < 11172:
            out += _INITIAL[code // 588] + _FINAL.get(code % 28, "")
        elif char.isdigit():
            out += char
    return _once(out)


def _latin_sounds(word: str) -> str:
    text = word.casefold().replace("ch", "j").replace("sh", "s").replace("ph", "p")
    text = re.sub("r(?![aeiouy])", "", re.sub("c(?=[eiy])", "s", text))
    return _once("".join(_LATIN.get(char, char if char.isdigit() else "") for char in text))


def _once(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds)


def _alike(one: str, other: str) -> bool:
    """Whether two spellings share most of their consonants in order, the first among them."""
    if not one or not other or one[0] != other[0]:
        return False
    row = [0] * (len(other) + 1)
    for a in one:
        last = 0
        for at, b in enumerate(other, 1):
            last, row[at] = row[at], last + 1 if a == b else max(row[at], row[at - 1])
    return row[-1] >= _ALIKE * max(len(one), len(other))


def _begins(word: str, letter: str) -> bool:
    """Whether a word in Hangul begins with the sound of a letter."""
    code = ord(word[0]) - 0xAC00
    if not 0 <= code < 11172:
        return False
    sound = _LATIN.get(letter.casefold(), "")
    return sound[:1] == _INITIAL[code // 588][:1]
