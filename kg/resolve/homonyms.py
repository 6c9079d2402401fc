"""Two things of one name: which sources tell of which.

A name has one bearer unless the claims tell its bearers apart (see kg.resolve.tenures). Here they
do so by the beginnings that sources give it: founded on dates that cannot be one, by founders of
whom none is the same, it is two companies. What differs in the date alone is a contradiction about
one. A source that says nothing of the beginning means the one that existed at the time of which it
tells; where several did, it stays apart, for nothing says which one it means.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model.claim import ASSERTED, Claim
from kg.model.dates import PartialDate
from kg.model.schema import Schema
from kg.resolve.keys import Key, key_of
from kg.resolve.partition import Partition
from kg.resolve.timeline import certainly_before, compatible, first_day

BySource = Mapping[str, int | None]
"""Source → the number of the bearer that it means; None where it may mean several."""

_MAKERS = {"Founding": "founder", "SpinOff": "parent"}
"""The types that begin a company, and the role of who made it."""


@dataclass(frozen=True, slots=True)
class _Birth:
    """A beginning as one source tells it."""

    source: str
    date: PartialDate
    makers: frozenset[Key]

    def same(self, other: "_Birth") -> bool:
        """Whether both can be one beginning, or are said to be one person's doing."""
        return compatible(self.date, other.date) or bool(self.makers & other.makers)

    def apart(self, other: "_Birth") -> bool:
        """Whether they are the beginnings of two things."""
        return bool(self.makers and other.makers) and not self.same(other)


def homonyms(claims: Sequence[Claim], schema: Schema) -> dict[Key, BySource]:
    """The names that several things bear, each with what its sources mean by it."""
    births: defaultdict[Key, list[_Birth]] = defaultdict(list)
    for claim in claims:
        if claim.type in _MAKERS and claim.date is not None and claim.status == ASSERTED:
            makers = frozenset(key_of(m, schema) for m in claim.fillers(_MAKERS[claim.type]))
            for mention in claim.fillers("company"):
                if not mention.iri:
                    birth = _Birth(claim.source, claim.date, makers)
                    births[key_of(mention, schema)].append(birth)
    parted = {key: parts for key, told in births.items() if len(parts := _parts(told)) > 1}
    first_told = _first_told(claims, parted, schema)
    return {
        key: {source: _meant(source, date, parts) for source, date in first_told[key].items()}
        for key, parts in parted.items()
    }


def _parts(births: Sequence[_Birth]) -> list[list[_Birth]]:
    """The beginnings by the thing that begins, in order of time; one part where nothing tells
    two apart."""
    partition: Partition[_Birth] = Partition()
    for birth in births:
        partition.add(birth)
        for other in births:
            if birth.same(other):
                partition.link(birth, other)
    parts = sorted((sorted(part, key=_order) for part in partition.components()), key=_first_order)
    distinct: list[list[_Birth]] = []
    for part in parts:
        if not distinct or all(_apart(part, other) for other in distinct):
            distinct.append(part)
        else:  # another date and no word of who founded it: a contradiction about the first
            next(other for other in distinct if not _apart(part, other)).extend(part)
    return distinct


def _apart(part: Iterable[_Birth], other: Sequence[_Birth]) -> bool:
    return any(one.apart(two) for one in part for two in other)


def _order(birth: _Birth) -> tuple[int, str, str]:
    return (first_day(birth.date), birth.date.edtf, birth.source)


def _first_order(part: Sequence[_Birth]) -> tuple[int, str, str]:
    return _order(part[0])


def _first_told(
    claims: Iterable[Claim], keys: Iterable[Key], schema: Schema
) -> dict[Key, dict[str, PartialDate | None]]:
    """Of each key and source that mentions it, the earliest date of which it tells."""
    found: dict[Key, dict[str, PartialDate | None]] = {key: {} for key in keys}
    for claim in claims if found else ():
        for _, mentions in claim.roles:
            for mention in mentions:
                dates = found.get(key_of(mention, schema))
                if dates is not None and not mention.iri:
                    known = [d for d in (dates.get(claim.source), claim.date) if d is not None]
                    dates[claim.source] = min(known, key=lambda d: d.sort_key, default=None)
    return found


def _meant(
    source: str, earliest: PartialDate | None, parts: Sequence[Sequence[_Birth]]
) -> int | None:
    """Which of the parts a source means, None where it may be more than one."""
    own = [n for n, part in enumerate(parts) if any(b.source == source for b in part)]
    if own:
        return own[0]
    able = [
        n
        for n, part in enumerate(parts)
        if earliest is not None and not certainly_before(earliest, part[0].date)
    ]
    return able[0] if len(able) == 1 else None
