"""Decisions read for one set of claims: what they keep out, join and hold apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.model.claim import Claim, Mention
from kg.model.decision import DIFFERENT, REJECT, SAME, Decision, Decisions, Naming, in_order
from kg.model.schema import Schema
from kg.resolve.keys import Key, key_of
from kg.resolve.mentions import Pair, Reference, Register, bearers_of_changes
from kg.resolve.partition import Partition
from kg.resolve.tenures import Bearer

Cell = str
"""Of the sources that tell of a name: one that a decision names, or "" for all the others."""


def rejected(decisions: Decisions) -> frozenset[str]:
    """The IRIs of the claims that decisions reject."""
    return frozenset(one.claims[0] for one in decisions if one.verdict == REJECT)


def mention_of(naming: Naming) -> Mention:
    """A thing as a claim would mention it."""
    return Mention(naming.name, naming.kind)


def told_apart(
    decisions: Decisions, keys: Collection[Key], schema: Schema
) -> dict[Key, dict[str, Bearer]]:
    """Of each name under which decisions hold two things apart: by source, whom it means.

    The sources that no decision names are left out: they mean what the name means without
    decisions, and so does each named one that nothing holds apart from them. Where a decision
    names a source on either side, the others go with the side that it names first.
    """
    apart: defaultdict[Key, set[tuple[Cell, Cell]]] = defaultdict(set)
    for one in decisions:
        if one.verdict == DIFFERENT:
            a, b = (settled(key_of(mention_of(thing), schema), keys) for thing in one.things)
            cells = one.things[0].document, one.things[1].document
            if a == b and cells[0] != cells[1]:
                apart[a].add(cells)
    found: dict[Key, dict[str, Bearer]] = {}
    for key, pairs in apart.items():
        for together in _classes(pairs):
            if "" not in together:
                bearer = Bearer(*key, 0, "", min(together))
                found.setdefault(key, {}).update(dict.fromkeys(sorted(together), bearer))
    return found


def settled(key: Key, keys: Collection[Key]) -> Key:
    """The key as it is; one of open kind becomes that of the only kind that has the name."""
    if key.root != "Entity":
        return key
    same = [other for other in keys if other.name == key.name and other.root != "Entity"]
    return same[0] if len(same) == 1 else key


def _classes(apart: Collection[tuple[Cell, Cell]]) -> list[set[Cell]]:
    """The cells by the thing that they mean: as few things as the pairs held apart allow, the
    cells that no pair names with what is named first."""
    firsts = {cell for cell, _ in apart}
    cells = sorted({"", *(cell for pair in apart for cell in pair)})
    classes: list[set[Cell]] = []
    for cell in sorted(cells, key=lambda cell: (cell != "", cell not in firsts, cell)):
        against = {a for a, b in apart if b == cell} | {b for a, b in apart if a == cell}
        home = next((one for one in classes if one.isdisjoint(against)), None)
        if home is None:
            classes.append({cell})
        else:
            home.add(cell)
    return classes


class Rulings:
    """The decisions about things, with the bearers that they mean."""

    def __init__(
        self,
        decisions: Decisions,
        claims: Sequence[Claim],
        found: Sequence[Reference],
        register: Register,
    ) -> None:
        self._things = things = [one for one in in_order(decisions) if one.things]
        self._register = register
        self._mentioned = {reference.bearer for reference in found} if things else set()
        more = bearers_of_changes(claims, register) if things else set()
        self._borne = self._mentioned | more
        self._told = _told(things, found, register)
        self._pairs = {one: pair for one in things if (pair := self._pair(one)) is not None}

    @property
    def joined(self) -> tuple[Pair, ...]:
        """The bearers that are one thing, in the order of their decisions."""
        return tuple(pair for one, pair in self._pairs.items() if one.verdict == SAME)

    @property
    def apart(self) -> tuple[Pair, ...]:
        """The bearers that are two things."""
        return tuple(
            pair
            for one, pair in self._pairs.items()
            if one.verdict == DIFFERENT and pair[0] != pair[1]
        )

    def idle(self, partition: Partition[Bearer]) -> frozenset[Decision]:
        """The decisions that two things are different that cannot be followed in this partition,
        for no claim tells of one of them, or of both as of one."""
        held = [one for one in self._things if one.verdict == DIFFERENT]
        things = {partition.find(bearer) for bearer in self._mentioned} if held else set()
        return frozenset(
            one
            for one in held
            if len({partition.find(b) for b in self._pairs.get(one, ())} & things) < len(one.things)
        )

    def applied(self, iri_of: Mapping[Bearer, str]) -> dict[Decision, tuple[str, ...]]:
        """The decisions that hold in the end, with the IRIs of the entities that they are about.

        Two that contradict each other, through others, do not both hold.
        """
        found = {}
        for one, (a, b) in self._pairs.items():
            iris = {iri for bearer in (a, b) if (iri := iri_of.get(bearer))}
            if iris and (len(iris) == 1) == (one.verdict == SAME):
                found[one] = tuple(sorted(iris))
        return found

    def _pair(self, decision: Decision) -> Pair | None:
        one, other = (self.bearer(thing) for thing in decision.things)
        return None if one is None or other is None else (one, other)

    def bearer(self, naming: Naming) -> Bearer | None:
        """Whom the naming means, None where no claim tells of such a thing."""
        key = self._register.key(mention_of(naming))
        if naming.document and (key, naming.document) not in self._told:
            return None
        bearer = self._register.at(key, naming.date, naming.document)
        return bearer if bearer in self._borne else None


def _told(
    things: Iterable[Decision], found: Iterable[Reference], register: Register
) -> set[tuple[Key, str]]:
    """The names that decisions use, each with the sources that mention it."""
    named = [thing for one in things for thing in one.things if thing.document]
    keys = {register.key(mention_of(thing)) for thing in named}
    if not keys:
        return set()
    told = ((register.key(reference.mention), reference.claim.source) for reference in found)
    return {pair for pair in told if pair[0] in keys}
