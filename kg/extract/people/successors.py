"""Who comes after: 후임은 X다, 새 대표는 X, without a verb that appoints."""

from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import organization
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, name_of
from kg.lang.ko.names.person_names import is_korean_name
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import HEAD_TITLES
from kg.model.claim import ASSERTED, Details
from kg.model.dates import PartialDate

_NEXT = ("후임", "신임", "차기", "새")
_TITLE_ENDS = (
    "대표",
    "이사",
    "사장",
    "회장",
    "의장",
    "행장",
    "CEO",
    "수장",
    "경영자",
    "총재",
    "이사장",
)
_WHAT = ("이", "을", "")
_FRAME = "ko/appointment#successor"


def successors(
    clause: Clause, sentence: Sentence, reader: Reader, date: PartialDate | None
) -> list[Candidate]:
    """Who comes after whom, told without a verb that appoints."""
    changed = _replaced(clause, sentence, reader, date)
    return changed or _next(clause, sentence, reader)


def _next(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`후임은 홍길동 전무다`, `새 대표는 A 출신인 마르코 로시.`: the office is the topic, and the
    sentence says no more than who has it."""
    predicate, reading = clause.predicate, clause.reading
    if reading.link == ADNOMINAL or reading.status != ASSERTED or len(clause.phrases) < 2:
        return []
    if predicate is not None and predicate.stem != "이":
        return []
    office, complement = clause.phrases[0], clause.phrases[-1]
    position = _office(office)
    company = reader.discourse.subject()
    person = _person(complement, reader)
    if position is None or person is None or company is None or office.of is not None:
        return []
    roles = {"person": [replace(person, notes=())], "company": [company]}
    end = max(clause.end, complement.end)
    details = Details(position=position or person.title or None)
    return [
        Candidate(
            "Appointment", roles, sentence, clause.start, end, _FRAME, None, ASSERTED, details,
            assumed={"company"},
        )
    ]  # fmt: skip


_CHANGING = ("바뀌", "바꾸", "교체되", "교체하", "변경되", "변경하", "넘어가")


def _replaced(
    clause: Clause, sentence: Sentence, reader: Reader, date: PartialDate | None
) -> list[Candidate]:
    """`대표가 A에서 B로 바뀌었다`: who leaves, and who comes."""
    predicate = clause.predicate
    if predicate is None or predicate.stem not in _CHANGING or clause.reading.status != ASSERTED:
        return []
    office = next(
        (
            p
            for p in clause.phrases
            if p.tokens[-1].form in _TITLE_ENDS and p.case in ("이", "을", "")
        ),
        None,
    )
    gone, come = clause.phrase("에서"), clause.phrase("로")
    if office is None or gone is None or come is None:
        return []
    persons = [_named(p, reader) for p in (gone, come)]
    company = organization(office.of, reader) if office.of is not None else None
    if company is None and len(office.tokens) > 1:
        before = name_of(office.tokens[:-1], reader.line)
        company = before if before is not None and before.proper else None
    company = company or reader.discourse.subject()
    if company is None or persons[0] is None or persons[1] is None:
        return []
    found: list[Candidate] = []
    for event, person in zip(("Departure", "Appointment"), persons, strict=True):
        roles = {"person": [replace(person, notes=())] if person else [], "company": [company]}
        details = Details(position=office.tokens[-1].form)
        found.append(
            Candidate(
                event, roles, sentence, clause.start, clause.end, f"ko/{event.lower()}#replaced",
                date, ASSERTED, details, assumed={"company"},
            )
        )  # fmt: skip
    return found


def _named(phrase: Phrase, reader: Reader) -> Named | None:
    """The person whom a phrase names by a name of whatever form."""
    found = _person(replace(phrase, case=""), reader)
    plain = name_of(phrase.tokens, reader.line) if found is None else None
    return replace(plain, kind=PERSON) if plain and is_korean_name(plain.text) else found


def _office(phrase: Phrase) -> str | None:
    """The office that the topic names ("" for 후임); None where it is no one's to come into."""
    if not phrase.topic or phrase.case not in ("", "로", "에"):
        return None
    text = phrase.text
    mark = next((mark for mark in _NEXT if text.startswith(mark)), None)
    rest = text.removeprefix(mark).removeprefix("자") if mark else text
    return rest if mark and (rest in HEAD_TITLES or (not rest and mark == "후임")) else None


def _person(phrase: Phrase, reader: Reader) -> Named | None:
    """The person whom a complement names; two words in a row may be a foreigner's."""
    named = name_of(phrase.tokens, reader.line)
    if named is None or not named.proper or phrase.case:
        return None
    if named.kind == PERSON:
        return named
    known = reader.directory.kind(named)
    foreign = len(named.text.split()) == 2 and not named.kind
    return replace(named, kind=PERSON) if known == PERSON or (foreign and not known) else None
