"""Morphemes, by Kiwi. This is the only module that imports kiwipiepy, and only when it is used.

Dates, amounts and names that are known beforehand are forced upon the tokenizer as one token
each (its `pretokenized` spans), which costs nothing, where user words cost a rebuild.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

DATE, AMOUNT, NAME, HUMAN = "DATE", "AMOUNT", "NAME", "HUMAN"
"""The tags of tokens that were forced (HUMAN: a name known to be a person's); all others are
Kiwi's (its extension of Sejong's tags)."""

_KIWI_TAG = {DATE: "NR", AMOUNT: "NR", NAME: "NNP", HUMAN: "NNP"}
NAMED_TAGS = frozenset(("NNP", "SL", NAME, HUMAN))
"""The tags of what can be a proper name."""


@dataclass(frozen=True, slots=True)
class Forced:
    """A stretch `[start, end)` of the text that is one token of the given tag."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme: its form, its tag (an irregular verb's `VV-I` as `VV`), and where it stands."""

    form: str
    tag: str
    start: int
    end: int


@cache
def _kiwi() -> Any:
    """The tokenizer, loaded at the first sentence with a cue: the dictionaries of multi-word names
    and misspellings cost more time and memory than all the rest, and change little here."""
    from kiwipiepy import Kiwi  # noqa: PLC0415  (half a second that only a text with a cue pays)

    return Kiwi(load_multi_dict=False, load_typo_dict=False, num_workers=1)


_UNKNOWN = 64
"""Kiwi's morphemes below this id stand for a whole tag: a form that its dictionary lacks."""


def _tag(item: Any) -> str:
    """Kiwi's tag, less its mark of irregular verbs; a noun unknown to it is taken for a name."""
    tag = str(item.tag).split("-")[0]
    return "NNP" if tag == "NNG" and item.id < _UNKNOWN and item.len > 1 else tag


def alone(text: str) -> list[tuple[str, str, bool]]:
    """A word read by itself: form and tag of its morphemes, and whether Kiwi knows each."""
    found = _kiwi().tokenize(text)
    return [(item.form, str(item.tag).split("-")[0], item.id >= _UNKNOWN) for item in found]


def tokenize(text: str, forced: Sequence[Forced] = ()) -> list[Token]:
    """The morphemes of one sentence. `forced` must not overlap each other.

    A word that Kiwi takes for a modifier and its noun though no blank parts them (푸른통신,
    새벽의마을, 곧바로투자) is a name: it is forced, and the sentence read once more.
    """
    tokens = _tokenize(text, forced)
    odd = [one for one in _odd_words(tokens) if not any(_meet(one, other) for other in forced)]
    return _tokenize(text, [*forced, *odd]) if odd else tokens


def _meet(one: Forced, other: Forced) -> bool:
    return one.start < other.end and other.start < one.end


def _odd_words(tokens: Sequence[Token]) -> list[Forced]:
    """Words of four syllables or more, less particles, that hold an adnominal ending, 의 or an
    adverb glued to the noun after it."""
    found: list[Forced] = []
    for at in range(1, len(tokens)):
        left, right = tokens[at - 1], tokens[at]
        if left.end < right.start and right.tag in ("JKB", "JKS", "JKO", "JC", "JX", "JKG"):
            found += _torn_off(tokens, at)
            continue
        if _torn_syllable(left, right):
            first = _first_of_word(tokens, at - 1)
            if left.end - tokens[first].start > 2:
                found.append(Forced(tokens[first].start, left.end, NAME))
            continue
        inner = at > 1 and _inner_particle(tokens[at - 2], left, right)
        if left.end < right.start or not (inner or _odd_pair(left, right)):
            continue
        first = _first_of_word(tokens, at - 1)
        last = at
        while last + 1 < len(tokens) and _continues(tokens[last], tokens[last + 1]):
            last += 1
        start, end = tokens[first].start, tokens[last].end
        enough = 3 if left.tag == "MAG" or right.tag == "NR" else 4
        if end - start >= enough and not any(one.start <= start < one.end for one in found):
            found.append(Forced(start, end, NAME))
    return found


