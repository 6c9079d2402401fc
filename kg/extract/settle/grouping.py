"""Finds the candidates that say one thing. Each is compared with those only that it could equal:
a group is filed under the keys of its names and the date of its first candidate. So one company's
thousand acquisitions are not compared with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.context.candidate import Candidate
from kg.extract.context.directory import name_key
from kg.lang.ko.names.of_phrases import Named
from kg.model.claim import ASSERTED
from kg.model.dates import PartialDate
from kg.model.schema import EventType, Schema

Shelf = tuple[str, ...]
_FORMS = (4, 7)
"""Where the text of a date may be cut to give a coarser one: 2014-10-31, 2014-10, 2014."""


@dataclass(slots=True)
class Group:
    """Candidates that say one event or relation, the one that says most first, and their dates."""

    members: list[Candidate]
    dates: set[PartialDate] = field(default_factory=set)

    def add(self, candidate: Candidate) -> None:
        """Takes one in."""
        self.members.append(candidate)
        if candidate.date is not None:
            self.dates.add(candidate.date)


def grouped(candidates: Sequence[Candidate], schema: Schema) -> list[list[Candidate]]:
    """The candidates by what they say, places that say more before those that say less."""
    return _Grouping(schema, _aliases(candidates)).of(candidates)


@dataclass(slots=True)
class _Grouping:
    schema: Schema
    same_name: dict[str, str]
    groups: list[Group] = field(default_factory=list)
    filed: dict[Shelf, list[int]] = field(default_factory=dict)
    keys: dict[tuple[int, str], frozenset[str]] = field(default_factory=dict)

    def of(self, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
        for candidate in sorted(candidates, key=lambda c: (vagueness(c), c.order, c.start)):
            home = next((g for g in self._near(candidate) if self._same(g, candidate)), None)
            if home is None:
                home = Group([])
                self._file(candidate, len(self.groups))
                self.groups.append(home)
            home.add(candidate)
        return [group.members for group in self.groups]

    def _near(self, candidate: Candidate) -> Iterator[Group]:
        """The groups that share a name with the candidate and have a date that may be its date,
        in the order in which they were opened."""
        found: set[int] = set()
        for name in self._asked(candidate):
            for date in _agreeing(candidate.date, self._alone(candidate)):
                found.update(self.filed.get((*name, *date), ()))
        return (self.groups[at] for at in sorted(found))

    def _file(self, candidate: Candidate, at: int) -> None:
        for name in self._names(candidate):
            for date in _shelves(candidate.date, self._alone(candidate)):
                self.filed.setdefault((*name, *date), []).append(at)

    def _alone(self, candidate: Candidate) -> str:
        """What of two undated places must be the same: of what happens again and again, only one
        sentence tells of one event twice."""
        if candidate.relation is not None or candidate.type == "Milestone":
            return ""
        event = self.schema.events[candidate.type]
        again = candidate.date is None and not event.once and not event.parties
        return str(id(candidate.sentence)) if again else ""

    def _names(self, candidate: Candidate) -> list[Shelf]:
        """The keys under which a group is filed that a candidate opens."""
        if candidate.relation is not None:
            return [self._ends(candidate)]
        event = self.schema.events[candidate.type]
        if event.parties:
            return self._sets(candidate, event)
        what = _what(candidate)
        every = sorted(self._all(candidate, event))
        main = sorted(self._keys(candidate, event.main))
        own = [(*what, "main", key) for key in main] or [(*what, "bare", key) for key in every]
        own += [(*what, "any", key) for key in every]
        if candidate.type == "Milestone":
            own += [(*what, "any"), *([(*what, "assumed")] if candidate.assumed else ())]
        return own

    def _asked(self, candidate: Candidate) -> list[Shelf]:
        """The keys under which the groups are filed that a candidate may belong to: those of the
        same main role, and those that leave it open."""
        if candidate.relation is not None:
            return [self._ends(candidate)]
        event = self.schema.events[candidate.type]
        if event.parties:
            return self._sets(candidate, event)
        what = _what(candidate)
        if candidate.type == "Milestone" and candidate.assumed:
            return [(*what, "any")]
        every = sorted(self._all(candidate, event))
        main = sorted(self._keys(candidate, event.main))
        if not main:
            return [*((*what, "any", key) for key in every), (*what, "assumed")]
        named = [(*what, "main", key) for key in main]
        return [*named, *((*what, "bare", key) for key in every), (*what, "assumed")]

    def _ends(self, candidate: Candidate) -> Shelf:
        ends = (sorted(self._keys(candidate, role)) for role in ("subject", "object"))
        return (str(candidate.relation), *("|".join(keys) for keys in ends))

    def _sets(self, candidate: Candidate, event: EventType) -> list[Shelf]:
        """All parties to a merger, and those that it ended."""
        sets = (
            ("parties", self._parties(candidate, event)),
            ("absorbed", self._keys(candidate, "absorbed")),
        )
        return [(candidate.type, name, "|".join(sorted(keys))) for name, keys in sets if keys]

    def _all(self, candidate: Candidate, event: EventType) -> set[str]:
        return set().union(*(self._keys(candidate, role) for role in event.identity))

    def _same(self, group: Group, candidate: Candidate) -> bool:
        first = group.members[0]
        if candidate.relation is not None:
            return self._keys(first, "subject") == self._keys(candidate, "subject") and (
                self._keys(first, "object") == self._keys(candidate, "object")
            )
        if (first.status == ASSERTED) != (candidate.status == ASSERTED) and not (
            _same_place(first, candidate)
            or first.headline
            or candidate.headline
            or not (candidate.date and group.dates)
        ):
            return False
        if not all(_compatible(date, candidate.date) for date in group.dates):
            return False
        event = self.schema.events[candidate.type]
        if event.parties:
            return self._parties(first, event) == self._parties(candidate, event) or (
                self._same_absorbed(first, candidate)
            )
        return self._same_identity(first, candidate, event)

    def _same_absorbed(self, first: Candidate, candidate: Candidate) -> bool:
        """One place leaves a party to the text around it; the other parties are the same."""
        mine, other = self._keys(first, "absorbed"), self._keys(candidate, "absorbed")
        return bool(mine) and mine == other and bool(first.assumed or candidate.assumed)

    def _parties(self, candidate: Candidate, event: EventType) -> set[str]:
        return set().union(*(self._keys(candidate, role) for role in event.parties))

    def _same_identity(self, first: Candidate, candidate: Candidate, event: EventType) -> bool:
        shared = False
        for role in event.identity:
            mine, other = self._keys(first, role), self._keys(candidate, role)
            if mine & other:
                shared = shared or role == event.main or role not in first.assumed
            elif (
                mine and other and role not in first.assumed and role not in candidate.assumed
            ) or (role == event.main and mine and other and candidate.type != "Milestone"):
                return False
        if candidate.type == "Milestone":
            return (
                (shared or bool(first.assumed or candidate.assumed))
                and first.details.value == candidate.details.value
                and first.details.unit == candidate.details.unit
            )
        if not event.once and first.date is None and candidate.date is None:
            return shared and first.sentence is candidate.sentence
        return shared

    def _keys(self, candidate: Candidate, role: str) -> frozenset[str]:
        known = self.keys.get((id(candidate), role))
        if known is None:
            known = self.keys[id(candidate), role] = frozenset(self._read(candidate, role))
        return known

    def _read(self, candidate: Candidate, role: str) -> set[str]:
        keys: set[str] = set()
        for named in candidate.roles.get(role, ()):
            keys.add(self._key(named))
            if named.kind == "Person" and named.owner is not None and role != "person":
                keys.add(self._key(named.owner))
        if candidate.type == "NameChange" and role == "company":
            keys -= self._keys(candidate, "new")  # 이름을 X로 바꿨다: whose it was is not said
        return keys

    def _key(self, named: Named) -> str:
        key = name_key(named.text)
        return self.same_name.get(key, key)


def _aliases(candidates: Sequence[Candidate]) -> dict[str, str]:
    """Keys of names that the document says to be one thing's (이하 X), each to one of them."""
    same: dict[str, str] = {}
    for one in candidates:
        if one.relation == "alternateName":
            subject, other = (name_key(one.roles[r][0].text) for r in ("subject", "object"))
            same[other] = same.get(subject, subject)
    return same


