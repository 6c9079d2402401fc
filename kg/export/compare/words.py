"""The words of a comparison in Korean and English, beside those of an account."""

from kg.export.compare.change import Change, Values
from kg.export.compare.difference import ADDED, CHANGED, GONE
from kg.export.why import words as why
from kg.export.why.words import Worded

_WORDS = {
    "entities": ("회사·서비스·사람", "Companies, services, people"),
    ADDED: ("더해짐", "added"),
    GONE: ("없어짐", "gone"),
    CHANGED: ("달라짐", "changed"),
    "before": ("전", "before"),
    "after": ("후", "after"),
    "none": ("다른 것이 없다", "no difference"),
    "label": ("지금 이름", "name in force"),
    "entityKind": ("종류", "kind"),
    "nameKind": ("이름의 종류", "kind of name"),
    "incidentKind": ("종류", "kind"),
    "status": ("상태", "status"),
    "from": ("시작", "from"),
    "until": ("끝", "until"),
    "announced": ("발표일", "announced on"),
    "no conflict": ("판정 없음", "open"),
}
_LANGUAGES = ("ko", "en")
SIGNS = {ADDED: "+", GONE: "-", CHANGED: "~"}
"""What marks each sort of difference."""


def word(key: str, language: str) -> str:
    """A word of ours in a language; itself where it is none."""
    if key in _WORDS:
        return _WORDS[key][_LANGUAGES.index(language)]
    return why.word(key, language)


def change(worded: Worded, one: Change, language: str) -> str:
    """A change in words, such as `날짜: 2018-05 → 2018-09`."""
    before, after = (_said(worded, one.property, values, language) for values in _sides(one))
    return f"{_called(worded, one.property, language)}: {before} → {after}"


def _sides(one: Change) -> tuple[Values, Values]:
    return one.before, one.after


def _called(worded: Worded, property_: str, language: str) -> str:
    return (
        word(property_, language) if property_ in _WORDS else why.term(worded, property_, language)
    )


def _said(worded: Worded, property_: str, values: Values, language: str) -> str:
    if not values:
        return word("no conflict" if property_ == "decided" else "unsaid", language)
    if property_ == "entityKind":
        return ", ".join(why.term(worded, value, language) for value in values)
    if property_ in {"status", "nameKind", "decided"}:
        return ", ".join(word(value, language) for value in values)
    return ", ".join(value or word("unsaid", language) for value in values)
