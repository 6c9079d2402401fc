"""Of which company a post is, where the clause does not say it as its subject."""

from kg.extract.context.reader import Reader
from kg.extract.frames.match import Match
from kg.extract.frames.role_kinds import UNITS
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.tokens.words import (
    COMMON,
    FORMER_WORDS,
    HEAD_TITLES,
    PLACES,
    TITLE_PREFIXES,
    TITLES,
)

_SEATS = {"수장", "사령탑", "지휘봉", "자리", "직", "대표직", "회장직", "직위"}
_POSTS = HEAD_TITLES | TITLES | _SEATS
_AMONG = TITLE_PREFIXES | FORMER_WORDS | {"신임", "새", "임시", "차기", "후임", "겸"}


def settle_post(match: Match, clause: Clause, reader: Reader) -> None:
    """The company of an appointment or a departure that the text around it was to give: the one
    that the office is of (`A 신임 대표로는`), where it happened (`A에서는`), or the person's."""
    if "company" not in match.assumed:
        return
    person = match.roles["person"][0]
    told = _of_office(clause, person, reader) or _where(clause, reader)
    if told is None and "person" not in match.assumed:
        told = _of_person(match, clause, reader)
    if told is not None and told.text != person.text:
        match.roles["company"] = [told]
        match.assumed.discard("company")


def _of_office(clause: Clause, person: Named, reader: Reader) -> Named | None:
    """The company before the title in a phrase of its own: A 회장직, A 신임 대표."""
    for phrase in reversed(clause.phrases):
        if phrase.start <= person.start < phrase.end:
            continue
        at = _title_at(phrase)
        persons = (n for n in names_of(phrase, reader.line) if n.kind == PERSON and n.proper)
        if at is None or any(persons):
            continue
        owner = name_of(phrase.tokens[:at], reader.line) if at else None
        if owner is None and not at and phrase.of is not None:
            owner = next(iter(names_of(phrase.of, reader.line)), None)
        if owner is not None and _is_company(owner, reader):
            return owner
        if owner is not None and owner.text in ("그룹", "회사") and not owner.proper:
            return reader.discourse.topic
    return None


def _title_at(phrase: Phrase) -> int | None:
    """Where the title that ends a phrase begins; None where it ends in none."""
    at = len(phrase.tokens)
    while at and phrase.tokens[at - 1].form in _POSTS | _AMONG:
        at -= 1
    titled = any(token.form in _POSTS for token in phrase.tokens[at:])
    return at if titled else None


def _where(clause: Clause, reader: Reader) -> Named | None:
    """`A에서는 B가 물러났다`, `A에는 B가 취임했다`."""
    at: Clause | None = clause
    while at is not None:
        for phrase in at.phrases:
            if phrase.case not in ("에서", "에") or not (phrase.topic or phrase.only):
                continue
            names = [n for n in names_of(phrase, reader.line) if _is_company(n, reader)]
            if len(names) == 1 and reader.directory.is_organization(names[0]):
                return names[0]
        at = at.before
    return None


def _of_person(match: Match, clause: Clause, reader: Reader) -> Named | None:
    """`2018년 취임한 홍길동 A 사장`, `홍길동 A 대표가 물러났다`: the company of the person's
    title."""
    owner = match.roles["person"][0].owner
    known = match.frame.type == "Departure" or clause.reading.link == ADNOMINAL
    return owner if known and owner is not None and _is_company(owner, reader) else None


def _is_company(named: Named, reader: Reader) -> bool:
    known = reader.directory.kind(named)
    plain = named.text in COMMON | PLACES or len(named.text) < 2 or named.text.endswith(UNITS)
    return named.proper and not plain and not {named.kind, known} & {PERSON, PLACE}
