"""What a clause before a noun (관형절) takes of the parts that wait before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.lang.ko.clauses.clause import Clause, Takes
from kg.lang.ko.clauses.clause_dates import lasts, since
from kg.lang.ko.clauses.phrases import Mark, Moment, Phrase, Predicate
from kg.lang.ko.tokens.kiwi import DATE, NAMED_TAGS, Token
from kg.lang.ko.tokens.words import COMPANY_NOUNS, DEALINGS, FREE_HEADS

NAMING = ("라는", "란", "라던")
"""Endings of the copula by which a clause names the noun after it."""
Waiting = Phrase | Moment | Mark
"""What waits for a predicate to take it."""


@dataclass(slots=True)
class Building:
    """The clauses read so far, the parts that wait, and the last clause before a noun and the last
    other one. `naming` is a clause that names what the next one tells more of (`A라는 작은 회사`),
    `skip_until` the index of the token after the last predicate's chain."""

    tokens: Sequence[Token]
    takes: Takes
    clauses: list[Clause] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    relative: Clause | None = None
    naming: Clause | None = None
    previous: Clause | None = None
    skip_until: int = 0


def is_free(tokens: Sequence[Token], stop: int, form: str) -> bool:
    """Whether the noun after the clause leaves it whole (때, 사실), so that no part is missing;
    what is told (`인수했다는 기사`) is whole, too."""
    if stop >= len(tokens):
        return False
    noun = tokens[stop]
    told = form.endswith("다는") and noun.form not in COMPANY_NOUNS and noun.tag == "NNG"
    if told or noun.form in FREE_HEADS or noun.tag == DATE:
        return True
    last = stop
    while last < len(tokens) and tokens[last].tag in ("NNG", "NNP", "XPN", "XSN"):
        last += 1
    return last > stop and tokens[last - 1].form in DEALINGS


_PAID = ("들이", "쏟", "쏟아붓")
"""What is paid for a thing has no date of its own: `이듬해 520억 원을 들인 물류센터를 열었다`."""


def taken_by_relative(build: Building, predicate: Predicate, whole: bool) -> list[Waiting]:
    """What a clause before a noun takes from the waiting parts, nearest first: each case once, no
    topic, nothing before a comma; a subject beside an object only where its verb is known."""
    taken: list[Waiting] = []
    cases: set[str] = set()
    known = predicate.stem != "하" and (
        build.takes(predicate.stem.removesuffix("어지"))
        or (bool(predicate.noun) and build.takes(predicate.noun + "하"))
    )
    if build.tokens[predicate.tail - 1].tag in ("VA", "XSA"):
        return _subject_only(build)
    if predicate.stem == "이":
        called = predicate.form in NAMING
        return _name_only(build) if called else _complement_only(build)
    while build.waiting:
        part = build.waiting[-1]
        if isinstance(part, Mark):
            if part.token.form == "," and not (
                (known and _only_date_before(build, taken)) or _list_before(build)
            ):
                break
        elif isinstance(part, Moment):
            late = part.topic or (part.comma and taken) or predicate.stem in _PAID
            if late or lasts(predicate, part) or not (known or since(predicate, part)):
                break
        elif (
            part.topic
            or _slot(part) in cases
            or part.case == "처럼"
            or ({part.case, *cases} >= {"이", "을"} and not whole)
        ):
            break
        else:
            cases.add(_slot(part))
        taken.insert(0, build.waiting.pop())
    return taken


def _slot(phrase: Phrase) -> str:
    """The part that a phrase has: 이 of a subject is another than 이 of what becomes of it."""
    return "되" if phrase.complement else phrase.case


def date_since(build: Building, stop: int, taken: list[Waiting]) -> None:
    """`2019년 10월 처음으로 발탁된 지 4년 만에`: the date is of what the time is counted from."""
    noun = build.tokens[stop] if stop < len(build.tokens) else None
    if noun is None or (noun.form, noun.tag) != ("지", "NNB"):
        return
    at = next((i for i, p in enumerate(build.waiting) if isinstance(p, Moment)), None)
    if at is not None and not any(isinstance(part, Moment) for part in taken):
        taken.insert(0, build.waiting.pop(at))


def _subject_only(build: Building) -> list[Waiting]:
    """An adjective before a noun takes a subject that stands right before it, and no more; none
    that is a name (`'물결'이 큰 인기를 끌었다`)."""
    last = build.waiting[-1] if build.waiting else None
    near = isinstance(last, Phrase) and last.case == "이"
    named = isinstance(last, Phrase) and any(t.tag in NAMED_TAGS for t in last.tokens)
    return [build.waiting.pop()] if near and not named else []


def _name_only(build: Building) -> list[Waiting]:
    """`A가 서울에서 B라는 회사를 세웠다`: the clause holds the name and no more."""
    last = build.waiting[-1] if build.waiting else None
    return [build.waiting.pop()] if isinstance(last, Phrase) else []


def _complement_only(build: Building) -> list[Waiting]:
    """`지분을 하늘 계열사인 X에 넘겼다`: a copula before a noun takes what it says, with a subject
    or since when right before that (`뿌리가 강릉인 X`), and no more."""
    taken = _name_only(build)
    at = len(build.waiting) - 1
    while at >= 0 and _is_adverb(build.waiting[at]):
        at -= 1
    before = build.waiting[at] if at >= 0 else None
    if isinstance(before, Phrase) and before.case in ("이", "부터"):
        taken = [*build.waiting[at:], *taken]
        del build.waiting[at:]
    return taken


def _is_adverb(part: Waiting) -> bool:
    return isinstance(part, Mark) and part.token.tag == "MAG"


def _list_before(build: Building) -> bool:
    """Whether `…을 비롯,` stands before the comma."""
    before = build.waiting[-2] if len(build.waiting) > 1 else None
    return isinstance(before, Phrase) and before.case == "비롯"


def _only_date_before(build: Building, taken: list[Waiting]) -> bool:
    return bool(taken) and len(build.waiting) > 1 and isinstance(build.waiting[-2], Moment)
