"""Each report's nearest others through an index: the work for one more report does not grow with the collection."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nsmallest

from onrecord.relate.likeness import Vectors

_TERMS = 40
# Terms that more reports share tell none of them apart; skipping them bounds the work for each report.
_MAX_HOLDERS = 300
_NEIGHBOURS = 60


def _telling(report: Vectors) -> list[tuple[str, float]]:
    """Return the report's weightiest terms, ties in the terms' order."""
    return sorted(report.whole.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]


def candidates(reports: Sequence[Vectors]) -> list[tuple[int, int]]:
    """Return the pairs worth measuring, as indices (lower, higher), sorted; the same whatever the order of reports."""
    telling = [dict(_telling(report)) for report in reports]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(telling):
        for term in terms:
            holders[term].append(number)
    pairs: set[tuple[int, int]] = set()
    for number, terms in enumerate(telling):
        shared: Counter[int] = Counter()
        for term, weight in terms.items():
            if 1 < len(others := holders[term]) <= _MAX_HOLDERS:
                for other in others:
                    shared[other] += weight * telling[other][term]  # type: ignore[assignment]
        shared.pop(number, None)
        best = nsmallest(_NEIGHBOURS, shared, key=lambda o: (-shared[o], reports[o].profile.article))
        pairs.update((min(number, other), max(number, other)) for other in best)
    return sorted(pairs)
