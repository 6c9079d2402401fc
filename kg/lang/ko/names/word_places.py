"""Where words stand in a text, found without going over all of the text for each."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

_REACH = 30
"""So many characters of a word are compared: no name has more."""
_SUBJECT = "은는이가"
_LAST = "\U0010ffff"
_HANGUL = re.compile(r"[가-힣]+")
_START = re.compile(r"(?<![가-힣A-Za-z0-9])\S")


class Prefixes:
    """Stretches of a text, in order: how many begin with a word is a matter of two look-ups."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(texts)

    def count(self, word: str) -> int:
        """How many of the stretches begin with the word."""
        key = word[:_REACH]
        first = bisect_left(self._texts, key)
        return bisect_left(self._texts, key + _LAST, first) - first


class WordPlaces:
    """The words of a text and what stands beside them; each index is made when it is asked for.

    `title` matches a person's title, `organizational` what makes a company's name of the word
    before it.
    """

    def __init__(self, text: str, title: str, organizational: str) -> None:
        self._text = text
        self._title = title
        self._organizational = organizational
        self._alone: dict[str, list[int]] = {}

    def count(self, word: str) -> int:
        """How often a word, or words with a blank between them, begin a word of the text."""
        return self._words.count(word)

    def is_company(self, word: str) -> bool:
        """Whether the word stands before 그룹 or the like, or behind (주)."""
        return bool(self._firms.count(word[::-1]) or self._marked.count(word))

    def is_titled(self, word: str) -> bool:
        """Whether a word that ends so stands before a title and its blank."""
        return bool(self._titled.count(word[::-1]))

    def is_run(self, runs: Iterable[str]) -> bool:
        """Whether the text has one of these with no Hangul on either side."""
        return any(run in self._runs for run in runs)

    def alone(self, part: str) -> list[int]:
        """Where a word in Hangul begins that is a subject or has a title behind it."""
        if part not in self._alone:
            found = [at for particle in _SUBJECT for at in self._runs.get(part + particle, ())]
            before = re.compile(f" (?:{self._title})")
            runs = self._runs.get(part, ())
            found += [at for at in runs if before.match(self._text, at + len(part))]
            self._alone[part] = found
        return self._alone[part]

    @cached_property
    def _words(self) -> Prefixes:
        return Prefixes(self._after(match.start()) for match in _START.finditer(self._text))

    @cached_property
    def _firms(self) -> Prefixes:
        found = re.finditer(f"(?={self._organizational})", self._text)
        return Prefixes(self._before(match.start()) for match in found)

    @cached_property
    def _marked(self) -> Prefixes:
        found = [match.end() for match in re.finditer(r"\(주\)|주식회사 ", self._text)]
        blank = [
            at + 1 for at in found if self._text[at - 1] == ")" and self._text[at : at + 1] == " "
        ]
        return Prefixes(self._after(at) for at in (*found, *blank))

    @cached_property
    def _titled(self) -> Prefixes:
        found = re.finditer(f" (?={self._title})", self._text)
        return Prefixes(self._before(match.start()) for match in found)

    @cached_property
    def _runs(self) -> dict[str, list[int]]:
        runs: dict[str, list[int]] = {}
        for match in _HANGUL.finditer(self._text):
            runs.setdefault(match[0], []).append(match.start())
        return runs

    def _after(self, at: int) -> str:
        return self._text[at : at + _REACH]

    def _before(self, at: int) -> str:
        return self._text[max(0, at - _REACH) : at][::-1]
