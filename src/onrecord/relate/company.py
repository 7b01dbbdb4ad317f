"""The company reports are in: two that the same other reports are like tell of one happening more often than not.

Where a happening is told from many sides, two of its reports may share few words; what they share is neighbours.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.relate.likeness import Vectors, cosines, measures
from onrecord.relate.neighbours import candidates
from onrecord.relate.profile import dot

Pair = tuple[int, int]

# 12 to 20 are within half a point of B-cubed; without a bound, or with one by likeness, it is worse.
_NEAREST = 16
_PARTS = ("whole", "placed", "lead")
# A report counts among its own neighbours, as near as its nearest but no further off than this.
_LEAST_OWN = 0.2


def measured(reports: Sequence[Vectors]) -> dict[Pair, dict[str, float]]:
    """Return the measures of every pair worth measuring, pairs as (lower, higher) and in order."""
    found = {pair: cosines(reports[pair[0]], reports[pair[1]]) for pair in candidates(reports)}
    near = {part: _neighbours(part, found, len(reports)) for part in _PARTS}
    return {
        (a, b): measures(
            cosine,
            {part: dot(held[a], held[b]) for part, held in near.items()},
            (reports[a].profile, reports[b].profile),
        )
        for (a, b), cosine in found.items()
    }


def _neighbours(part: str, found: Mapping[Pair, Mapping[str, float]], size: int) -> list[dict[int, float]]:
    """Return each report's likeness with its nearest others and itself, as a vector of length 1 over the reports."""
    alike: list[dict[int, float]] = [defaultdict(float) for _ in range(size)]
    for (a, b), cosine in found.items():
        alike[a][b] = alike[b][a] = cosine[part]
    return [_unit(number, others) for number, others in enumerate(alike)]


def _unit(number: int, others: Mapping[int, float]) -> dict[int, float]:
    nearest = sorted(others, key=lambda o: (-others[o], o))[:_NEAREST]
    held = {other: others[other] for other in nearest}
    held[number] = max(_LEAST_OWN, *held.values()) if held else 1.0
    length = sum(x * x for x in held.values()) ** 0.5
    return {other: x / length for other, x in held.items()}
