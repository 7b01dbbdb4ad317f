"""Readings of days of the calendar: "March 5, 1946", "14 December", "Feb. 7-14", "10/25/1998"."""

import re
from datetime import date

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.lexicon import Piece
from onrecord.annotate.times.points import Point, add_months, valid
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.months import after_no_day, month_only
from onrecord.annotate.times.readings.printed import PRINTED, is_month, printed, year_behind, year_of
from onrecord.annotate.times.tense import Tense
from onrecord.model import When

_SHARED_MONTH = re.compile(
    r"\s+(?:and|to|or)\s+\d{1,2}(?:st|nd|rd|th)?\s+(?P<month>[^\W\d_]+)\.?(?:,?\s+(?P<year>[12]\d{3})\b)?"
)
_MONTH_AND_DAY = re.compile(r"(?P<month>[^\W\d_]+)\.?\s+\d{1,2}(st|nd|rd|th)?$")
# Months from that of publication.
_STEP = {"past": -1, "this": 0, "future": 1}
_ATTACKS = date(2001, 9, 11)
_ATTACK = date(2012, 9, 11)
_CALLED_BY_DAY = ("attack", "terror", "hijack")
# A day on the wrong side of its tense, as in "it was put off to Nov. 20", counts as so many times as far away.
_AGAINST_TENSE = 3
# A weekday that fits a date in no nearer year than this tells of a year that nobody names.
_ABOUT_A_YEAR = 400


def calendar(found: Found) -> Resolved | None:
    """ "March 5, 1946", "14 December", "January this year", "Monday, Oct. 26"."""
    month = int(found.value("m", "month"))
    if not found.has("d") and after_no_day(found):
        return None
    year = year_of(found) or year_behind(found)
    if not found.has("d"):
        return printed(found, Point("M", date(year, month, 1))) if year else month_only(found)
    day = found.day_number()
    if found.has("d2"):
        return _range(found, year, month, day)
    if year is not None:
        full = valid(year, month, day)
        return printed(found, Point("D", full)) if full else None
    return _without_year(found, month, day)


def day_of_month(found: Found) -> date | None:
    """Return the day of "Dec. 28" or "14 May 2012" within other words; None where its year stays open."""
    month, day = int(found.value("m", "month")), found.day_number()
    if found.has("y"):
        return valid(int(found.said("y")), month, day)
    resolved = _without_year(found, month, day)
    return resolved.point.day if resolved and resolved.point else None


def _range(found: Found, year: int | None, month: int, day: int) -> Resolved | None:
    """ "Feb. 7-14": the value is the first day, the date the interval."""
    last = found.day_number("d2")
    full = valid(year, month, day) if year is not None else None
    first = printed(found, Point("D", full)) if full else _without_year(found, month, day) if year is None else None
    if first is None or first.when is None or last <= day or valid(2000, month, last) is None:
        return None
    when = When(f"{first.value}/{first.value[:-2]}{last:02}", "interval", first.when.basis)
    return Resolved("DATE", first.value, when, first.point, first.clue)


def _without_year(found: Found, month: int, day: int) -> Resolved | None:
    if valid(2000, month, day) is None:
        return None
    if _names_attacks(found, month, day):
        return attacks(found)
    tense = found.tense
    clue = f"monthday:{month}-{day}:{found.direction() or tense.value}"
    if found.has("w"):
        clue += f":{found.weekday()}"
    if found.published is None:
        value = f"XXXX-{month:02}-{day:02}"
        return Resolved("DATE", value, When(value, "day", f"{PRINTED}, year not known"), clue=clue)
    told = _month_told(found)
    if told is not None and told.day.month == month and (same := valid(told.day.year, month, day)):
        return dated(Point("D", same), f"{PRINTED}, in the month told before", clue)
    near = [d for year in years_around(found.published) if (d := valid(year, month, day))]
    if found.has("w"):  # "Friday, December 1": a year in which it is one
        near = [d for d in near if d.isoweekday() == found.weekday()] or near
    chosen = nearest(found, near, found.published, tense)
    if chosen and found.has("w") and abs((chosen - found.published).days) > _ABOUT_A_YEAR:
        value = f"XXXX-{month:02}-{day:02}"
        return Resolved("DATE", value, When(value, "day", f"{PRINTED}, year not known"), clue=clue)
    return dated(Point("D", chosen), f"{PRINTED}, year from publication", clue) if chosen else None


def _month_told(found: Found) -> Point | None:
    """Return the month told last, unless it only tells a happening apart: "after the August 2009 truce"."""
    context = found.context
    following = context.token(Piece(context.last_end + 1, context.last_end + 2, ""))
    if context.last is None or context.last.size != "M" or (following is not None and following.tag_ in ("NN", "NNS")):
        return None
    return context.last


