"""The layout of a chronology: which date each line or part of a line stands under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.lang.ko.dates.date_forms import dated
from kg.lang.ko.dates.leads import MARKS, Lead, is_slashed, lead
from kg.model.dates import PartialDate

_PARTS = re.compile(
    r"\s{0,9}[▷▶▲△■◆●▪◇►]\s*(?=\(?'?(?:(?:18|19|20)\d\d|\d\d[./]\d))"
    r"|\s{1,9}(?:[/|·•→⇒]|>{1,3}|->)\s+(?=['\[(]?(?:(?:18|19|20)\d\d(?!\d)|\d\d[./]\d\d?\b))"
    r"|(?:\s{1,9}(?:[/·•]|>{1,3})\s+|\s{0,9};\s+|\s{0,9}[▷▶▲△■◆●▪◇►]\s*)"
    r"(?=\(?(?:1[0-2]|0?[1-9])월(?!의|에))"
)
"""Where the next dated item of one line begins."""
_CHAIN = re.compile(r"(?<=[)\]])\s{0,9}(?:→|⇒|->|>{1,3}|[▷▶▲△■◆●▪◇►/·;,])\s{1,9}(?=\S)")
"""Where the next item may begin, after one that ends with its date in brackets."""
_CHAINED = 2
"""So many items that end so, each before such a sign, make a line of items."""
_NOTE = re.compile(
    r"\s*+(?:※|\*\s?(?=[가-힣])|[(\[〔<]?\s*(?:주석|참고|출처|자료|정리|작성|제작|문의|단위"
    r"|편집자 ?주)\s?[:=)\]〕·]|주\s?[:)]|〔|\[[^\]\d]{1,20}\]\s*$)"
)
"""A note or a heading of what is no longer the list."""
_PROSE = re.compile(r"[다요죠][.!?…]*[\"')\]]*\s*$")
_FEW = 3
"""So many lines that start with a year make a list of what years brought."""

_TAIL = re.compile(
    r"\s*[(\[]\s*(?P<date>'?\d[^()\[\]]{0,20})[)\]]\s*\.?\s*$"
    r"|(?:\s*(?:\.{3,}|…+|·{3,}|-{3,})\s*|\s{2,})(?P<set>(?:18|19|20)\d\d[\d.년월일\- ]{0,12})$"
)
"""A date in brackets at an item's end, or set off at the right of the line."""
_RIGHT = 60
"""So many characters at the end of a line may hold such a date."""
_CELL = re.compile(r"\|\s*(?P<date>[^|]{1,24})")

