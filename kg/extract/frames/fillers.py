"""Who or what fills a role: the names of a phrase, with pronouns and class nouns resolved."""

from dataclasses import replace

from kg.extract.context.reader import Reader, is_left_open
from kg.extract.frames.antecedents import FIRST_AND_LAST, antecedent, just_named, persons_counted
from kg.extract.frames.assets import asset_of, is_public
from kg.extract.frames.authorities import authority_named
from kg.extract.frames.facilities import facility_of
from kg.extract.frames.fixed import without_brackets
from kg.extract.frames.markets import market_named
from kg.extract.frames.role_kinds import UNITS, fits, is_place, is_weak_name
from kg.extract.frames.round_leaders import is_round, leaders_of
from kg.extract.frames.service_names import bare_service, is_in_daily_use, without_owner
from kg.extract.frames.shares import company_of
from kg.extract.frames.spoken_services import spoken_service
from kg.extract.frames.venues import is_plain, is_venue
from kg.lang.ko.clauses.parse import Clause, leftmost
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.authority_names import is_authority
from kg.lang.ko.names.kinds import ORGANIZATION, PERSON, SERVICE
from kg.lang.ko.names.of_phrases import Named, name_of, names_of
from kg.lang.ko.tokens.words import (
    COMMON,
    FREE_HEADS,
    GENERIC_NOUNS,
    NAMING,
    PERSON_SURNAMES,
    PLACES,
)
from kg.model.schema import Role

_PRESENT = frozenset(("지금", "현재", "오늘날", "현", "오늘", "現"))
"""`지금의 상호로 바꾸었다`: the name that the page is about."""


_POINTING = ("이", "그", "해당", "동", "당", "우리")


_SHORT = 3
"""A class noun of more syllables than this says enough of a service: 새벽배송, 워드프로세서."""
_SITES = ("곳", "데", "집")
"""`2013년에 창업한 곳이다`: what a company is called without its kind."""
_PLURAL_TAILS = frozenset(("등", "처럼", "같은"))


_NAME_NOUNS = ("이름", "명칭", "브랜드", "상호", "사명", "간판", "회사명", "법인명")


def fillers(  # noqa: PLR0911  (a list of cases reads best flat)
    phrase: Phrase, role: Role, of: tuple[str, ...], kind: str, reader: Reader
) -> list[Named]:
    """The names that this phrase gives for a role, none where it names nothing of its kind."""
    if role.name == "investor" and is_round(phrase):
        leaders = leaders_of(phrase, reader.sentence)
        return [n for one in leaders for n in fillers(one, role, of, kind, reader)]
    topic = reader.discourse.topic
    if kind == "present" and phrase.text in _PRESENT:
        return [topic] if topic is not None else []
    if "Market" in role.kinds:
        return market_named(phrase, reader.line)
    if counted := persons_counted(phrase, role, reader):
        return counted
    if role.name == "authority" and is_authority(reader.line[phrase.start : phrase.end]):
        return [authority_named(phrase, reader.line)]
    measured = company_of(phrase, of) if of else phrase
    if measured is None or (kind == "shares" and measured is phrase):
        return []
    if role.name == "facility":
        return facility_of(phrase, kind, reader)
    kind = "" if kind == "shares" else kind
    served = role.kinds == ("Service",)
    if served:
        measured = bare_service(measured, reader.line)
    called = [n for n in _called(measured, reader) if fits(n, role, kind, reader)]
    if called and "text" not in role.kinds and not served:
        return called
    return _named_in(measured, role, kind, reader) or _beside(measured, role, kind, reader)


def _named_in(phrase: Phrase, role: Role, kind: str, reader: Reader) -> list[Named]:
    served = role.kinds == ("Service",)
    found: list[Named] = []
    for named in names_of(phrase, reader.line):
        plain = without_owner(named, reader) if served and named.proper else named
        found += _resolved(plain, phrase, role, kind, reader)
    return found


def _beside(phrase: Phrase, role: Role, kind: str, reader: Reader) -> list[Named]:
    """Where a phrase has no name of its own: what it sums up, or the thing that it tells of."""
    found: list[Named] = []
    owner = phrase.of
    if owner is not None and (_lists(owner, phrase, reader) or _class_alone(phrase, role)):
        found = fillers(owner, role, (), kind, reader)
    between = owner is not None and owner.text.endswith("사이")
    if not found and role.name == "operator" and owner is not None and not between:
        found = fillers(owner, role, (), kind, reader)  # 다온넷의 개발팀이, A의 서버가
    if not found and role.name == "target" and kind in ("", "name"):
        asset = asset_of(phrase, reader)
        found = [asset] if asset is not None else []
    return found


