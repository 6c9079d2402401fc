"""Whose history a list of dated lines tells, where its title does not say so in the usual words:
`X 스무 해`, `[연표] X, 창고에서 세계로`, `ABOUT X` and below `X는 지도를 만듭니다.`"""

import re
from collections.abc import Iterator, Sequence

from kg.lang.ko.lines.titles import can_name, plain_word, times
from kg.lang.ko.names.name_contexts import is_compound
from kg.lang.ko.tokens.kiwi import tokenize
from kg.lang.ko.tokens.words import word_set

_CUT = re.compile(r"\s*[|>▸▹»→│:,·]+\s*|\s+[—―–/~-]+\s+|[—―–]|\s{3,}|(?<=[가-힣])\.\s")
_NOTES = re.compile(r"\([^()]*\)|（[^）]*）|\[[^\]]*\]|【[^】]*】")
_LABEL = re.compile(
    r"^\s*[\[【<(]?\s*(?:[가-힣]{2,6}\s)?(?:연표|연혁|일지|자료|역사|표)\s*[\]】>)]\s*"
)
_LEGAL = re.compile(r"\(주\)|㈜|주식회사|유한회사|\(유\)")
_SIGNS = re.compile(r"^[^가-힣A-Za-z0-9&]+|[^가-힣A-Za-z0-9&!+]+$")
_TOPIC = re.compile(r"(?P<name>[가-힣A-Za-z0-9&]{2,20}?)(?:은|는)\s")
_SOURCE = re.compile(r"기준|출처|자료\s?[:=]|작성|정리\s?[:=]|참고|갱신|옮김|문의")
"""What a line says that tells where the page comes from."""
_COLUMN = word_set(
    """연월 연월일 연도 년도 년 월 일 시기 일자 일시 날짜 때 구분 내용 사건 주요내용 비고 시대
    주체 결과 항목 회사 사업장 출처 단계 분류 번호 순번 기간 이벤트 사항 설명 장소 인물"""
)
"""Heads of a table's columns."""
_MORE = ("그룹", "홀딩스")
"""Words that go on with a name."""
_LINES = 5
"""So many lines above the first date may hold a title."""


def chronicled(lines: Sequence[str], text: str) -> str | None:
    """The company whose history a page tells; `lines` are those above the first date."""
    titles = [line for line in lines if line.strip() and not _SOURCE.search(line)][:_LINES]
    for line in titles:
        for name in _marked(line):
            return name
    for line in titles:
        topic = _TOPIC.match(_LEGAL.sub("", line).strip())
        if topic is not None and _is_odd(topic["name"]):
            return topic["name"]
    found = [name for line in titles for name in _first_words(line, text)]
    found.sort(key=lambda name: (times(name, text) < 2, name.isascii()))
    return found[0] if found else None


def _marked(line: str) -> Iterator[str]:
    """The name beside (주)."""
    if not _LEGAL.search(line):
        return
    for part in _CUT.split(line):
        match = _LEGAL.search(part)
        words = (part[match.end() :].split() or part[: match.start()].split()) if match else []
        word = _SIGNS.sub("", words[0]) if words else ""
        if word and can_name([word]):
            yield word


def _first_words(line: str, text: str) -> Iterator[str]:
    """The first word of each part of a line, where it looks like a name."""
    for part in _CUT.split(_NOTES.sub(" ", _LABEL.sub("", line))):
        words = [w for w in (_SIGNS.sub("", one) for one in part.split()) if w]
        while words and plain_word(words[0]):
            words.pop(0)
        if not words or words[0] in _COLUMN:
            continue
        word = _stem(words[0], text)
        if not can_name([word]) or not _is_odd(word):
            continue
        yield f"{word} {words[1]}" if words[1:] and words[1] in _MORE else word


def _stem(word: str, text: str) -> str:
    """A word without its particle; a syllable that may be one stays where the text has it so."""
    tokens = list(tokenize(word))
    while len(tokens) > 1 and tokens[-1].tag[0] in "JEV":
        tokens.pop()
    stem = word[: tokens[-1].end] if tokens else word
    return word if times(word, text) > times(stem, text) else stem


def _is_odd(word: str) -> bool:
    """Whether a word is no plain word of the language."""
    return can_name([word]) and (word.isascii() or is_compound(word))
