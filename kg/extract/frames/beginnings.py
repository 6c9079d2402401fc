"""Who began, or began something, where a sentence leaves it to the text: `2015년에 문을 열었다`."""

from collections.abc import Sequence

from kg.extract.context.discourse import Discourse
from kg.extract.frames.view import PASSIVE, View
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL, CLEFT
from kg.lang.ko.names.of_phrases import Named


def begins_alone(view: View, phrases: Sequence[Phrase], state: Discourse) -> bool:
    """`2015년 3월에 판교에서 문을 열었고`: a dated beginning of nothing else than the company that
    the text goes on about."""
    clause = view.clause
    after = clause.after if clause.reading.link == CLEFT else None
    dated = bool(clause.moments) or (after is not None and bool(after.moments))
    plain = all(p.case in ("에", "에서") and not p.topic for p in phrases)
    about = state.focus is None or state.focus == state.company
    told = state.subject() is not None and (state.page or (state.company is not None and about))
    verbal = not view.nominal and clause.reading.link != ADNOMINAL
    return told and dated and plain and verbal and not (state.in_list or state.thing)


def founder_of_text(view: View, phrases: Sequence[Phrase], state: Discourse) -> list[Named]:
    """`김가람은 대구 사람이다. 2003년 바람넷을 창업했다`: by the person whom the text goes on
    about."""
    active = not view.nominal and view.voice != PASSIVE
    stated = active and view.clause.reading.link != ADNOMINAL
    sought = any(p.case == "을" for p in phrases)
    return [state.actor] if state.actor is not None and stated and sought else []
