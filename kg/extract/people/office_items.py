"""Offices that change hands without a verb: 초대 회장에 김가람, ▲ 대표이사 김가람, an arrow."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import name_key
from kg.extract.context.reader import Reader
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON
from kg.lang.ko.names.of_phrases import Named
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import HUMAN
from kg.lang.ko.tokens.words import HEAD_TITLES, TITLES
from kg.model.claim import ASSERTED, Details
from kg.model.dates import PartialDate

_HEADS = "|".join(sorted(HEAD_TITLES, key=lambda t: (-len(t), t)))
_TITLES = "|".join(sorted(TITLES, key=lambda t: (-len(t), t)))
_OFFICE = (
    r"(?:이사회 )?(?:사내이사|법인장|관리인|대표집행임원|발행인|총수|"
    rf"(?:각자|공동|단독)?(?:{_HEADS}))"
)
_STOP = r"\s*(?:$|[.,/()→—])"
_OFFICE_LEFT = re.compile(
    rf"(?:신임|새|초대|차기|후임|제\d+대|\d+대)?\s?(?P<office>{_OFFICE})(?:에|에는|로|으로)\s$"
)
_NAME_ENDS = re.compile(
    rf"(?=\s(?:전|현|前|現)\s)|(?:\s(?:[가-힣]{{0,6}}(?:{_TITLES}|본부장|부문장|그룹장)))?{_STOP}"
)
_OFFICE_RIGHT = re.compile(
    rf"(?:\s(?:{_TITLES}))?(?:,|은|는|이|가)?\s(?:제?\d+대 )?(?P<office>{_OFFICE})"
    rf"(?:에|으로|로){_STOP}"
)
_REIGN = re.compile(rf"(?:\s(?P<office>{_OFFICE}))?(?: 단독)? 체제로{_STOP}")
_REIGN_AFTER = re.compile(rf"(?:\s(?P<office>{_OFFICE}))(?: 단독)? 체제{_STOP}")
_SPEAKS = re.compile(_OFFICE)
_ARROW = re.compile(r"\s*(?:→|⇒|->)\s*")
_LIST = re.compile(r"[◆◇■]\s*(?P<company>(?:\(주\)\s?)?[^◆◇▲△▷(<〈\[]{2,20}?)\s*(?=[◆◇▲△▷<〈\[])")
_MOVED = re.compile(
    r"[▲△▷]\s*(?P<office>[^▲△▷◆◇()<〈]{0,30}?(?:장|사장|이사|대표|임원|전무|상무|사|책임자|CEO))\s+"
    r"(?P<name>[가-힣]{2,4})(?:\((?P<note>[^()]*)\))?\s*(?=[▲△▷◆◇<〈\[]|$)"
)
_OPENS = re.compile(
    r"\s*[◆◇■□▲△]\s?(?P<company>[가-힣A-Za-z0-9&]{2,20})[,\s]\s?(?:신임|새|차기|초대|대표)"
)
_NEAR = 60
"""So many characters before a name hold the office that it is given."""
_SAME = re.compile("유임|연임|퇴임|퇴직|사임")


def office_items(
    sentence: Sentence, reader: Reader, dates: dict[int, PartialDate | None]
) -> list[Candidate]:
    """The offices that an item gives, takes or hands on without a verb."""
    listed = list(_personnel(sentence, reader))
    if listed:
        return listed
    found: list[Candidate] = []
    humans = [token for token in sentence.tokens if token.tag == HUMAN]
    text, start, end = sentence.line.text, sentence.start, sentence.end
    company = _headed_by(sentence, reader) or reader.discourse.subject()
    if company is None:
        return []
    arrow = _arrow(sentence)
    for token in humans:
        left, right = text[start : token.start], text[token.end : end]
        event, office = _said(left, right, arrow, token.start)
        if event:
            person = Named(token.form, token.start, token.end, PERSON)
            date = _date_before(dates, token.start)
            found.append(_made(event, person, company, office, sentence, date))
    return found


def _headed_by(sentence: Sentence, reader: Reader) -> Named | None:
    """The company that an item opens with: `◇다온넷 신임 대표에 김가람`."""
    match = _OPENS.match(sentence.line.text)
    if match is None or match.end() > sentence.end or sentence.start > match.start("company"):
        return None
    known = reader.directory.names.get(name_key(match["company"]))
    if known is not None and reader.directory.kind(known) == PERSON:
        return None
    return known or Named(match["company"], *match.span("company"), kind=ORGANIZATION)


def new_offices(found: Sequence[Candidate], items: Sequence[Candidate]) -> list[Candidate]:
    """The items whose person no verb of the sentence says the same of."""
    told = {(one.type, n.text) for one in found for n in one.roles.get("person", ())}
    return [one for one in items if (one.type, one.roles["person"][0].text) not in told]


def _arrow(sentence: Sentence) -> tuple[int, int] | None:
    """Where an arrow stands in a sentence that speaks of an office and of persons."""
    found = _ARROW.search(sentence.line.text, sentence.start, sentence.end)
    if found is None or not _SPEAKS.search(sentence.text):
        return None
    return found.span()


def _said(left: str, right: str, arrow: tuple[int, int] | None, at: int) -> tuple[str, str | None]:
    """What the text on either side of a person's name says of an office: event and office."""
    before = _OFFICE_LEFT.search(left, max(0, len(left) - _NEAR))
    if before is not None and _NAME_ENDS.match(right):
        return "Appointment", before["office"]
    for pattern in (_OFFICE_RIGHT, _REIGN):
        after = pattern.match(right)
        if after is not None:
            return "Appointment", after["office"]
    if arrow is None:
        return "", None
    if _ARROW.match(right) and at < arrow[0]:
        return "Departure", None
    reign = _REIGN_AFTER.match(right)
    if left.endswith(("→ ", "⇒ ", "-> ")) and (reign or re.search("변경|교체", left + right)):
        return "Appointment", reign["office"] if reign else None
    return "", None


def _date_before(dates: dict[int, PartialDate | None], at: int) -> PartialDate | None:
    """The last date that stands before a place of the line."""
    before = [key for key in dates if key < at]
    return dates[max(before)] if before else None


def _personnel(sentence: Sentence, reader: Reader) -> Iterator[Candidate]:
    """`◆ 다온넷 ◇ 승진 ▲ 전무 김가람 ▲ 상무 이나래`: each with the company at the head."""
    text = sentence.line.text
    head = _LIST.match(text.lstrip())
    if head is None or sentence.start > len(text) - len(text.lstrip()) + 4:
        return
    name = head["company"].removeprefix("(주)").removesuffix("(주)").strip()
    at = text.find(name)
    company = Named(name, at, at + len(name), ORGANIZATION, marked=True)
    same = _SAME.search(text)
    for match in _MOVED.finditer(text):
        if _SAME.search(match["note"] or "") or (same and same.end() <= match.start()):
            continue
        person = Named(match["name"], *match.span("name"), kind=PERSON)
        date = reader.discourse.context.published
        office = match["office"].strip()
        yield _made("Appointment", person, company, office, sentence, date)


def _made(
    event: str, person: Named, company: Named, office: str | None, sentence: Sentence,
    date: PartialDate | None,
) -> Candidate:  # fmt: skip
    roles = {"person": [person], "company": [company]}
    listed = {"company"} if company.start == 0 or not company.marked else set()
    return Candidate(
        event, roles, sentence, sentence.start, sentence.end, f"ko/{event.lower()}#item", date,
        ASSERTED, Details(position=office), assumed=listed,
    )  # fmt: skip
