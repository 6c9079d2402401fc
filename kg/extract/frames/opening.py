"""The topic and the doer of the clause that a sentence opens with: `A는 B가 C와 손잡고 세웠다`."""

from collections.abc import Sequence

from kg.extract.frames.view import View
from kg.lang.ko.clauses.phrases import Phrase

_SAME_DOER = (
    "고",
    "며",
    "으며",
    "면서",
    "으면서",
    "어",
    "아",
    "어서",
    "아서",
    "려고",
    "고자",
    "기위해",
    "위해",
    "고서",
)
"""Endings after which a verb that takes an object has the doer of the clause before."""


def opening(view: View, phrases: Sequence[Phrase]) -> tuple[Phrase, Phrase] | None:
    """The topic and the other subject of the clause that this one goes on from."""
    before = view.clause.before
    if view.nominal or before is None or before.reading.form not in _SAME_DOER:
        return None
    if any(p.topic and p.case == "" for p in phrases):
        return None
    topic = next((p for p in before.phrases if p.topic and p.case == ""), None)
    doer = next((p for p in before.phrases if p.case == "이" and not p.complement), None)
    return (topic, doer) if topic is not None and doer is not None else None
