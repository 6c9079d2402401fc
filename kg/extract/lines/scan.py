"""Reads a document line by line: which lines are worth the tokenizer, which are a list, a table,
a heading, or page furniture."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from kg.extract.lines.chronology import Calendar, Entry
from kg.extract.lines.cued import has_cue, has_topic
from kg.lang.ko.dates.expressions import DateExpression, date_heading, find_dates
from kg.lang.ko.lines.box_lines import is_box_line
from kg.lang.ko.lines.sentences import split_sentences
from kg.lang.ko.lines.text import Line, read_lines
from kg.lang.ko.names.known_names import NameIndex
from kg.lang.ko.reading import Sentence, read_sentence
from kg.model.dates import PartialDate
from kg.model.document import Document
from kg.ontology.lexicon import Lexicon

_BULLET = re.compile(r"^\s*(?:[•*\-‣◦▪▶▷■□●○◆◇ㅇ·∙–>+]|\d{1,2}[.)](?=\s))\s*")
_SENTENCE = re.compile(r"[다요죠][.!?…]*[\"')\]]*\s*$")
_SLASH = re.compile(r"\s+/\s+|;\s+")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s|={2,}|\[[^\]]{1,20}\]|[■◆●▶【<])")
_FURNITURE = re.compile(
    r"무단\s?전재|재배포|Copyright|ⓒ|©|관련\s?기사|구독하기|공유하기|댓글|카테고리의? 다른 글|"
    r"인쇄하기|프린트하기|목록으로|로그인(?!.*[다요]\.)|회원가입|바로가기|^\s*분류:|토막글|"
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
_MENU_SIGN = re.compile(r"[|>]")
_MENU_PART = 20
_MENU_PARTS = range(2, 14)
_HEAD = 4
"""The first lines, which are read whatever they hold: a title names what the text is about."""


@dataclass(slots=True)
class Row:
    """One line that may hold facts: its sentences, and what kind of line it is.

    `dates` are its dates, `above` the date that it is the heading of (## 2014년).
    `item`: a list item or table row. `cells` are a table row's cells as stretches of the line.
    `date` is what the layout says that it stands under; a `bare` row is a date alone. What the
    row says begins at `body`, behind its date, which is written from `opens` on.
    """

    line: Line
    number: int
    bounds: list[tuple[int, int]]
    dates: Sequence[DateExpression]
    above: DateExpression | None
    item: bool
    cells: list[tuple[int, int]]
    heading: bool
    cue: bool
    date: PartialDate | None = None
    headline: bool = False
    bare: bool = False
    body: int = 0
    opens: int = 0

    def begins(self, start: int) -> int:
        """Where what starts here begins, the date that the row writes before it included."""
        return self.opens if self.bounds and start == self.bounds[0][0] else start


def rows_of(document: Document, lexicon: Lexicon) -> list[Row]:
    """The lines of a document, or the dated parts of a line; blank ones and page furniture left
    out."""
    rows: list[Row] = []
    lines = read_lines(document)
    calendar = Calendar([line.text for line in lines])
    related = False
    for number, line in enumerate(lines):
        text = line.text
        if _RELATED_HEAD.search(text):
            related = True
            continue
        if related and (not text.strip() or re.search(r"[다요]\.\s*$", text)):
            related = False
        if not text.strip():
            calendar.blank()
        if (
            not re.search(r"[^\W_]", text)
            or related
            or _RELATED.search(text)
            or _FURNITURE.search(text)
        ):
            continue
        if _is_menu(text.strip()) and not is_box_line(text):
            continue
        for entry in calendar.entries(text, _is_item(text)):
            part = line.part(entry.start, entry.end)
            rows.append(_row(part, number, lexicon, entry))
    return rows


def _is_menu(text: str) -> bool:
    """Whether a line is a menu or a path of links: short words apart by `|` or `>`."""
    parts = _MENU_SIGN.split(text)
    if len(parts) not in _MENU_PARTS or re.search(r"[\d▲△▷]", text):
        return False
    return all(part and len(part.strip()) <= _MENU_PART for part in parts)


def _is_item(text: str) -> bool:
    """Whether a line is a list item, a table row or a date alone, by its own looks."""
    bullet = _BULLET.match(text)
    short = len(text) < 160 and not re.search(r"[다요][.!?]\s*$", text)
    if _cells(text) or (bullet and short):
        return True
    found = find_dates(text)
    start = bullet.end() if bullet else 0
    leads = bool(found) and not text[start : found[0].start].strip(" \t[(<*")
    return (leads and (short or bool(bullet))) or date_heading(text, found) is not None


def _row(line: Line, number: int, lexicon: Lexicon, entry: Entry) -> Row:
    text = line.text
    bullet = _BULLET.match(text)
    body, stop = entry.body - entry.start, entry.stop - entry.start
    start = max(bullet.end() if bullet else 0, body)
    found = find_dates(text)
    leads = bool(found) and not text[start : found[0].start].strip(" \t[(<*")
    ends = _SENTENCE.search(text) is not None or re.search(r"[가-힣]다\. ", text) is not None
    item = not entry.bare and (entry.own or _is_item(text) or (entry.date is not None and not ends))
    cells = [] if entry.bare else _cells(text, body, entry)
    bounds = cells or [(max(a, start), min(b, stop)) for a, b in split_sentences(text)]
    bounds = [] if entry.bare else [(a, b) for a, b in bounds if b > a]
    if item and not cells:
        bounds = [part for a, b in bounds for part in _slashed(text, a, b)]
    above = date_heading(text, found)
    heading = (bool(_HEADING.match(text)) and not leads) or above is not None or entry.bare
    stopped = re.search(r"[.!?…][\"')\]]*\s*$", text) is not None
    ends = ends and (stopped or number > 1)  # the title: A, B 품는다
    headline = not item and number < 12 and len(text) < 90 and not ends
    return Row(
        line, number, bounds, found, above, item, cells, heading, has_cue(text, lexicon),
        entry.date, headline, entry.bare, body, _opening(text, body) if entry.own else start,
    )  # fmt: skip


def _opening(text: str, body: int) -> int:
    """Where an item begins with its date: behind its bullet and blanks."""
    return next((at for at in range(body) if text[at].isalnum() or text[at] in "'[("), body)


def _slashed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list item that ` / ` sets apart."""
    cuts = [(start + m.start(), start + m.end()) for m in _SLASH.finditer(text[start:end])]
    edges = [start, *(at for cut in cuts for at in cut), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _cells(text: str, body: int = 0, entry: Entry | None = None) -> list[tuple[int, int]]:
    """The cells of a table row from `body` on, less those of its date and of marks alone; none
    where a dated row has but one."""
    if text.count("|") < 1 or len(text) > 300:
        return []
    cells: list[tuple[int, int]] = []
    at = body
    for part in text[body:].split("|"):
        if part.strip(' 〃″"-'):
            left = len(part) - len(part.lstrip())
            cells.append((at + left, at + len(part.rstrip())))
        at += len(part) + 1
    if entry is not None and entry.date is not None:
        hole = (entry.hole[0] - entry.start, entry.hole[1] - entry.start)
        cells = [(a, b) for a, b in cells if not (a < hole[1] and hole[0] < b)]
        return cells if len(cells) > 1 or hole[1] > hole[0] else []
    return cells


def sentences_wanted(
    rows: Sequence[Row], lexicon: Lexicon, persons: Container[str] = ()
) -> dict[int, list[tuple[int, int]]]:
    """Which sentences of which row, by its place, are worth the tokenizer: those at the head of
    the document, those with a cue, and for one that has no topic of its own the first of its
    paragraph and the one right before it, which may name whom it leaves out."""
    found: dict[int, list[tuple[int, int]]] = {}
    after_cue = False
    for at, row in reversed(list(enumerate(rows))):
        texts = [row.line.text[a:b] for a, b in row.bounds]
        cues = [row.cue and has_cue(text, lexicon) for text in texts]
        lacking = [
            cue and not has_topic(text, persons) for cue, text in zip(cues, texts, strict=True)
        ]
        if (row.item and any(cues)) or (at < _HEAD and (any(cues) or after_cue)):
            found[at] = row.bounds
        else:
            nexts = [*lacking[1:], after_cue and not row.item]
            firsts = [any(lacking), *(False for _ in cues[1:])]
            near = zip(row.bounds, cues, nexts, firsts, strict=False)
            found[at] = [bound for bound, *why in near if any(why)]
        after_cue = any(lacking[:1])
    return found


def sentences_of(
    row: Row, bounds: Sequence[tuple[int, int]], lexicon: Lexicon, known: NameIndex
) -> list[Sentence]:
    """The sentences of a row in these bounds, tokenized."""
    return [read_sentence(row.line, start, end, lexicon.knows, known) for start, end in bounds]
