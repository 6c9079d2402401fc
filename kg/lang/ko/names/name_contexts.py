"""Names that a text shows by where they stand: X의 대표, 간판을 X로 바꾸다, X라는 회사.

A name that is made of plain nouns (푸른마당) looks to the tokenizer like any compound. Where it
stands as only a name does, and comes back in the text, it is a name wherever it stands.
"""

import re
from collections.abc import Callable, Sequence

from kg.lang.ko.lines.text import Line
from kg.lang.ko.tokens.kiwi import NAME, tokenize
from kg.lang.ko.tokens.words import (
    COMMON,
    COMPANY_NOUNS,
    GENERIC_NOUNS,
    PLACES,
    SERVICE_NOUNS,
    TITLES,
)

_X = r"(?<![가-힣A-Za-z0-9])(?P<x>[가-힣A-Za-z0-9&]{3,12}?)"
_HEADS = (
    r"공동 ?대표|대표이사|대표(?=[는가를로직다였])|(?:부회장|회장|사장|의장)(?![가-힣\s]{3})|CEO"
    r"|창업자|창업주|설립자|최고경영자|자회사|모회사|모기업"
)
_NAME_WORDS = r"이름|사명|상호|간판|명칭|상표|문패|회사명|법인명|서비스명|브랜드|명패"
_CALLED = r"이름|사명|상호|간판|회사|기업|업체|법인|서비스|앱|브랜드|사이트|스타트업|플랫폼"
_HEADED = re.compile(rf"{_X}의\s(?:\S{{1,6}}\s)?(?:{_HEADS})")
_CONTEXTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_X}의\s(?:\S{{1,6}}\s)?(?:대표|회장|사장|의장|전신|후신|최대 ?주주|대주주|경영권|지분"
        r"|개발사|운영사|모바일 앱|앱)(?![가-힣]{3})",
        rf"(?:{_NAME_WORDS})(?:[이을를가은는]|도)?\s(?:\S{{1,8}}\s)?{_X}(?:으로|로)\s"
        r"(?:다시\s|새로\s)?(?:바|변경|고치|고쳐|개명|정했|정하|지었|갈)",
        rf"{_X}(?:이)?라는\s(?:새\s)?(?:{_CALLED})",
        rf"{_X}[을를]\s(?:전격\s|최종\s)?(?:인수|사들|창업|운영하)",
    )
)
_OWN = (
    r"지분|주식|주가|시가총액|본사|임직원|직원|노조|이사회|경영진|대주주|최대 ?주주|주주|인수전"
    r"|계열사|계열|경영권|컨소시엄|창업팀|창업|설립|법정관리|사옥|법인|주총|증시"
)
_COMPANIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_X}(?:의)?\s(?:{_OWN})(?![가-힣]{{3}})",
        rf"{_X}\((?:대표|CEO|대표이사|회장)\s",
        rf"{_X}(?:이)?라는\s(?:\S{{1,8}}\s)?(?:회사|기업|업체|법인|스타트업|벤처|자회사|운용사)",
        r"(?:사명|상호|회사명|법인명|회사 이름)(?:[이을를은]|도)?\s(?:\S{1,8}\s)?"
        rf"{_X}(?:으로|로)\s(?:다시\s|새로\s)?(?:바|변경|고치|고쳐|개명|정했|정하|지었|갈)",
        rf"{_X}[을를]\s(?:전격\s|최종\s|전부\s)?(?:인수|창업|설립|흡수)",
        rf"{_X}에\s(?:전격\s|최종\s)?(?:인수|매각|흡수|합병)[되됐됩된한했]",
    )
)
"""Where only a company stands."""
_ORDINARY = COMMON | COMPANY_NOUNS | GENERIC_NOUNS | PLACES | TITLES
_OFTEN = 2
"""So often at least a name stands in a text that shows it by its place."""


def names_by_context(lines: Sequence[Line], times: Callable[[str], int]) -> set[str]:
    """The compounds of nouns that stand where a name does; `times` says how often one is a word of
    the text, with or without a particle."""
    found: set[str] = set()
    for line in lines:
        for context in (_HEADED, *_CONTEXTS):
            found |= {match["x"] for match in context.finditer(line.text)}
    return {name for name in found if times(name) >= _OFTEN and is_compound(name)}


def headed(text: str) -> list[str]:
    """What the text says to have a head, a subsidiary or shares, and so to be a company."""
    found = [m["x"] for context in (_HEADED, *_COMPANIES) for m in context.finditer(text)]
    return [name for name in found if name not in _ORDINARY]


def is_plain_noun(word: str) -> bool:
    """Whether a word is of nouns of the dictionary only: 보일러, 체크카드."""
    return all(token.tag == "NNG" for token in tokenize(word))


def is_compound(word: str) -> bool:
    """Whether a word is made of nouns of which the last is no class noun and the whole no word of
    the dictionary."""
    tokens = tokenize(word)
    if len(tokens) == 1:
        return tokens[0].tag in ("NNP", NAME)
    nouns = all(token.tag in ("NNG", "NNP", "XPN", "XSN", "SL", "NR") for token in tokens)
    plain = word in _ORDINARY | SERVICE_NOUNS or tokens[-1].form in _ORDINARY
    return nouns and not plain
