"""Whom a chronology means by the company that it does not name: the one that there was by then,
under the name that it bore."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import name_key
from kg.lang.ko.names.of_phrases import Named
from kg.model.claim import ASSERTED
from kg.model.dates import PartialDate

Foundings = dict[str, tuple[PartialDate, Named]]


def assign_subjects(candidates: Sequence[Candidate], topic: Named | None) -> list[Candidate]:
    """Candidates of lists whose subject was assumed to be the topic, with the right company.

    Before the topic (under any of its names) was founded, the subject is the other company that
    the document says to have been founded by then, if there is just one. After
    a change of name it goes by the name that it had taken by then.
    """
    if topic is None:
        return list(candidates)
    line = _line_of(candidates, name_key(topic.text))
    founded = _foundings(candidates)
    own = min((d.earliest for key, (d, _) in founded.items() if key in line), default=None)
    names = _names_taken(candidates, line)
    days = [day for day, _ in names]
    others = sorted(
        ((day.earliest, named) for key, (day, named) in founded.items() if key not in line),
        key=lambda item: (item[0], item[1].text),
    )
    placed = [_placed(one, topic, others[:2], own) for one in candidates]
    found: list[Candidate] = []
    for one in placed:
        until = bisect_right(days, one.date.earliest) if one.date is not None else 0
        found.append(_renamed(one, line, names[until - 1][1]) if until else one)
    return found


def _line_of(candidates: Sequence[Candidate], key: str) -> set[str]:
    """The keys of all names that the company bore, through its changes of name."""
    line = {key}
    for _ in range(4):
        for one in candidates:
            if one.type != "NameChange":
                continue
            keys = {name_key(n.text) for names in one.roles.values() for n in names}
            if keys & line:
                line |= keys
    return line


def _names_taken(candidates: Sequence[Candidate], line: set[str]) -> list[tuple[date, Named]]:
    """The names that the company took, each with the first day of it, in order."""
    taken = [
        (one.date.earliest, one.roles["new"][0])
        for one in candidates
        if one.type == "NameChange"
        and one.date is not None
        and one.status == ASSERTED
        and name_key(one.roles["new"][0].text) in line
    ]
    return sorted(taken, key=lambda item: item[0])


def _renamed(one: Candidate, line: set[str], borne: Named) -> Candidate:
    """With the name that the company bore by then, where the text around it gave the name."""
    if not one.assumed or one.date is None or one.relation is not None or not one.listed:
        return one
    if one.type == "NameChange":
        return one
    roles = {
        role: [borne if role in one.assumed and name_key(n.text) in line else n for n in filled]
        for role, filled in one.roles.items()
    }
    return replace(one, roles=roles)


def _foundings(candidates: Sequence[Candidate]) -> Foundings:
    founded: Foundings = {}
    for one in candidates:
        if one.type == "Founding" and one.date is not None:
            for named in one.roles.get("company", ()):
                key = name_key(named.text)
                if key not in founded or one.date.earliest < founded[key][0].earliest:
                    founded[key] = (one.date, named)
    return founded


def _placed(
    one: Candidate, topic: Named, first: Sequence[tuple[date, Named]], own: date | None
) -> Candidate:
    """With the one other company that there was by then: `first` are the first two of others."""
    if not one.assumed or one.date is None or one.relation is not None or own is None:
        return one
    if not one.date.latest < own:
        return one
    others = [named for day, named in first if day <= one.date.earliest]
    if len(others) != 1:
        return one
    roles = {
        role: [others[0] if role in one.assumed and n.text == topic.text else n for n in names]
        for role, names in one.roles.items()
    }
    return replace(one, roles=roles)