def _first_of_word(tokens: Sequence[Token], at: int) -> int:
    """The index of the first token of the word that the token at `at` stands in."""
    while at > 0 and tokens[at - 1].end >= tokens[at].start and _wordly(tokens[at - 1]):
        at -= 1
    return at


def _torn_syllable(left: Token, right: Token) -> bool:
    """김하훈이, read as 김하후 + ᆫ + 이: no particle follows a contracted one."""
    return left.form in ("ᆫ", "ᆯ") and left.tag[0] == "J" and right.tag in ("JKS", "JKO", "JKG")


def _inner_particle(noun: Token, particle: Token, right: Token) -> bool:
    """달로책방, read as 달 + 로 + 책방: a syllable with 로 glued to the noun after it."""
    glued = noun.end == particle.start and right.tag in ("NNG", "NNP")
    return glued and particle.form == "로" and particle.tag == "JKB" and len(noun.form) == 1


def _torn_off(tokens: Sequence[Token], at: int) -> list[Forced]:
    """A word that seems to begin with a particle (로하라인 as 로+하+라인): a name."""
    last = at
    while last + 1 < len(tokens) and _continues(tokens[last], tokens[last + 1]):
        last += 1
    start, end = tokens[at].start, tokens[last].end
    return [Forced(start, end, NAME)] if last > at and end - start > 2 else []


def _odd_pair(left: Token, right: Token) -> bool:
    """A modifier or joined verb glued to a noun, or a noun to a number word (바다넷)."""
    if right.tag == "NR":
        return left.tag in ("NNG", "NNP") and len(right.form) == 1
    return right.tag in ("NNG", "NNP") and left.tag in _MODIFIERS


_MODIFIERS = frozenset(("ETM", "JKG", "MAG", "MM", "EC"))
_NOUNS = frozenset(("NNG", "NNP", "XSN", "SL"))


def _wordly(token: Token) -> bool:
    return token.tag in _NOUNS or token.tag in (
        "VV",
        "VA",
        "XR",
        "XSA",
        "XSV",
        "XPN",
        "VX",
        "EC",
        "MAG",
        "MM",
    )


def _continues(left: Token, right: Token) -> bool:
    return left.end == right.start and right.tag in _NOUNS


def _tokenize(text: str, forced: Sequence[Forced]) -> list[Token]:
    spans = sorted(forced, key=lambda item: item.start)
    tags = {item.start: item.tag for item in spans}
    ends = {item.start: item.end for item in spans}
    result = _kiwi().tokenize(
        text, pretokenized=[(item.start, item.end, _KIWI_TAG[item.tag]) for item in spans]
    )
    tokens: list[Token] = []
    for item in result:
        start, end = item.start, item.start + item.len
        if ends.get(start) == end:
            tokens.append(Token(text[start:end], tags[start], start, end))
        else:
            tokens.append(Token(item.form, _tag(item), start, end))
    return _with_subjects(tokens)


def _with_subjects(tokens: list[Token]) -> list[Token]:
    """이 at the end of a word after a noun is the particle, though no verb near by shows it."""
    for at in range(1, len(tokens)):
        left, token = tokens[at - 1], tokens[at]
        if token.form != "이" or token.tag not in ("XSN", "NR", "NNB", "MM"):
            continue
        last = at + 1 == len(tokens) or tokens[at + 1].start > token.end
        if last and left.end == token.start and left.tag in _NAMED and _closed(left.form):
            tokens[at] = Token("이", "JKS", token.start, token.end)
    return tokens


_NAMED = frozenset(("NNG", "NNP", "SL", NAME, HUMAN))


def _closed(form: str) -> bool:
    """Whether a word's last syllable ends with a consonant."""
    return "가" <= form[-1] <= "힣" and (ord(form[-1]) - 0xAC00) % 28 > 0
