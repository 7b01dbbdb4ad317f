"""Each report's nearest others through an index: the work for one more report does not grow with the collection."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

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
    telling = [_telling(report) for report in reports]
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, terms in enumerate(telling):
        for term, weight in terms:
            holders[term].append((number, weight))
    pairs: set[tuple[int, int]] = set()
    for number, terms in enumerate(telling):
        shared: defaultdict[int, float] = defaultdict(float)
        for term, weight in terms:
            if 1 < len(others := holders[term]) <= _MAX_HOLDERS:
                for other, held in others:
                    shared[other] += weight * held
        shared.pop(number, None)
        pairs.update((min(number, other), max(number, other)) for other in _nearest(shared, reports))
    return sorted(pairs)


def _nearest(shared: Mapping[int, float], reports: Sequence[Vectors]) -> list[int]:
    """Return the reports that share most, ties by id."""
    least = sorted(shared.values())[-_NEIGHBOURS:][:1]
    near = [other for other, value in shared.items() if value >= least[0]]
    return sorted(near, key=lambda other: (-shared[other], reports[other].profile.article))[:_NEIGHBOURS]
