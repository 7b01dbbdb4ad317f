"""How alike two reports are, measure by measure, and what the measures together say: one happening or two."""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.relate.profile import Profile, Vector, dot, weighed
from onrecord.relate.rarity import Rarity

_TITLE_WEIGHT = 3
_LEAD_TITLE_WEIGHT = 2
# A nearest report less alike than this is no neighbour to be measured by: a report without any would otherwise be
# "as near as its nearest" to a stranger.
_FLOOR = 0.2
_RELATIVE = ("whole", "lead", "pairs")


@dataclass(frozen=True, slots=True)
class Vectors:
    """A report's parts as vectors of length 1."""

    profile: Profile
    whole: Vector
    rare: Vector
    lead: Vector
    title: Vector
    names: Vector
    plain: Vector
    numbers: Vector
    pairs: Vector


def vectors(report: Profile, rarity: Rarity) -> Vectors:
    """Return the report's parts weighed; `rare` is `whole` with rare words weighed more still."""
    title = Counter({t: n * _TITLE_WEIGHT for t, n in report.title.items()})
    lead_title = Counter({t: n * _LEAD_TITLE_WEIGHT for t, n in report.title.items()})
    whole = report.body + title
    parts = (report.lead + lead_title, report.title, report.names, report.plain, report.numbers, report.pairs)
    return Vectors(
        report, weighed(whole, rarity, 1.5), weighed(whole, rarity, 2.2), *(weighed(p, rarity, 1.5) for p in parts)
    )


PARTS = ("whole", "rare", "lead", "title", "names", "plain", "numbers", "pairs")


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


# Longer than this after a happening, a report that resembles the first ones looks back on it or tells of another.
# Costs half a point of B-cubed on the development stories, where some pages carry the day they were fetched.
_LONG_DAYS = 200
_LONG_MOST = -2.5


def too_far_apart(a: Profile, b: Profile) -> bool:
    """Whether the two were written long after each other, by their dates or by the past that one of them tells of."""
    if a.day is not None and b.day is not None:
        return abs(a.day - b.day) > _LONG_DAYS
    return any(
        one.not_before is not None and other.day is not None and one.not_before - other.day > _LONG_DAYS
        for one, other in ((a, b), (b, a))
    )


def measures(
    found: Mapping[str, float], nearest: Sequence[Mapping[str, float]], reports: tuple[Profile, Profile]
) -> dict[str, float]:
    """Return everything the weights are for.

    nearest  for each of the two reports, its highest likeness with any other report, part by part
    """
    out = dict(found)
    out |= {f"{name}_root": math.sqrt(max(value, 0.0)) for name, value in found.items()}
    for part in _RELATIVE:
        low, high = sorted(max(n[part], _FLOOR) for n in nearest)
        out[f"{part}_of_nearest_low"], out[f"{part}_of_nearest_high"] = found[part] / high, found[part] / low
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
    return min(score, _LONG_MOST) if too_far_apart(*reports) else score