def years_around(published: date) -> range:
    """Return the years that a date without a year may lie in."""
    return range(max(1, published.year - 4), min(9998, published.year + 4) + 1)


def nearest(found: Found, days: list[date], published: date, tense: Tense) -> date | None:
    """Return the day nearest publication, on the side that the words or a clear tense ask for."""
    way = found.direction()
    if way == "past":
        days = [d for d in days if d < published]
    elif way == "future":
        days = [d for d in days if d > published]
    elif found.context.before(found.start) == "since" or (tense is Tense.PAST and found.dates_deed):
        days = [d for d in days if d <= published]

    def distance(day: date) -> int:
        against = tense is (Tense.PAST if day > published else Tense.FUTURE)
        return abs((day - published).days) * (_AGAINST_TENSE if against else 1)

    return min(days, key=distance, default=None)


def dayofmonth(found: Found) -> Resolved | None:
    """ "the 14th of this month"."""
    step = _STEP.get(found.direction())
    start = found.context.reference if step is None else found.published
    if start is None:
        return None
    month = add_months(start.replace(day=1), step or 0)
    day = valid(month.year, month.month, found.day_number())
    return dated(Point("D", day), f"'{found.words}' from publication") if day else None


def weekdaynth(found: Found) -> Resolved | None:
    """ "Thursday the 14th": the nearest one that is a Thursday."""
    if found.published is None:
        return Resolved("DATE", f"XXXX-WXX-{found.weekday()}")
    months = [add_months(found.published.replace(day=1), each) for each in range(-14, 15)]
    days = [day for month in months if (day := valid(month.year, month.month, found.day_number()))]
    chosen = nearest(found, [day for day in days if day.isoweekday() == found.weekday()], found.published, found.tense)
    return dated(Point("D", chosen), f"'{found.words}' against publication") if chosen else None


def dayafter(found: Found) -> Resolved | None:
    """ "25" in "April 24 and 25", "14" in "from 14 to 23 June": a day of the month that stands with another."""
    context = found.context
    if shared := _SHARED_MONTH.match(context.text, found.end):
        return _of_month_behind(found, shared)
    told, between = context.last, context.text[context.last_end : found.start]
    first = _MONTH_AND_DAY.search(context.text, max(0, context.last_end - 20), context.last_end)
    if told is None or told.size != "D" or between not in (" and ", " or ", " to ") or not first:
        return None
    day = valid(told.day.year, told.day.month, found.day_number())
    if day is None or day <= told.day or not is_month(found, first["month"]) or _counts(found):
        return None
    return dated(Point("D", day), PRINTED)


def _of_month_behind(found: Found, shared: re.Match[str]) -> Resolved | None:
    if found.context.before(found.start) not in ("from", "between", "on", "the") or not is_month(
        found, shared["month"]
    ):
        return None
    month = int(found.context.lexicon.value("month", shared["month"].lower()))
    if shared["year"] is None:
        return _without_year(found, month, found.day_number())
    day = valid(int(shared["year"]), month, found.day_number())
    return printed(found, Point("D", day)) if day else None


def _counts(found: Found) -> bool:
    """Whether a number counts what follows it: "on April 24 and 25 people"."""
    token = found.context.token(found.match.captured["d"][0])
    return token is None or (token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ == "NOUN")


def iso(found: Found) -> Resolved | None:
    """ "2013-03-22"."""
    year, month, day = map(int, found.said("i").split("-"))
    full = valid(year, month, day)
    return printed(found, Point("D", full)) if full else None


def slash(found: Found) -> Resolved | None:
    """ "10/25/1998": month first, unless only day first makes a date."""
    first, second, year = map(int, found.said("i").split("/"))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    full = valid(year, first, second) or valid(year, second, first)
    return printed(found, Point("D", full)) if full else None


def attacks(found: Found) -> Resolved:
    """ "9/11": the day of the attacks that go by it."""
    return dated(Point("D", _ATTACKS), f"'{found.words}'")


def _names_attacks(found: Found, month: int, day: int) -> bool:
    """Whether a day without its year goes before the attacks that are called by it: "the Sept. 11 hijackings"."""
    after = (found.context.after(found.end).split() or [""])[0]
    later = found.published is None or found.published.year > _ATTACKS.year
    if found.published is not None and found.published >= _ATTACK and after.startswith("attack") and after[6:7] != "s":
        return False  # "the Sept. 11 attack" is of that of 2012 as well
    return (month, day) == (_ATTACKS.month, _ATTACKS.day) and later and after.startswith(_CALLED_BY_DAY)
