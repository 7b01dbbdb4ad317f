"""Readings of a length that is counted from a day named beside it: "a week on Thursday", "ten years ago today"."""

from datetime import date, timedelta

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point, Size, shift
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.weekdays import weekday_near
from onrecord.annotate.times.tense import Tense, clause_verb

_AHEAD = frozenset({"to", "till", "until"})
_STEP = {"last": -1, "next": 1}
_SIZES: dict[str, Size] = {"D": "D", "W": "W", "M": "M", "Y": "Y", "WE": "WE"}


def weekon(found: Found) -> Resolved | None:
    """ "a week on Thursday", "Thursday week", "a fortnight tomorrow": so many weeks after the next such day."""
    weeks = (found.amount("c") if found.has("c") else 1) or 0
    if weeks != int(weeks) or found.published is None or not _is_ahead(found):
        return None
    day = found.published + timedelta(days=int(found.value("n", "today") or 0))
    if found.has("w"):
        day = weekday_near(found.published, found.weekday(), "future", strict=True)
    return _counted(found, day, "W", int(weeks) * int(found.value("k", "week_unit")))


def _is_ahead(found: Found) -> bool:
    """Whether a day to come is told, and not how long something takes: "it will be two weeks on Monday since"."""
    token = found.context.token(found.tokens[found.match.first])
    verb = clause_verb(token) if token is not None else None
    if found.context.after(found.end).startswith("since") or (verb is not None and verb.lemma_ in ("last", "spend")):
        return False
    return found.context.before(found.start) in _AHEAD or found.tense is not Tense.PAST


def weekago(found: Found) -> Resolved | None:
    """ "a week ago Thursday", "two weeks from Friday"."""
    weeks = found.amount("c")
    if not weeks or weeks != int(weeks) or found.published is None:
        return None
    back = found.said("way") == "ago"
    day = weekday_near(found.published, found.weekday(), "past" if back else "future")
    return _counted(found, day, "W", int(weeks) * int(found.value("k", "week_unit")) * (-1 if back else 1))


def agoto(found: Found) -> Resolved | None:
    """ "a year ago today", "20 years ago this week", "five years ago on Sunday"."""
    count, unit = found.amount("c"), found.value("u", "unit")
    if not count or count != int(count) or unit not in _SIZES or found.published is None:
        return None
    if found.has("s"):
        size = _SIZES.get(found.value("s", "unit"))
        point = Point(size, found.published).shifted(_STEP.get(found.said("which"), 0)) if size else None
        return _counted(found, point.day, unit, -int(count), point.size) if point else None
    day = found.published + timedelta(days=int(found.value("n", "today") or 0))
    if found.has("w"):
        back = found.tense is Tense.PAST and not found.said("which")
        day = weekday_near(found.published, found.weekday(), "past" if back else "future")
    return _counted(found, day, unit, -int(count))


def _counted(found: Found, day: date, unit: str, count: int, size: Size = "D") -> Resolved:
    return dated(Point(size, shift(day, unit, count)), f"'{found.words}' from publication")
