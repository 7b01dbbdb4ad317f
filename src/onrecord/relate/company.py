"""The company reports are in: two that the same other reports are like tell of one happening more often than not.

Where a happening is told from many sides, two of its reports may share few words; what they share is neighbours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.relate.dots import Floats, Pair, dots, rows
from onrecord.relate.likeness import Vectors, cosines, measures
from onrecord.relate.neighbours import candidates

# 12 to 20 are within half a point of B-cubed; without a bound, or with one by likeness, it is worse.
_NEAREST = 16
_PARTS = ("whole", "placed", "lead")
# A report counts among its own neighbours, as near as its nearest but no further off than this.
_LEAST_OWN = 0.2


@dataclass(frozen=True, slots=True)
class Measured:
    """The pairs worth measuring, as (lower, higher) and in order, and what each measure says of each."""

    pairs: list[Pair]
    measures: Mapping[str, Floats]


def measured(reports: Sequence[Vectors]) -> Measured:
    """Measure every pair worth it."""
    pairs = candidates(reports)
    found = cosines(reports, pairs)
    company = {part: _company(pairs, found[part], len(reports)) for part in _PARTS}
    return Measured(pairs, measures(found, company, [report.profile for report in reports], pairs))


def _company(pairs: Sequence[Pair], alike: Floats, size: int) -> Floats:
    """Return for each pair how far the same nearest reports are like both."""
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for (a, b), likeness in zip(pairs, alike.tolist(), strict=True):
        near[a][b] = near[b][a] = likeness
    held = rows((_unit(number, others),) for number, others in enumerate(near))
    return dots(held, pairs, [(0, 0)])[:, 0]


def _unit(number: int, others: Mapping[int, float]) -> dict[int, float]:
    nearest = sorted(others, key=lambda o: (-others[o], o))[:_NEAREST]
    held = {other: others[other] for other in nearest}
    held[number] = max(_LEAST_OWN, *held.values()) if held else 1.0
    length = sum(x * x for x in held.values()) ** 0.5
    return {other: x / length for other, x in held.items()}
