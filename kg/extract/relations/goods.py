"""Who operates what, said by a verb: '물결'을 운영하는 A, A가 만든 '물결', A는 '물결'도 돌린다."""

from dataclasses import replace

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.frames.facilities import is_facility
from kg.extract.relations.relation_parts import made, organization, with_others
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, PLACE, SERVICE
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.names.person_names import is_korean_name
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.lang.ko.tokens.words import COMMON, PLACES, SERVICE_NOUNS, word_set

_RUNS = frozenset(("운영하", "서비스하", "운용하", "굴리"))
"""Verbs that say it in any tense."""
_MAKES = frozenset(("만들", "개발하", "내놓", "선보이", "돌리", "꾸리"))
"""Verbs that say it before a noun in any tense, else of what goes on and is called so in quotes or
known for a service."""
_DOES = frozenset(
    ("하", "팔", "판매하", "공급하", "생산하", "제공하", "발행하", "전개하", "제작하")
)
"""Verbs that say it of what goes on or long did, of what is known for a service or product."""
_HAS = frozenset(("가지", "갖", "보유하", "거느리", "소유하", "두"))
"""Verbs that say it of services only: one has companies, too, and shares, and hopes."""
_LASTING = ("는", "던")
_PRESENT = word_set("다 ᆫ다 는다 ᆸ니다 습니다 어요 아요 지 는데 ᆫ데 ᆫ대 지요 네")
_SIDES = ("입장", "측", "쪽")
_PERSONAL = ("님", "씨")
_GAP = 3
"""How many characters may part the names of a list: a quote, a comma, a blank."""


def operations(clause: Clause, sentence: Sentence, reader: Reader) -> list[Candidate]:
    """`A는 '물결'을 운영한다`, `'물결'을 굴리는 A`, `A가 만든 '물결'`, `'물결'은 A가 돌린다`."""
    predicate = clause.predicate
    if predicate is None or clause.reading.status != "asserted" or clause.reading.begun:
        return []
    stem = predicate.stem
    if stem not in _RUNS and not _says_so(clause, reader):
        return []
    owners, things, sure = _parties(clause, reader)
    strict = stem in _DOES | _HAS or (stem in _MAKES and clause.reading.link != ADNOMINAL)
    strict = strict and not (sure and stem not in _HAS)
    run = stem in _RUNS
    owners = [one for one in owners if run or _is_maker(one, reader)]
    if stem == "하" and clause.phrase("로") is not None:
        return []  # 서울을 무대로 하는 A
    things = [n for n in things if _is_good(n, reader, strict=strict, run=run)]
    end = max(clause.end, clause.head.end) if clause.head is not None else clause.end
    place = (clause.start, end)
    return [
        made("operates", owner, thing, sentence, place, "verb")
        for owner, thing in _pairs(owners, things)
        if owner.text != thing.text
    ]


def _pairs(owners: list[Named], things: list[Named]) -> list[tuple[Named, Named]]:
    """Whose each is: `A와 B가 운영하는 '물결'과 '바람'` names them in one order."""
    if len(owners) > 1 and len(owners) == len(things):
        return list(zip(owners, things, strict=True))
    return [(owner, thing) for owner in owners for thing in things]


def _says_so(clause: Clause, reader: Reader) -> bool:
    """Whether a verb that may mean other things stands so that it says whose a product is."""
    assert clause.predicate is not None  # noqa: S101 # operations has looked
    stem, reading = clause.predicate.stem, clause.reading
    if clause.moments and not reading.ongoing:
        return False  # 2014년 선보인: what happened then
    lasting = reading.form in _LASTING or reading.ongoing or _goes_on(clause)
    if stem in _MAKES and not reader.discourse.in_list:
        return reading.link == ADNOMINAL or lasting
    if stem in _MAKES | _DOES:
        return lasting
    if stem in _HAS:
        return reading.form in ("ᆫ", "은", "는", "던") or reading.ongoing
    return False


def _goes_on(clause: Clause) -> bool:
    """`A는 '물결'을 만든다`: said in the present."""
    return not clause.reading.past and clause.reading.form in _PRESENT


