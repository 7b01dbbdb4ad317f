"""How alike two reports are, measure by measure, and what the measures together say: one happening or two."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.data_files import weights
from onrecord.relate.dots import Floats, Pair, dots, rows
from onrecord.relate.profile import Profile, Vector, damped_part, weighed
from onrecord.relate.rarity import Rarity

_TITLE_WEIGHT = 3
_LEAD_TITLE_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Vectors:
    """A report's parts as vectors of length 1."""

    profile: Profile
    whole: Vector
    placed: Vector
    lead: Vector
    title: Vector
    pairs: Vector


def vectors(report: Profile, rarity: Rarity) -> Vectors:
    """Return the report's parts weighed."""
    title = Counter({t: n * _TITLE_WEIGHT for t, n in report.title.items()})
    lead_title = Counter({t: n * _LEAD_TITLE_WEIGHT for t, n in report.title.items()})
    return Vectors(
        report,
        weighed(report.body + title, rarity, 1.5),
        weighed(report.placed, rarity, 1.5, damped_part),
        weighed(report.lead + lead_title, rarity, 1.5),
        weighed(report.title, rarity, 1.5),
        weighed(report.pairs, rarity, 1.5),
    )


# The vectors whose products are measures, by name; what stands in the whole of the other, either way round.
_SAME = (("whole", 0), ("placed", 1), ("lead", 2), ("title", 3))
_INSIDE = (("lead", 2), ("title", 3))


def cosines(reports: Sequence[Vectors], pairs: Sequence[Pair]) -> dict[str, Floats]:
    """Return the likeness of each part, and of one report's opening and headline with the whole of the other.

    pairs  sorted; each measure has one value a pair
    """
    held = rows((report.whole, report.placed, report.lead, report.title) for report in reports)
    turned = [columns for _, n in _INSIDE for columns in ((n, 0), (0, n))]
    found = dots(held, pairs, [*((n, n) for _, n in _SAME), *turned]).T
    measures = {name: found[n] for name, n in _SAME}
    measures["pairs"] = dots(rows((report.pairs,) for report in reports), pairs, [(0, 0)])[:, 0]
    for (name, _), one, other in zip(_INSIDE, found[4::2], found[5::2], strict=True):
        measures[f"{name}_in_low"], measures[f"{name}_in_high"] = np.minimum(one, other), np.maximum(one, other)
    return measures


# No pair of reports counts more than these, or a few would decide for a group.
CLEARLY_APART = -8.0
_MOST_SURE = 4.0
# Longer than this after a happening, a report that resembles the first ones looks back on it or tells of another.
_LONG_DAYS = 200
_LONG_MOST = -2.5
# Rows often carry the day a page was fetched. Up to this, a late date counts where the report's own text bears it out:
# where both dates are the reports' own, or the later one tells of a past that came after the earlier.
# A rule without that proviso costs 0.9 points of B-cubed and 2.4 pairwise on the development stories, this one nothing.
_SURELY_LATER_DAYS = 730


def too_far_apart(a: Profile, b: Profile) -> bool:
    """Whether the two were written long after each other, by their dates or by the past that one of them tells of."""
    if a.day is None or b.day is None:
        return any(_tells_past(one, other, _LONG_DAYS) for one, other in ((a, b), (b, a)))
    gap = abs(a.day - b.day)
    late, early = (a, b) if a.day > b.day else (b, a)
    borne_out = (late.own_day and early.own_day) or _tells_past(late, early, 0)
    return gap > _SURELY_LATER_DAYS or (gap > _LONG_DAYS and borne_out)


def _tells_past(report: Profile, other: Profile, days: int) -> bool:
    """Whether a report tells as past of a month or year that began more than so many days after the other came out."""
    return report.not_before is not None and other.day is not None and report.not_before - other.day > days


def measures(
    found: Mapping[str, Floats], company: Mapping[str, Floats], reports: Sequence[Profile], pairs: Sequence[Pair]
) -> dict[str, Floats]:
    """Return everything the weights are for, one value a pair.

    company  how far the same other reports are like both, part by part
    """
    out = dict(found)
    out |= {f"{name}_root": np.sqrt(np.maximum(values, 0.0)) for name, values in found.items()}
    out |= {f"{name}_company": values for name, values in company.items()}
    one, other = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    lengths = np.log1p([report.body.total() for report in reports])
    out["shorter_log"] = np.minimum(lengths[one], lengths[other])
    out["longer_log"] = np.maximum(lengths[one], lengths[other])
    titled = np.array([bool(report.title) for report in reports], dtype=np.bool_)
    out["titled"] = (titled[one] & titled[other]).astype(np.float64)
    return out | _days(np.array([report.day or np.nan for report in reports]), one, other)


def _days(day: Floats, one: NDArray[np.intp], other: NDArray[np.intp]) -> dict[str, Floats]:
    """Return the measures of the days between publications; all are 0 unless both are known."""
    apart = np.abs(day[one] - day[other])
    known = np.isfinite(apart)
    days = np.where(known, apart, 0.0)
    return {
        "days_known": known.astype(np.float64),
        "days_log": np.log1p(days),
        "days_close": (known & (days <= 1)).astype(np.float64),
        "days_week": (days > 7).astype(np.float64),
        "days_months": (days > 40).astype(np.float64),
    }


@lru_cache(maxsize=1)
def story_weights() -> Mapping[str, float]:
    """Return the shipped weights, by measure; "" is the constant."""
    return weights(__package__, "story_weights.json")


def log_odds(measured: Mapping[str, Floats]) -> Floats:
    """Return the log-odds that the two reports of each pair are of one happening."""
    held = story_weights()
    found: Floats = held[""] + sum((held[name] * values for name, values in measured.items()), np.zeros(()))
    return found


def bounded(score: float, far: bool) -> float:
    """Return log-odds within what one pair may weigh in a group; `far` of reports written long after one another."""
    return max(CLEARLY_APART, min(_LONG_MOST if far else _MOST_SURE, score))
