"""Who makes an agreement with whom, apart from what it is about: `B와 기술 이전 계약`; and what
makes of it no agreement of its own."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.frames.view import View
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import CONNECTIVE
from kg.lang.ko.tokens.kiwi import AMOUNT
from kg.lang.ko.tokens.words import word_set
from kg.model.claim import ANNOUNCED
from kg.ontology.verb_patterns import Verb

AGREEMENTS = (
    "계약", "계약서", "협약", "협약서", "협약식", "협정", "제휴", "각서", "MOU", "합의서", "합의",
    "약정", "동맹", "파트너십", "협력", "관계", "손",
)  # fmt: skip
"""Nouns that end the name of an agreement."""
_WITH = ("와", "과", "랑", "이랑", "하고")
_SERVED = word_set("공급하 납품하 수출하 판매하 제공하 이전하 위탁하 맡기 대")
"""`B에 부품을 공급하는 계약`: whom these serve is the other party."""
_DEALS = (
    "합병", "인수", "매각", "투자", "지분", "주식", "주식매매", "분할", "인수합병", "매매",
    "양수도", "양도", "양수", "출자",
)  # fmt: skip
"""What a contract may be about that is an event of its own (인수 계약)."""
_LOOSE = frozenset(("협약", "협약식", "MOU", "각서"))
"""What binds nobody to invest: 투자 협약 is an agreement."""
_WITHIN = word_set("노사 노조 노동조합 임단협 임금 채권단 유족 직원 임직원")
_WAYS = ("고", "아", "어", "아서", "어서", "으며", "며")
_ROUND = word_set("규모 안팎 가량 상당 어치 대 약 총")


def no_agreement(view: View, verb: Verb, phrases: Sequence[Phrase], line: str) -> str:
    """Why a clause with a verb or noun of agreement tells of none; "" where it does."""
    nouns = {fixed.noun for fixed in verb.fixed}
    about = [p for p in phrases if p.text.endswith(_DEALS)]
    if any(not (p.text.endswith("투자") and nouns & _LOOSE) for p in about):
        return "another deal than the one that is agreed on"
    if any(t.form in _WITHIN for p in view.phrases if p.case in ("bare", "") for t in p.tokens):
        return "a partner outside of the company"
    reading, after = view.clause.reading, view.clause.after
    joined = "손" in nouns or view.stem == "손잡"
    if joined and reading.link == CONNECTIVE and reading.form in _WAYS and after is not None:
        return "" if after.reading.status == ANNOUNCED else "more than a way of doing another thing"
    if verb.fixed or not view.nominal:
        return ""
    parts = partners_apart(phrases, view.phrases, line)
    partner = any(p.case == "와" for p in parts)
    sums = [p for p in parts if p.case == "bare" and not p.also]
    bare = any(all(t.tag == AMOUNT or t.form in _ROUND for t in p.tokens) for p in sums)
    return "" if partner and not bare else "a partner and what is agreed on"


def partners_apart(phrases: Sequence[Phrase], whole: Sequence[Phrase], line: str) -> list[Phrase]:
    """The phrases of an agreement, each partner (B와) one of case `와`; `whole` are those before
    the fixed nouns were taken from them."""
    found = [part for phrase in phrases for part in _apart(phrase, line)]
    for phrase in whole:
        named = phrase.text.endswith(AGREEMENTS) or phrase.case == "bare"
        if named and isinstance(phrase.relative, Clause):
            found += _of_relative(phrase.relative)
    return found


def _apart(phrase: Phrase, line: str) -> list[Phrase]:
    if phrase.case == "&":
        return [replace(phrase, case="와")] if _with(phrase, line) else [phrase]
    if phrase.case == "의" and line.startswith(("와의", "과의", "랑의"), phrase.end):
        return [replace(phrase, case="와")]
    if phrase.case not in ("bare", "을", "") or phrase.topic:
        return [phrase]
    own = [phrase.of] if phrase.of is not None else []
    parts = [replace(p, case="와") for p in own if line.startswith(("와의", "과의"), p.end)]
    last = max((i for i, other in enumerate(phrase.also) if _with(other, line)), default=-1)
    if last < 0:
        return [*parts, phrase]
    partner = replace(
        phrase.also[last], case="와", also=[*phrase.also[last].also, *phrase.also[:last]]
    )
    return [*parts, partner, replace(phrase, also=phrase.also[last + 1 :])]


def _with(phrase: Phrase, line: str) -> bool:
    """Whether the particle after a joined phrase is 와, not the dot between two names."""
    return line.startswith(_WITH, phrase.end)


def _of_relative(clause: Clause) -> list[Phrase]:
    """The partners that the clause before the agreement's noun names."""
    stem = clause.predicate.stem if clause.predicate is not None else ""
    cases = ("와", "&", "에") if stem in _SERVED else ("와", "&")
    return [replace(p, case="와") for p in clause.phrases if p.case in cases]
