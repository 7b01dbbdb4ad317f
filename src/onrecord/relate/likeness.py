"""How alike two reports are, measure by measure, and what the measures together say: one happening or two."""

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.relate.profile import Profile, Vector, damped_part, dot, weighed
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


PARTS = ("whole", "placed", "lead", "title", "pairs")


def cosines(a: Vectors, b: Vectors) -> dict[str, float]:
    """Return the likeness of each part, and of one report's opening and headline with the whole of the other."""
    found = {part: dot(getattr(a, part), getattr(b, part)) for part in PARTS}
    for part in ("lead", "title"):
        both = sorted((dot(getattr(a, part), b.whole), dot(getattr(b, part), a.whole)))
        found[f"{part}_in_low"], found[f"{part}_in_high"] = both
    return found


def days_apart(a: Profile, b: Profile) -> int | None:
    """Return the days between publications, None unless both are known."""
    return None if a.day is None or b.day is None else abs(a.day - b.day)


# No pair of reports counts more than these, or a few would decide for a group.
CLEARLY_APART = -8.0
_MOST_SURE = 4.0
# Longer than this after a happening, a report that resembles the first ones looks back on it or tells of another.
_LONG_DAYS = 200
_LONG_MOST = -2.5
# Pages often carry the day they were fetched. Up to this, a late date counts where the report's own text bears it out.
# A rule without that proviso costs 0.9 points of B-cubed and 2.4 pairwise on the development stories, this one nothing.
_SURELY_LATER_DAYS = 730


def too_far_apart(a: Profile, b: Profile) -> bool:
    """Whether the two were written long after each other, by their dates or by the past that one of them tells of."""
    if a.day is None or b.day is None:
        return any(_tells_past(one, other, _LONG_DAYS) for one, other in ((a, b), (b, a)))
    gap = abs(a.day - b.day)
    late, early = (a, b) if a.day > b.day else (b, a)
    return gap > _SURELY_LATER_DAYS or (gap > _LONG_DAYS and _tells_past(late, early, 0))


def _tells_past(report: Profile, other: Profile, days: int) -> bool:
    """Whether a report tells as past of a month or year that began more than so many days after the other came out."""
    return report.not_before is not None and other.day is not None and report.not_before - other.day > days


def measures(
    found: Mapping[str, float], company: Mapping[str, float], reports: tuple[Profile, Profile]
) -> dict[str, float]:
    """Return everything the weights are for.

    company  how far the same other reports are like both, part by part
    """
    out = dict(found)
    out |= {f"{name}_root": math.sqrt(max(value, 0.0)) for name, value in found.items()}
    out |= {f"{name}_company": value for name, value in company.items()}
    lengths = [report.body.total() for report in reports]
    out["shorter_log"], out["longer_log"] = math.log1p(min(lengths)), math.log1p(max(lengths))
    out["titled"] = float(all(report.title for report in reports))
    days = days_apart(*reports)
    out["days_known"] = float(days is not None)
    out["days_log"] = math.log1p(days or 0)
    out["days_close"] = float(days is not None and days <= 1)
    out["days_week"] = float(days is not None and days > 7)
    out["days_months"] = float(days is not None and days > 40)
    return out


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """Return the shipped weights, by measure; "" is the constant."""
    loaded: dict[str, float] = json.loads(
        files("onrecord.relate").joinpath("data/story_weights.json").read_text("utf8")
    )
    return loaded


def one_happening(measured: Mapping[str, float], reports: tuple[Profile, Profile]) -> float:
    """Return the log-odds that two reports are of one happening."""
    held = weights()
    score = held[""] + sum(value * held[name] for name, value in measured.items())
    return bounded(score, too_far_apart(*reports))


def bounded(score: float, far: bool) -> float:
    """Return log-odds within what one pair may weigh in a group; `far` of reports written long after one another."""
    return max(CLEARLY_APART, min(_LONG_MOST if far else _MOST_SURE, score))
