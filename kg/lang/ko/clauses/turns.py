"""Endings that state a clause or not by what stands before them: -거나, -어도, -다가."""

import re

from kg.lang.ko.clauses.sayings import CONNECTIVE, State
from kg.model.claim import ASSERTED


def due(state: State, match: re.Match[str]) -> None:
    """`인수했어야 했다`: what should have been done; 넘겨야 했다 was."""
    if state.past:
        state.deny()


def turned(state: State, match: re.Match[str]) -> None:
    """`인수하기로 했다가`: what was decided was called off; what was done (샀다가) was done."""
    if state.status != ASSERTED:
        state.deny()
    state.link, state.form = CONNECTIVE, "다가"


def either(state: State, match: re.Match[str]) -> None:
    """`접속이 되지 않거나 화면이 멈췄다`: one of two; what was denied stays so."""
    if not state.negations:
        state.deny()
    state.link, state.form = CONNECTIVE, "거나"


def though(state: State, match: re.Match[str]) -> None:
    """`앱이 죽어도 산다`: what may be; `앱이 죽었어도`: what was."""
    if not state.past:
        state.deny()
    state.link, state.form = CONNECTIVE, "어도"
