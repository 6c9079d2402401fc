"""Names that a document marks as names somewhere, found before any tokenizer reads it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from kg.lang.ko.lines.text import Line
from kg.lang.ko.names.loan_names import loan_names
from kg.lang.ko.names.name_contexts import names_by_context
from kg.lang.ko.names.recurring import recurring
from kg.lang.ko.names.two_scripts import spelt_twice
from kg.lang.ko.tokens.vocabulary import is_noun
from kg.lang.ko.tokens.words import COMMON, COMPANY_NOUNS, SERVICE_NOUNS, word_set

QUOTED = re.compile(r"(?<![\w가-힣])'([^'\n]{1,30})'|'([^'\n]{1,30})'(?=[가-힣]{1,4}\b)")
_AFTER = sorted(
    word_set(
        """은 는 이 가 을 를 의 에 와 과 도 만 로 으로 에서 에게 부터 까지 처럼 보다 측 라는 이라는
        란 이란 이다 다 인 이나 나 께서 에는 에도 로는 와는 과는 으로부터 로부터 에서는 에게서 였다
        이었다 이라 라 씨 씨는 씨가 씨를 씨의 님 님은 님이 님을 님의"""
    )
)
_ENDS = sorted(
    word_set("은 는 이 가 을 를 의 에 와 과 로 으로 도 에서 에게 이다 였다 이었다 이라 이며 인")
)
_PARTICLES = re.compile(rf"(?:{'|'.join(_AFTER)})?(?![가-힣A-Za-z0-9])")
_NAMED_NOTE = re.compile(
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9&]{2,20})"
    r"\((?:이하|약칭|옛|구|현|舊|現)[ .,:]\s*'?([가-힣A-Za-z0-9& ]{2,20})'?\)"
)
_MARKED = re.compile(r"(?<![가-힣A-Za-z0-9])\(주\)\s?([가-힣A-Za-z0-9]{2,20})")
_MARKED_AFTER = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9]{2,20})\(주\)")
_WORDS = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,12}")
_CLASSES = (
    "서비스",
    "회사",
    "기업",
    "이용자",
    "업체",
    "플랫폼",
    "사람들",
    "이야기",
    "연혁",
    "역사",
)
_PHRASE_INSIDE = re.compile(
    r"[가-힣](?:을|를|은|는|에|에서|으로)\s|의\s(?:주인|역사|시대|길|힘|꿈|전쟁|왕국|신화|비밀)"
)
_SENTENCE_LIKE = re.compile(r"[.?]|[가-힣]!|(?:다|요|까|자|죠|네|군|냐|니|라|걸|지)$")
_START = re.compile(r"(?<![^\W_])\S")
_NEAR = 40
"""So many characters before a quote hold the word before it."""


class NameIndex:
    """Known names, and how long those are that begin with the same two characters, so that a
    sentence is read once for all; `persons` are those of persons."""

    __slots__ = ("_lengths", "_names", "persons")

    def __init__(self, names: Iterable[str] = (), persons: Collection[str] = ()) -> None:
        self.persons = frozenset(persons)
        self._names = frozenset((*names, *persons))
        self._lengths: dict[str, set[int]] = {}
        for name in self._names:
            self._lengths.setdefault(name[:2], set()).add(len(name))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where a known name stands as a word, alone or before a particle; the longest first."""
        found: list[tuple[str, int]] = []
        for match in _START.finditer(text):
            at = match.start()
            for length in self._lengths.get(text[at : at + 2], ()):
                name = text[at : at + length]
                if (
                    len(name) == length
                    and name in self._names
                    and _PARTICLES.match(text, at + len(name))
                ):
                    found.append((name, at))
        found.sort(key=lambda one: (-len(one[0]), one))
        return [(at, at + len(name)) for name, at in found]


def is_name(quoted: str) -> bool:
    """Whether what stands in quotes can be a name: no sentence, no phrase with an object."""
    return (
        quoted.strip() == quoted
        and not _SENTENCE_LIKE.search(quoted)
        and not _PHRASE_INSIDE.search(quoted)
    )


def known_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """Names that the text marks as such somewhere, before any tokenizer: links, the bold title,
    X(이하 Y), a quoted word of three syllables or more."""
    found: set[str] = set()
    for line in lines:
        found |= {line.text[a:b] for a, b in line.links if b - a < 30}
        for match in _NAMED_NOTE.finditer(line.text):
            found |= {match.group(1), match.group(2).strip()}
        found |= set(_MARKED_AFTER.findall(line.text))
        for match in QUOTED.finditer(line.text):
            inside = match.group(1) or match.group(2)
            short = len(inside) < 3 and not _after_class(line.text, match.start())
            if is_name(inside) and " " not in inside and not short:
                found.add(inside)
    counts = Counter(word for line in lines for word in _WORDS.findall(line.text))
    found |= _companies(lines, counts) | recurring(lines)
    found |= spelt_twice(lines) | loan_names(lines)
    found |= names_by_context(lines, lambda name: _count(counts, name))
    return tuple(sorted(name for name in found if len(name) > 1 and name not in COMMON))


def _after_class(text: str, at: int) -> bool:
    """Whether a class noun stands right before a quote: 앱 '큐'."""
    words = text[max(0, at - _NEAR) : at].split()
    return bool(words) and words[-1] in SERVICE_NOUNS | COMPANY_NOUNS


def _companies(lines: Sequence[Line], counts: Counter[str]) -> set[str]:
    """Names after (주), or in a title and often in the text: the stretch before the particle that
    makes it occur most often."""
    found: set[str] = set()
    trades = _trades("\n".join(line.text for line in lines))
    marked = {match.group(1) for line in lines for match in _MARKED.finditer(line.text)}
    for word in sorted(marked):
        whole, *shorter = sorted(_stems(word), key=len, reverse=True)
        best = max(shorter, key=lambda stem: (_count(counts, stem), len(stem)), default=whole)
        if not shorter or _count(counts, best) > _count(counts, whole):
            found.add(best)
    for line in lines[:3]:
        if line.text.rstrip().endswith("."):
            continue
        for word in _WORD.findall(line.text):
            stem = max(_stems(word), key=lambda stem: (_count(counts, stem), len(stem)))
            if stem in SERVICE_NOUNS | COMPANY_NOUNS or (stem in trades and is_noun(stem)):
                continue
            least = 1 if word == line.text.strip() else 2  # a page's title is the name itself
            if len(stem) > least and _count(counts, stem) > 3 and not stem.endswith(_CLASSES):
                found.add(stem)
    return found


_TRADE = re.compile(r"(?=(?:회사|업체|기업|업계|시장|제조사|장사|가격|값|매장|브랜드|보급))")
_LAST_WORD = re.compile(r"[가-힣]+(?= ?$)")


def _trades(text: str) -> set[str]:
    """What the trades of a text are in: 난로 회사, 난로 시장."""
    found: set[str] = set()
    for match in _TRADE.finditer(text):
        word = _LAST_WORD.search(text[max(0, match.start() - _NEAR) : match.start()])
        if word is not None:
            found.add(word[0])
    return found


def _stems(word: str) -> list[str]:
    """A word, and what is left of it without a particle at its end."""
    return [word, *(word[: -len(e)] for e in _ENDS if word.endswith(e) and len(word) > len(e) + 1)]


def _count(counts: Counter[str], stem: str) -> int:
    """How often a name stands as a word, alone or before a particle."""
    return counts[stem] + sum(counts[stem + particle] for particle in _AFTER)
