"""Groups that grow as pairs are joined: what hangs together over any number of steps is one."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", int, str)


class Groups(Generic[Item]):
    """Items in groups, each known by its lowest item: the same groups whatever the order of the joins.

    >>> groups = Groups("abcd")
    >>> groups.join("d", "b"), groups.join("b", "a"), groups.join("d", "a")
    (('b', 'd'), ('a', 'b'), None)
    >>> groups.first("d"), groups.found()
    ('a', [['a', 'b', 'd'], ['c']])
    """

    def __init__(self, items: Iterable[Item]) -> None:
        """Start with every item alone."""
        self._above: dict[Item, Item] = {item: item for item in items}

    def first(self, item: Item) -> Item:
        """Return the lowest item of an item's group."""
        above = self._above
        while above[item] != item:
            above[item] = item = above[above[item]]
        return item

    def join(self, one: Item, other: Item) -> tuple[Item, Item] | None:
        """Make two groups one, and return the first item of each, the one of the whole first; None if they are one."""
        low, high = sorted((self.first(one), self.first(other)))
        if low == high:
            return None
        self._above[high] = low
        return low, high

    def found(self) -> list[list[Item]]:
        """Return the groups with their items, in the order in which the items were given."""
        groups: dict[Item, list[Item]] = defaultdict(list)
        for item in self._above:
            groups[self.first(item)].append(item)
        return list(groups.values())