def _lists(owner: Phrase, phrase: Phrase, reader: Reader) -> bool:
    """Whether the genitive names what the class noun sums up: A, B 등의 서비스."""
    return (owner.case in ("처럼", "같은") or owner.tokens[-1].form in _PLURAL_TAILS) and name_of(
        phrase.tokens, reader.line
    ) is not None


def _class_alone(phrase: Phrase, role: Role) -> bool:
    """물결의 서비스: the class noun adds nothing to the name."""
    return "Service" in role.kinds and phrase.text in ("서비스", "운영", "판매", "제공", "영업")


def _resolved(named: Named, phrase: Phrase, role: Role, kind: str, reader: Reader) -> list[Named]:  # noqa: C901, PLR0911  (a list of cases reads best flat)
    if role.name == "scope":
        return [named]
    if "text" in role.kinds:
        return _new_name(named, phrase, role, kind, reader)
    if named.proper:
        return [one for one in (_owned(named, phrase, reader),) if fits(one, role, kind, reader)]
    other = reader.same.get(id(phrase))
    if other is not None:
        named_other = [n for n in names_of(other, reader.line) if n.proper]
        asked = "product" if kind == "plain" else kind
        fitting = [n for n in named_other if fits(n, role, asked, reader)]
        if fitting:
            return [replace(n, label=n.label or named.label) for n in fitting]
        if kind == "plain":
            return []
    if named.kind == PERSON:
        if named.owner is not None and named.owner.proper and "Person" not in role.kinds:
            return [named.owner]
        return _person(named, phrase, role, reader)
    if _is_class(named, phrase, reader):
        return _said_to_be(named, phrase, role, kind, reader)
    meant = just_named(phrase, reader)
    if meant:
        return [one for one in meant if fits(one, role, kind, reader)][:1]
    if named.pronoun or named.plural or named.text in FIRST_AND_LAST:
        return antecedent(named, phrase, role, reader)
    return _described(named, phrase, role, kind, reader)


def _is_class(named: Named, phrase: Phrase, reader: Reader) -> bool:
    """Whether a clause tells more of a class noun: `A가 차린 회사`, `A가 창업한 곳이다`."""
    if phrase.relative is None:
        return False
    site = named.text in _SITES and is_left_open(phrase, reader.sentence)
    return site or named.kind == ORGANIZATION


def _owned(named: Named, phrase: Phrase, reader: Reader) -> Named:
    """A person with the company that the genitive before names (하늘의 김가람 대표)."""
    if named.kind != PERSON or named.owner is not None or phrase.of is None:
        return named
    owners = [n for n in names_of(phrase.of, reader.line) if n.proper]
    return replace(named, owner=owners[0] if len(owners) == 1 else None)


def _said_to_be(
    named: Named, phrase: Phrase, role: Role, kind: str, reader: Reader
) -> list[Named]:  # fmt: skip
    """`A가 2013년에 차린 회사`: some company, unless the sentence says no more than that the one
    spoken of is it, or points at it (이 회사)."""
    state = reader.discourse
    if is_left_open(phrase, reader.sentence):
        subject = state.company or state.topic
        return [subject] if subject is not None and "Organization" in role.kinds else []
    if phrase.tokens[0].form in _POINTING or named.plural or _is_left(phrase):
        return antecedent(named, phrase, role, reader)
    return _described(named, phrase, role, kind, reader)


def _is_left(phrase: Phrase) -> bool:
    """남은 법인: of the company that was divided."""
    clause = phrase.relative
    predicate = clause.predicate if isinstance(clause, Clause) else None
    return predicate is not None and predicate.stem in ("남", "남겨지", "존속하", "되")


def _new_name(named: Named, phrase: Phrase, role: Role, kind: str, reader: Reader) -> list[Named]:
    """A name as a text; `지금의 상호` is the name that the page itself is about."""
    state = reader.discourse
    if role.name == "new" and _is_present(phrase):
        noted = [name_of(note, reader.line) for note in named.notes]
        told = [one for one in noted if one is not None and one.proper]
        return told[:1] or ([state.topic] if state.topic is not None else [])
    if kind == "present":
        return []
    return [named] if named.proper or named.marked or is_weak_name(named, phrase, reader) else []


def _is_present(phrase: Phrase) -> bool:
    """`지금`(의 상호), `현 사명`, `현재의 것`: the name that it bears now."""
    if phrase.text in _PRESENT:
        return True
    word = "".join(t.form for t in without_brackets(phrase.tokens))
    if phrase.of is not None and phrase.of.text in _PRESENT:
        return word in NAMING or word == "것"
    return any(word == now + name for now in _PRESENT for name in NAMING)


def _person(named: Named, phrase: Phrase, role: Role, reader: Reader) -> list[Named]:
    """이 대표: the person of that surname, or the last one spoken of."""
    state = reader.discourse
    surname = named.owner.text if named.owner is not None else ""
    if surname in PERSON_SURNAMES:
        known = state.persons.get(surname) or reader.directory.person_of(surname)
    else:  # 하늘의 대표, 새로 온 대표: somebody else than the last one
        bare = named.owner is None and phrase.of is None and phrase.relative is None
        known = state.person if bare else None
    return [known] if known is not None and "Person" in role.kinds else []


