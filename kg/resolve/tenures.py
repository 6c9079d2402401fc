"""Who bears a name when: the company that was 카카오 in 2011 is not the one that is since 2015.

A name has one bearer unless the claims say that it changed hands: it was taken up by another
company by a change of name, or its bearer ended (was absorbed, or merged into a new company) and
one of that name was founded afterwards. What the claims leave open stays one bearer.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import NamedTuple

from kg.model.claim import ASSERTED, NAME, Claim, Mention
from kg.model.dates import PartialDate
from kg.model.naming import name_key
from kg.model.schema import Schema
from kg.resolve.changes import NameChanges
from kg.resolve.keys import Key, key_of
from kg.resolve.timeline import certainly_before, compatible, finer, first_day, last_day


class Bearer(NamedTuple):
    """A node of the partition: an IRI that a source gave, or the nth bearer of a name; `source`
    where only that source means it by the name."""

    root: str
    name: str
    number: int
    iri: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One bearer's time with a name, half-open; None: not known."""

    key: Key
    bearer: Bearer
    since: PartialDate | None = None
    until: PartialDate | None = None


class _End(NamedTuple):
    """A bearer's end; `iri` is the bearer's where the source gives it."""

    date: PartialDate
    iri: str
    source: str


@dataclass(slots=True)
class _Signs:
    """What the claims say of one name.

    `adoptions`: when it was taken up, and from which former name's key. `stated`: tenures that an
    RDF source gives as name nodes; `implied`: those that its changes of name imply. `periods`: of
    which bearers, by IRI, which sources say themselves until when they have the name.
    """

    adoptions: list[tuple[PartialDate | None, Key | None]] = field(default_factory=list)
    ends: list[_End] = field(default_factory=list)
    periods: set[tuple[str, str]] = field(default_factory=set)
    births: list[PartialDate] = field(default_factory=list)
    stated: list[Tenure] = field(default_factory=list)
    implied: list[Tenure] = field(default_factory=list)

    def given(self) -> list[Tenure]:
        """The tenures of bearers with an IRI: the stated ones, and implied ones not stated."""
        stated = list(dict.fromkeys(self.stated))
        extra = [
            t
            for t in dict.fromkeys(self.implied)
            if not any(s.bearer == t.bearer and compatible(s.since, t.since) for s in stated)
        ]
        return sorted(stated + extra, key=lambda t: (first_day(t.since), t.bearer))

    def ends_of(self, bearer: Bearer) -> list[PartialDate]:
        """The ends that may be this bearer's: a source that gives it a name node says there
        whether its own events end it."""
        return [
            end.date
            for end in self.ends
            if end.iri != bearer.iri or (end.iri, end.source) not in self.periods
        ]


def claim_date(claim: Claim) -> PartialDate | None:
    """The date by which a claim's mentions are told apart."""
    return claim.date or claim.details.since or claim.details.until


def iri_bearer(mention: Mention) -> Bearer:
    """The bearer that a source names by IRI."""
    return Bearer("", "", 0, mention.iri)


def tenures_of(
    claims: Sequence[Claim], changes: NameChanges, schema: Schema
) -> dict[Key, tuple[Tenure, ...]]:
    """Every name's tenures in order of time; a name without signs of change has one."""
    signs: defaultdict[Key, _Signs] = defaultdict(_Signs)
    for claim in claims:
        for _, mentions in claim.roles:
            for mention in mentions:
                if mention.kind and not mention.iri:
                    signs[key_of(mention, schema)]
        _read(claim, changes, schema, signs)
    return {key: _tenures(key, found) for key, found in sorted(signs.items())}


def _read(
    claim: Claim, changes: NameChanges, schema: Schema, signs: defaultdict[Key, _Signs]
) -> None:
    if claim.type == NAME:
        _read_name(claim, schema, signs)
        return
    adopted = changes.adopted(claim)
    if adopted is not None:
        company = claim.fillers("company")[0]
        former = changes.former(claim)
        if company.iri:
            signs[adopted].implied.append(Tenure(adopted, iri_bearer(company), claim.date))
        else:
            signs[adopted].adoptions.append((claim.date, former))
        if former is not None and claim.date is not None:
            signs[former].ends.append(_End(claim.date, "", claim.source))
    if claim.date is not None and claim.status == ASSERTED:
        for mention in _ended(claim, schema):
            end = _End(claim.date, mention.iri, claim.source)
            signs[key_of(mention, schema)].ends.append(end)
        for mention in _born(claim):
            signs[key_of(mention, schema)].births.append(claim.date)


