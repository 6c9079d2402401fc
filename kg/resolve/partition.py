"""A partition of nodes into connected components, the same whatever the order of links."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Partition(Generic[Node]):
    """Disjoint sets under linking (Tarjan's union-find, with path halving)."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}

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
        """Makes the components of both one."""
        self._parent[self.find(one)] = self.find(other)

    def linked(self, one: Node, other: Node) -> bool:
        """Whether both are in one component."""
        return self.find(one) == self.find(other)

    def components(self) -> Iterable[list[Node]]:
        """All components; neither they nor their members are in any order."""
        members: dict[Node, list[Node]] = {}
        for node in self._parent:
            members.setdefault(self.find(node), []).append(node)
        return members.values()
