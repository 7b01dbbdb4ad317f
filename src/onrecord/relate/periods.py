"""Times as ranges of days, to see whether two can be one."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from onrecord.model import Article, When

_MONTH_DAYS = 31
_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day a time can mean, as proleptic ordinals; None is open.

    month_day  set when the year is not known: month and day, the day None for a whole month
    """

    first: int | None
    last: int | None
    month_day: tuple[int, int | None] | None = None


def oldest_first(article: Article) -> tuple[bool, str, str]:
    """Sort key: by publication, those without a date last; ties by id."""
    when = article.published
    return (when is None, when.value if when else "", article.id)


def period(when: When | None) -> Period | None:
    """Return the days a time may mean, None for no time or one without any known day.

    A day before publication that the text gives by weekday alone is as good as a printed one.
    """
    if when is None:
        return None
    start, _, end = re.sub(r"[~?%]", "", when.value).partition("/")
    first = _range(start)
    if not end:
        return first
    last = _range(end)
    ends = (first.first if first else None, last.last if last else None)
    return Period(*ends) if any(ends) else None


def _range(value: str) -> Period | None:
    if re.fullmatch(r"\d{3}X|\d\dXX", value):
        return _years(int(value.replace("X", "0")), int(value.replace("X", "9")))
    match = _DAY.match(value)
    if match is None:
        return None
    year, month, day = ((part if part and "X" not in part else None) for part in match.groups())
    if year is None:
        return Period(None, None, (int(month), int(day) if day else None)) if month else None
    if month is None:
        return _years(int(year), int(year))
    try:
        first = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    last = first if day else first.replace(day=monthrange(first.year, first.month)[1])
    return Period(first.toordinal(), last.toordinal())


def _years(first: int, last: int) -> Period | None:
    return Period(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()) if first else None


def apart(a: Period | None, b: Period | None) -> bool | None:
    """Whether two times cannot be one; None when that is not known. A day's difference is read as a time zone's.

    A bound ("before May") is apart from what lies beyond it; that something lies within it says nothing.
    """
    if a is None or b is None:
        return None
    if a.month_day or b.month_day:
        return _months_apart(a, b)
    early = a.last is not None and b.first is not None and a.last + 1 < b.first
    late = b.last is not None and a.first is not None and b.last + 1 < a.first
    return early or late or (None if None in (a.first, a.last, b.first, b.last) else False)


def months_between(a: Period | None, b: Period | None) -> bool:
    """Whether more than a month lies between two times whose years are known."""
    if a is None or b is None or None in (a.first, a.last, b.first, b.last):
        return False
    starts, ends = (a.first or 0, b.first or 0), (a.last or 0, b.last or 0)
    return max(starts) - min(ends) > _MONTH_DAYS


def _months_apart(a: Period, b: Period) -> bool | None:
    """Compare where a year is missing: by month and day, and only with a time that lies within one month."""
    known = [p.month_day or _month_day(p) for p in (a, b)]
    if known[0] is None or known[1] is None:
        return None
    (month_a, day_a), (month_b, day_b) = known[0], known[1]
    if month_a != month_b:
        return True
    return day_a is not None and day_b is not None and abs(day_a - day_b) > 1


def _month_day(p: Period) -> tuple[int, int | None] | None:
    if p.first is None or p.last is None or p.last - p.first > 31:
        return None
    first = date.fromordinal(p.first)
    return first.month, first.day if p.first == p.last else None
