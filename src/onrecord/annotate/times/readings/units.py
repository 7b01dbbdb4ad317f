"""Units of time as the lexicon writes them: as points of the calendar, unknown, and so many away."""

from datetime import date, timedelta

from onrecord.annotate.times.context import Resolved
from onrecord.annotate.times.points import Point, Size, add_months, shift

_UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}
SIZES: dict[str, Size] = {k: k for k in ("D", "W", "WE", "M", "Q", "Y", "E", "C")}
STEP = {"past": -1, "future": 1, "this": 0, "": 0}


def unknown(unit: str, clue: str) -> Resolved:
    """Return a date of which only the unit is known."""
    return Resolved("DATE", _UNKNOWN.get(unit, "XXXX-XX-XX"), clue=clue)


def away(day: date, unit: str, count: float) -> Point:
    """Return the point so many units away, in the unit that the words count in."""
    if unit in ("E", "C"):
        return Point("Y", add_months(day, round(count * (120 if unit == "E" else 1200))))
    if count != int(count):
        return (
            Point("M", add_months(day, round(count * 12)))
            if unit == "Y"
            else Point("D", day + timedelta(days=round(7 * count)))
        )
    return Point(SIZES.get(unit, "D"), shift(day, unit, int(count)))
