"""Which things of two graphs are one: by rounds of keys, from the surest to the weakest.

In a round two things are one if they share a key that no other thing of either graph has, and
neither shares a key with a third. What is not sure stays apart. Which of the graphs comes first
changes nothing.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Keys = Callable[[Thing], Iterable[Hashable]]
"""The keys of a thing in one round."""


@dataclass(frozen=True, slots=True)
class Pairs(Generic[Thing]):
    """The things that are in both graphs, those that are gone, and those that were added."""

    both: tuple[tuple[Thing, Thing], ...]
    gone: tuple[Thing, ...]
    added: tuple[Thing, ...]

    def each(self) -> Iterator[tuple[Thing | None, Thing | None]]:
        """All of them, as what stands before and what after."""
        yield from self.both
        yield from ((one, None) for one in self.gone)
        yield from ((None, one) for one in self.added)


def paired(
    before: Sequence[Thing],
    after: Sequence[Thing],
    rounds: Iterable[tuple[Keys[Thing], Keys[Thing]]],
) -> Pairs[Thing]:
    """The pairs by these rounds, each with the keys of what stands before and of what after."""
    left, right = dict(enumerate(before)), dict(enumerate(after))
    both: list[tuple[Thing, Thing]] = []
    for keys_before, keys_after in rounds:
        found = _matched(_by_key(left, keys_before), _by_key(right, keys_after))
        both += [(left.pop(one), right.pop(other)) for one, other in found]
    return Pairs(tuple(both), tuple(left.values()), tuple(right.values()))


def _by_key(things: dict[int, Thing], keys: Keys[Thing]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for number, thing in things.items():
        for key in dict.fromkeys(keys(thing)):
            found.setdefault(key, []).append(number)
    return found


def _matched(
    left: dict[Hashable, list[int]], right: dict[Hashable, list[int]]
) -> list[tuple[int, int]]:
    links, back = dict[int, set[int]](), dict[int, set[int]]()
    unsure, unsure_back = set[int](), set[int]()
    for key in left.keys() & right.keys():
        ones, others = left[key], right[key]
        if len(ones) == len(others) == 1:
            links.setdefault(ones[0], set()).add(others[0])
            back.setdefault(others[0], set()).add(ones[0])
        else:
            unsure.update(ones)
            unsure_back.update(others)
    return [
        (one, other)
        for one in sorted(links.keys() - unsure)
        for other in links[one]
        if len(links[one]) == len(back[other]) == 1 and other not in unsure_back
    ]
