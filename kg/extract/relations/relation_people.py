"""Who heads a company: A의 홍길동 대표, A를 이끄는 홍길동, A의 대표는 홍길동이 맡고 있다."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.relations.relation_parts import made, organization
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, name_of, own_name
from kg.lang.ko.names.person_names import is_korean_name
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import Token
from kg.lang.ko.tokens.words import COMMON, HEAD_TITLES

_HEADS = frozenset(
    (
        "이끌",
        "이끌어오",
        "맡",
        "지휘하",
        "겸하",
        "겸직하",
        "총괄하",
        "책임지",
        "경영하",
        "진두지휘하",
    )
)


def titles(phrase: Phrase, clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`A의 홍길동 대표`, `A 대표 홍길동`."""
    noted = _noted_head(phrase, sentence)
    if noted is not None:
        return [noted]
    named = own_name(phrase, sentence.line.text)
    if named is None or named.kind != PERSON or not named.proper or named.former:
        return []
    title = named.title
    last = title.split()[-1] if title else ""
    compact = title.replace(" ", "")
    if last not in HEAD_TITLES and compact not in HEAD_TITLES:
        return []
    owner = organization(phrase.of, reader) if phrase.of is not None else None
    if owner is None and named.owner is not None and named.owner.proper:
        owner = named.owner
    if owner is None or owner.text in COMMON or len(owner.text) < 2:
        return []
    start = phrase.of.start if phrase.of is not None else phrase.start
    return [
        made(
            "headOf", replace(named, notes=()), owner, sentence, (start, phrase.end), "title", title
        )
    ]


def _noted_head(phrase: Phrase, sentence: Sentence) -> Candidate | None:
    """`하늘소프트(대표 김가람)`."""
    at = next((i for i, t in enumerate(phrase.tokens) if t.form == "(" and i), None)
    close = next((i for i, t in enumerate(phrase.tokens) if t.form == ")"), 0)
    if at is None or close <= at + 1:
        return None
    line = sentence.line.text
    owner, head = name_of(phrase.tokens[:at], line), name_of(phrase.tokens[at + 1 : close], line)
    if owner is None or head is None or not owner.proper or not head.proper:
        return None
    if (
        head.kind != PERSON
        or owner.kind == PERSON
        or head.title.replace(" ", "") not in HEAD_TITLES
    ):
        return None
    place = (owner.start, phrase.tokens[close].end)
    return made("headOf", head, owner, sentence, place, "note", head.title)


def leaders(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:  # noqa: PLR0911  (a list of cases reads best flat)
    """`A를 이끄는 홍길동 대표`."""
    predicate = clause.predicate
    if predicate is None or predicate.stem not in _HEADS or clause.reading.status != "asserted":
        return []
    office = next((p for p in clause.phrases if p.topic and p.text in HEAD_TITLES), None)
    holder = clause.phrase("이")
    if office is not None and office.of is not None and holder is not None:
        chief, company = _leader(holder, reader), organization(office.of, reader)
        if chief is None or company is None:
            return []
        return [
            made(
                "headOf", chief, company, sentence, (clause.start, clause.end), "lead", office.text
            )
        ]  # fmt: skip
    if clause.head is None:
        return _leads(clause, sentence, reader)
    leader = clause.phrase("이")
    if leader is not None:
        chief, company = _leader(leader, reader), organization(clause.head, reader)
        if chief is None or company is None:
            return []
        return [
            made("headOf", chief, company, sentence, (clause.start, clause.head.end), "lead", None)
        ]
    person = name_of(clause.head.tokens, reader.line)
    target = clause.phrase("을")
    company = organization(target, reader) if target is not None else None
    if person is None or person.kind != PERSON or not person.proper or company is None:
        return []
    return [
        made(
            "headOf", replace(person, notes=()), company, sentence, (clause.start, clause.head.end),
            "lead", person.title or None,
        )
    ]  # fmt: skip


def _leads(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`지금은 홍길동 대표가 이끈다`, `A는 홍길동 대표가 이끌고 있다`: now, not once."""
    predicate, holder, target = clause.predicate, clause.phrase("이"), clause.phrase("을")
    if predicate is None or not predicate.stem.startswith("이끌"):
        return _holds(clause, sentence, reader)
    if clause.reading.past:
        return []
    named = name_of(holder.tokens, reader.line) if holder is not None else None
    if named is None or named.kind != PERSON or not named.proper or named.former:
        return []
    if named.title.replace(" ", "") not in HEAD_TITLES:
        return []
    if target is not None:
        company = organization(target, reader)
    else:
        topics = [organization(p, reader) for p in clause.phrases if p.topic and p.case == ""]
        company = next((one for one in topics if one is not None), reader.discourse.subject())
    if company is None or reader.directory.kind(company) == PERSON:
        return []
    chief, title = replace(named, notes=()), named.title
    return [made("headOf", chief, company, sentence, (clause.start, clause.end), "lead", title)]


def _holds(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`홍길동 전무가 A 대표를 맡고 있다`, `홍길동이 대표직을 겸하고 있다`."""
    predicate, holder, held = clause.predicate, clause.phrase("이"), clause.phrase("을")
    held = held or next((p for p in clause.phrases if p.only and not p.case), None)
    holder = holder or next((p for p in clause.phrases if p.topic and _is_person(p, reader)), None)
    if predicate is None or holder is None or held is None:
        return []
    if not clause.reading.ongoing and not predicate.compound.endswith("오"):  # 겸해 왔다
        return []
    tokens = [t for t in held.tokens if t.form != "직"]
    at = next((i for i in range(len(tokens)) if _office(tokens[i:]) in HEAD_TITLES), None)
    chief = _leader(holder, reader)
    if at is None or chief is None:
        return []
    before = name_of(tokens[:at], reader.line) if at else None
    if before is not None:
        company = before if before.proper and before.kind != PERSON else None
    elif held.of is not None:
        company = organization(held.of, reader)
    else:
        company = reader.discourse.subject()
    if company is None or company.text == chief.text:
        return []
    place = (clause.start, clause.end)
    return [made("headOf", chief, company, sentence, place, "hold", _office(tokens[at:]))]


def _is_person(phrase: Phrase, reader: Reader) -> bool:
    named = name_of(phrase.tokens, reader.line)
    return named is not None and PERSON in (named.kind, reader.directory.kind(named))


def _office(tokens: Sequence[Token]) -> str:
    return "".join(token.form for token in tokens)


def _leader(phrase: Phrase, reader: Reader) -> Named | None:
    named = name_of(phrase.tokens, reader.line)
    if named is None or not named.proper or named.kind not in (PERSON, ""):
        return None
    if not named.kind and reader.directory.kind(named) != PERSON:
        named = named if is_korean_name(named.text) else None
    if named is None:
        return None
    return None if reader.directory.is_organization(named) else replace(named, notes=())
