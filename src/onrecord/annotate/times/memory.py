"""What one article has told so far, kept for the expressions that hang on it."""

import re

from onrecord.annotate.times.context import Context, Resolved
from onrecord.annotate.times.points import Point
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.tense import Tense

# Readings that compare with a quarter told before rather than tell one.
_COMPARED = frozenset({"yearago", "samein", "offset", "discourse"})
# "the first nine months", "the year ended June 30": what "a year earlier" then compares with is no quarter.
_STRETCH = re.compile(r"(the|its|their) ((first|last|latest|full|fiscal) )*(six months|nine months|year)", re.I)
_STOP = re.compile(r"[.!?]\s|\n")
_STRETCHES = frozenset({"P6M", "P9M", "P1Y"})


def remember(found: Found, resolved: Resolved) -> None:
    """Keep what later expressions of the article count from."""
    context, point = found.context, resolved.point
    if resolved.type == "DURATION" and resolved.value in _STRETCHES and _STRETCH.match(found.words):
        context.stretch_end = found.end
    if point is None:
        return
    context.last, context.last_end = point, found.end
    if point.size == "D":
        if context.last_day != point.day:
            context.other_day = context.last_day
        context.last_day, context.last_day_end = point.day, found.end
    if point.size == "M" and not _is_compared_month(context, point, found.start):
        context.month, context.month_end = point, found.end
    if point.size == "Q":
        context.quarter_told = point
    if point.size == "Q" and found.match.rule.reading not in _COMPARED and _is_reported(found, point):
        context.quarter, context.quarter_end = point, found.end


def _is_compared_month(context: Context, month: Point, start: int) -> bool:
    """Whether a month is what one told before in its sentence is held against: "in May from 3 percent in April"."""
    same = context.month is not None and not _STOP.search(context.text, context.month_end, start)
    return same and context.month is not None and month.day < context.month.day


def _is_reported(found: Found, quarter: Point) -> bool:
    """Whether a quarter is the one that "a year earlier" compares with: the last that is over or told as past.

    A fiscal quarter may be over before the calendar's.
    """
    context = found.context
    later = context.quarter is None or quarter.day >= context.quarter.day
    over = context.published is None or quarter.bounds()[1] < context.published
    return later and (over or found.tense is Tense.PAST)
