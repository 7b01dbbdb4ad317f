"""Average linkage over a sparse graph: pairs that nobody measured count as clearly apart."""

import heapq
from collections.abc import Mapping

_UNMEASURED = -8.0


def average_linkage(size: int, scores: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """Join the two groups with the highest mean score, again and again, until the mean is below the threshold.

    scores  log-odds for pairs (lower, higher) of 0 ... size-1; a pair without one counts `_UNMEASURED`
    Returns the groups, members in order, groups by their first member. Ties go to the lower numbers.
    """
    sums: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]
    for (a, b), score in scores.items():
        sums[a][b] = sums[b][a] = (score, 1)
    members: dict[int, list[int]] = {n: [n] for n in range(size)}
    heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b):
            continue
        if len(sums[a]) < len(sums[b]):
            a, b = b, a
        _merge(a, b, sums, members)
        for other, (total, count) in sums[a].items():
            mean = _mean(total, count, len(members[a]) * len(members[other]))
            if mean >= threshold:
                low, high = min(a, other), max(a, other)
                heapq.heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return sorted(sorted(group) for group in members.values())


def _mean(total: float, count: int, pairs: int) -> float:
    return (total + _UNMEASURED * (pairs - count)) / pairs


def _merge(a: int, b: int, sums: list[dict[int, tuple[float, int]]], members: dict[int, list[int]]) -> None:
    """Take group b into group a."""
    members[a] += members.pop(b)
    kept, taken = sums[a], sums[b]
    sums[b] = {}
    kept.pop(b, None)
    taken.pop(a, None)
    for other, (total, count) in taken.items():
        had, held = kept.get(other, (0.0, 0))
        kept[other] = (had + total, held + count)
        sums[other].pop(b)
    for other in taken:
        sums[other][a] = kept[other]
