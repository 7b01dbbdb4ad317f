"""How the values of two entries stand to each other: counts, dates whose year is open, places by containment, names."""

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.entry import Entry
from onrecord.compare.series import relate_series
from onrecord.compare.values import Count, Relation, days, relate_counts, relate_dates

_WEEK = 7
_WEEKS = 31
"""Days by which a bare weekday may have been worked out wrongly; years apart are two days and not one."""
_OF_ANYTHING = frozenset({"", "job", "number", "figure", "total", "toll", "tally"})
"""What a number is of that may be one of people: of nothing named, of jobs, of "the number"."""
_NAME_WORDS = 3
"""Words of which a name seldom has more."""
_DAY = timedelta(1)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_OF_YEAR = re.compile(r"(?:\d{4}|XXXX)-(\d\d-\d\d)")
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH_DAY = re.compile(rf"\b(?:{MONTHS})[a-z]*\.? \d|\d(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})")
_PART_OF_DAY = re.compile(r"\b(morning|afternoon|evening)$")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_CLOCK_WORDS = re.compile(r"\W*(?:about |around |at |approximately )?\d{1,2}(?:[.:]\d\d| ?[ap]\.? ?m\b)")
_DAY_WORDS = re.compile(rf"day|tonight|morrow|\b(?:{MONTHS})|(?:19|20)\d\d")


def relate(left: Entry, right: Entry) -> Relation:
    """Return how the values of two entries of one kind stand to each other."""
    if left.count is not None and right.count is not None:
        return _relate_counts(left, left.count, right, right.count)
    if left.kind == "date":
        return _relate_dates(left, right)
    if found := relate_series(left, right):
        return found
    if left.key == right.key or _are_one_word(left, right):
        return "same"
    if left.kind == "initiator" and (left.key in right.others or right.key in left.others):
        return "clash"  # each is said to have called the other
    if left.kind != "place" and left.named and right.named and left.key.split()[-1:] == right.key.split()[-1:]:
        return "same" if _contained(left.key, right.key) else "unknown"
    if left.kind == "place" and left.head == right.head and not (left.named and right.named):
        return "within"
    return "within" if _contained(left.key, right.key) else "unknown"


def _relate_counts(left: Entry, one: Count, right: Entry, other: Count) -> Relation:
    """Compare counts; a number with no noun ("rose to 75,000") may be one of people, and a job is one person's."""
    if _may_be_people(left) and other.unit == "people":
        return relate_counts(replace(one, unit="people"), other)
    if _may_be_people(right) and one.unit == "people":
        return relate_counts(one, replace(other, unit="people"))
    return relate_counts(one, other)


def _may_be_people(entry: Entry) -> bool:
    return entry.count is not None and entry.count.unit is None and entry.counted in _OF_ANYTHING


def _are_one_word(left: Entry, right: Entry) -> bool:
    """Whether two reports print one description, or one place; a name or a pronoun may be of two who bear it.

    "The driver" of whom only one report tells the name is the driver of the other.
    """
    if not left.words or left.words in NAMELESS or _ARTICLE.sub("", left.words) != _ARTICLE.sub("", right.words):
        return False
    words = left.words.split()
    names = [set(e.key.split()) for e in (left, right) if e.named]
    described = "the" in (words[0], right.words.split()[0]) or not any(name & set(words) for name in names)
    one_named = len(names) < len((left, right))
    return (described and one_named) or left.kind == "place" or len(words) > _NAME_WORDS


def _contained(left: str, right: str) -> bool:
    a, b = set(left.split()), set(right.split())
    return bool(a and b) and (a <= b or b <= a)


# --- dates that cannot be worked out ------------------------------------------------------------------