def _described(named: Named, phrase: Phrase, role: Role, kind: str, reader: Reader) -> list[Named]:
    """A description that will do for a name: 지도 서비스; 첫눈, where a name is due."""
    if "Service" in role.kinds and "Organization" not in role.kinds:
        return _described_service(named, phrase, kind, reader)
    unit = _business_unit(named, phrase, role, reader)
    if unit is not None:
        return [unit]
    if "Place" in role.kinds:
        return [named] if is_place(named.text) else []
    if "Person" in role.kinds and "Organization" not in role.kinds:
        return []
    unsaid = not kind or (kind == "name" and phrase.case == "라고")
    return [named] if unsaid and is_weak_name(named, phrase, reader) else []


def _described_service(named: Named, phrase: Phrase, kind: str, reader: Reader) -> list[Named]:
    called = _called(phrase, reader) if named.kind == SERVICE else []
    told = called or spoken_service(named, phrase, reader)
    if told:
        return told
    if kind == "plain" and is_plain(named.text):
        return [_with_relative(named, phrase, reader) if phrase.relative else named]
    if _is_kind_of_service(named, phrase, kind):
        return [named]
    more = " " in named.text or len(named.text) > len(named.label) + 1
    more = more or (len(named.label) > _SHORT and named.label not in GENERIC_NOUNS)
    if named.kind == SERVICE and more:
        return [named]
    described = named.kind == SERVICE and named.label not in GENERIC_NOUNS and phrase.relative
    if described and kind != "working":
        return [_with_relative(named, phrase, reader)]
    weak = not kind and is_weak_name(named, phrase, reader) and phrase.relative is None
    return [named] if weak else []


def _is_kind_of_service(named: Named, phrase: Phrase, kind: str) -> bool:
    """Whether a description is of the kind that a frame asks for."""
    if kind == "goods":
        return _is_goods(named)
    if kind == "venue":
        return is_venue(named.text)
    return kind == "working" and is_in_daily_use(named, phrase)


def _is_goods(named: Named) -> bool:
    word = named.text.rsplit(maxsplit=1)[-1]
    other = named.pronoun or named.text in PLACES or word in COMMON | GENERIC_NOUNS | FREE_HEADS
    return not other and word not in ("가운데", "단계적", "한편", "반면")


def _called(phrase: Phrase, reader: Reader) -> list[Named]:
    """`'물결'이라는 배달 앱`: what the clause before the class noun says that it is called."""
    named_so = phrase.of is not None and phrase.of.text in _NAME_NOUNS
    clause = phrase.of.relative if named_so and phrase.of is not None else phrase.relative
    if not isinstance(clause, Clause) or clause.predicate is None or not clause.phrases:
        return []
    if clause.predicate.stem != "이" or clause.predicate.form not in ("라는", "라던", "란"):
        return []
    if all(token.tag == "MM" for token in phrase.tokens):
        return []  # 'B라는 새 간판': what is left of it is no bearer
    said = clause.phrases[-1]
    classes = {n.kind for n in names_of(phrase, reader.line) if not n.proper}
    kind = next((k for k in (ORGANIZATION, PERSON, SERVICE) if k in classes), "")
    return [
        replace(n, kind=n.kind or kind)
        for n in names_of(said, reader.line)
        if n.proper or is_weak_name(n, said, reader)
    ]


def _with_relative(named: Named, phrase: Phrase, reader: Reader) -> Named:
    """`인천과 도쿄를 잇는 노선`: a class noun with the clause that tells which one."""
    clause = phrase.relative
    start = named.start
    if isinstance(clause, Clause):
        start = leftmost(clause.phrases[-1]) if clause.phrases else clause.start
    return replace(named, text=reader.line[start : named.end], start=start)


def _business_unit(named: Named, phrase: Phrase, role: Role, reader: Reader) -> Named | None:
    """푸른뮤직의 공연 사업부문: a part of a company, named with its owner."""
    if "Organization" not in role.kinds or not named.text.endswith(UNITS):
        return None
    owner = phrase.of
    if role.name in ("company", "parent", "party"):
        return None
    if is_public(phrase):
        return None
    if owner is None or not any(n.proper for n in names_of(owner, reader.line)):
        unit = replace(named, proper=True, kind="BusinessUnit", label="", pronoun=False)
        return unit if " " in named.text and owner is None else None
    first = next(n for n in names_of(owner, reader.line) if n.proper)
    return replace(
        named, text=reader.line[first.start : named.end], start=first.start, proper=True,
        kind="BusinessUnit", label="", pronoun=False,
    )  # fmt: skip
