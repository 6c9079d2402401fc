"""What the box of a page says, a label and its value a line: `설립일: 1995`, `| 대표 | 김하늘`."""

import re

from kg.extract.context.candidate import Candidate
from kg.extract.lines.scan import Row
from kg.extract.relations.relation_parts import made
from kg.lang.ko.dates.expressions import DateContext, find_dates, resolve
from kg.lang.ko.lines.box_lines import (
    BEGUN,
    CHILDREN,
    FORMER,
    FOUNDED,
    FOUNDERS,
    HEADS,
    LISTED,
    NAMES,
    PARENTS,
    PEOPLE,
    SERVICES,
    pairs,
)  # fmt: skip
from kg.lang.ko.names.named import Named
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import COMMON, word_set
from kg.model.dates import PartialDate

_BOXED = "ko/founding#box"
_TITLE = re.compile(r"\s*(?:대표이사|대표|회장|사장|부회장|은행장|행장|이사장|CEO|의장)$")
_COLUMNS = word_set("재임 기간 임기 비고 성명 직함 직책 취임 퇴임 구분 연도 시기 약력")
_MARKET = re.compile(r"코스닥|코스피|유가증권시장|나스닥|뉴욕증권거래소|[가-힣]*증권거래소|코넥스")
_ARROW = re.compile(r"→|->")
_ITEM = re.compile(r"(?:[^,、/(]|\([^()]*\))+")
_OTHERS = re.compile(r"\s(?:외|등)(?:\s?\d+(?:개사|곳|개|인|명)?)?$")
_ONCE = re.compile(r"\((?:구|옛|舊|전|이전)(?![가-힣])\s?[:.]?\s?(?P<names>[^()]{2,60})\)")
_LEGAL = re.compile(r"\(주\)|주식회사|㈜")
_NOTE = re.compile(r"\s*\(([^()]{2,10})\)")
_NAME = re.compile(r"[가-힣A-Za-z0-9&.!'\- ]{2,24}")
_NO_NAME = re.compile(r"\d{3}|[다요]$")
_PERSON = re.compile(
    r"[가-힣]{2,4}|[가-힣]+(?: [가-힣]+){1,3}|[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){1,3}"
)


def infobox(row: Row, topic: Named | None) -> list[Candidate]:
    """What a line of the box of a company's page says of the company."""
    if topic is None:
        return []
    return [one for pair in pairs(row.line.text) for one in _said(row, topic, *pair)]


def _said(row: Row, topic: Named, label: str, start: int, end: int) -> list[Candidate]:
    line = row.line
    sentence = Sentence(line, 0, len(line.text), tuple(row.dates), (), (), ())
    if label in FOUNDED | BEGUN | LISTED:
        value = line.text[start:end]
        event, date = _event(label, topic, value), _date(value)
        return [_happened(*event, sentence, date)] if event and date else []
    if label in NAMES:
        once = _ONCE.search(line.text, start, end)
        olds = _names(line.text, *once.span("names")) if once is not None else []
        return [made("formerName", topic, n, sentence, (0, sentence.end), "box") for n in olds]
    names = [n for n in _names(line.text, start, end) if n.text != topic.text]
    if label in FOUNDERS:
        founders = [n for n in names if _PERSON.fullmatch(n.text)]
        roles = {"company": [topic], "founder": founders}
        return [_happened("Founding", roles, sentence)] if founders else []
    if label in HEADS | PEOPLE:
        return _heads(line.text, topic, label, names, sentence)
    return _related(label, topic, names, sentence)


def with_box_foundings(found: list[Candidate]) -> list[Candidate]:
    """A founding that the box dates is the one that the text tells of the same time, under the
    name that the company bore then."""
    told = [
        one
        for one in found
        if one.type == "Founding" and one.extracted_by != _BOXED and one.date is not None
    ]
    for one in found:
        if one.extracted_by != _BOXED or one.date is None:
            continue
        edtf = one.date.edtf
        same = [o for o in told if o.date and edtf.startswith(o.date.edtf) and o.listed]
        if len(same) == 1:
            one.roles = {**one.roles, "company": same[0].roles["company"]}
    return found


def _happened(
    kind: str, roles: dict[str, list[Named]], sentence: Sentence, date: PartialDate | None = None
) -> Candidate:
    how = f"ko/{kind.lower()}#box"
    return Candidate(kind, roles, sentence, 0, sentence.end, how, date, listed=True)


def _related(label: str, topic: Named, names: list[Named], sentence: Sentence) -> list[Candidate]:
    place = (0, sentence.end)
    if label in CHILDREN:
        return [made("subsidiaryOf", n, topic, sentence, place, "box") for n in names]
    kinds = {"subsidiaryOf": PARENTS, "formerName": FORMER, "operates": SERVICES}
    relation = next((name for name, labels in kinds.items() if label in labels), None)
    return [made(relation, topic, n, sentence, place, "box") for n in names if relation]


def _heads(
    text: str, topic: Named, label: str, names: list[Named], sentence: Sentence
) -> list[Candidate]:
    """Who leads the company; of persons in general only those with a title in brackets."""
    found: list[Candidate] = []
    for named in names:
        after = _NOTE.match(text, named.end)
        title = after[1].strip() if after else ""
        if label in PEOPLE and title not in HEADS:
            continue
        if title and title not in HEADS and label not in PEOPLE:
            continue  # 김하늘(창업 당시)
        if _PERSON.fullmatch(named.text) and not set(named.text.split()) & (COMMON | _COLUMNS):
            position = title if label in PEOPLE else label
            place = (0, len(text))
            found.append(made("headOf", named, topic, sentence, place, "box", position))
    return found


def _event(label: str, topic: Named, value: str) -> tuple[str, dict[str, list[Named]]] | None:
    if label in FOUNDED:
        return "Founding", {"company": [topic]}
    if label in BEGUN:
        return "Launch", {"service": [topic]}
    market = _MARKET.search(value) or _MARKET.search(label)
    named = [Named(market[0], 0, 0)] if market else []
    roles = {"company": [topic], "market": named} if named else {"company": [topic]}
    return ("Listing", roles) if named or label == "상장일" else None


def _date(value: str) -> PartialDate | None:
    """The first date of a value, where it is one day, month or year."""
    found = [one for one in find_dates(value) if one.absolute]
    return resolve(found[0], DateContext()) if found and found[0].last is None else None


def _names(text: str, start: int, end: int) -> list[Named]:
    """The names of a value, set apart by commas and the like; the last of a row of arrows."""
    start = max(start, max((m.end() for m in _ARROW.finditer(text[:end])), default=0))
    found: list[Named] = []
    for match in _ITEM.finditer(text[start:end]):
        name = _OTHERS.sub("", match[0].split("(")[0])
        name = _TITLE.sub("", _LEGAL.sub("", name).strip(" '\""))
        at = text.find(name, start + match.start())
        if at >= 0 and _NAME.fullmatch(name) and not _NO_NAME.search(name):
            found.append(Named(name, at, at + len(name)))
    return found
