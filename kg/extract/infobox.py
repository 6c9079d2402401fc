"""What the box of a page says, a label and its value a line: `설립일: 1995`, `| 대표 | 김하늘`."""

import re

from kg.extract.candidate import Candidate
from kg.extract.relation_parts import made
from kg.extract.scan import Row
from kg.lang.ko.dates import DateContext, find_dates, resolve
from kg.lang.ko.named import Named
from kg.lang.ko.reading import Sentence
from kg.lang.ko.words import PERSON_SURNAMES, word_set
from kg.model.dates import PartialDate

_BEFORE = r"^[\s|*•·\-■▪]*"
_PAIR = re.compile(
    _BEFORE + r"(?P<label>[가-힣A-Z][가-힣A-Z ]{0,8}?)\**(?:\s*[:|=]\s*|\s{2,})"
    r"(?P<value>[^|]+?)[\s|]*$"
)
_SPOKEN = re.compile(r"^\s*(?P<label>대표이사|대표자?|사장|CEO)\s+(?P<value>[가-힣]{3,4})\s*$")
_LONGEST = 110
_FOUNDED = word_set("설립 설립일 설립연도 창립 창립일 창업 창업일 창사 창사일 창립연도")
_FOUNDERS = word_set("설립자 창립자 창업자 창업주 공동창업자")
_BEGUN = word_set("개국 개국일 개통일 출시 출시일 서비스개시 서비스시작 개시일")
_LISTED = word_set("상장 상장일 상장여부 코스닥상장 코스피상장")
_HEADS = word_set("대표 대표자 대표이사 CEO 최고경영자 사장 회장 은행장 행장 이사장")
_PEOPLE = word_set("주요인물 핵심인물 경영진")
_PARENTS = word_set("모기업 모회사 최종모기업 상위기업 지배회사")
_CHILDREN = word_set("자회사 종속회사 종속기업")
_FORMER = word_set("전신 옛이름 이전이름 구명칭 옛사명 이전사명 구사명 이전명칭")
_SERVICES = word_set(
    """서비스 운영서비스 주요서비스 대표서비스 브랜드 주요브랜드 운영브랜드 대표브랜드 제품 주요제품
    대표제품 주력제품 생산제품 주요상품 대표상품 주력상품"""
)
_TITLE = re.compile(r"\s*(?:대표이사|대표|회장|사장|부회장|은행장|행장|이사장|CEO|의장)$")
_MARKET = re.compile(r"코스닥|코스피|유가증권시장|나스닥|뉴욕증권거래소|[가-힣]*증권거래소|코넥스")
_ARROW = re.compile(r"→|->")
_ITEM = re.compile(r"(?:[^,、/(]|\([^()]*\))+")
_LEGAL = re.compile(r"\(주\)|주식회사|㈜")
_NOTE = re.compile(r"\s*\(([^()]{2,10})\)")
_NAME = re.compile(r"[가-힣A-Za-z0-9&.!'\- ]{2,24}")
_NO_NAME = re.compile(r"\d{3}|[다요]$")
_PERSON = re.compile(
    r"[가-힣]{2,4}|[가-힣]+(?: [가-힣]+){1,3}|[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){1,3}"
)


def infobox(row: Row, topic: Named | None) -> list[Candidate]:
    """What a line of the box of a company's page says of the company."""
    text = row.line.text
    if topic is None or len(text) > _LONGEST or text.rstrip().endswith(("다.", "요.")):
        return []
    whole = _PAIR.match(text)
    if whole is not None and _known(whole["label"]):
        return _said(row, topic, whole["label"], *whole.span("value"))
    found: list[Candidate] = []
    at = 0
    for part in text.split("|"):
        match = _PAIR.match(part) or _SPOKEN.match(part)
        spoken = match is not None and match.re is _SPOKEN
        if match is not None and spoken and match["value"][0] not in PERSON_SURNAMES:
            match = None
        if match is not None and "|" in text:
            start, end = match.span("value")
            found += _said(row, topic, match["label"], at + start, at + end)
        at += len(part) + 1
    return found


def _known(label: str) -> bool:
    every = (
        _FOUNDED, _FOUNDERS, _BEGUN, _LISTED, _HEADS, _PEOPLE, _PARENTS, _CHILDREN, _FORMER,
        _SERVICES,
    )  # fmt: skip
    return any("".join(label.split()) in words for words in every)


def _said(row: Row, topic: Named, label: str, start: int, end: int) -> list[Candidate]:
    line = row.line
    label = "".join(label.split())
    sentence = Sentence(line, 0, len(line.text), tuple(row.dates), (), (), ())
    if label in _FOUNDED | _BEGUN | _LISTED:
        value = line.text[start:end]
        event, date = _event(label, topic, value), _date(value)
        return [_happened(*event, sentence, date)] if event and date else []
    names = _names(line.text, start, end)
    if label in _FOUNDERS:
        founders = [n for n in names if _PERSON.fullmatch(n.text)]
        roles = {"company": [topic], "founder": founders}
        return [_happened("Founding", roles, sentence)] if founders else []
    if label in _HEADS | _PEOPLE:
        return _heads(line.text, topic, label, names, sentence)
    return _related(label, topic, names, sentence)


def _happened(
    kind: str, roles: dict[str, list[Named]], sentence: Sentence, date: PartialDate | None = None
) -> Candidate:
    how = f"ko/{kind.lower()}#box"
    return Candidate(kind, roles, sentence, 0, sentence.end, how, date, listed=True)


def _related(label: str, topic: Named, names: list[Named], sentence: Sentence) -> list[Candidate]:
    place = (0, sentence.end)
    if label in _CHILDREN:
        return [made("subsidiaryOf", n, topic, sentence, place, "box") for n in names]
    kinds = {"subsidiaryOf": _PARENTS, "formerName": _FORMER, "operates": _SERVICES}
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
        if label in _PEOPLE and title not in _HEADS:
            continue
        if title and title not in _HEADS and label not in _PEOPLE:
            continue  # 김하늘(창업 당시)
        if _PERSON.fullmatch(named.text):
            position = title if label in _PEOPLE else label
            place = (0, len(text))
            found.append(made("headOf", named, topic, sentence, place, "box", position))
    return found


def _event(label: str, topic: Named, value: str) -> tuple[str, dict[str, list[Named]]] | None:
    if label in _FOUNDED:
        return "Founding", {"company": [topic]}
    if label in _BEGUN:
        return "Launch", {"service": [topic]}
    market = _MARKET.search(value) or _MARKET.search(label)
    named = [Named(market[0], 0, 0)] if market else []
    return ("Listing", {"company": [topic], "market": named}) if named else None


def _date(value: str) -> PartialDate | None:
    """The first date of a value, where it is one day, month or year."""
    found = [one for one in find_dates(value) if one.absolute]
    return resolve(found[0], DateContext()) if found and found[0].last is None else None


def _names(text: str, start: int, end: int) -> list[Named]:
    """The names of a value, set apart by commas and the like; the last of a row of arrows."""
    start = max(start, max((m.end() for m in _ARROW.finditer(text[:end])), default=0))
    found: list[Named] = []
    for match in _ITEM.finditer(text[start:end]):
        name = _TITLE.sub("", _LEGAL.sub("", match[0].split("(")[0]).strip(" '\""))
        at = text.find(name, start + match.start())
        if at >= 0 and _NAME.fullmatch(name) and not _NO_NAME.search(name):
            found.append(Named(name, at, at + len(name)))
    return found
