"""Readings of times of day, with or without their day and zone."""

import re
from datetime import date, timedelta

from onrecord.annotate.times.context import Resolved
from onrecord.annotate.times.points import Point
from onrecord.annotate.times.readings.calendar import day_of_month
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.weekdays import is_any, weekday_near, weekday_told
from onrecord.annotate.times.tense import Tense
from onrecord.model import When

_DOTTED = re.compile(r"\d{1,2}\.\d\d")  # "10.15 on Tuesday night"
# "8pm" in "between 8pm and 9pm on Tuesday"
_SHARED_DAY = re.compile(
    r"\s*(?:and|to|or|until|till|[-–])\s*\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?)?(?:\s+local time)?,?\s+"
    r"(?:on\s+)?(?P<day>\w+)",
    re.IGNORECASE,
)
# "the next morning", "the previous night": so many days from the last day told
_BESIDE = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1}


def clock(found: Found) -> Resolved | None:
    """ "10 p.m. Wednesday", "noon", "4 a.m. EDT Thursday", "4 in the morning"."""
    time = _time(found)
    if time is None or (found.match.last - found.match.first == 1 and found.context.before(found.start) == "a"):
        return None  # "a midnight deadline"
    day = _day(found)
    if time == "24:00" and found.tense is Tense.PAST and day is not None and day == found.published:
        time = "00:00"  # "shut down at midnight on Friday", in Friday's paper: as that day began
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{time}"
    if _is_open(found):
        return Resolved("TIME", value)
    return Resolved("TIME", value, _when(found, day, time), Point("D", day) if day else None, _clue(found))


def _time(found: Found) -> str | None:
    words = found.said("h") or found.said("t")
    if found.match.rule.name in ("dotclock", "dotzone") and not _DOTTED.fullmatch(words):
        return None
    if ("clockword", words) in found.context.lexicon.values:
        words = found.value("h", "clockword")
        if not found.has("q"):
            return words
    words = f"{words[:2]}:{words[2:]}" if words.isdecimal() and len(words) == 4 else words
    hours, _, minutes = words.replace(".", ":").partition(":")
    if not hours.isdecimal():
        hours = found.value("h", "numword")
    hour, minute = int(hours), int(minutes or 0)
    part = found.said("ap")[:1] or {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}.get(_part(found), "")
    if part and hour > 12:
        part = ""
    hour = hour % 12 + 12 * (part == "p") if part else hour
    if found.has("q"):
        hour, minute = _beside_hour(found, hour)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _beside_hour(found: Found, hour: int) -> tuple[int, int]:
    """Return hour and minute of "half past seven", "ten minutes to eight"."""
    minutes = int({"half": 30.0, "quarter": 15.0}.get(found.said("q")) or found.amount("q") or 0)
    return (hour % 24, minutes) if found.said("pt") == "past" else ((hour - 1) % 24, 60 - minutes)


def _part(found: Found) -> str:
    return "NI" if found.said("p") == "tonight" else found.value("p", "part")


def _day(found: Found) -> date | None:
    named = _day_named(found)
    return named if named or found.has("m") or found.direction() == "told" else _day_around(found)


def _day_named(found: Found) -> date | None:
    """Return the day that the words give themselves: "Wednesday", "tonight"."""
    published = found.published
    if found.has("w") and published and not found.has("m"):
        return weekday_told(found, published)
    if found.has("m"):
        return day_of_month(found)
    if found.has("which"):
        return _day_beside(found)
    if not any(map(found.has, "pn")) and (shared := _shared(found)):
        return shared
    step = found.value("p", "today") or found.value("n", "today")
    return published + timedelta(days=int(step)) if published and step.lstrip("-").isdecimal() else None


def _day_beside(found: Found) -> date | None:
    """Return the day of "the next day", "last night", "the same evening"."""
    which = found.said("which")
    if which == "last" and found.published:
        return found.published - timedelta(days=1)
    told = found.published if which == "this" else found.context.day_told(found.start)
    return told + timedelta(days=_BESIDE.get(which, 0)) if told else None


