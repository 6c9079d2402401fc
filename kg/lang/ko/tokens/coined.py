"""Words that a sentence seems to make of nouns and that are names: 물빛장터, 나루톡, 텀블넷.

The tokenizer, given the word alone, finds that it is none of the language; or an adverb of one
syllable stands at the end of it, as in no word of the language.
"""

from collections.abc import Callable, Sequence

from kg.lang.ko.tokens.morphs import NAME, Forced, Token
from kg.lang.ko.tokens.words import COMPANY_NOUNS, GENERIC_NOUNS, SERVICE_NOUNS, TITLES, word_set

_NOUNS = frozenset(("NNG", "NNP", "XR"))
_INSIDE = frozenset(("MAG", "VX", "NNB", "XSN", "XPN", "MM"))
_LEAST = 2
"""So many syllables a word's last part has, if it is to be a name's."""
_KINDS = word_set(
    """공장 지사 지점 점포 사업 사업부 부문 본부 본점 투자 소재 시장 연합 단지 전지 이온 조합 사람
    출자자 연구원 제도 체제 밸리 시티 타운 지구 도시 센터 타워 빌딩 사업장"""
)
_OWN = word_set("여행사 출판사 해운사 신문사 영화사 음반사 광고사")
"""Class nouns that names end in, too."""
_TAILS = (_KINDS | COMPANY_NOUNS | GENERIC_NOUNS | SERVICE_NOUNS | TITLES) - _OWN
"""What tells of a kind: 라몬공장 is 라몬's."""


def coined(tokens: Sequence[Token], unknown: Callable[[str], bool]) -> list[Forced]:
    """The stretches that are such names; `unknown` tells of a word alone."""
    found: list[Forced] = []
    at = 0
    while at < len(tokens):
        stop = at + 1
        while stop < len(tokens) and _goes_on(tokens, stop):
            stop += 1
        word = tokens[at:stop]
        if tokens[at].tag in _NOUNS and len(word) > 1 and _free(tokens, at, stop):
            adverb = _ends_oddly(word)
            if adverb or (_plain(word) and unknown("".join(t.form for t in word))):
                found.append(Forced(word[0].start, word[-1].end, NAME))
        at = stop
    return found


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    glued = tokens[at - 1].end == tokens[at].start
    return glued and tokens[at].tag in (*_NOUNS, *_INSIDE)


def _free(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a stretch is a word of its own, or one before a particle."""
    fresh = at == 0 or tokens[at - 1].end < tokens[at].start or tokens[at - 1].tag[0] == "S"
    after = tokens[stop] if stop < len(tokens) else None
    glued = after is not None and after.start <= tokens[stop - 1].end
    ends = after is not None and (after.tag[0] in "JS" or after.tag == "VCP")
    return fresh and (not glued or ends)


def _ends_oddly(word: Sequence[Token]) -> bool:
    """물결톡, read as 물결 + 톡: a noun and an adverb of one syllable."""
    last = word[-1]
    return last.tag == "MAG" and len(last.form) == 1 and word[-2].tag in (*_NOUNS, "VX")


def _plain(word: Sequence[Token]) -> bool:
    """Whether a word is made of nouns, the last of which says no kind of thing."""
    if any(token.tag not in _NOUNS for token in word) or word[-1].form in _TAILS:
        return False
    return len(word[-1].form) >= _LEAST or all(len(token.form) == 1 for token in word)
