"""Changes of name: which name is taken up, which is given up, and by whom."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.model.claim import ANNOUNCED, ASSERTED, Claim
from kg.model.naming import name_key
from kg.model.schema import Schema
from kg.resolve.keys import Key, key_of


class _Succession(NamedTuple):
    """A party of a merger and the new company that the merger made."""

    party: Key
    result: Key


class NameChanges:
    """Reads changes of name in the light of the mergers that the same claims tell of.

    Where 가 and 나 merge into 다, a text may go on "가 changed its name to 다": it is the merged
    company that has the name, and 가 has ended.
    """

    def __init__(self, claims: Sequence[Claim], schema: Schema) -> None:
        self._schema = schema
        self._successions: set[_Succession] = set()
        later = self._later_names(claims)
        for claim in claims:
            if claim.type == "Merger":
                for result in claim.fillers("result"):
                    for party in claim.fillers("participant"):
                        self._succeed(key_of(party, schema), key_of(result, schema), later)

    def _later_names(self, claims: Iterable[Claim]) -> dict[Key, set[Key]]:
        """The names that companies went on to, by the name before, as changes of name say."""
        later: dict[Key, set[Key]] = {}
        for claim in claims:
            adopted = self.adopted(claim)
            former = self.former(claim)
            if adopted is not None and former is not None:
                later.setdefault(former, set()).add(adopted)
        return later

    def _succeed(self, party: Key, result: Key, later: Mapping[Key, set[Key]]) -> None:
        """Notes that the result follows the party, under each name that it had until then."""
        if party != result and _Succession(party, result) not in self._successions:
            self._successions.add(_Succession(party, result))
            for name in later.get(party, ()):
                self._succeed(name, result, later)

    def adopted(self, claim: Claim) -> Key | None:
        """The key of the name that the claim says is taken up, None where it is no such claim.

        A change that is only planned or reported gives nobody a name yet.
        """
        company, new = claim.fillers("company"), claim.fillers("new")
        if claim.type != "NameChange" or claim.status not in {ASSERTED, ANNOUNCED}:
            return None
        if not company or not new:
            return None
        return Key(self._schema.root(company[0].kind), name_key(new[0].text))

    def former(self, claim: Claim) -> Key | None:
        """The key of the name that the claim says is given up; None where it does not say."""
        adopted = self.adopted(claim)
        if adopted is None or self.by_merger(claim):
            return None
        company, old = claim.fillers("company"), claim.fillers("old")
        if old:
            return Key(adopted.root, name_key(old[0].text))
        key = None if company[0].iri else key_of(company[0], self._schema)
        return None if key == adopted else key

    def by_merger(self, claim: Claim) -> bool:
        """Whether it names a company as changing its name that a merger ended under that name."""
        adopted = self.adopted(claim)
        if adopted is None or claim.fillers("company")[0].iri:
            return False
        party = key_of(claim.fillers("company")[0], self._schema)
        return _Succession(party, adopted) in self._successions