Numbers = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch `[start, end)` of a line, and the date that it stands under.

    What is dated stands in `[body, stop)`, less the cell `hole`, which is the date. `own` says
    that it writes (part of) its date itself. A `bare` one is a date alone, or an era, which
    lines below it stand under.
    """

    start: int
    end: int
    body: int
    stop: int
    date: PartialDate | None = None
    own: bool = False
    bare: bool = False
    hole: tuple[int, int] = (0, 0)


class Calendar:
    """Goes down the lines of a document and says under which date each stands."""

    def __init__(self, lines: list[str]) -> None:
        alone = sum(_is_date(line) for line in lines)
        dated_ones = sum(_dated_items(line) for line in lines)
        slashed = not alone and not dated_ones and sum(map(is_slashed, lines)) >= _FEW
        self.pairs = "month" if slashed else "day" if alone > 1 else ""
        self.listed = alone > 1 or dated_ones >= _FEW or slashed
        self.year: int | None = None
        self.heading: Numbers | None = None
        self.item: Numbers | None = None
        self.marks = ""
        self.gap = False
        self.fresh = False

    def blank(self) -> None:
        """A blank line: what stands below the last item is its own no longer."""
        self.gap = True
        self.item = None
        if self.fresh and self.heading and self.heading[2]:
            self.heading = None  # a day alone above a blank line is the day of the page

    def entries(self, line: str, item: bool) -> list[Entry]:
        """The dated stretches of a line; one without a date where it stands under none."""
        if not self.listed and not item:
            self._rest()
            return [_plain(0, len(line))]
        bounds = _parts(line) if self.listed else [(0, len(line))]
        found = [self._entry(line, a, b) for a, b in bounds]
        self.gap = False
        return found

    def _entry(self, line: str, start: int, end: int) -> Entry:
        text = line[start:end]
        found = lead(text, self.year is not None, self.listed, self.pairs) or (
            _dated_cell(text) if self.listed else None
        )
        if found and _PROSE.search(text) and not _set_off(text, found):
            found = None
        date = self._numbers(found) if found else None
        if found is None or (date is None and not found.span):
            return self._closed(line, self._undated(line, start, end))
        inside = "|" in text[: found.start] and text[: found.start].strip("| ")
        bare = not inside and not text[found.end :].strip()
        if found.span and (date is None or bare):
            self.year = self.heading = self.item = None
        elif bare:
            self.heading, self.item, self.fresh = date, None, True
        else:
            self.item, self.marks, self.fresh = date, found.marks, False
        if date is not None:
            self.year = date[0]
        made = dated(*date) if date else None
        own = made is not None
        if inside:
            hole = (start + found.start, start + found.end)
            return Entry(start, end, start, end, made, own, False, hole)
        entry = Entry(start, end, start + found.end, end, made, own, bare)
        return entry if bare else self._closed(line, entry)

    def _closed(self, line: str, entry: Entry) -> Entry:
        """The entry with the date that brackets at its end say, where it goes with its own."""
        heading = line.startswith("#")
        match = (
            None
            if heading
            else _TAIL.search(line, max(entry.body, entry.stop - _RIGHT), entry.stop)
        )
        year = entry.date.earliest.year if entry.date else None
        written = (match["date"] or match["set"]) if match else ""
        found = lead(written, year is not None, True) if match else None
        if match is None or found is None or found.span or found.end < len(written):
            return entry
        if year is None and (found.year is None or not self.listed):
            return entry
        date = dated(found.year or year or 0, found.month, found.day)
        if date is None or (entry.date and not date.edtf.startswith(entry.date.edtf)):
            return entry
        return replace(entry, date=date, own=True, stop=match.start())

    def _numbers(self, found: Lead) -> Numbers | None:
        """Year, month and day of a lead, what it leaves out taken from above."""
        if found.ditto:
            return self.item or self.heading
        year = found.year or self.year
        month, day = found.month, found.day
        if found.span and found.year is None and month is None:
            return None
        if year is None or dated(year, month, day) is None:
            return None
        return year, month, day

    def _undated(self, line: str, start: int, end: int) -> Entry:
        text = line[start:end]
        marks = re.match(MARKS, text)
        signs = marks[0] if marks else ""
        if _NOTE.match(text) or (self.gap and not self.fresh and not signs.strip()):
            self._rest()
            return _plain(start, end)
        self.fresh = False
        above = self.heading
        prose = _PROSE.search(text)
        if self.item and not prose and (above is None or len(signs) > len(self.marks)):
            above = self.item if signs != self.marks or not signs.strip() else None
        made = dated(*above) if above and not (prose and self.gap) else None
        return Entry(start, end, start, end, made)

    def _rest(self) -> None:
        self.year = self.heading = self.item = None
        self.fresh = False


def _plain(start: int, end: int) -> Entry:
    return Entry(start, end, start, end)


def _set_off(text: str, found: Lead) -> bool:
    """Whether signs set a date off from the sentence that it leads: a bullet, a colon, a column."""
    written = text[found.start : found.end]
    return bool(
        found.marks.strip()
        or not re.search(r"[년월]", written)
        or re.search(r"[:=|/>\-]|\s{2,}$", written)
    )


def _dated_cell(text: str) -> Lead | None:
    """The date that is the second, third or fourth cell of a table row."""
    for match in list(_CELL.finditer(text))[:3]:
        found = lead(match["date"], False, True)
        if found and found.end == len(match["date"]) and not found.span:
            at = match.start("date")
            return replace(found, start=at + found.start, end=at + found.end)
    return None


def _is_date(line: str) -> bool:
    """Whether a line is a year, with or without its month, and nothing else."""
    found = lead(line, False, False)
    return found is not None and not found.day and found.end == len(line)


def _dated_items(line: str) -> int:
    """How many items of a line start with a year."""
    found = lead(line, False, True) or _dated_cell(line)
    if found is None:
        right = _TAIL.search(line, max(0, len(line) - _RIGHT))
        written = (right["set"] or right["date"]) if right and not _PROSE.search(line) else ""
        tail = lead(written, False, True) if written else None
        return len(_chained(line)) + int(tail is not None and tail.year is not None)
    if found.span and found.year is None:
        return 0
    return 1 + sum("월" not in line[m.end() : m.end() + 3] for m in _PARTS.finditer(line))


def _parts(line: str) -> list[tuple[int, int]]:
    """The stretches of a line that each start with a date, where the first one does."""
    first = lead(line, True, True)
    chained = _chained(line)
    if first is None:
        return _between(line, chained) if len(chained) >= _CHAINED else [(0, len(line))]
    if chained:
        return _between(line, chained)
    cuts = list(_PARTS.finditer(line, first.end))
    pipes = line.count("|", first.end)
    if pipes and sum("|" in m[0] for m in cuts) < pipes:
        cuts = [m for m in cuts if "|" not in m[0]]
    return _between(line, cuts)


def _between(line: str, cuts: Sequence["re.Match[str]"]) -> list[tuple[int, int]]:
    edges = [0, *(at for m in cuts for at in (m.start(), m.end())), len(line)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _chained(line: str) -> list["re.Match[str]"]:
    """Where items end that write their dates in brackets: `A 설립(2003.4) → B 인수(2008.6)`."""
    if _PROSE.search(line):
        return []
    found: list[re.Match[str]] = []
    since = 0
    for match in _CHAIN.finditer(line):
        tail = _TAIL.search(line, max(since, match.start() - _RIGHT), match.start())
        written = tail["date"] if tail else None
        date = lead(written, True, True) if written else None
        if tail and date and date.end == len(written or "") and line[since : tail.start()].strip():
            found.append(match)
            since = match.end()
    return found
