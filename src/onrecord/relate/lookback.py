"""Reports that look back: "In December 2017 the two had spoken" tells of another happening, not of the report's own."""

from dataclasses import dataclass
from datetime import date

from onrecord.relate.likeness import Vectors
from onrecord.relate.profile import dot, weighed
from onrecord.relate.rarity import Rarity


@dataclass(frozen=True, slots=True)
class LookBack:
    """A sentence of one report that tells what another report opens with.

    words  the time it names, as printed; likeness  of the sentence with the other report's opening, in [0, 1]
    """

    words: str
    likeness: float


def looks_back(report: Vectors, other: Vectors, rarity: Rarity) -> LookBack | None:
    """Return the sentence of `report` that most resembles the opening of `other`, None when none looks back on it.

    A sentence that `other` could have written of itself looks back; one that `other` looks back on too does not.
    """
    own_years = {year for years, _, _ in other.profile.lookback for year in years}
    best: LookBack | None = None
    for years, counts, printed in report.profile.lookback:
        if years & own_years or not _fits(years, other.profile.day):
            continue
        likeness = dot(weighed(counts, rarity, 1.5), other.lead)
        if best is None or likeness > best.likeness:
            best = LookBack(printed, likeness)
    return best


def _fits(years: frozenset[int], day: int | None) -> bool:
    return day is None or date.fromordinal(day).year in years
