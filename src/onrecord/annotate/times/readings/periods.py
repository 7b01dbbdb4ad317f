"""Readings of quarters, halves and other periods that companies report on."""

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point, Size, add_months, valid
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.printed import year_of
from onrecord.annotate.times.readings.units import unknown
from onrecord.annotate.times.tense import Tense

# How many months a quarter and a half-year have.
_SPANNED: dict[int, Size] = {3: "Q", 6: "H"}
_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending)\s+(?P<month>[A-Z][a-z]+)\.?\s+(?P<day>\d{1,2})\b")


def quarter(found: Found) -> Resolved | None:
    """ "the third quarter of 1990", "third-quarter", "Q3 2013": without a year the latest that has begun."""
    said = found.said("q")
    if said[:1] == "h":
        return half(found)
    number = int(said[1]) if said[:1] == "q" and said[1:].isdecimal() else found.day_number("q")
    number = {"final": 4, "last": 4, "opening": 1}.get(said, number)
    if not 1 <= number <= 4:
        return None
    year = year_of(found) or _year_in_apposition(found)
    if year is not None:
        return dated(Point("Q", date(year, 3 * number, 1)), "printed in the text")
    if _is_of_play(found.context.text):
        return None
    if found.published is None:
        return Resolved("DATE", f"XXXX-Q{number}")
    here = (found.published.month + 2) // 3
    just_over = number % 4 == (here - 1) % 4  # "expects to report a loss for the third quarter"
    if found.tense is Tense.FUTURE and not just_over and "fiscal" not in found.words.lower():
        year = found.published.year + (number < here)
    else:
        year = found.published.year - (number > here and "fiscal" not in found.words.lower())
    day = valid(year, 3 * number, 1)
    return dated(Point("Q", day), f"'{found.words}' against publication") if day else None


_PLAY = re.compile(
    r"\b(?:qualifying|grand prix|touchdowns?|quarterbacks?|halftime|half-time|rebounds?|free throws?|three-pointers?|"
    r"lay-?ups?|fumbles?|interceptions?|playoffs?|kick-?off)\b",
    re.I,
)
_BOOKS = re.compile(
    r"\b(?:revenues?|profits?|earnings|sales|gdp|fiscal|econom\w+|shareholders?|investors?|dividends?)\b", re.I
)
_ENOUGH_PLAY = 2


def _is_of_play(text: str) -> bool:
    """Whether a report tells of a game or a race, whose quarters are minutes long, and of nobody's books."""
    return sum(1 for _ in _PLAY.finditer(text)) >= _ENOUGH_PLAY and not _BOOKS.search(text)


def monthquarter(found: Found) -> Resolved | None:
    """ "the July-September quarter", "the June quarter", "the January-June period"."""
    last = int(found.value("m2", "month"))
    first = int(found.value("m", "month") or last - 2)
    size = _SPANNED.get(last - first + 1)
    if size is None or last % (last - first + 1):
        return None
    year = year_of(found)
    if year is None and found.published is None:
        return Resolved("DATE", f"XXXX-{size}{last // (last - first + 1)}")
    if year is None and found.published is not None:
        begun = (last + 1 if found.tense is Tense.PAST else first) <= found.published.month
        ahead = found.tense is Tense.FUTURE
        year = found.published.year - (not begun and not ahead) + (ahead and last + 3 < found.published.month)
    day = valid(year or 0, first, 1)
    return dated(Point(size, day), f"'{found.words}' against publication") if day else None


def quarterpair(found: Found) -> Resolved | None:
    """ "the second" in "the second and fourth quarters"."""
    words = [*found.context.after(found.end).split(), "", "", ""][:3]
    paired = words[0] in ("and", "or", "to", "through") and words[2].startswith("quarter")
    return quarters(found) if paired and ("ordinal", words[1]) in found.context.lexicon.values else None


def quarters(found: Found) -> Resolved | None:
    """ "fourth quarters", every year's where the clause tells what is usual."""
    each = found.tense is Tense.PRESENT and 1 <= found.day_number("q") <= 4
    return Resolved("SET", f"XXXX-Q{found.day_number('q')}") if each else quarter(found)


def _year_in_apposition(found: Found) -> int | None:
    """Return the year of a quarter told again behind a comma: "in last year's quarter, the third quarter to 31 May"."""
    last, between = found.context.last, found.context.text[found.context.last_end : found.start]
    return last.day.year if last is not None and last.size == "Q" and between == ", " else None


