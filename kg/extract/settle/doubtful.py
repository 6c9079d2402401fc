"""Claims that rest on a guess whom the text means: where most such guesses are wrong, they are
left out. docs/decisions/0007 tells how the cases were found."""

import re
from collections.abc import Sequence

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import Directory, name_key
from kg.extract.context.discourse import Discourse
from kg.lang.ko.names.of_phrases import Named

_NEAR = 120
"""So many characters before a sentence may still say whom it is about."""
_AS_TOPIC = r"['\")]{0,2}(?:\([^()]{1,20}\))?(?:(?:은|는|이다|였다|이었다|도)(?![가-힣])|\. )"
_BEARERS = ("company", "subject", "survivor", "parent")
"""Roles of whom the event is told."""


def without_doubtful(
    groups: Sequence[list[Candidate]], state: Discourse, directory: Directory
) -> list[list[Candidate]]:
    """The groups less those of which no place is sure enough whom it tells of."""
    if state.page:
        return list(groups)
    return [g for g in groups if not all(_is_doubtful(c, state, directory) for c in g)]


def _is_doubtful(candidate: Candidate, state: Discourse, directory: Directory) -> bool:
    """Whether running text on no company's own page leaves out too much."""
    assumed = candidate.assumed
    if candidate.listed or not assumed:
        return False
    far = {
        r: [n for n in candidate.roles.get(r, ()) if not _is_told_of(n, candidate)] for r in assumed
    }
    if candidate.type == "Departure" and far.get("person") and far.get("company"):
        return True
    if candidate.type == "Acquisition":
        guessed = [*far.get("acquirer", ()), *far.get("target", ())]
        if len(guessed) > 1 or not all(_is_topic(one, state) for one in guessed):
            return True  # the last company told of may as well have sold
    return candidate.type != "NameChange" and any(
        _is_passing(one, state, directory) for role in _BEARERS for one in far.get(role, ())
    )


def _is_told_of(named: Named, candidate: Candidate) -> bool:
    """Whether what stands right before, or the sentence itself, has it for its topic."""
    sentence = candidate.sentence
    text = sentence.line.text[max(0, sentence.start - _NEAR) : candidate.end]
    return re.search(re.escape(named.text) + _AS_TOPIC, text) is not None


def _is_passing(named: Named, state: Discourse, directory: Directory) -> bool:
    """Whether the text names it just once and shows nowhere what it is."""
    once = directory.mentions[name_key(named.text)] < 2
    return once and not directory.kind(named) and not _is_topic(named, state)


def _is_topic(named: Named, state: Discourse) -> bool:
    return state.topic is not None and name_key(named.text) == name_key(state.topic.text)
