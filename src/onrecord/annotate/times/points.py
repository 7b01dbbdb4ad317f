"""Calendar points of any size, from day to century: TIMEX3 and EDTF values, arithmetic, first and last day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.model import Precision

Size = Literal["D", "W", "WE", "M", "Q", "H", "SP", "SU", "FA", "WI", "Y", "E", "C", "L"]
_MONTHS_IN: dict[str, int] = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PRECISION: dict[str, Precision] = {
    "D": "day",
    "W": "week",
    "WE": "interval",
    "M": "month",
    "Q": "quarter",
    "H": "half",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "L": "interval",
}


@dataclass(frozen=True, slots=True)
class Point:
    """The day, week, month, ... that holds `day`.

    >>> Point("Q", date(2013, 8, 5)).value, Point("W", date(2016, 1, 2)).value
    ('2013-Q3', '2015-W53')
    """

    size: Size
    day: date

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year, day = self.day.year, self.day
        if self.size in _SEASON_MONTH:
            return f"{year:04}-{self.size}"
        if self.size in ("W", "WE"):
            iso = day.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.size == "WE" else "")
        return {
            "D": day.isoformat(),
            "M": f"{year:04}-{day.month:02}",
            "Q": f"{year:04}-Q{(day.month + 2) // 3}",
            "H": f"{year:04}-H{(day.month + 5) // 6}",
            "Y": f"{year:04}",
            "E": f"{year // 10:03}",
            "C": f"{year // 100:02}",
            "L": f"{year // 1000}",
        }[self.size]

    @property
    def precision(self) -> Precision:
        """The unit of the point as `When` names it."""
        return _PRECISION.get(self.size, "season")

    @property
    def edtf(self) -> str:
        """The EDTF value; weeks, quarters, halves and seasons are intervals of days or months."""
        if self.size in ("D", "M", "Y"):
            return self.value
        if self.size in ("E", "C"):
            return self.value.ljust(4, "X")
        first, last = self.bounds()
        if self.size in ("W", "WE"):
            return f"{first}/{last}"
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"

    def first(self) -> date:
        """Return the first day."""
        day = self.day
        if self.size in ("D",):
            return day
        if self.size == "W":
            return day - timedelta(days=day.weekday())
        if self.size == "WE":
            return day + timedelta(days=5 - day.weekday()) if day.weekday() < 5 else day - timedelta(day.weekday() - 5)
        if self.size in _SEASON_MONTH:
            return date(day.year, _SEASON_MONTH[self.size], 1)
        months = _MONTHS_IN[self.size]
        if months <= 12:
            return date(day.year, (day.month - 1) // months * months + 1, 1)
        return date(max(1, day.year // (months // 12) * (months // 12)), 1, 1)

    def bounds(self) -> tuple[date, date]:
        """Return the first and the last day."""
        first = self.first()
        days = {"D": 0, "W": 6, "WE": 1}.get(self.size)
        if days is not None:
            return first, first + timedelta(days=days)
        months = 3 if self.size in _SEASON_MONTH else _MONTHS_IN[self.size]
        return first, add_months(first, months) - timedelta(days=1)

    def part(self, which: str) -> str | None:
        """Return the START, MID or END of a year, month or decade as an EDTF interval: "late 2012" is its last quarter.

        >>> Point("Y", date(2012, 1, 1)).part("END"), Point("M", date(2013, 5, 1)).part("MID")
        ('2012-10/2012-12', '2013-05-11/2013-05-20')
        """
        first, last = self.bounds()
        if self.size == "Y":
            months = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}.get(which)
            return f"{first.year:04}-{months[0]:02}/{first.year:04}-{months[1]:02}" if months else None
        if self.size == "M":
            days = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}.get(which)
            return f"{self.value}-{days[0]:02}/{self.value}-{days[1]:02}" if days else None
        if self.size == "E":
            years = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}.get(which)
            return f"{self.value[:3]}{years[0]}/{self.value[:3]}{years[1]}" if years else None
        return None

    def shifted(self, count: int) -> "Point":
        """Return the point so many of its own units later (earlier, when negative)."""
        return Point(self.size, shift(self.day, self.size, count))


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for number in (day.day, 30, 29, 28):
        if number <= day.day and (found := valid(year, month + 1, number)):
            return found
    raise OverflowError(f"{months} months from {day} is outside the calendar")


def shift(day: date, unit: str, count: int) -> date:
    """Return `day` moved by `count` units; OverflowError outside the years 1 to 9999."""
    if unit in ("D", "NI"):
        return day + timedelta(days=count)
    if unit in ("W", "WE"):
        return day + timedelta(days=7 * count)
    months = 12 if unit in _SEASON_MONTH else _MONTHS_IN[unit]
    return add_months(day, months * count)


def valid(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
