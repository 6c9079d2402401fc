"""Of gathered claims, those whose events and relations may be others once some claims are.

Claims are about one event only where the fillers of its identity roles are the same (see
`kg.resolve.grouping`): where one differs, the others of its topic are all that can be grouped
otherwise. A topic is what a claim tells, with the parts of whom it tells it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from kg.model.claim import RELATION, Claim
from kg.model.schema import Schema
from kg.resolve.grouping import AGAIN
from kg.resolve.handles import about_handles, handles, mention_handles, ties
from kg.resolve.partition import Partition

_WHOLE, _PARTIAL, _ANY = "whole", "partial", "any"
Topic = tuple[str, ...]


class Topics:
    """The topics of claims. `tied` are handles that are one part beside those that claims tie."""

    def __init__(
        self, claims: Iterable[Claim], schema: Schema, base: str, tied: Iterable[Iterable[str]]
    ) -> None:
        self._schema = schema
        self._base = base
        self._parts: Partition[str] = Partition()
        self._claims = list(claims)
        for together in (*map(ties, self._claims), *tied):
            first, *others = [*together] or [""]
            for other in others:
                self._parts.link(first, other)
        self._by_topic: defaultdict[Topic, set[Claim]] = defaultdict(set)
        for claim in self._claims:
            for topic in self._own(claim):
                self._by_topic[topic].add(claim)

    def told(self, differing: Iterable[Claim], others: Iterable[str]) -> frozenset[Claim]:
        """The claims of one topic with these, whose facts differ, and all that name the entities
        of these handles, which are others."""
        wanted = {topic for claim in differing for topic in self._asked(claim)}
        parts = {self._parts.find(handle) for handle in others}
        found = set().union(*(self._by_topic[topic] for topic in wanted))
        for claim in self._claims:
            if not parts.isdisjoint(self._found(handles(claim, self._base))):
                found.add(claim)
        return frozenset(found)

    def _own(self, claim: Claim) -> Iterator[Topic]:
        """The topics under which a claim is found."""
        what, roles, is_whole = self._identity(claim)
        if is_whole:
            yield from ((_WHOLE, what, *one) for one in product(*roles))
        for part in set().union(*roles):
            yield _ANY, what, part
            if not is_whole:
                yield _PARTIAL, what, part

    def _asked(self, claim: Claim) -> Iterator[Topic]:
        """The topics of what may be about the same as a claim."""
        what, roles, is_whole = self._identity(claim)
        if is_whole:
            yield from ((_WHOLE, what, *one) for one in product(*roles))
        for part in set().union(*roles):
            yield _PARTIAL if is_whole else _ANY, what, part

    def _identity(self, claim: Claim) -> tuple[str, list[set[str]], bool]:
        """What a claim tells, the parts of each of its identity roles, and whether it fills all of
        them, so that what is about the same fills them with the same."""
        event_type = self._schema.events.get(claim.type)
        names: tuple[str, ...] = ()
        if claim.type == RELATION:
            names = ("subject", "object")
        elif claim.type in AGAIN:
            names = AGAIN[claim.type][:1]
        elif event_type is not None:
            names = (*event_type.identity, *event_type.parties)
        found = [self._role(claim, name) for name in dict.fromkeys(names)]
        roles = [role for role in found if role]
        about = self._found(about_handles(claim.about, self._base))
        loose = event_type is not None and bool(event_type.parties)
        is_whole = len(roles) == len(names) and not about and not loose
        return claim.relation or claim.type, [*roles, about] if about else roles, is_whole

    def _role(self, claim: Claim, name: str) -> set[str]:
        mentions = claim.fillers(name)
        return self._found(handle for one in mentions for handle in mention_handles(one))

    def _found(self, given: Iterable[str]) -> set[str]:
        return {self._parts.find(handle) for handle in given}
