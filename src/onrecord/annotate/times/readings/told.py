"""Readings that count from the last date told: "three days later", "that month", "by then"."""

import re

from onrecord.annotate.times.amounts import duration
from onrecord.annotate.times.context import DAY_TOLD_NEAR, Resolved, dated
from onrecord.annotate.times.points import Point, Size, shift
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.units import SIZES, away, unknown
from onrecord.annotate.times.tense import Tense

# What may stand behind "the day before" where it is the day before the one told, and not before what follows.
_ENDS_THERE = re.compile(r"\s*([^\w\s\[\"“‘$£€#]|$|\n|(and|but|in|at|when|while|as)\b)")


def from_told(found: Found, unit: str) -> Resolved | None:
    """Return "that month", "the following year" and the like from the last date told."""
    said = set(found.said("which").split())
    if unit == "Q" and "that" in said and found.context.quarter_told is not None:
        return dated(found.context.quarter_told, f"'{found.words}' as told before")
    step = 1 if "following" in said or "next" in said else -1 if said & {"previous", "preceding", "prior"} else 0
    last = found.context.last
    near = unit == "D" and (last is None or last.size != "D")
    told = found.context.day_told(found.start) if near else found.context.reference
    if told is None and unit == "D" and found.tense is Tense.PRESENT:
        return None  # of any day: "they must buy what is sold that day"
    if told is None:
        in_month = last is not None and last.size == "M" and unit == "D" and step == 0
        return Resolved("DATE", f"{last.value}-XX") if last and in_month else unknown(unit, "")
    point = Point(SIZES[unit], told).shifted(step)
    if found.tense is Tense.PAST and found.published and point.first() > found.published:
        return unknown(unit, "")  # "the following year, after the flood of 2003, she sold": told from what comes
    return dated(point, f"'{found.words}' from the last date told")


def unitbefore(found: Found) -> Resolved | None:
    """ "the day before", where no happening follows that it is the day before of."""
    unit = found.value("u", "unit")
    if not _ENDS_THERE.match(found.context.text, found.end) or unit not in SIZES:
        return None
    return _told_earlier(found, unit, 1 if found.said("b") in ("after", "later") else -1)


def countbefore(found: Found) -> Resolved | None:
    """ "a year before", where no happening follows that it is so long before: as "a year earlier"."""
    explained = found.context.after(found.end).startswith(("-", "–", "—"))  # "a month before -- on 26 March"
    return discourse(found) if _ENDS_THERE.match(found.context.text, found.end) and not explained else None


def discourse(found: Found) -> Resolved | None:
    """ "three days later", "a year earlier": from the last date told, else from publication."""
    if found.context.after(found.end).startswith(
        "to " if found.said("dir") == "prior" else "than "
    ):  # "two years earlier than planned" is two years
        return None
    unit, count = found.value("u", "unit"), found.amount("c")
    sign = 1 if "later" in found.said("dir") or "after" in found.said("dir") else -1
    if count is None or unit in ("TH", "TM", "TS"):
        value = duration(count, unit)
        return Resolved("DURATION", value) if value else None
    unit, count = ("W", 2 * count) if unit == "2W" else (unit, count)
    return _told_earlier(found, unit, int(sign * count))


def _told_earlier(found: Found, unit: str, count: int) -> Resolved | None:
    last = found.context.last
    if unit in ("D", "W") and last is not None and last.size != "D":
        day = found.context.day_told(found.start)
        last = Point("D", day) if day else last
    backward = count < 0 or found.tense is Tense.FUTURE
    if last is None and found.published and backward:
        return dated(away(found.published, unit, count), f"'{found.words}' from publication")
    if last is None:
        return unknown(unit, f"told:{unit}:{count}")
    if unit == "W" and last.size == "W":
        return dated(last.shifted(count), f"'{found.words}' from the week told last")
    if (unit in ("D", "W") and last.size != "D") or (unit == "Y" and last.size in ("E", "C")):
        return unknown(unit, "")  # "two years later" than the 1990s
    if unit == "Y" and count == -1 and found.published and found.context.stretch_end > found.context.last_end:
        return dated(away(found.published, unit, count), f"'{found.words}' from publication")
    if unit == "Y" and abs(count) == 1 and (quarter := found.context.quarter_compared(found.start)):
        return dated(quarter.shifted(4 * count), f"'{found.words}' from the quarter told")
    size: Size = "D" if unit == "W" else SIZES.get(unit, "D")
    if size in ("E", "C") and last.size != "E":
        size = "Y"  # ten years after a year is a year
    moved = shift(last.day, unit, count)
    if found.published and moved > found.published and not backward:
        return unknown(unit, "")  # the date told last is not what it counts from
    return dated(Point(size, moved), f"'{found.words}' from the last date told", f"told:{unit}:{count}")


def then(found: Found) -> Resolved | None:
    """ "until then", "by then": the date told last, where it is told near."""
    context, last = found.context, found.context.last
    near = last is not None and found.start - context.last_end < DAY_TOLD_NEAR
    if last is None or not near or context.before(found.start) not in ("until", "till", "by"):
        return None
    return dated(last, "'then', the last date told")
