"""Quarters of a company's own year: "the fiscal first quarter", "its fourth quarter ended May 31".

A quarter is shown with the calendar's months. Of a report whose quarters are not the calendar's, only one whose last
day is told keeps a date: the three months up to that day. The TIMEX3 value stays as the words have it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from onrecord.model import TimeExpression, When

_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_ENDED = re.compile(r"\s+(?:that |which )?(?:ended|ending)\s+(?:on\s+)?")
_FISCAL = re.compile(r"\bfiscal\b", re.I)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS = 3
_CLOSE_DAYS = 10
"""How far from the calendar's a quarter may end: many end with a week."""


def of_their_books(text: str, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Return the expressions; quarters of no calendar year have the date that the text tells, or none."""
    ends = [_end(text, time, after) for time, after in zip_longest(times, times[1:])]
    told = [_QUARTER.fullmatch(time.value) is not None for time in times]
    own = any(
        quarter and (_FISCAL.search(time.span.of(text)) or (end is not None and not _is_calendar(time.value, end)))
        for time, quarter, end in zip(times, told, ends, strict=True)
    )
    if not own:
        return tuple(times)
    return tuple(
        replace(time, when=_until(end) if end is not None else None) if quarter else time
        for time, quarter, end in zip(times, told, ends, strict=True)
    )


def _end(text: str, time: TimeExpression, after: TimeExpression | None) -> date | None:
    """Return the last day of "the quarter ended May 31"."""
    if after is None or after.when is None or not _DAY.fullmatch(after.when.value):
        return None
    return date.fromisoformat(after.when.value) if _ENDED.fullmatch(text[time.span.end : after.span.start]) else None


def _is_calendar(value: str, end: date) -> bool:
    year, _, number = value.partition("-Q")
    following = date(int(year) + (number == "4"), 1 if number == "4" else _MONTHS * int(number) + 1, 1)
    return abs((following - end).days) <= _CLOSE_DAYS


def _until(end: date) -> When:
    """Return the three months up to a day; where it stands early in a month, they began with the third before."""
    month = end.month - _MONTHS + (end.day > _CLOSE_DAYS)
    first = date(end.year - (month < 1), month + 12 * (month < 1), 1)
    return When(f"{first.isoformat()}/{end.isoformat()}", "interval", "the three months up to a printed day")
