"""Deals told as what is signed or carried out: 지분을 B에 넘기는 계약을 맺었다, 사들이는 절차를
끝냈다. The verb of the deal stands before a noun, whose own verb says what became of it."""

from kg.extract.frames.hosts import HOST_NOUNS, HOST_VERBS
from kg.extract.frames.view import View, weaker
from kg.lang.ko.clauses.parse import Clause
from kg.lang.ko.clauses.phrases import Phrase
from kg.lang.ko.clauses.status import ADNOMINAL
from kg.lang.ko.reading import Sentence
from kg.lang.ko.tokens.words import DEALINGS, word_set
from kg.model.claim import ASSERTED

_WAYS = ("방식", "형태", "형식")
"""`지분을 사들이는 방식으로 합병했다`: how a deal was done that is told to be done."""
_NEWS = word_set("소식 사실 보도 뉴스 기사 계획 방침")


def governing(clause: Clause, sentence: Sentence) -> Clause | None:
    """The clause whose noun another one tells about (`…기로 한 계약을 맺었다`, `…했다는 소식이
    들렸다`); None where the noun is part of what is told, or there is none."""
    head = clause.head
    if clause.reading.link != ADNOMINAL or head is None or not _is_free(head):
        return None
    return next((c for c in sentence.clauses if c is not clause and head in c.phrases), None)


def settle_deal(view: View, sentence: Sentence) -> None:
    """Makes of a clause before 계약, 절차 … what the verb or noun after that says."""
    head = view.head
    if view.clause.reading.form != "는" or view.nominal or head is None or view.status is None:
        return
    words = [t.form for t in head.tokens]
    at = next((i for i, word in enumerate(words) if word in DEALINGS or word in _WAYS), None)
    main = governing(view.clause, sentence)
    if at is None or main is None:
        return
    status: str | None = view.status
    told = False
    for word in words[at + 1 :]:
        if word in HOST_NOUNS:
            status, told = _under(status, HOST_NOUNS[word]), True
    stem = main.predicate.stem if main.predicate is not None else ""
    if stem in HOST_VERBS and main.reading.status is not None:
        status, told = _under(_under(status, HOST_VERBS[stem]), main.reading.status), True
    elif words[at] in _WAYS and main.reading.status is not None:
        status, told = _under(status, main.reading.status), True
    elif stem:
        told = told and main.reading.status is not None
    if told:
        view.status, view.present = status, False


def _under(status: str | None, effect: str | None) -> str | None:
    return None if status is None or effect is None else weaker(status or ASSERTED, effect)


def _is_free(head: Phrase) -> bool:
    return any(t.form in DEALINGS or t.form in _NEWS or t.form in _WAYS for t in head.tokens)