def _shared(found: Found) -> date | None:
    """Return the day that an hour shares with the next: "between 8pm and 9pm on Tuesday"."""
    behind, values = _SHARED_DAY.match(found.context.text, found.end), found.context.lexicon.values
    if behind is None or found.published is None:
        return None
    day = behind["day"].lower()
    if number := values.get(("weekday", day)):
        return weekday_near(found.published, int(number), "future" if found.tense is Tense.FUTURE else "past")
    step = values.get(("today", day))
    return found.published + timedelta(days=int(step)) if step else None


def _day_around(found: Found) -> date | None:
    """Return the day told last, else the day of publication, as the guidelines for TIMEX3 values want it."""
    last = found.context.last
    near = found.context.day_told(found.start) if last is not None and last.size == "D" else None
    return near or found.published


def _is_open(found: Found) -> bool:
    """Whether an hour by itself may be of more than one day: the report told of several, or of another before."""
    if found.has("m") or _day_named(found):
        return False
    context = found.context
    return len({context.last_day, context.other_day, _day_around(found)} - {None}) > 1


def _when(found: Found, day: date | None, time: str) -> When | None:
    if day is None:
        return None
    if time == "24:00":
        return When(day.isoformat(), "day", f"'{found.words}'")
    return When(f"{day.isoformat()}T{time}{found.value('z', 'zone')}", "minute", f"'{found.words}'")


def _clue(found: Found) -> str:
    weekday = f":{found.weekday()}" if found.has("w") else ""
    if found.has("m"):
        day = f"{int(found.value('m', 'month'))}-{found.day_number()}"
        way = found.tense.value
        return f"printed:{way}" if found.has("y") else f"monthday:{day}:{found.direction() or way}{weekday}"
    return f"weekday{weekday}:{found.tense.value}" if weekday else ""


def partof(found: Found) -> Resolved | None:
    """ "Sunday morning", "this afternoon", "last night", "tonight", "early Friday morning"."""
    part = found.value("p", "part")
    if found.words.lower().startswith(("late-", "early-")) or found.context.after(found.end).startswith("hours"):
        return None  # "late-night talks", "the early morning hours"
    part = "NI" if found.said("p") in ("tonight", "overnight") else part
    day, clue = _part_day(found)
    value = f"{day.isoformat() if day else _unknown_day(found)}T{part}"
    when = When(day.isoformat(), "day", f"'{found.words}' against publication") if day else None
    tells_day = day is not None and (found.said("p") != "overnight" or found.has("w"))
    return Resolved("TIME", value, when, Point("D", day) if day and tells_day else None, clue)


def _unknown_day(found: Found) -> str:
    return f"XXXX-WXX-{found.weekday()}" if found.has("w") else "XXXX-XX-XX"


def _part_day(found: Found) -> tuple[date | None, str]:
    published = found.published
    if found.has("w") and not found.has("m") and is_any(found):  # "2 May, a cold Sunday morning"
        told = found.context.day_told(found.start)
        return (told if told and told.isoweekday() == found.weekday() else None), ""
    if found.has("w") and not found.has("m"):
        clue = f"weekday:{found.weekday()}:{found.direction() or found.tense.value}"
        return (weekday_told(found, published) if published else None), clue
    if found.has("n") or found.said("p") in ("tonight", "overnight"):
        step = int(found.value("n", "today") or 0)
        return (published + timedelta(days=step) if published else None), f"unit:D:{step}"
    if beside := _BESIDE.get(found.said("which")):
        told = found.context.day_told(found.start)
        return (told + timedelta(days=beside) if told else None), ""
    if found.has("m") or (not found.has("which") and found.has("mod")) or found.direction() == "told":
        return _day(found), ""
    step = -1 if found.direction() == "past" else 0
    return (published + timedelta(days=step) if published else None), f"unit:D:{step}"


def partin(found: Found) -> Resolved | None:
    """ "in the morning", of the last day told, where the clause tells of it."""
    day, token = found.context.day_told(found.start), found.context.token(found.tokens[found.match.last - 1])
    alone = token is not None and token.dep_ == "pobj" and not found.context.after(found.end).startswith("of ")
    if day is None or not alone or found.context.before(found.start) != "in" or found.tense is not Tense.PAST:
        return None
    value = f"{day.isoformat()}T{found.value('p', 'part')}"
    return Resolved(
        "TIME", value, When(day.isoformat(), "day", f"'{found.words}' of the last day told"), Point("D", day)
    )


def skip(found: Found) -> Resolved | None:
    """Words that only look like a time."""
    return None
