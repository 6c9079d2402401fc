"""Reads a document line by line: which lines are worth the tokenizer, which are a list, a table,
a heading, or page furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.lang.ko.date_forms import dated
from kg.lang.ko.dates import DateExpression, date_heading, find_dates
from kg.lang.ko.known_names import NameIndex
from kg.lang.ko.reading import Sentence, read_sentence
from kg.lang.ko.sentences import split_sentences
from kg.lang.ko.text import Line, read_lines
from kg.model.dates import PartialDate
from kg.model.document import Document
from kg.ontology.lexicon import Lexicon

_BULLET = re.compile(r"^\s*(?:[•*\-‣◦▪▶▷■□●○◆◇ㅇ·∙–>+]|\d{1,2}[.)](?=\s))\s*")
_YEAR = re.compile(r"(\d{4})년?")
_MONTH = re.compile(r"(\d{1,2})월?")
_LEAD = re.compile(r"\s*(?:[•*\-·]\s*)?(\d{1,2})(?:[./](\d{1,2}))?\.?(?:\s+|\s*[:|]\s*)(?=[^\d\s])")
_SLASH = re.compile(r"\s+/\s+")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s|={2,}|\[[^\]]{1,20}\]|[■◆●▶【<])")
_FURNITURE = re.compile(
    r"무단\s?전재|재배포|Copyright|ⓒ|©|관련\s?기사|구독하기|공유하기|댓글|카테고리의? 다른 글|"
    r"인쇄하기|프린트하기|목록으로|로그인|회원가입|바로가기|^\s*분류:|토막글|"
    r"기자\s*[\w.]+@|저작권자|많이 본|함께 본 기사|함께 읽|후원하기|"
    r"추천 뉴스|다음 글|이전 글|주요뉴스|이 기사를|문서를 참고|"
    r"\(동음이의\)"
)
_RELATED = re.compile(r"\(\d+\)\s*\|\s*\d{4}\.\d{2}\.\d{2}|^\s*\|?\s*:?-{2,}")
_RELATED_HEAD = re.compile(
    r"^\s*[\[<◇■▶#]*\s*(?:관련\s?(?:기사|뉴스|글)|많이 본 (?:기사|뉴스)|인기\s?(?:글|기사)|"
    r"추천\s?(?:글|기사)|"
    r"이 시각 주요|핫뉴스|같이 보기|함께 보면|이전\s?글|다음\s?글|최신\s?(?:글|기사))"
)
_MENU = re.compile(r"[^|>]{1,20}(?:\s*[|>]\s*[^|>]{1,20}){1,12}")
EXTRA_CUES = re.compile(
    r"돌파|올라섰|넘어|넘[겼긴어었]|달성|기록|이르|도달|자회사|계열사|모회사|산하|거느|지주|운영|서비스하|대표|회장|사장|"
    r"의장|행장|CEO|이끄는|이끌|\(구|\(옛|\(현|\(舊|\(前|"
    r"전신|이하|줄여|흔히|통칭|일명|옛 이름|지금의|현재의|약칭|별칭|이전 이름"
)


_HEAD = 4
"""The first lines, which are read whatever they hold: a title names what the text is about."""


@dataclass(slots=True)
class Row:
    """One line that may hold facts: its sentences, and what kind of line it is.

    `dates` are its dates, `above` the date that it is the heading of (## 2014년).
    `item`: a list item or table row. `cells` are a table row's cells as stretches of the line.
    `date` is the item's own where it is written as bare numbers (a month below its year).
    """

    line: Line
    number: int
    bounds: list[tuple[int, int]]
    dates: list[DateExpression]
    above: DateExpression | None
    item: bool
    cells: list[tuple[int, int]]
    heading: bool
    cue: bool
    date: PartialDate | None = None
    headline: bool = False


def rows_of(document: Document, lexicon: Lexicon) -> list[Row]:
    """The lines of a document, blank ones and page furniture left out."""
    rows: list[Row] = []
    related = False
    year: int | None = None
    for number, line in enumerate(read_lines(document)):
        text = line.text
        if _RELATED_HEAD.search(text):
            related = True
            continue
        if related and (not text.strip() or re.search(r"[다요]\.\s*$", text)):
            related = False
        if not text.strip() or related or _RELATED.search(text) or _FURNITURE.search(text):
            continue
        if _MENU.fullmatch(text.strip()) and not re.search(r"\d", text):
            continue
        row = _row(line, number, lexicon)
        year = _year_of(row, year)
        rows.append(_numbered(row, year) if year else row)
    return rows


def _year_of(row: Row, year: int | None) -> int | None:
    """The year that bare month numbers below a heading or in a table's rows belong to."""
    if row.above is not None and row.above.date.year:
        return row.above.date.year
    if row.cells:
        found = _YEAR.fullmatch(row.line.text.split("|")[0].strip())
        return int(found[1]) if found else year
    return year if row.item or _LEAD.match(row.line.text) else None


def _numbered(row: Row, year: int) -> Row:
    """The row with the date that its leading month (and day) make with the year."""
    text = row.line.text
    if row.cells:
        parts = [part.strip() for part in text.split("|")]
        if len(parts) > 2 and (not parts[0] or _YEAR.fullmatch(parts[0])):
            found = _MONTH.fullmatch(parts[1])
            if found:
                cells = [c for c in row.cells if not text[c[0] : c[1]].strip("월년 ").isdigit()]
                return replace(
                    row, cells=cells, bounds=list(cells), date=dated(year, int(found[1]))
                )
        return row
    lead = _LEAD.match(text)
    if lead is None:
        return row
    date = dated(year, int(lead[1]), int(lead[2]) if lead[2] else None)
    if date is None:
        return row
    bounds = [(max(a, lead.end()), b) for a, b in row.bounds if b > lead.end()]
    return replace(row, bounds=bounds, item=True, date=date)


def _row(line: Line, number: int, lexicon: Lexicon) -> Row:
    text = line.text
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    cells = _cells(text)
    found = find_dates(text)
    leads = bool(found) and not text[start : found[0].start].strip(" \t[(<*")
    short = len(text) < 160 and not re.search(r"[다요][.!?]\s*$", text)
    item = bool(cells) or bool(bullet and leads) or (leads and short) or bool(bullet and short)
    bounds = cells or split_sentences(text)
    if bounds and start and not cells:
        bounds = [(max(a, start), b) for a, b in bounds if b > start]
    if item and not cells:
        bounds = [part for a, b in bounds for part in _slashed(text, a, b)]
    above = date_heading(text, found)
    heading = (bool(_HEADING.match(text)) and not leads) or above is not None
    cue = _has_cue(text, lexicon)
    ends = re.search(r"[다요죠음함됨][.!?…]*[\"')\]]*\s*$", text) is not None
    headline = not item and number < 12 and len(text) < 90 and not ends
    return Row(line, number, bounds, found, above, item, cells, heading, cue, None, headline)


def _slashed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list item that ` / ` sets apart."""
    cuts = [(start + m.start(), start + m.end()) for m in _SLASH.finditer(text[start:end])]
    edges = [start, *(at for cut in cuts for at in cut), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _cells(text: str) -> list[tuple[int, int]]:
    if text.count("|") < 1 or len(text) > 300:
        return []
    cells: list[tuple[int, int]] = []
    at = 0
    for part in text.split("|"):
        if part.strip():
            left = len(part) - len(part.lstrip())
            cells.append((at + left, at + len(part.rstrip())))
        at += len(part) + 1
    return cells


def sentences_wanted(rows: Sequence[Row], lexicon: Lexicon) -> dict[int, list[tuple[int, int]]]:
    """Which sentences of which row are worth the tokenizer: those at the head of the document,
    those with a cue, the first of their paragraph, and the one right before each, which may name
    whom it leaves out."""
    found: dict[int, list[tuple[int, int]]] = {}
    after_cue = False
    for at, row in reversed(list(enumerate(rows))):
        cues = [row.cue and _has_cue(row.line.text[a:b], lexicon) for a, b in row.bounds]
        if (row.item and any(cues)) or (at < _HEAD and (any(cues) or after_cue)):
            found[row.number] = row.bounds
        else:
            nexts = [*cues[1:], after_cue and not row.item]
            firsts = [any(cues), *(False for _ in cues[1:])]
            near = zip(row.bounds, cues, nexts, firsts, strict=False)
            found[row.number] = [bound for bound, *why in near if any(why)]
        after_cue = any(cues[:1])
    return found


def _has_cue(text: str, lexicon: Lexicon) -> bool:
    return lexicon.cues.in_text(text) or EXTRA_CUES.search(text) is not None


def sentences_of(
    row: Row, bounds: Sequence[tuple[int, int]], lexicon: Lexicon, known: NameIndex
) -> list[Sentence]:
    """The sentences of a row in these bounds, tokenized."""
    return [read_sentence(row.line, start, end, lexicon.knows, known) for start, end in bounds]
