"""Who took part in a round, told in a sentence of its own: `이번 라운드에는 A와 B가 참여했다`,
`투자는 A가 이끌었다`, `투자사는 A와 B다`."""

from collections.abc import Sequence

from kg.extract.context.candidate import Candidate
from kg.extract.context.reader import Reader
from kg.extract.frames.round_leaders import is_round
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.names.kinds import PERSON, PLACE
from kg.lang.ko.names.of_phrases import Named, names_of
from kg.lang.ko.tokens.words import word_set
from kg.model.claim import ASSERTED

_TAKING_PART = word_set(
    """참여하 이끌 주도하 앞장서 리드하 합류하 가세하 나서 들어오 맡 동참하 함께하 참가하 넣 대
    거들 투자하 출자하 붙"""
)
_INVESTORS = word_set(
    """투자사 투자자 재무적투자자 전략적투자자 참여사 주요투자자 주요투자사 투자자들 투자사들 주주
    신규투자자 기존투자자"""
)
_REACH = 3
"""So many candidates back a round may have been told."""


def with_co_investors(
    found: list[Candidate], before: Sequence[Candidate], clauses: Sequence[Clause], reader: Reader
) -> list[Candidate]:
    """The candidates of a sentence less the investments that only say who took part in the round
    told right before, which takes them as investors."""
    paid = next((o for o in reversed(before[-_REACH:]) if o.type == "Investment"), None)
    if paid is None or any(o.type == "Investment" and o.details.value for o in found):
        return found
    names = [n for clause in clauses for n in _investors(clause, reader)]
    known = {n.text for role in ("company", "investor") for n in paid.roles.get(role, ())}
    new = [n for n in names if n.text not in known]
    if not names:
        return found
    if new:
        unique = list({n.text: n for n in new}.values())
        paid.roles["investor"] = [*paid.roles.get("investor", []), *unique]
    return [one for one in found if one.type != "Investment"]


def _investors(clause: Clause, reader: Reader) -> list[Named]:
    predicate = clause.predicate
    if predicate is None or clause.reading.status != ASSERTED:
        return []
    told = [p for p in clause.phrases if _tells_round(p)]
    listed = [p for p in clause.phrases if p.topic and p.text in _INVESTORS]
    if predicate.stem == "이" and listed:
        phrases = clause.phrases[-1:]
    elif predicate.stem in _TAKING_PART and (told or listed):
        phrases = [p for p in clause.phrases if p.case == "이" and p not in told]
    else:
        return []
    names = [n for p in phrases if p not in listed for n in names_of(p, reader.line)]
    return [n for n in names if _may_invest(n, reader)]


def _tells_round(phrase: Phrase) -> bool:
    marked = phrase.topic or phrase.case in ("에", "을", "이")
    return marked and bool(phrase.text) and is_round(phrase)


def _may_invest(named: Named, reader: Reader) -> bool:
    return named.proper and not {named.kind, reader.directory.kind(named)} & {PERSON, PLACE}
