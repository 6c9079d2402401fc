"""The claims that a change bears on: those of every part that it touches, and no others."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model.claim import Claim
from kg.pipeline import claim_record
from kg.resolve.handles import handles, ties
from kg.store.concordance import Concordance


class AtHand:
    """Claims gathered by part, as they were before a change of sources and as they are after it.

    A part is gathered whole: all claims under its handles, those that tie these to others, and so
    on. `come` are the claims that are new, `gone` those that nobody states any more; `tied` are
    handles that decisions tie together.
    """

    def __init__(
        self,
        concordance: Concordance,
        come: frozenset[Claim],
        gone: frozenset[Claim],
        base: str,
        tied: Iterable[frozenset[str]] = (),
    ) -> None:
        self._tied: defaultdict[str, set[str]] = defaultdict(set)
        for together in tied:
            for handle in together:
                self._tied[handle] |= together
        self._concordance = concordance
        self._base = base
        self._come = come
        self._gone = gone
        self._coming: defaultdict[str, set[Claim]] = defaultdict(set)
        self._read: dict[str, Claim] = {}
        self._whole: set[str] = set()
        self._claims: set[Claim] = set()
        for claim in come:
            for handle in handles(claim, base):
                self._coming[handle].add(claim)
        self.gather(handle for claim in come | gone for handle in handles(claim, base))

    @property
    def before(self) -> frozenset[Claim]:
        """The gathered claims that were there before the change."""
        return frozenset(self._claims - self._come)

    @property
    def after(self) -> frozenset[Claim]:
        """The gathered claims that are there after it."""
        return frozenset(self._claims - self._gone)

    def gather(self, wanted: Iterable[str]) -> bool:
        """Gathers the parts of these handles; whether any was not there yet."""
        waiting = set(wanted) - self._whole
        more = bool(waiting)
        while waiting:
            handle = waiting.pop()
            self._whole.add(handle)
            waiting |= self._tied.get(handle, set()) - self._whole
            for claim in self._under(handle):
                self._claims.add(claim)
                waiting |= ties(claim) - self._whole
        return more

    def _under(self, handle: str) -> set[Claim]:
        found = set(self._coming.get(handle, ()))
        for record in self._concordance.under(handle):
            if record not in self._read:
                self._read[record] = claim_record.claim_of(record)
            found.add(self._read[record])
        return found