def _parties(clause: Clause, reader: Reader) -> tuple[list[Named], list[Named], bool]:
    """Who operates and what is operated, by where they stand; and whether it stands as only
    something run does (`'물결'은 A가 한다`, `물결을 하던 A` of a company)."""
    objects = [p for p in clause.phrases if p.case in ("을", "비롯") or (p.only and not p.case)]
    subject = clause.phrase("이")
    topic = next((p for p in clause.phrases if p.topic and p.case == ""), None)
    things = [
        n for p in objects for n in _listed(p, clause, reader) if p.case != "비롯" or n.marked
    ]
    if clause.reading.link == ADNOMINAL:
        if clause.head is None:
            return [], [], False  # '물결'을 선보인 1995년
        if not things:
            joint = subject is None and clause.before is not None
            if joint and clause.before is not None:
                subject = clause.before.phrase("이")  # A가 B를 합쳐서 만든 포털
            made_of = _of_head(clause.head, reader) if subject else []
            return _owners(subject, reader), [] if joint and _is_named(clause) else made_of, False
        owners = _owners(subject or clause.head, reader)
        return owners, things, all(reader.directory.is_organization(one) for one in owners)
    if not things and subject is not None and topic is not None:
        owners = _owners(subject, reader)
        return owners, things_of(topic, reader), all(_is_firm(one, reader) for one in owners)
    doer = subject or topic or _viewpoint(clause) or clause.subject
    if doer is None:
        told = reader.discourse.subject()
        return [told] if told is not None else [], things, False
    return _owners(doer, reader), things, False


def _is_named(clause: Clause) -> bool:
    """Whether what a clause modifies is called by no class noun of services (`만든 포털`)."""
    return clause.head is None or clause.head.tokens[-1].form not in SERVICE_NOUNS


def _is_firm(named: Named, reader: Reader) -> bool:
    return ORGANIZATION in (named.kind, reader.directory.kind(named))


def _of_head(head: Phrase, reader: Reader) -> list[Named]:
    """What a clause modifies, with what that is listed with (`A가 운영하는 '물결'과 '바람'`)."""
    whole = with_others(head, reader.sentence)
    service = reader.discourse.service
    if whole is head and service is not None and head.tokens[0].form in ("그", "이"):
        named = things_of(head, reader)
        last = names_of(head, reader.line)
        return named or ([service] if last and last[-1].kind == SERVICE else [])
    return things_of(whole, reader)


def _viewpoint(clause: Clause) -> Phrase | None:
    """`A에서는 '물결'도 굴린다`, `A 입장에서는`."""
    found = next((p for p in clause.phrases if p.case == "에서" and p.topic), None)
    if found is None or found.tokens[-1].form not in _SIDES or len(found.tokens) == 1:
        return found
    return replace(found, tokens=found.tokens[:-1])


def _listed(phrase: Phrase, clause: Clause, reader: Reader) -> list[Named]:
    """The names of an object, with those listed right before it (`A와 B, C를`, `A와 B 두 곳을`)."""
    found = things_of(phrase, reader)
    before = [p for c in reader.sentence.clauses for p in c.phrases if p.end <= phrase.start]
    for other in sorted(before, key=lambda p: -p.start):
        start = found[0].start if found else phrase.start
        if start - other.end > _GAP or other.topic or other.case:
            break
        counted = not found and phrase.tokens[0].tag in ("MM", "NR", "SN", AMOUNT)
        if not (counted or (found and other.comma)):
            break
        found = [*(n for n in names_of(other, reader.line) if n.proper), *found]
    return found


def _owners(phrase: Phrase | None, reader: Reader) -> list[Named]:
    if phrase is None or phrase.tokens[-1].form in _PERSONAL:
        return []
    owner = organization(phrase, reader)
    if owner is None or not reader.directory.is_organization(owner):
        other = reader.same.get(id(phrase))  # X는 '물결'을 굴리는 '큰손'이다
        owner = (organization(other, reader) if other is not None else None) or owner
    others = [
        n
        for one in phrase.also
        for n in names_of(one, reader.line)
        if n.proper and reader.directory.is_organization(n)
    ]
    return [*others, owner] if owner is not None else []


def things_of(phrase: Phrase, reader: Reader) -> list[Named]:
    """What a phrase names, or is called (`'물결'이라는 앱`)."""
    names = [n for n in names_of(phrase, reader.line) if n.proper]
    other = reader.same.get(id(phrase))
    if not names and other is not None:
        names = [n for n in names_of(other, reader.line) if n.proper]
    return names


def _is_good(named: Named, reader: Reader, *, strict: bool, run: bool) -> bool:
    """Whether a name can be that of a product or service, or of a place that is run; `strict`:
    one that is known or marked as such."""
    known = {named.kind, reader.directory.kind(named)}
    if known & {PERSON, PLACE} or named.text in PLACES | COMMON:
        return False
    if named.kind == ORGANIZATION or (strict and ORGANIZATION in known):
        return False
    if is_facility(named.text) and not run and SERVICE not in known:
        return False
    return not strict or SERVICE in known or named.marked


def _is_maker(named: Named, reader: Reader) -> bool:
    """Whether a name can be a company's where no verb says that it is."""
    if _is_firm(named, reader):
        return True
    foreign = " " in named.text and not named.text.isascii()
    return not reader.directory.kind(named) and not is_korean_name(named.text) and not foreign
