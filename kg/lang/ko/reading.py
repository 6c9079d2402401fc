"""A line made ready: its sentences, each with dates and amounts found, tokens, and clauses."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.lang.ko.amounts import Amount, find_amounts
from kg.lang.ko.clauses import Clause, Takes, clauses_of
from kg.lang.ko.dates import DateExpression, find_dates
from kg.lang.ko.text import Line
from kg.lang.ko.tokens import AMOUNT, DATE, NAME, Forced, Token, tokenize
from kg.lang.ko.words import COMMON, COMPANY_NOUNS, PERSON_SURNAMES, SERVICE_NOUNS, TITLES

_QUOTED = re.compile(r"(?<![\w가-힣])'([^'\n]{1,30})'|'([^'\n]{1,30})'(?=[가-힣]{1,4}\b)")
_PERSON = re.compile(
    r"(?<![가-힣])([가-힣]{3})(?=\(\d{2}\)| (?:전 |당시 |신임 |공동 |총괄 ?|현 )?"
    r"(?:대표|회장|사장|의장|부사장|행장|전무|상무|부회장|창업자|CEO|씨)(?![가-힣]{3}))"
)
_PARTICLES = re.compile(
    r"(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|에게|부터|까지|처럼|보다|측|라는|이라는|란|이란|"
    r"이다|다|인|이나|나|께서|에는|에도|로는|와는|과는|으로부터|로부터|에서는|에게서|였다|이었다|이라|라)?(?![가-힣A-Za-z0-9])"
)
_NAMED_NOTE = re.compile(
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9&]{2,20})"
    r"\((?:이하|약칭|옛|구|현|舊|現)[ .,:]\s*'?([가-힣A-Za-z0-9& ]{2,20})'?\)"
)
_MARKED = re.compile(r"(?<![가-힣A-Za-z0-9])\(주\)\s?([가-힣A-Za-z0-9]{2,20})")
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
_NOT_PERSONS = frozenset(("이사회", "주식회", "신임이", "최고위", "위원회", "오너가", "전문경"))
_SENTENCE_LIKE = re.compile(r"[.!?]|(?:다|요|까|자|죠|네|군|냐|니|라|걸|지)$")


def is_name(quoted: str) -> bool:
    """Whether what stands in quotes can be a name: no sentence, no phrase with an object."""
    return (
        quoted.strip() == quoted
        and not _SENTENCE_LIKE.search(quoted)
        and not _PHRASE_INSIDE.search(quoted)
    )


def known_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """Names that the text marks as such somewhere, before any tokenizer: links, the bold title,
    X(이하 Y), a person with a title, a quoted word of three syllables or more."""
    found: set[str] = set()
    for line in lines:
        found |= {line.text[a:b] for a, b in line.links if b - a < 30}
        for match in _NAMED_NOTE.finditer(line.text):
            found |= {match.group(1), match.group(2).strip()}
        found |= {line.text[a:b] for a, b in _persons(line.text)}
        for match in _QUOTED.finditer(line.text):
            inside = match.group(1) or match.group(2)
            short = len(inside) < 3 and not _after_class(line.text, match.start())
            if is_name(inside) and " " not in inside and not short:
                found.add(inside)
    found |= _companies(lines)
    return tuple(sorted(name for name in found if len(name) > 1 and name not in COMMON))


def _after_class(text: str, at: int) -> bool:
    """Whether a class noun stands right before a quote: 앱 '큐'."""
    words = text[:at].split()
    return bool(words) and words[-1] in SERVICE_NOUNS | COMPANY_NOUNS


def _companies(lines: Sequence[Line]) -> set[str]:
    """Names after (주), or in a title and often in the text: the stretch before the particle that
    makes it occur most often."""
    text = "\n".join(line.text for line in lines)
    found: set[str] = set()
    for word in sorted({match.group(1) for match in _MARKED.finditer(text)}):
        whole, *shorter = sorted(_stems(word), key=len, reverse=True)
        best = max(shorter, key=lambda stem: (_count(text, stem), len(stem)), default=whole)
        if not shorter or _count(text, best) > _count(text, whole):
            found.add(best)
    for line in lines[:3]:
        if line.text.rstrip().endswith("."):
            continue
        for word in _WORD.findall(line.text):
            stem = max(_stems(word), key=lambda stem: (_count(text, stem), len(stem)))
            least = 1 if word == line.text.strip() else 2  # a page's title is the name itself
            if len(stem) > least and _count(text, stem) > 3 and not stem.endswith(_CLASSES):
                found.add(stem)
    return found


def _stems(word: str) -> list[str]:
    """A word, and what is left of it without a particle at its end."""
    ends = (
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "와",
        "과",
        "로",
        "으로",
        "도",
        "에서",
        "에게",
    )
    return [word, *(word[: -len(e)] for e in ends if word.endswith(e) and len(word) > len(e) + 1)]


def _count(text: str, stem: str) -> int:
    return len(_places(text, stem))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line: its place in the line's text, and what stands in it.

    Offsets of dates, amounts, tokens and clauses all count from the line's start.
    """

    line: Line
    start: int
    end: int
    dates: tuple[DateExpression, ...]
    amounts: tuple[Amount, ...]
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]

    def date_at(self, start: int) -> DateExpression | None:
        """The date that starts at this offset of the line."""
        return next((date for date in self.dates if date.start == start), None)

    def amounts_in(self, start: int, end: int) -> list[Amount]:
        """The amounts within a stretch of the line."""
        return [amount for amount in self.amounts if start <= amount.start and amount.end <= end]


