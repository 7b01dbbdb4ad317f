"""Readings of holidays: fixed days, days counted by weekday, days counted from Easter."""

from datetime import date, timedelta

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point, valid
from onrecord.annotate.times.readings.calendar import nearest, years_around
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.months import month_only
from onrecord.annotate.times.readings.printed import year_of
from onrecord.model import When

_THANKSGIVING = "11-4-4"
_FEAST = ("holiday", "celebration", "festiv", "fireworks", "honours", "honors", "weekend", "break")
# Weekdays with a byname, in days after Thanksgiving.
_BYNAMES = {("black", 5): 1, ("cyber", 1): 4, ("giving", 2): 5}


def holiday(found: Found) -> Resolved | None:
    """ "Christmas", "Thanksgiving Day", "last Easter", "New Year's Eve", "Election Day"."""
    rule = found.argument("name") or _holiday_rule(found)
    if not rule or (rule == "election" and not found.words.istitle()):
        return None
    published, year = found.published, year_of(found)
    if published is None and year is None:
        return _holiday_without_year(found, rule)
    rule = "12-31" if rule == "newyear" and found.has("v") else rule
    eve = timedelta(days=1 if found.has("v") and rule != "12-31" else 0)
    years = [year] if year is not None else list(years_around(published or date(2000, 1, 1)))
    days = [day - eve for each in years if (day := holiday_in(each, rule))]
    if year is None and published is not None:
        chosen = nearest(found, days, published, found.tense)
        days = [chosen] if chosen else []
    if days and rule == "newyear" and _is_the_year(found):
        return dated(Point("Y", days[0]), f"'{found.words}' from publication")
    return dated(Point("W" if found.has("week") else "D", days[0]), f"holiday '{found.words}'") if days else None


def _is_the_year(found: Found) -> bool:
    """Whether "the new year" is all of it, not its first day: "the ban starts in the new year"."""
    return found.words.lower() == "the new year" and not found.context.after(found.end).startswith(_FEAST)


def eponym(found: Found) -> Resolved | None:
    """ "Black Friday" in November; a weekday with a byname is no other: "Super Tuesday"."""
    days = _BYNAMES.get((found.said("h"), found.weekday()))
    years = [year] if (year := year_of(found)) else list(years_around(found.published)) if found.published else []
    if days is None or not years:
        return None
    dates = [day + timedelta(days=days) for each in years if (day := holiday_in(each, _THANKSGIVING))]
    chosen = nearest(found, dates, found.published, found.tense) if found.published and not year else dates[0]
    return dated(Point("D", chosen), f"holiday '{found.words}'") if chosen else None


def nthweekday(found: Found) -> Resolved | None:
    """ "the second Tuesday in May", "the last Sunday of June 2014"."""
    month, number = month_only(found), 5 if found.said("q") == "last" else found.day_number("q")
    if month is None or month.point is None or number > 5:
        return None
    first = month.point.day
    if year := year_of(found):
        first = first.replace(year=year)
    day = holiday_in(first.year, f"{first.month}-{number}-{found.weekday()}")
    return dated(Point("D", day), f"'{found.words}'", month.clue) if day else None


def _holiday_rule(found: Found) -> str:
    if not found.has("h"):  # "Easter Monday"
        return {1: "E+1", 6: "E-1", 7: "E+0"}.get(found.weekday(), "")
    kinds = (found.value("h", kind) for kind in ("holiday", "named_day", "easter_day"))
    return next((rule for rule in kinds if rule[:1] == "E" or rule[:1].isdigit()), "")


def _holiday_without_year(found: Found, rule: str) -> Resolved | None:
    fixed = {"newyear": "01-01"}.get(rule, rule)
    if found.has("v") or not (fixed[0].isdigit() and fixed.count("-") == 1):
        return Resolved("DATE", "XXXX-XX-XX")
    value = f"XXXX-{fixed}"
    return Resolved(
        "DATE", value, When(value, "day", f"holiday '{found.words}', year not known"), clue=f"holiday:{rule}"
    )


def holiday_in(year: int, rule: str) -> date | None:
    """Return the day of a holiday.

    A rule is month-day, month-week-weekday (week 5 the last), days from Easter, or an American election.
    """
    if rule == "newyear":
        return date(year, 1, 1)
    if rule == "election":
        first = date(year, 11, 1)
        return first + timedelta(days=(0 - first.weekday()) % 7 + 1)
    if rule.startswith("E"):
        return easter(year) + timedelta(days=int(rule[1:]))
    numbers = [int(part) for part in rule.split("-")]
    if len(numbers) == 2:
        return valid(year, numbers[0], numbers[1])
    first = date(year, numbers[0], 1)
    day = first + timedelta(days=(numbers[2] - 1 - first.weekday()) % 7 + 7 * (numbers[1] - 1))
    return day if day.month == first.month else day - timedelta(days=7)


def easter(year: int) -> date:
    """Return Western Easter Sunday, by the anonymous Gregorian computus.

    >>> easter(2000), easter(2013)
    (datetime.date(2000, 4, 23), datetime.date(2013, 3, 31))
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
