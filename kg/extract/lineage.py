"""Whom a chronology means by the company that it does not name: the one that there was by then."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.extract.directory import name_key
from kg.lang.ko.names import Named
from kg.model.dates import PartialDate


def assign_subjects(candidates: Sequence[Candidate], topic: Named | None) -> list[Candidate]:
    """Candidates of lists whose subject was assumed to be the topic, with the right company.

    Before the topic (under any of its names) was founded, the subject is the other company that
    the document says to have been founded by then, if there is just one.
    """
    if topic is None:
        return list(candidates)
    line = _line_of(candidates, name_key(topic.text))
    founded = _foundings(candidates)
    own = min((d.earliest for key, (d, _) in founded.items() if key in line), default=None)
    if own is None:
        return list(candidates)
    return [_placed(one, topic, line, founded, own) for one in candidates]


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


def _foundings(candidates: Sequence[Candidate]) -> dict[str, tuple[PartialDate, Named]]:
    founded: dict[str, tuple[PartialDate, Named]] = {}
    for one in candidates:
        if one.type == "Founding" and one.date is not None:
            for named in one.roles.get("company", ()):
                key = name_key(named.text)
                if key not in founded or one.date.earliest < founded[key][0].earliest:
                    founded[key] = (one.date, named)
    return founded


def _placed(
    one: Candidate,
    topic: Named,
    line: set[str],
    founded: dict[str, tuple[PartialDate, Named]],
    own: object,
) -> Candidate:
    if not one.assumed or one.date is None or one.relation is not None:
        return one
    if not one.date.latest < own:  # type: ignore[operator] # own is a date
        return one
    others = [
        named
        for key, (date, named) in founded.items()
        if key not in line and date.earliest <= one.date.earliest
    ]
    if len(others) != 1:
        return one
    roles = {
        role: [others[0] if role in one.assumed and n.text == topic.text else n for n in names]
        for role, names in one.roles.items()
    }
    return replace(one, roles=roles)
