"""The claims that a change bears on: those of every part that it touches, and no others."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model.claim import Claim
from kg.model.schema import Schema
from kg.pipeline import claim_record
from kg.resolve.handles import handles, ties
from kg.resolve.topics import Topics
from kg.store.concordance import Concordance


class AtHand:
    """Claims gathered by part, as they were before a change of sources and as they are after it.

    A part is gathered whole: all claims under its handles, those that tie these to others, and so
    on; that is what entities rest on. Of the gathered claims `told` are those whose events and
    relations may differ. `come` are the claims that are new, `gone` those that nobody states any
    more; `tied` are handles that decisions tie together.
    """

    def __init__(
        self,
        concordance: Concordance,
        come: frozenset[Claim],
        gone: frozenset[Claim],
        schema: Schema,
        base: str,
        tied: Iterable[frozenset[str]] = (),
    ) -> None:
        self._concordance = concordance
        self._schema = schema
        self._base = base
        self._come = come
        self._gone = gone
        self._tied = tuple(tied)
        self._coming: defaultdict[str, set[Claim]] = defaultdict(set)
        for claim in come:
            for handle in handles(claim, base):
                self._coming[handle].add(claim)
        self._read: dict[str, Claim] = {}
        self._whole: set[str] = set()
        self._claims: set[Claim] = set()
        self._differing: set[Claim] = set()
        self._others: set[str] = set()
        self.told: frozenset[Claim] = frozenset()
        self.gather(come | gone, ())

    @property
    def before(self) -> frozenset[Claim]:
        """The gathered claims that were there before the change."""
        return frozenset(self._claims - self._come)

    @property
    def after(self) -> frozenset[Claim]:
        """The gathered claims that are there after it."""
        return frozenset(self._claims - self._gone)

    def gather(self, differing: Iterable[Claim], others: Iterable[str]) -> bool:
        """Gathers the parts of these claims, whose facts differ, and of these handles, whose
        entities are others; whether that bears on more claims than were known."""
        known = len(self._claims), len(self.told)
        self._differing.update(differing)
        self._others.update(others)
        named = (handle for claim in self._differing for handle in handles(claim, self._base))
        self._fill(self._others.union(named))
        topics = Topics(self._claims, self._schema, self._base, self._tied)
        self.told = topics.told(self._differing, self._others)
        return known != (len(self._claims), len(self.told))

    def _fill(self, wanted: set[str]) -> None:
        waiting = wanted - self._whole
        while waiting:
            handle = waiting.pop()
            self._whole.add(handle)
            tying = [one for one in self._tied if handle in one]
            tying += [ties(claim) for claim in self._stated(handle)]
            waiting |= set().union(*tying) - self._whole

    def _stated(self, handle: str) -> set[Claim]:
        """The claims under a handle, which are gathered."""
        found = set(self._coming.get(handle, ()))
        for record in self._concordance.under(handle):
            if record not in self._read:
                self._read[record] = claim_record.claim_of(record)
            found.add(self._read[record])
        self._claims |= found
        return found
