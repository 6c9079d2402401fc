"""Which claims are about one event.

Claims of one type are about one event where the fillers of its identity roles are the same, and,
unless the type happens once in the life of these fillers, where their dates agree. What a claim
leaves out does not keep it apart: it joins the only event that it fits, else it stays alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model.claim import ANNOUNCED, ASSERTED, STATUSES
from kg.model.dates import PartialDate
from kg.model.naming import name_key
from kg.model.schema import EventType
from kg.resolve.claims import Reading
from kg.resolve.timeline import certainly_before, coarseness, compatible, first_day

Identity = tuple[frozenset[str], ...]
"""The fillers of each identity role; a merger's parties are one set."""


@dataclass(slots=True)
class Group:
    """The readings about one event so far. `about` is the IRI that a source gave it, or ""."""

    identity: Identity
    about: str = ""
    readings: list[Reading] = field(default_factory=list)

    def dates(self) -> list[PartialDate]:
        """When it happens, as its claims say, announcements left out."""
        return [
            r.claim.date
            for r in self.readings
            if r.claim.date is not None and r.claim.status != ANNOUNCED
        ]


def identity_of(reading: Reading, event_type: EventType) -> Identity:
    """The identity that a claim states, empty sets where it leaves something out."""
    parties = {iri for role in event_type.parties for iri in reading.iris(role)}
    parts = [frozenset(parties)] if event_type.parties else []
    for name in (*event_type.identity, *event_type.identity_details):
        if name in event_type.parties:
            continue
        parts.append(frozenset(reading.iris(name) or _plain(reading, name)))
    return tuple(parts)


def _plain(reading: Reading, name: str) -> tuple[str, ...]:
    """The texts of a role in comparable form, or the detail of that name."""
    words = reading.words(name)
    if words:
        return tuple(name_key(word) for word in words)
    value = getattr(reading.claim.details, name, None)
    return () if value is None else (str(value),)


def group(found: Iterable[Reading], event_type: EventType) -> list[Group]:
    """The events of one type that these claims are about, the same whatever their order."""
    groups: list[Group] = []
    index: defaultdict[str, list[Group]] = defaultdict(list)
    ordered = sorted(found, key=lambda r: _order(r, event_type))
    rivals = _Rivals(ordered, event_type)
    given = {r.claim.about for r in ordered if r.claim.about}
    by_about: dict[str, Group] = {}
    for reading in ordered:
        identity = identity_of(reading, event_type)
        about = reading.claim.about
        if about in given and about in by_about:
            by_about[about].readings.append(reading)
            continue
        candidates = {id(g): g for part in identity for one in part for g in index[one]}
        home = None if about else _home(reading, identity, candidates.values(), event_type, rivals)
        if home is None:
            home = Group(identity, about)
            groups.append(home)
            if about:
                by_about[about] = home
            for one in {one for part in identity for one in part}:
                index[one].append(home)
        home.readings.append(reading)
    return groups


def fitting(reading: Reading, groups: Sequence[Group], event_type: EventType) -> int | None:
    """Of the groups of a type, the number of the one that the reading would be about; None where
    it would be alone, or its identity is not known."""
    identity = identity_of(reading, event_type)
    home = _home(reading, identity, groups, event_type, _Rivals((), event_type))
    return None if home is None else groups.index(home)


def _order(reading: Reading, event_type: EventType) -> tuple[bool, int, int, int, int, str]:
    """What a source gives an IRI first, then complete claims, the surer and finer dates before
    the vaguer, so that a vague claim finds the event that it may join."""
    claim = reading.claim
    missing = sum(not part for part in identity_of(reading, event_type))
    if event_type.parties:
        parties = sum(len(reading.iris(role)) for role in event_type.parties)
        missing += parties < 2
    return (
        not claim.about,
        missing,
        STATUSES.index(claim.status),
        coarseness(claim.date),
        first_day(claim.date),
        reading.iri,
    )


def _home(
    reading: Reading,
    identity: Identity,
    candidates: Iterable[Group],
    event_type: EventType,
    rivals: "_Rivals",
) -> Group | None:
    """The only group that the reading fits; of several the only one of the very same date."""
    fitting = [
        g
        for g in candidates
        if _same_identity(identity, g.identity, event_type)
        and _same_time(reading, g, event_type, rivals)
    ]
    if len(fitting) > 1:
        fitting = [g for g in fitting if {reading.claim.date} == {r.claim.date for r in g.readings}]
    return fitting[0] if len(fitting) == 1 else None


def _same_identity(one: Identity, other: Identity, event_type: EventType) -> bool:
    """Whether nothing that both state differs, and something that both state agrees."""
    agreed = False
    for at, (mine, theirs) in enumerate(zip(one, other, strict=True)):
        if not mine or not theirs:
            continue
        partial = event_type.parties and at == 0 and min(len(mine), len(theirs)) < 2
        if not (mine & theirs if partial else mine == theirs):
            return False
        agreed = True
    return agreed


def _same_time(reading: Reading, other: Group, event_type: EventType, rivals: "_Rivals") -> bool:
    date = reading.claim.date
    if event_type.once:
        return not rivals.between(reading, other)
    if reading.claim.status == ANNOUNCED:
        return all(not certainly_before(known, date) for known in other.dates())
    if any(
        r.claim.status == ANNOUNCED and certainly_before(date, r.claim.date) for r in other.readings
    ):
        return False
    return all(compatible(date, known) for known in other.dates())


AGAIN = {"Acquisition": ("target", "acquirer"), "NameChange": ("company", "new")}
"""Once in the life of the fillers, but again once another filler of the second role came between:
a target can be bought back, a name can be taken up again."""


class _Rivals:
    """What came between: only then can a thing that happens once happen again."""

    def __init__(self, found: Sequence[Reading], event_type: EventType) -> None:
        self._roles = AGAIN.get(event_type.name)
        self._by_thing: defaultdict[str, list[tuple[PartialDate, frozenset[str]]]] = defaultdict(
            list
        )
        for reading in found if self._roles else ():
            if reading.claim.date is not None and reading.claim.status == ASSERTED:
                thing, other = self._fillers(reading)
                for one in thing:
                    self._by_thing[one].append((reading.claim.date, other))

    def _fillers(self, reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
        thing, other = self._roles or ("", "")
        return frozenset(reading.iris(thing)), frozenset(
            reading.iris(other) or _plain(reading, other)
        )

    def between(self, reading: Reading, other: Group) -> bool:
        """Whether another filler came certainly between the two."""
        date = reading.claim.date
        if self._roles is None or date is None:
            return False
        things, ours = self._fillers(reading)
        return any(
            theirs.isdisjoint(ours)
            and (_between(known, rival, date) or _between(date, rival, known))
            for thing in things
            for rival, theirs in self._by_thing[thing]
            for known in other.dates()
        )


def _between(first: PartialDate, middle: PartialDate, last: PartialDate) -> bool:
    return certainly_before(first, middle) and certainly_before(middle, last)
