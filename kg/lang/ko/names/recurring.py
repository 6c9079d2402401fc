"""Names that no dictionary holds, by the particles that a document puts after them.

A stretch that is subject here and object there is a noun; where the tokenizer, given it alone,
finds a verb, a particle or a word that it does not know in it, it is a name (난다는, 난다를).
"""

import re
from collections.abc import Sequence

from kg.lang.ko.lines.text import Line
from kg.lang.ko.names.institutions import LATIN_COMMON
from kg.lang.ko.tokens.surface import ends_closed
from kg.lang.ko.tokens.vocabulary import morphemes
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, PLACES, SERVICE_NOUNS

_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣A-Za-z]{3,14}(?![가-힣A-Za-z0-9])")
_CLOSED = {"이": "이", "은": "은", "을": "을", "과": "와", "으로": "로"}
_OPEN = {"가": "이", "는": "은", "를": "을", "와": "와", "로": "로"}
_ANY = {"의": "의", "에": "에", "에서": "에", "도": "도"}
_CORE = frozenset(("이", "을", "의"))
"""Particles that only a noun takes."""
_ENDINGS = ("지", "냐", "까", "가", "음", "기", "것", "데", "다고")
"""How a clause ends that takes a particle as a noun does (인수할지를, 하기가)."""
_WORDS = COMMON | COMPANY_NOUNS | SERVICE_NOUNS | PLACES | LATIN_COMMON
_LEAST = 2
"""So often a name stands in the text."""


def recurring(lines: Sequence[Line]) -> set[str]:
    """The names of a document that its particles alone show to be such."""
    after: dict[str, set[str]] = {}
    times: dict[str, int] = {}
    for line in lines:
        for word in _WORD.findall(line.text):
            for stem, particle in _parts(word):
                after.setdefault(stem, set()).add(particle)
                times[stem] = times.get(stem, 0) + 1
    enough = (s for s, found in after.items() if len(found) > 1 and found & _CORE)
    return {s for s in enough if times[s] >= _LEAST and _odd(s)}


def _parts(word: str) -> list[tuple[str, str]]:
    """The ways in which a word is a stem of two syllables or more and a particle."""
    found: list[tuple[str, str]] = []
    for size in (1, 2):
        stem, end = word[:-size], word[-size:]
        if len(stem) < 2:
            continue
        fitting = _CLOSED if ends_closed(stem) else _OPEN
        particle = fitting.get(end) or _ANY.get(end)
        if particle:
            found.append((stem, particle))
    return found


def _odd(stem: str) -> bool:
    """Whether a stem is no word of the language, nor a row of such."""
    if stem.endswith(_ENDINGS) or stem in _WORDS:
        return False
    found = morphemes(stem)
    if len(found) < 2:
        return not found[0][2] and (len(stem) > 2 or stem.isascii())
    if any(tag == "EP" for _, tag, _ in found):
        return False
    torn = any(tag[0] in "VEJM" or tag in ("NP", "IC", "XSV", "XSA") for _, tag, _ in found)
    return (torn and found[0][1] not in ("MM", "NP", "MAG", "SL")) or _syllables(found)


def _syllables(found: Sequence[tuple[str, str, bool]]) -> bool:
    return all(len(form) == 1 and tag in ("NNG", "NNP", "NR", "MM") for form, tag, _ in found)
