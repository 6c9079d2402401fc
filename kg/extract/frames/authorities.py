"""Who grants a licence, apart from what it is for: `식약청 제조품목허가`; and what is none."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.frames.view import View
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import CONNECTIVE
from kg.lang.ko.names.authority_names import authority_in, is_authority
from kg.lang.ko.names.kinds import ORGANIZATION
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.kiwi import Token
from kg.lang.ko.tokens.words import word_set
from kg.ontology.lexicon import Frame
from kg.ontology.verb_patterns import Verb

_DEALS = (
    "합병", "인수", "결합", "분할", "매각", "상장", "회생", "파산", "법정관리", "증자", "감자",
    "특허", "상표", "디자인", "실용신안", "대출", "출금", "면세", "계획안", "계획", "개시", "예산",
)  # fmt: skip
"""What is approved or registered without being a licence."""
THINGS = (
    "제품",
    "서비스",
    "앱",
    "게임",
    "상품",
    "신약",
    "브랜드",
    "플랫폼",
    "기종",
    "모델",
    "사이트",
)
"""`두 제품`: what several things are called that are no companies."""
_BANKS = word_set(
    """은행 특수은행 시중은행 지방은행 투자은행 상업은행 저축은행 인터넷은행 인터넷전문은행
    전문은행 일반은행"""
)
"""Kinds of bank, which a licence makes of a company."""
_OTHERS = (
    "공정거래위원회", "공정위", "법원", "이사회", "주주총회", "주총", "채권단", "국회", "주주",
    "노조", "부모", "저작권자",
)  # fmt: skip
"""Who approves without granting a licence."""


def authorities_apart(phrases: Sequence[Phrase], view: View, line: str) -> list[Phrase]:
    """The phrases of a licence, the authority one of case `로부터`, and the owner of what is
    granted (`B의 신청을 승인했다`) one of case `의`."""
    found = [part for phrase in phrases for part in _apart(phrase, line)]
    subject = view.clause.subject
    carried = subject is not None and not any(subject is p for p in view.phrases)
    if subject is not None and carried and _is_one(subject, line):
        found.append(replace(subject, case="로부터", topic=False))
    if any(authority_in(line[p.start : p.end]) and p.case != "이" for p in found):
        return found
    noted = (_noted(phrase, line) for phrase in view.clause.phrases)
    return [*found, *(phrase for phrase in noted if phrase is not None)][: len(found) + 1]


def _apart(phrase: Phrase, line: str) -> list[Phrase]:
    owners = [replace(phrase.of, case="의")] if phrase.of is not None else []
    applied = phrase.relative
    if phrase.case == "을" and isinstance(applied, Clause) and _applies(applied):
        owners += [replace(p, case="의") for p in applied.phrases if p.case == "이"]
    rest = replace(phrase, of=None) if owners else phrase
    owners += [replace(p, case="의") for p in phrase.also if authority_in(line[p.start : p.end])]
    parts = [part for one in owners for part in _split(one, line)]
    return [*parts, *_split(rest, line)]


def _applies(clause: Clause) -> bool:
    return clause.predicate is not None and clause.predicate.stem in (
        "신청하",
        "제출하",
        "내",
        "낸",
    )


def _split(phrase: Phrase, line: str) -> list[Phrase]:
    """A bare phrase with the authority in it as a phrase of its own."""
    if phrase.case not in ("bare", "의", "을", "") or phrase.topic:
        return [phrase]
    place = authority_in(line[phrase.start : phrase.end])
    if place is None:
        return [phrase]
    start, end = phrase.start + place[0], phrase.start + place[1]
    named = _between(phrase, start, end)
    after = [t for t in phrase.tokens if t.start >= end]
    before = [t for t in phrase.tokens if t.end <= start]
    if not named:
        return [phrase]
    found = [Phrase(named, "로부터")]
    left = after if phrase.case == "을" else [*before, *after]
    return found + ([replace(phrase, tokens=left, also=[], of=None)] if left else [])


def _noted(phrase: Phrase, line: str) -> Phrase | None:
    """`인증 취득(식품의약품안전처)`: the authority in the brackets after it."""
    tokens = phrase.tokens
    opening = next((i for i, t in enumerate(tokens) if t.form == "("), None)
    if opening is None or phrase.case == "이" or phrase.topic:
        return None
    start = tokens[opening].start + 1
    place = authority_in(line[start : tokens[-1].end])
    named = _between(phrase, start + place[0], start + place[1]) if place is not None else []
    return Phrase(named, "로부터") if named else None


def _between(phrase: Phrase, start: int, end: int) -> list[Token]:
    return [t for t in phrase.tokens if start <= t.start and t.end <= end]


def authority_named(phrase: Phrase, line: str) -> Named:
    """The authority that a phrase names and nothing else."""
    place = authority_in(line[phrase.start : phrase.end]) or (0, phrase.end - phrase.start)
    start, end = phrase.start + place[0], phrase.start + place[1]
    return Named(line[start:end], start, end, ORGANIZATION)


def no_licence(  # noqa: PLR0911  (a list of cases reads best flat)
    view: View, frame: Frame, verb: Verb, phrases: Sequence[Phrase], line: str
) -> str:
    """Why a clause of granting tells of no licence; "" where it does."""
    reading = view.clause.reading
    if frame.id.endswith("#noun") and not view.nominal:
        return "a noun"
    around = [*phrases, *(p.of for p in phrases if p.of is not None)]
    if any(p.text.endswith(_DEALS) or _is_that(p) for p in around):
        return "another matter than a deal"
    subject = view.clause.subject
    whose = [subject] if subject is not None else []
    if any(p.text.endswith(_OTHERS) for p in (*around, *whose)):
        return "an authority"
    own = [p for p in phrases if p.case == "이" or p.topic or (p.comma and p.case == "")] + whose
    if frame.id.endswith("#grant") and not any(_is_one(p, line) for p in own):
        return "an authority"
    if frame.id.endswith("#obtain-of") and any(p.text in _BANKS for p in phrases):
        return "the name of a company"
    leave = verb.fixed and verb.fixed[-1].noun == "승인" and reading.link == CONNECTIVE
    if leave and not any(p.case == "bare" and not _is_one(p, line) for p in phrases):
        return "more than a leave to do another thing"
    return ""


def is_thing(phrase: Phrase, line: str) -> bool:
    """`두 제품은 허가를 받았다`: what is licensed is the company's that the text is about."""
    named = names_of(phrase, line)
    several = any(n.plural and not n.text.endswith(THINGS) for n in named)
    return not several and not any(n.kind == ORGANIZATION or n.pronoun for n in named)


def _is_that(phrase: Phrase) -> bool:
    """`이를 승인했다`: what was told before, which need be no licence."""
    return phrase.case == "을" and phrase.tokens[-1].tag == "NP"


def _is_one(phrase: Phrase, line: str) -> bool:
    return is_authority(line[phrase.start : phrase.end])