def vagueness(candidate: Candidate) -> int:
    """How much a place leaves open: places that say more are read first."""
    precision = {None: 3}.get(candidate.date) if candidate.date is None else None
    if precision is None and candidate.date is not None:
        precision = {"day": 0, "month": 0, "year": 1, "decade": 2}[candidate.date.precision]
    return (precision or 0) * 2 + (1 if candidate.assumed else 0)


def _compatible(one: PartialDate, other: PartialDate | None) -> bool:
    return other is None or one == other or (_nested(one, other) and one.overlaps(other))


def _nested(one: PartialDate, other: PartialDate) -> bool:
    a, b = one.edtf.rstrip("~"), other.edtf.rstrip("~")
    return a.startswith(b.rstrip("X")) or b.startswith(a.rstrip("X"))


def _same_place(first: Candidate, second: Candidate) -> bool:
    return first.sentence is second.sentence and first.start == second.start


def _what(candidate: Candidate) -> Shelf:
    """The type, and of a milestone what was reached."""
    if candidate.type != "Milestone":
        return (candidate.type,)
    return (candidate.type, str(candidate.details.value), str(candidate.details.unit))


def _shelves(date: PartialDate | None, alone: str) -> Iterator[Shelf]:
    """Where a date is filed: under itself, and as one that is within each coarser one; none at all
    with what else must be the same then (`alone`)."""
    text = _text(date)
    yield ("at", text or alone)
    for coarser in _coarser(text):
        yield ("within", coarser)


def _agreeing(date: PartialDate | None, alone: str) -> Iterator[Shelf]:
    """Where dates are filed that may be this one: the same, the coarser, those within it."""
    text = _text(date)
    yield ("at", text or alone)
    yield ("within", text)
    for coarser in _coarser(text):
        yield ("at", coarser)


def _text(date: PartialDate | None) -> str:
    return date.edtf.rstrip("~").rstrip("X") if date is not None else ""


def _coarser(text: str) -> Iterator[str]:
    if not text:
        return
    yield ""
    yield from (text[:cut] for cut in (3, *_FORMS) if cut < len(text))
