"""The words of an account in Korean and English, beside the ontology's own."""

from collections.abc import Callable
from typing import Protocol

from kg.export.why.account import FactAccount
from kg.model.claim import ANNOUNCED, ASSERTED, PLANNED, REPORTED, Details
from kg.model.dates import PartialDate
from kg.model.fact import Entity, Event
from kg.rdf.labels import amount

_WORDS = {
    "names": ("이름", "Names"),
    "events": ("사건", "Events"),
    "relations": ("관계", "Relations"),
    "conflicts": ("상충", "Conflicts"),
    "homonyms": ("같은 이름을 가진 다른 것", "Others of that name"),
    "joins": ("하나로 본 까닭", "Taken as one"),
    "same name": ("문서들에서 이름과 종류가 같다", "same name and kind in several documents"),
    "renamed": ("이름을 바꾸었다", "change of name"),
    "other name": ("다른 이름이라고 한다", "said to be another name"),
    "unknown which": ("어느 쪽인지 문서가 말하지 않는다", "no document says which of them it is"),
    "derived": ("규칙에서 따라 나오는 것", "What follows by rules"),
    "rule": ("규칙", "rule"),
    "sources": ("출처", "Sources"),
    ASSERTED: ("단정", "asserted"),
    ANNOUNCED: ("발표", "announced"),
    PLANNED: ("계획", "planned"),
    REPORTED: ("보도", "reported"),
    "legal": ("법인명", "legal name"),
    "brand": ("상표", "brand"),
    "former": ("옛 이름", "former name"),
    "alternate": ("다른 이름", "alternate name"),
    "date": ("날짜", "date"),
    "value": ("값", "value"),
    "share": ("지분", "share"),
    "metric": ("지표", "metric"),
    "position": ("직위", "position"),
    "kind": ("종류", "kind"),
    "cause": ("원인", "cause"),
    "restored": ("복구", "restored"),
    "disagree": ("출처가 서로 다르게 말한다", "the sources disagree"),
    "decisions": ("판정", "Decisions"),
    "decision": ("판정", "decision"),
    "decided": ("판정함", "decided"),
    "reject": ("물리침", "rejected"),
    "prefer": ("앞의 말을 따름", "the first is followed"),
    "same": ("같은 것", "the same"),
    "different": ("다른 것", "different"),
    "concerns": ("판정이 미치는 것", "concerns"),
    "no date": ("날짜 모름", "no date"),
    "unsaid": ("말하지 않음", "not said"),
}
_LANGUAGES = ("ko", "en")


class Worded(Protocol):
    """What knows the ontology's words: a local name and a language → what it is called."""

    @property
    def word(self) -> Callable[[str, str], str]:
        """The ontology's word, the local name where it has none."""


def word(key: str, language: str) -> str:
    """A word of ours in a language; itself where it is none."""
    return _WORDS[key][_LANGUAGES.index(language)] if key in _WORDS else key


def term(account: Worded, local: str, language: str) -> str:
    """What a property or class is called: by the ontology, else by us, else its local name."""
    called = account.word(local, language)
    return called if called != local else word(local, language)


def period(since: PartialDate | None, until: PartialDate | None) -> str:
    """A half-open period such as `2010-09 – 2014-10`; an end that is not known stays empty."""
    if since is None and until is None:
        return ""
    return f"{since or ''} – {until or ''}".strip()


def bearer(entity: Entity) -> str:
    """An entity by its names over time, such as `아이위랩 2006-12 – 2010-09, 카카오 2010-09 –`."""
    named = (f"{name.text} {period(name.since, name.until)}".strip() for name in entity.names)
    return ", ".join(named) or entity.label


def when(fact: FactAccount, language: str) -> str:
    """When a fact happens, or holds."""
    details = fact.fact.details
    if isinstance(fact.fact, Event):
        date = fact.fact.date or details.announced
        return date.edtf if date else word("no date", language)
    return period(details.since, details.until)


def details(said: Details, label: str, language: str) -> list[str]:
    """What is said beyond roles and is not in the label already, such as `지분 76.4%`."""
    found = {
        "metric": said.metric,
        "value": None if said.value is None else amount(said.value, said.unit),
        "share": None if said.share is None else f"{said.share:f}%",
        "position": said.position,
        "kind": said.kind,
        "cause": said.cause,
        "restored": said.restored and said.restored.edtf,
        ANNOUNCED: said.announced and said.announced.edtf,
    }
    return [
        f"{word(key, language)} {value}"
        for key, value in found.items()
        if value and value not in label
    ]