def half(found: Found) -> Resolved | None:
    """ "the first half of 1989", "the second half"."""
    said = found.said("q")
    number = (
        int(said[1])
        if said[:1] == "h" and said[1:].isdecimal()
        else 2
        if said in ("last", "past")
        else found.day_number("q")
    )
    if not 1 <= number <= 2 or (said == "past"):
        return None
    year = year_of(found)
    if year is None and "of" in found.words.split() and found.published:
        year = found.published.year
    elif year is None and found.context.after(found.end).startswith("of"):
        return None
    if year is None and found.published is not None and found.tense is Tense.FUTURE:
        year = found.published.year + (number == 1 and found.published.month > 6)  # "to open in the second half"
    elif year is None and found.context.quarter is not None and found.published is not None:  # of a business year
        year = found.published.year - (number == 2 and found.published.month <= 6 and found.tense is not Tense.FUTURE)
    if year is None:
        return None
    return dated(Point("H", date(year, 6 * number, 1)), "printed in the text")


def theperiod(found: Found) -> Resolved | None:
    """ "the quarter", "the latest period", "the 1988 period": the quarter told, else the one before publication.

    A quarter with its last day keeps the number it was told under, which may be a business year's.
    """
    told = found.context.quarter
    if last_day := _last_day(found):
        ended = _quarter_ended(found, last_day)
        if ended is None:
            return None
        calendar = dated(ended, f"'{found.words}', by its last day")
        return replace(dated(told, ""), when=calendar.when) if told is not None else calendar
    if found.has("y"):
        year, told = int(found.said("y")), found.context.quarter_compared()
        if told is not None:
            return dated(Point("Q", date(year, told.day.month, 1)), "printed in the text")
        return dated(Point("Y", date(year, 1, 1)), "printed in the text")
    if told is not None:
        return dated(told, f"'{found.words}' as told before")
    if found.published is None:
        return unknown("Q", "")
    back = 0 if found.tense is Tense.PRESENT else -3  # "for the quarter, the index is up"
    return dated(Point("Q", add_months(found.published.replace(day=1), back)), f"'{found.words}' before publication")


def _last_day(found: Found) -> tuple[int, int] | None:
    """Return the month and day that a period ends on: "the quarter ended Sept. 30"."""
    words = _ENDED.match(found.context.text, found.end) if found.published else None
    month = found.context.lexicon.values.get(("month", words["month"].lower())) if words else None
    return (int(month), int(words["day"])) if words and month else None


def _quarter_ended(found: Found, last_day: tuple[int, int]) -> Point | None:
    """Return the quarter of the last such day before publication; None where the calendar has no such day."""
    published = found.published or date.max
    years = (published.year, max(1, published.year - 1))
    days = [day for year in years if (day := valid(year, *last_day)) and day <= published]
    return Point("Q", days[0]) if days else None


def samein(found: Found) -> Resolved | None:
    """ "the same month of 2013", "the same quarter in 2015", "the same week a year earlier": as the one told last."""
    context, year = found.context, year_of(found)
    if not found.has("u"):
        quarter = context.quarter_compared()
        if year is None:
            return None
        return dated(
            Point("Q", date(year, quarter.day.month, 1)) if quarter else Point("Y", date(year, 1, 1)),
            f"'{found.words}' as told before",
        )
    is_week = found.value("u", "unit") == "W"
    day = found.published if is_week or context.month is None else context.month.day
    if day is None:
        return None
    back = (year - day.year) if year is not None else -1
    if is_week:
        return dated(Point("W", day + timedelta(weeks=52 * back)), f"'{found.words}' as told before")
    return dated(Point("M", add_months(day.replace(day=1), 12 * back)), f"'{found.words}' as told before")


def yearago(found: Found) -> Resolved | None:
    """ "the year-earlier quarter", "year-ago": the quarter told less a year; a year where a longer stretch is told."""
    told = found.context.quarter if "quarter" in found.words else found.context.quarter_compared()
    if told is not None:
        return dated(told.shifted(-4), f"'{found.words}' from the quarter told")
    if found.published is None:
        return unknown("Y", "")
    if "quarter" in found.words:  # of the year before the last that is over
        return dated(Point("Q", add_months(found.published.replace(day=1), -15)), f"'{found.words}' from publication")
    return dated(Point("Y", add_months(found.published, -12)), f"'{found.words}' from publication")