def read_sentence(
    line: Line, start: int, end: int, takes: Takes, known: Collection[str] = ()
) -> Sentence:
    """Tokenizes a sentence, with its dates, amounts and names as one token each.

    `known` are names that the document shows elsewhere to be one name.
    """
    text = line.text[start:end]
    dates = find_dates(text)
    amounts = [a for a in find_amounts(text) if not _meets(a.start, a.end, dates)]
    forced = [Forced(d.start, d.end, DATE) for d in dates]
    forced += [Forced(a.start, a.end, AMOUNT) for a in amounts]
    for a, b in _names(text, line, start, known):
        if not _meets(a, b, forced):
            forced.append(Forced(a, b, NAME))
    tokens = [Token(t.form, t.tag, t.start + start, t.end + start) for t in tokenize(text, forced)]
    return Sentence(
        line, start, end,
        tuple(_moved(date, start) for date in dates),
        tuple(Amount(a.start + start, a.end + start, a.value, a.unit) for a in amounts),
        tuple(tokens), tuple(clauses_of(tokens, takes)),
    )  # fmt: skip


def _moved(date: DateExpression, by: int) -> DateExpression:
    return DateExpression(
        date.start + by, date.end + by, date.date, date.last, date.edge, date.bare
    )


def _meets(start: int, end: int, others: Collection[DateExpression | Forced]) -> bool:
    return any(start < other.end and other.start < end for other in others)


def _names(text: str, line: Line, start: int, known: Collection[str]) -> list[tuple[int, int]]:
    """Stretches that must be names: marked by quotes or links, a person before a title, known
    from elsewhere; longest first where they meet."""
    found: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(text):
        inside = match.group(1) or match.group(2)
        if is_name(inside):
            found.append(match.span(1) if match.group(1) else match.span(2))
    found += [
        (a - start, b - start)
        for a, b in line.links
        if start <= a and b <= start + len(text) and b - a < 30
    ]
    found += _persons(text)
    for name in sorted(known, key=lambda n: (-len(n), n)):
        found += _places(text, name)
    return _disjoint(found)


def _persons(text: str) -> list[tuple[int, int]]:
    """Names of persons that a title or an age follows."""
    found: list[tuple[int, int]] = []
    for match in _PERSON.finditer(text):
        name = match.group(1)
        titled = name[:2] in TITLES  # 전무가 대표를: a title with its particle
        noun = name in COMPANY_NOUNS or name in COMMON or name in _NOT_PERSONS
        if name[0] in PERSON_SURNAMES and not titled and not noun:
            found.append(match.span(1))
    return found


def _places(text: str, name: str) -> list[tuple[int, int]]:
    spans, at = [], text.find(name)
    while at >= 0:
        before = text[at - 1] if at else " "
        whole = not ("가" <= before <= "힣" or before.isalnum())
        if whole and _PARTICLES.match(text, at + len(name)):
            spans.append((at, at + len(name)))
        at = text.find(name, at + len(name))
    return spans


def _disjoint(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if all(end <= a or b <= start for a, b in out):
            out.append((start, end))
    return out
