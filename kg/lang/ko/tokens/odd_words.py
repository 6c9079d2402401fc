"""Words that the tokenizer tore apart as no Korean word is: they are names."""

from collections.abc import Sequence

from kg.lang.ko.tokens.morphs import NAME, Forced, Token


def meet(one: Forced, other: Forced) -> bool:
    return one.start < other.end and other.start < one.end


def odd_words(tokens: Sequence[Token]) -> list[Forced]:
    """Words of four syllables or more, less particles, that hold an adnominal ending, 의 or an
    adverb glued to the noun after it."""
    found = _chopped(tokens)
    for at in range(1, len(tokens)):
        left, right = tokens[at - 1], tokens[at]
        if left.end < right.start and right.tag in ("JKB", "JKS", "JKO", "JC", "JX", "JKG"):
            found += _torn_off(tokens, at)
            continue
        if left.form in _CONTRACTED and left.tag[0] == "J":
            found += _contracted(tokens, at - 1)
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


_CONTRACTED = ("ᆫ", "ᆯ")
_SYLLABLES = 3
_PLAIN_ENDS = frozenset("이도로만은는가를을에기폭함팩동구률액료권법점판억조천만백")
"""Syllables that end a word of the language (감속기) or are a particle."""


def _chopped(tokens: Sequence[Token]) -> list[Forced]:
    """Words that fall into three nouns or more, all of one syllable but one (다온넷 as 다 + 온 +
    넷, 나래투원 as 나래 + 투 + 원)."""
    found: list[Forced] = []
    at = 0
    while at < len(tokens):
        stop = at
        while stop < len(tokens) and _piece(tokens[stop]) and _joined(tokens, at, stop):
            stop += 1
        fresh = at == 0 or tokens[at - 1].end < tokens[at].start or tokens[at - 1].tag[0] == "S"
        after = tokens[stop] if stop < len(tokens) else None
        whole = after is None or after.start > tokens[stop - 1].end or after.tag[0] in "JSV"
        long = sum(len(token.form) > 1 for token in tokens[at:stop])
        named = tokens[at].tag != "MM" or long == 0 or tokens[stop - 1].tag != "NNG"
        plain = tokens[stop - 1].form in _PLAIN_ENDS if stop > at else True
        if stop - at >= _SYLLABLES and long < 2 and fresh and whole and named and not plain:
            found.append(Forced(tokens[at].start, tokens[stop - 1].end, NAME))
        at = max(stop, at + 1)
    return found


def _piece(token: Token) -> bool:
    if len(token.form) == 1:
        return token.tag in ("NNG", "NNP", "NR", "MM", "MAG", "IC")
    return len(token.form) == 2 and token.tag in ("NNG", "NNP")


def _joined(tokens: Sequence[Token], first: int, at: int) -> bool:
    return at == first or tokens[at - 1].end == tokens[at].start


def _contracted(tokens: Sequence[Token], at: int) -> list[Forced]:
    """A noun read with a contracted particle: 가브를 as 가브르 + ᆯ, 디엔비 as 디에 + ᆫ + 비."""
    noun, particle = tokens[at - 1], tokens[at]
    first = at - 1
    while (
        first > 0 and tokens[first - 1].end >= tokens[first].start and tokens[first].tag[0] != "S"
    ):
        first -= 1
    start = tokens[first].start
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.start <= particle.end and after.tag in (*_NOUNS, "NNB"):
        last = at + 1
        while last + 1 < len(tokens) and _continues(tokens[last], tokens[last + 1]):
            last += 1
        return [Forced(start, tokens[last].end, NAME)] if tokens[last].end - start > 3 else []
    glued = particle.form == "ᆯ" and noun.tag == "NNP" and noun.form.endswith("르")
    return [Forced(noun.start, noun.end - 1, NAME)] if glued and len(noun.form) > 2 else []


def _first_of_word(tokens: Sequence[Token], at: int) -> int:
    """The index of the first token of the word that the token at `at` stands in."""
    while at > 0 and tokens[at - 1].end >= tokens[at].start and _wordly(tokens[at - 1]):
        at -= 1
    return at


def _torn_syllable(left: Token, right: Token) -> bool:
    """김하훈이, read as 김하후 + ᆫ + 이: no particle follows a contracted one."""
    return left.form in ("ᆫ", "ᆯ") and left.tag[0] == "J" and right.tag in ("JKS", "JKO", "JKG")


def _inner_particle(noun: Token, particle: Token, right: Token) -> bool:
    """달로책방, read as 달 + 로 + 책방, 가나전자 as 가 + 나 + 전자: a syllable and particle glued
    to the noun after it."""
    glued = noun.end == particle.start and right.tag in ("NNG", "NNP")
    if glued and particle.form in ("과", "와") and noun.tag in _NOUNS:
        return len(noun.form) > 1 < len(right.form)  # 어제와오늘
    return glued and particle.tag in ("JKB", "JC") and noun.tag != "NP" and len(noun.form) == 1


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
    if right.tag == "SL":
        return left.tag == "ETM" and left.form == "ᆫ"  # 소인TV as 소 + 이 + ᆫ + TV
    return right.tag in ("NNG", "NNP") and left.tag in _MODIFIERS


_MODIFIERS = frozenset(("ETM", "JKG", "MAG", "MM", "EC", "IC"))
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
