"""How the box of a page is written: a label and its value a line, or in the cells of a row."""

import re

from kg.lang.ko.tokens.words import PERSON_SURNAMES, word_set

FOUNDED = word_set("설립 설립일 설립연도 창립 창립일 창업 창업일 창사 창사일 창립연도 설립일자")
FOUNDERS = word_set("설립자 창립자 창업자 창업주 공동창업자")
BEGUN = word_set("개국 개국일 개통일 출시 출시일 서비스개시 서비스시작 개시일")
LISTED = word_set("상장 상장일 상장여부 코스닥상장 코스피상장")
HEADS = word_set(
    """대표 대표자 대표이사 CEO 최고경영자 사장 회장 은행장 행장 이사장 공동대표 각자대표 총재
    대표이사사장 대표이사회장 발행인"""
)
PEOPLE = word_set("주요인물 핵심인물 경영진")
PARENTS = word_set("모기업 모회사 최종모기업 상위기업 지배회사 지배기업 상위회사")
CHILDREN = word_set("자회사 종속회사 종속기업 주요자회사")
FORMER = word_set(
    """전신 옛이름 이전이름 구명칭 옛사명 이전사명 구사명 이전명칭 옛상호 구상호 이전상호 종전이름
    종전상호 과거이름 과거명칭"""
)
SERVICES = word_set(
    """서비스 운영서비스 주요서비스 대표서비스 브랜드 주요브랜드 운영브랜드 대표브랜드 제품 주요제품
    대표제품 주력제품 생산제품 주요상품 대표상품 주력상품"""
)
NAMES = word_set("회사명 기업명 법인명 사명 상호 정식명칭 정식이름 법인이름 이름 명칭 상호명")
_KNOWN = (
    FOUNDED | FOUNDERS | BEGUN | LISTED | HEADS | PEOPLE | PARENTS | CHILDREN | FORMER | SERVICES
    | NAMES
)  # fmt: skip
_LONGEST = 110
_EDGES = " \t|{}[]*•·-■▪'"
_CELL = re.compile(r"[^|\t]+")
_WITHIN = re.compile(
    r"(?P<label>[가-힣A-Z][가-힣A-Z ]{0,8}?)[*'\]]*\s*(?:[:=]|\s{2,})\s*(?P<value>\S.*)"
)
_BLANK = re.compile(r"(?P<label>[가-힣A-Z]{2,6})\s(?P<value>\S.*)")
_SPOKEN = re.compile(r"[가-힣]{3,4}")
_DAY = re.compile(r"\d{4}[년.\-/]")
_FIRM = re.compile(r"(?:㈜|\(주\))?[가-힣A-Za-z0-9&]{3,16}")

Pair = tuple[str, int, int]
"""A label without blanks, and where its value starts and ends."""


def pairs(text: str) -> list[Pair]:
    """The labels that are known ones, each with its value."""
    if len(text) > _LONGEST or text.rstrip().endswith(("다.", "요.")):
        return []
    found: list[Pair] = []
    waiting = ""
    for match in _CELL.finditer(text):
        start, end = _trimmed(text, *match.span())
        if start >= end:
            continue
        cell = text[start:end]
        label = _squeezed(cell)
        if label in _KNOWN:
            waiting = label
            continue
        if waiting:
            found.append((waiting, start, end))
        elif (pair := _within(cell, alone="|" not in text)) is not None:
            found.append((pair[0], start + pair[1], end))
        waiting = ""
    return found


def is_box_line(text: str) -> bool:
    """Whether a line is one of a box, though it looks like a row of links (`대표 | 김하늘`)."""
    return bool(pairs(text))


def _within(cell: str, *, alone: bool) -> tuple[str, int] | None:
    """`설립일: 1995`, `대표  김하늘`, `창립자 김하늘`: the label, and where the value starts."""
    match = _WITHIN.fullmatch(cell)
    if match is not None and _squeezed(match["label"]) in _KNOWN:
        return _squeezed(match["label"]), match.start("value")
    match = _BLANK.fullmatch(cell)
    if match is None or not _fits(match["label"], match["value"], alone=alone):
        return None
    return match["label"], match.start("value")


def _fits(label: str, value: str, *, alone: bool) -> bool:
    """Whether a value that only a blank parts from its label is of the kind that it asks for."""
    if label in FOUNDED:
        return _DAY.match(value) is not None and len(value) < 16
    if label in FOUNDERS | HEADS:
        return bool(_SPOKEN.fullmatch(value)) and value[0] in PERSON_SURNAMES
    return alone and label in FORMER | PARENTS and bool(_FIRM.fullmatch(value))


def _squeezed(text: str) -> str:
    return "".join(text.split()).strip("*'[]:=")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
