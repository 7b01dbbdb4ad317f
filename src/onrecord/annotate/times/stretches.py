"""A length with the day it ends on, as one interval: "the year to June", "the three months ended 31 March"."""

import re
from collections.abc import Sequence
from datetime import timedelta

from onrecord.annotate.times.points import Point, add_months, valid
from onrecord.model import Span, TimeExpression, When

_LENGTH = re.compile(r"P(\d+)([WMY])")
_ENDS = re.compile(r"(to|through|until|(that )?(ended|ending)( on| in)?|to the end of|up to)")
_LONGEST_BETWEEN_CHARS = 24
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")


def stretch_to(text: str, time: TimeExpression, times: Sequence[TimeExpression]) -> tuple[When, Span] | None:
    """Return the interval of the length that a day or month ends, and the words of both; None without one before it."""
    for before in times:
        if not 0 < time.span.start - before.span.end <= _LONGEST_BETWEEN_CHARS:
            continue
        if _ENDS.fullmatch(" ".join(text[before.span.end : time.span.start].lower().split())):
            when = _interval(before.value, time.when)
            return (when, Span(before.span.start, time.span.end)) if when else None
    return None


def _interval(length: str, last: When | None) -> When | None:
    """Return so long a stretch up to a date.

    >>> _interval("P1Y", When("2015-06", "month", "")).value, _interval("P13W", When("2014-08-30", "day", "")).value
    ('2014-07/2015-06', '2014-06-01/2014-08-30')
    """
    parts = _LENGTH.fullmatch(length)
    if parts is None or last is None or not _DATE.fullmatch(last.value):
        return None
    day = valid(*(int(part) for part in (*last.value.split("-"), "1")[:3]))
    if day is None:
        return None
    size = len(last.value)
    behind = (Point("M", day).bounds()[1] if size == 7 else day) + timedelta(days=1)
    count = int(parts[1])
    if parts[2] == "W":
        first = behind - timedelta(weeks=count)
    else:
        first = add_months(behind, -count * (12 if parts[2] == "Y" else 1))
    return When(f"{first.isoformat()[:size]}/{last.value}", "interval", last.basis)