def _relate_dates(left: Entry, right: Entry) -> Relation:
    """Compare dates; where a year or day is open, by clock, weekday, month and day, or by their very words."""
    if _is_bare_clock(left) or _is_bare_clock(right):
        return _relate_clocks(left, right)
    found = relate_dates(left.when, right.when)
    if found in ("same", "within"):
        return "clash" if _are_two_parts_of_a_day(left, right) else found
    if left.words == right.words and not is_printed(left) and not is_printed(right):
        return "same" if found == "unknown" or _may_be_one_day(left, right) else "unknown"
    if found == "clash" and _same_day_of_year(left, right):
        return "same"
    one, other = weekday(left), weekday(right)
    if found == "clash":
        wrong_week = one is not None and one == other and days_between(left, right) <= _WEEKS
        return "unknown" if wrong_week else "clash"
    if one is not None and other is not None:
        return "same" if one == other else "clash"
    return "unknown"


def _are_two_parts_of_a_day(left: Entry, right: Entry) -> bool:
    """Whether one date is a morning's and the other an afternoon's or evening's, which run into each other."""
    parts = {found[1] for e in (left, right) if (found := _PART_OF_DAY.search(e.words)) is not None}
    return "morning" in parts and len(parts) > 1 and is_day(left) and is_day(right)


def _may_be_one_day(left: Entry, right: Entry) -> bool:
    """Whether "Friday" in two reports may be one day although it was worked out as two, a week apart at most.

    A report may be of the day after, so that the Friday before it is its own; of what is later still it cannot tell.
    """
    if days_between(left, right) > _WEEK:
        return False
    early, late = sorted((left, right), key=_first_day)
    if early.told is None or late.told is None or abs(early.told - late.told) <= _DAY:
        return True
    return _first_day(late) <= early.told + _DAY


def _first_day(entry: Entry) -> date:
    found = days(entry.when)
    return found[0] if found is not None else date.min


def _same_day_of_year(left: Entry, right: Entry) -> bool:
    """Whether both print one day of a month without its year: a year that was worked out wrongly parts them."""
    if any(_YEAR.search(e.words) or not _MONTH_DAY.search(e.words) for e in (left, right)):
        return False
    found = [_DAY_OF_YEAR.match(e.when.value) if e.when is not None else None for e in (left, right)]
    return found[0] is not None and found[1] is not None and found[0][1] == found[1][1]


def _is_bare_clock(entry: Entry) -> bool:
    """Whether a time is one of a day that it does not name ("9 a.m.")."""
    return bool(_CLOCK_WORDS.match(entry.words)) and not _DAY_WORDS.search(entry.words)


def _relate_clocks(left: Entry, right: Entry) -> Relation:
    found = [_clock(e) for e in (left, right)]
    if found[0] is None or found[1] is None:
        if days_between(left, right) > _WEEK:
            return "clash"
        of_days = relate_dates(left.when, right.when)
        return "unknown" if of_days == "clash" else of_days
    return "same" if found[0] == found[1] else "clash"


def _clock(entry: Entry) -> str | None:
    """Return the hour and minute that a time names, be its day known or not."""
    known = _CLOCK.search(entry.when.value) if entry.when is not None else None
    found = known or _CLOCK.search(entry.timex or "")
    return found[1] if found is not None else None


def is_day(entry: Entry) -> bool:
    """Whether a date is a day or finer, or a weekday whose week is open."""
    return weekday(entry) is not None or (entry.when is not None and entry.when.precision in ("day", "hour", "minute"))


def is_printed(entry: Entry) -> bool:
    """Whether the report prints the date itself, so that nothing had to be worked out."""
    return entry.when is not None and "printed" in entry.when.basis


def weekday(entry: Entry) -> int | None:
    """Return the day of the week that a date is said or known to fall on, Monday 1."""
    if found := re.match(r"XXXX-WXX-(\d)", entry.timex or ""):
        return int(found.group(1))
    spread = days(entry.when)
    if spread is not None and spread[0] == spread[1]:
        return spread[0].isoweekday()
    return None


def days_between(left: Entry, right: Entry) -> int:
    """Return the days from one date to the other, below 0 where they share days, 0 where one is not known."""
    one, other = days(left.when), days(right.when)
    return 0 if one is None or other is None else (max(one[0], other[0]) - min(one[1], other[1])).days
