"""Average linkage over a sparse graph: pairs that nobody measured count as clearly apart."""

import heapq
from collections.abc import Collection, Iterator, Mapping
from dataclasses import InitVar, dataclass, field

_UNMEASURED = -8.0


def average_linkage(
    size: int,
    scores: Mapping[tuple[int, int], float],
    threshold: float,
    *,
    own: float = 0.0,
    never: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Join the two groups with the highest mean score, again and again, until the mean is below the threshold.

    scores  log-odds for pairs (lower, higher) of 0 ... size-1; a pair without one counts `_UNMEASURED`
    own     of two groups of two or more, this share of what their own pairs score above the pairs between them is taken
            off: groups that hold together better than they do with one another stay apart
    never   pairs that stay in two groups, whatever their groups' other members score
    Returns the groups, members in order, groups by their first member. Ties go to the lower numbers.
    """
    groups = _Groups(size, scores, own, never)
    heap = [
        (-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= threshold and b not in groups.barred[a]
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if groups.sizes(a, b) != (size_a, size_b):
            continue
        kept = groups.join(a, b)
        for low, high, score in groups.around(kept):
            if score >= threshold:
                heapq.heappush(heap, (-score, low, high, *groups.sizes(low, high)))
    return sorted(sorted(group) for group in groups.members.values())


@dataclass(slots=True)
class _Groups:
    """The groups so far.

    between  for each group the sum and the number of measured pairs with each other group
    within   for each group the sum over all its own pairs
    barred   for each group those that it never joins
    """

    size: int
    scores: Mapping[tuple[int, int], float]
    own: float
    never: InitVar[Collection[tuple[int, int]]]
    members: dict[int, list[int]] = field(init=False)
    between: list[dict[int, tuple[float, int]]] = field(init=False)
    within: list[float] = field(init=False)
    barred: list[set[int]] = field(init=False)

    def __post_init__(self, never: Collection[tuple[int, int]]) -> None:
        self.members = {n: [n] for n in range(self.size)}
        self.between = [{} for _ in range(self.size)]
        self.within = [0.0] * self.size
        self.barred = [set() for _ in range(self.size)]
        for a, b in never:
            self.barred[a].add(b)
            self.barred[b].add(a)
        for (a, b), score in self.scores.items():
            self.between[a][b] = self.between[b][a] = (score, 1)

    def sizes(self, a: int, b: int) -> tuple[int, int]:
        """Return the groups' sizes, 0 for one that has been taken into another."""
        return len(self.members.get(a, ())), len(self.members.get(b, ()))

    def around(self, group: int) -> Iterator[tuple[int, int, float]]:
        """Yield a group and each other that it has measured pairs with, the lower number first, and their score."""
        for other in self.between[group].keys() - self.barred[group]:
            low, high = min(group, other), max(group, other)
            yield low, high, self._score(low, high)

    def _score(self, a: int, b: int) -> float:
        sizes = self.sizes(a, b)
        mean = self._sum(a, b) / (sizes[0] * sizes[1])
        if not self.own or min(sizes) < 2:
            return mean
        inside = (self.within[a] + self.within[b]) / sum(n * (n - 1) // 2 for n in sizes)
        return mean - self.own * max(0.0, inside - mean)

    def _sum(self, a: int, b: int) -> float:
        total, count = self.between[a][b]
        sizes = self.sizes(a, b)
        return total + _UNMEASURED * (sizes[0] * sizes[1] - count)

    def join(self, a: int, b: int) -> int:
        """Take the one with fewer neighbours into the other, and return that other."""
        if len(self.between[a]) < len(self.between[b]):
            a, b = b, a
        self.within[a] += self.within[b] + self._sum(a, b)
        self.members[a] += self.members.pop(b)
        kept, taken = self.between[a], self.between[b]
        self.between[b] = {}
        kept.pop(b, None)
        taken.pop(a, None)
        for other, (total, count) in taken.items():
            had, held = kept.get(other, (0.0, 0))
            kept[other] = self.between[other][a] = (had + total, held + count)
            self.between[other].pop(b)
        for other in self.barred[b]:
            self.barred[other].remove(b)
            self.barred[other].add(a)
        self.barred[a] |= self.barred[b]
        self.barred[b] = set()
        return a
