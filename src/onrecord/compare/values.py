"""Values set side by side as what they are: counts with bounds, dates with precision, never as strings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from onrecord.model import When
from onrecord.relate.periods import period

Relation = Literal["same", "within", "clash", "unknown"]
"""same: equal; within: one is a rougher form of the other; clash: both cannot hold; unknown: cannot be told."""

_DIMENSIONS: Mapping[str, tuple[str, float]] = {
    "seconds": ("time", 1),
    "minutes": ("time", 60),
    "hours": ("time", 3600),
    "days": ("time", 86_400),
    "weeks": ("time", 604_800),
    "months": ("time", 2_629_746),
    "years": ("time", 31_556_952),
    "millimetres": ("length", 0.001),
    "centimetres": ("length", 0.01),
    "inches": ("length", 0.0254),
    "feet": ("length", 0.3048),
    "yards": ("length", 0.9144),
    "metres": ("length", 1),
    "kilometres": ("length", 1000),
    "miles": ("length", 1609.344),
    "grams": ("weight", 1),
    "pounds": ("weight", 453.592),
    "kilograms": ("weight", 1000),
    "tonnes": ("weight", 1_000_000),
    "acres": ("area", 0.404686),
    "hectares": ("area", 1),
    "square metres": ("area", 0.0001),
    "square kilometres": ("area", 100),
    "square feet": ("area", 9.2903e-6),
    "square yards": ("area", 8.36127e-5),
    "square miles": ("area", 258.999),
    "cubic metres": ("volume", 1000),
    "cubic kilometres": ("volume", 1e12),
    "cubic feet": ("volume", 28.3168),
    "litres": ("volume", 1),
    "gallons": ("volume", 3.78541),
    "barrels": ("volume", 158.987),
    "kilometres per hour": ("speed", 1),
    "miles per hour": ("speed", 1.609344),
    "knots": ("speed", 1.852),
    "cents": ("USD", 0.01),
}
_OF_THINGS = frozenset({"length", "weight", "area", "volume", "speed"})
_CONVERTED_SLACK = 0.04
_ROUGH_SLACK = 0.2
_BOUND_SLACK = 0.02
_COUNTED_OUT = 100


@dataclass(frozen=True, slots=True)
class Count:
    """A count with its bounds, None where open, and whether the words call it rough."""

    low: float | None
    high: float | None
    unit: str | None
    rough: bool = False


def dimension(unit: str | None) -> tuple[str | None, float]:
    """Return what a unit measures and its size in that dimension; a unit without one stands for itself."""
    return _DIMENSIONS.get(unit or "", (unit, 1.0))


def is_of_things(unit: str | None) -> bool:
    """Whether a unit measures a thing's size, weight or speed, of which a report seldom tells twice."""
    return dimension(unit)[0] in _OF_THINGS


def comparable(left: str | None, right: str | None) -> bool:
    """Whether counts in two units can be set side by side."""
    return dimension(left)[0] == dimension(right)[0]


def relate_counts(left: Count, right: Count) -> Relation:
    """Return how two counts of one slot stand to each other.

    >>> relate_counts(Count(7, 7, "people"), Count(5, None, "people"))
    'within'
    """
    if not comparable(left.unit, right.unit):
        return "unknown"
    (a, b), (c, d) = _bounds(left), _bounds(right)
    if (a, b) == (c, d):
        return "same"
    if left.unit != right.unit and a == b and c == d and _near(a, c, _CONVERTED_SLACK):
        return "same"
    if a <= d and c <= b:
        return "within"
    closest = (a, d) if a > d else (c, b)
    if _is_open(left) or _is_open(right):
        return "within" if _near(*closest, _BOUND_SLACK) else "clash"
    rounded = not _is_counted_out(left, right) and (_rounds(b, c) or _rounds(d, a))
    if (left.rough or right.rough or rounded) and _near(*closest, _ROUGH_SLACK):
        return "within"
    return "clash"


def _is_counted_out(left: Count, right: Count) -> bool:
    """Whether people or things are so few that their number is counted and not rounded: of 8 nobody says 10."""
    counted = all(count.unit in (None, "people") for count in (left, right))
    return counted and max(left.high or 0.0, right.high or 0.0) < _COUNTED_OUT


def _is_open(count: Count) -> bool:
    """Whether a count is only bounded ("more than 40"), which 38 contradicts although it rounds to 40."""
    return not count.rough and (count.low is None or count.high is None)


def _bounds(count: Count) -> tuple[float, float]:
    size = dimension(count.unit)[1]
    low = count.low * size if count.low is not None else 0.0
    return low, count.high * size if count.high is not None else float("inf")


def _near(left: float, right: float, slack: float) -> bool:
    return abs(left - right) <= slack * max(abs(left), abs(right))


def _rounds(left: float, right: float) -> bool:
    """Whether one number is the other, rounded to fewer figures ("1.2 million", "1,184,000")."""
    if left in (0.0, float("inf")) or right in (0.0, float("inf")):
        return False
    exact, rounded = sorted((left, right), key=lambda n: -len(f"{n:g}".rstrip("0").replace(".", "")))
    figures = max(1, len(re.sub(r"e.*|\.|0+$", "", f"{rounded:g}")))
    step = 10.0 ** (len(f"{rounded:.0f}") - figures)
    return len(f"{rounded:.0f}") > figures and abs(exact - rounded) < 0.5 * step


# --- dates -------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def days(when: When | None) -> tuple[date, date] | None:
    """Return the first and last day a time can mean; None where its year is open or it is no date.

    >>> days(When("2014-03", "month", "none"))
    (datetime.date(2014, 3, 1), datetime.date(2014, 3, 31))
    """
    found = period(when)
    if found is None or found.month_day is not None:
        return None
    first = date.fromordinal(found.first) if found.first is not None else date.min
    last = date.fromordinal(found.last) if found.last is not None else date.max
    return (first, last) if first <= last else None


def relate_dates(left: When | None, right: When | None) -> Relation:
    """Return how two times of one slot stand to each other.

    >>> relate_dates(When("2014-03-02", "day", ""), When("2014-03", "month", ""))
    'within'
    """
    if left is None or right is None:
        return "unknown"
    if left.value == right.value:
        return "same"
    a, b = days(left), days(right)
    if a is None or b is None:
        return _without_year(left.value, right.value)
    if a == b:
        return "same"
    return "within" if a[0] <= b[1] and b[0] <= a[1] else "clash"


def _without_year(left: str, right: str) -> Relation:
    """Compare months and days where a year is open ("XXXX-12-14")."""
    a, b = left[:10].split("-")[1:], right[:10].split("-")[1:]
    if not a or not b or not all(p.isdigit() for p in (*a, *b)):
        return "unknown"
    if a == b:
        return "same"
    return "within" if a[0] == b[0] and 1 in (len(a), len(b)) else "clash"
