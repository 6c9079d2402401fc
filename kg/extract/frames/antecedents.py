"""Whom 이 회사, 그 법인, 두 회사, 회사 측 stand for."""

from itertools import pairwise

from kg.extract.context.reader import Reader
from kg.extract.frames.authorities import THINGS
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import PERSON
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.words import COMPANY_NOUNS, word_set
from kg.model.schema import Role

_THIS = ("이", "그", "해당")
_ANOTHER = word_set("새 새로운 다른 딴 또 별도 별개 신규 어느 어떤 남 여러 각 첫")
"""새 회사, 다른 회사: none that the text has told of."""
_COUNTED = {"둘": 2, "두사람": 2, "두친구": 2, "두창업자": 2, "셋": 3, "세사람": 3, "세친구": 3}
"""Words for the persons just named, and how many they are."""
_NEW = ("새", "신설", "통합", "합병")
"""What a company is called that an event has just made: 새 회사, 신설 법인, 통합 법인."""
FIRST_AND_LAST = ("전자", "후자")
_THINGS = ("이", "이것", "그것", "이거", "그거")
_PERSONS = ("그", "그녀", "이분", "그분", "이 사람", "그 사람", "이 양반", "그 양반")
_PLACES = ("이곳", "그곳")
"""Words for places that companies are called by."""


def antecedent(named: Named, phrase: Phrase, role: Role, reader: Reader) -> list[Named]:
    """The companies, or the person, that a pronoun or a class noun stands for."""
    state = reader.discourse
    if named.text in FIRST_AND_LAST:
        return list(state.pair)[FIRST_AND_LAST.index(named.text) :][:1]
    if named.plural and "Service" not in role.kinds and named.text.endswith(THINGS):
        return []  # 두 제품
    if named.plural:
        listed = _listed_before(named.plural, phrase, reader)
        return listed or (list(state.pair) if len(state.pair) == named.plural else [])
    if named.text in _PERSONS or "Organization" not in role.kinds:
        person = "Person" in role.kinds and named.text in _PERSONS
        known = state.actor or state.person
        return [known] if person and known is not None else []
    firm = named.text.split()[-1] in COMPANY_NOUNS or named.text in _PLACES
    owned = phrase.of is not None and phrase.of.text not in ("그", "자신", "이")
    if firm and not owned and phrase.tokens[0].form in _NEW and phrase.case != "을":
        return [state.newborn] if state.newborn is not None else []
    other = phrase.tokens[0].form in _ANOTHER
    company = this_company(phrase, reader) if firm and not owned and not other else None
    return [company] if company is not None else []


def persons_counted(phrase: Phrase, role: Role, reader: Reader) -> list[Named]:
    """`둘은`, `두 사람이`: the persons last named together, if they are as many."""
    people = reader.discourse.people
    counted = "Person" in role.kinds and _COUNTED.get(phrase.text) == len(people)
    return list(people) if counted else []


def just_named(phrase: Phrase, reader: Reader) -> list[Named]:
    """What 이를 and 그것을 may stand for, likeliest first: the objects and subjects before it in
    its sentence, the nearest first, then those of the sentence before."""
    if phrase.text not in _THINGS or phrase.case != "을":
        return []
    before = [c for c in reader.sentence.clauses if c.end <= phrase.start]
    clauses = [c for c in before if c.reading.link != ADNOMINAL]
    found = [n for clause in reversed(clauses) for n in objects_first(clause, reader)]
    return [*found, *reader.discourse.named]


def objects_first(clause: Clause, reader: Reader) -> list[Named]:
    """The names of a clause: those of its objects, then those of its subjects."""
    phrases = [p for p in clause.phrases if p.case == "을"]
    phrases += [p for p in clause.phrases if p.case in ("", "이") and not p.complement]
    return [n for p in phrases for n in names_of(p, reader.line) if n.proper and n.kind != PERSON]


def this_company(phrase: Phrase, reader: Reader) -> Named | None:
    """The company that 이 회사 or 회사 means: 이 회사 the one just brought in, where the text does
    not go on about another; 회사 the one that the text is about."""
    state = reader.discourse
    subject = state.subject()
    if phrase.tokens[0].form not in _THIS:
        return subject
    others = _subject_names(phrase, reader)
    told = [_company_before(phrase, reader), state.head, state.brought, subject, state.topic]
    return next((one for one in told if one is not None and one.text not in others), None)


def _subject_names(phrase: Phrase, reader: Reader) -> set[str]:
    """The names of the subject beside which the phrase stands: they are not what it means."""
    clause = next((c for c in reader.sentence.clauses if phrase in c.phrases), None)
    if clause is None or clause.subject is None or clause.subject is phrase:
        return set()
    return {n.text for n in names_of(clause.subject, reader.line) if n.proper}


def _listed_before(number: int, phrase: Phrase, reader: Reader) -> list[Named]:
    """`A·B·C 세 회사가`: as many names as the number says, right before it."""
    for clause in reader.sentence.clauses:
        for left, right in pairwise(clause.phrases):
            if right is phrase and not left.case and left.also:
                names = [n for n in names_of(left, reader.line) if n.proper]
                return names if len(names) == number else []
    return []


def _company_before(phrase: Phrase, reader: Reader) -> Named | None:
    """The company that was the object earlier in the sentence, what something was said to be
    (`뿌리는 X로, …`), or the subject, under the name that it has taken by then."""
    equal = _equal(phrase, reader)
    if equal is not None:
        return equal
    for clause in reversed(reader.sentence.clauses):
        if clause.end > phrase.start:
            continue
        for target in (clause.phrase("을"), clause.subject):
            names = [n for n in names_of(target, reader.line) if n.proper] if target else []
            if len(names) == 1 and reader.directory.is_organization(names[0]):
                own = target is clause.subject
                return reader.discourse.now(names[0]) if own else names[0]
    return None


def _equal(phrase: Phrase, reader: Reader) -> Named | None:
    """`뿌리는 2014년 사들인 X로, 1960년 문을 연 이 회사는 …`: X."""
    for clause in reader.sentence.clauses:
        topics = [p for p in clause.phrases if p.topic and not p.case]
        for one in clause.phrases:
            if one.case != "로" or not one.comma or one.end > phrase.start or not topics:
                continue
            names = [n for n in names_of(one, reader.line) if n.proper and n.kind != PERSON]
            if len(names) == 1:
                return names[0]
    return None


def brought_in(reader: Reader) -> Named | None:
    """The company that a sentence brings in for the next one to take up as 이 회사: its topic,
    else, on no company's own page, the last one that it names."""
    found: list[Named] = []
    for clause in reader.sentence.clauses:
        for phrase in clause.phrases:
            names = [n for n in names_of(phrase, reader.line) if n.proper and n.kind != PERSON]
            known = [n for n in names if reader.directory.is_organization(n)]
            if phrase is clause.subject and phrase.topic and len(known) == 1:
                return known[0]
            found += known
    return found[-1] if found and not reader.discourse.page else None