def _read_name(claim: Claim, schema: Schema, signs: defaultdict[Key, _Signs]) -> None:
    owner, text = claim.fillers("nameOf"), claim.fillers("text")
    if owner and text and owner[0].iri:
        key = Key(schema.root(owner[0].kind), name_key(text[0].text))
        tenure = Tenure(key, iri_bearer(owner[0]), claim.details.since, claim.details.until)
        signs[key].stated.append(tenure)
        if claim.about:
            signs[key].periods.add((owner[0].iri, claim.source))


def _ended(claim: Claim, schema: Schema) -> Iterable[Mention]:
    """The companies that a merger ends: the absorbed, and the parties where a new one results."""
    if claim.type != "Merger":
        return
    yield from claim.fillers("absorbed")
    results = {key_of(result, schema) for result in claim.fillers("result")}
    if results:
        yield from (m for m in claim.fillers("participant") if key_of(m, schema) not in results)


def _born(claim: Claim) -> Iterable[Mention]:
    if claim.type in {"Founding", "SpinOff"}:
        yield from claim.fillers("company")
    elif claim.type == "Merger":
        yield from claim.fillers("result")


def _tenures(key: Key, signs: _Signs) -> tuple[Tenure, ...]:
    starts = _starts(signs)
    known = signs.given()
    fresh = [s for s in starts if not any(_same_start(s, t) for t in known)]
    if not known:
        opening = fresh and not _ends_before(signs, fresh[0])
        known = [Tenure(key, Bearer(*key, 0, ""), fresh.pop(0) if opening else None)]
    known += [Tenure(key, Bearer(*key, n, ""), start) for n, start in enumerate(fresh, 1)]
    known.sort(key=lambda t: (first_day(t.since), t.bearer))
    following = [*(t.since for t in known[1:]), None]
    return tuple(
        replace(t, until=t.until or _end_within(signs.ends_of(t.bearer), t.since, after))
        for t, after in zip(known, following, strict=True)
    )


def _starts(signs: _Signs) -> list[PartialDate]:
    """When the name was taken up by another bearer, in order; told twice counts once."""
    by_origin: dict[Key, PartialDate] = {}
    loose: list[PartialDate] = []
    for date, origin in sorted(
        signs.adoptions, key=lambda a: (first_day(a[0]), a[1] or Key("", ""))
    ):
        if date is None:
            continue
        if origin is None:
            loose.append(date)
        else:
            by_origin[origin] = finer(by_origin[origin], date) if origin in by_origin else date
    starts = list(by_origin.values())
    reborn = [b for b in signs.births if any(certainly_before(end.date, b) for end in signs.ends)]
    for date in sorted([*loose, *reborn], key=lambda d: d.sort_key):
        if not any(compatible(date, start) for start in starts):
            starts.append(date)
    return sorted(starts, key=lambda d: d.sort_key)


def _same_start(start: PartialDate, tenure: Tenure) -> bool:
    return tenure.since is None or compatible(start, tenure.since)


def _ends_before(signs: _Signs, start: PartialDate) -> bool:
    return any(certainly_before(end.date, start) for end in signs.ends)


def _end_within(
    ends: Iterable[PartialDate], since: PartialDate | None, after: PartialDate | None
) -> PartialDate | None:
    """The first end after `since` and before the next bearer takes the name up."""
    within = [
        end
        for end in ends
        if (since is None or certainly_before(since, end))
        and (after is None or not certainly_before(after, end))
    ]
    first = min(within, key=lambda d: d.sort_key, default=None)
    same = [end for end in within if first is not None and end.overlaps(first)]
    return reduce(finer, same) if same else None


def bearer_at(tenures: Sequence[Tenure], date: PartialDate | None) -> Tenure:
    """The tenure that a mention of the name on a date means; without a date the present one.

    In a gap between two bearers it is the next one: a company is told of by its later name, not
    by the name of one that has ended.
    """
    if date is None:
        return tenures[-1]
    holding = [
        t
        for t in tenures
        if first_day(t.since) <= last_day(date)
        and (t.until is None or first_day(date) <= last_day(t.until))
    ]
    if holding:
        return holding[-1]
    later = [t for t in tenures if first_day(t.since) > last_day(date)]
    return later[0] if later else tenures[-1]
