"""A partition of nodes into connected components, the same whatever the order of links.

Where nodes are to stay apart, a link that would join them is not made: then the first of several
links that together would join them is.
"""

from collections.abc import Collection, Hashable, Iterable
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Partition(Generic[Node]):
    """Disjoint sets under linking (Tarjan's union-find, with path halving)."""

    def __init__(self, apart: Collection[tuple[Node, Node]] = ()) -> None:
        self._parent: dict[Node, Node] = {}
        self._apart = tuple(apart)

    def add(self, node: Node) -> None:
        """Makes a node known, alone until it is linked."""
        self._parent.setdefault(node, node)

    def find(self, node: Node) -> Node:
        """The representative of the node's component: arbitrary, the same for all its members."""
        self.add(node)
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def link(self, one: Node, other: Node) -> None:
        """Makes the components of both one, unless they are to stay apart."""
        if not self.parted(one, other):
            self._parent[self.find(one)] = self.find(other)

    def parted(self, one: Node, other: Node) -> bool:
        """Whether something in the one component is to stay apart from something in the other."""
        if not self._apart or self.linked(one, other):
            return False
        ends = {self.find(one), self.find(other)}
        return any({self.find(a), self.find(b)} == ends for a, b in self._apart)

    def linked(self, one: Node, other: Node) -> bool:
        """Whether both are in one component."""
        return self.find(one) == self.find(other)

    def components(self) -> Iterable[list[Node]]:
        """All components; neither they nor their members are in any order."""
        members: dict[Node, list[Node]] = {}
        for node in self._parent:
            members.setdefault(self.find(node), []).append(node)
        return members.values()
