"""The claims that a change bears on: those of every part that it touches, and no others."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model.claim import Claim
from kg.pipeline import claim_record
from kg.resolve.handles import handles, ties
from kg.store.concordance import Concordance

Topic = tuple[str, str]
"""What a claim tells, its type or relation, and a handle of whom it tells it."""


class AtHand:
    """Claims gathered by part, as they were before a change of sources and as they are after it.

    A part is gathered whole: all claims under its handles, those that tie these to others, and so
    on; that is what entities rest on. Of the gathered claims `told` are those whose events and
    relations may differ: of one topic with a claim whose fact does. `come` are the claims that are
    new, `gone` those that nobody states any more; `tied` are handles that decisions tie together.
    """

    def __init__(
        self,
        concordance: Concordance,
        come: frozenset[Claim],
        gone: frozenset[Claim],
        base: str,
        tied: Iterable[frozenset[str]] = (),
    ) -> None:
        self._concordance = concordance
        self._base = base
        self._come = come
        self._gone = gone
        self._tied: defaultdict[str, set[str]] = defaultdict(set)
        for together in tied:
            for handle in together:
                self._tied[handle] |= together
        self._coming: defaultdict[str, set[Claim]] = defaultdict(set)
        for claim in come:
            for handle in handles(claim, base):
                self._coming[handle].add(claim)
        self._read: dict[str, Claim] = {}
        self._whole: set[str] = set()
        self._claims: set[Claim] = set()
        self._by_topic: defaultdict[Topic, set[Claim]] = defaultdict(set)
        self._under: defaultdict[str, set[Claim]] = defaultdict(set)
        self._topics: set[Topic] = set()
        self._others: set[str] = set()
        self.gather(come | gone, ())

    @property
    def before(self) -> frozenset[Claim]:
        """The gathered claims that were there before the change."""
        return frozenset(self._claims - self._come)

    @property
    def after(self) -> frozenset[Claim]:
        """The gathered claims that are there after it."""
        return frozenset(self._claims - self._gone)

    @property
    def told(self) -> frozenset[Claim]:
        """The gathered claims whose events and relations may differ."""
        of_topics = (self._by_topic[topic] for topic in self._topics)
        return frozenset().union(*of_topics, *(self._under[handle] for handle in self._others))

    def gather(self, claims: Iterable[Claim], others: Iterable[str]) -> bool:
        """Gathers the parts of these claims, whose facts differ, and of these handles, whose
        entities are others; whether anything of it is new."""
        topics = {topic for claim in claims for topic in self._topics_of(claim)} - self._topics
        handles_of_others = set(others) - self._others
        self._topics |= topics
        self._others |= handles_of_others
        self._fill({handle for _, handle in topics} | handles_of_others)
        return bool(topics or handles_of_others)

    def _fill(self, wanted: set[str]) -> None:
        waiting = wanted - self._whole
        while waiting:
            handle = waiting.pop()
            self._whole.add(handle)
            waiting |= self._tied.get(handle, set()) - self._whole
            for claim in self._stated(handle) - self._claims:
                self._claims.add(claim)
                for topic in self._topics_of(claim):
                    self._by_topic[topic].add(claim)
                    self._under[topic[1]].add(claim)
                waiting |= ties(claim) - self._whole

    def _topics_of(self, claim: Claim) -> list[Topic]:
        what = claim.relation or claim.type
        return [(what, handle) for handle in handles(claim, self._base)]

    def _stated(self, handle: str) -> set[Claim]:
        found = set(self._coming.get(handle, ()))
        for record in self._concordance.under(handle):
            if record not in self._read:
                self._read[record] = claim_record.claim_of(record)
            found.add(self._read[record])
        return found
