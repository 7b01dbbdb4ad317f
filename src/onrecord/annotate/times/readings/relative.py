"""Readings that count units from the publication date: "today", "last week", "two years ago"."""

import re
from datetime import timedelta

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point, add_months
from onrecord.annotate.times.readings.calendar import day_of_month
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.told import from_told
from onrecord.annotate.times.readings.units import SIZES, STEP, away, unknown
from onrecord.annotate.times.tense import Tense
from onrecord.model import When

_IT_IS = re.compile(r"\b(today is|today[’']s|it is|it[’']s|this is)( the)?\s$", re.I)
_AS_OF = re.compile(r"\b(as|hours|rest|end|start|morning|afternoon|evening) of $", re.I)
_THIS = re.compile(r"\bthis (?P<unit>week|month|quarter|year)\b[^.;\n]{0,40}\b(than|as|and|or|from)\s$", re.I)


def dayoffset(found: Found) -> Resolved | None:
    """ "today", "tomorrow", "earlier yesterday"."""
    step = int(found.value("n", "today"))
    if step == 0 and found.owns and not found.owns_happening:
        return None  # "today's youth"
    if (
        found.context.text[: found.start].endswith(" of ")
        and not found.owns
        and not _AS_OF.search(found.context.text, max(0, found.start - 12), found.start)
    ):
        return None  # "the leaders of tomorrow"
    return _day_from_publication(found, step)


def dayoffset2(found: Found) -> Resolved | None:
    """ "the day before yesterday"."""
    return _day_from_publication(found, -2 if "before" in found.said("b") else 2)


def _day_from_publication(found: Found, step: int) -> Resolved:
    clue = f"unit:D:{step}"
    if found.published is None:
        return Resolved("DATE", "PRESENT_REF", clue=clue) if step == 0 else unknown("D", clue)
    return dated(Point("D", found.published + timedelta(days=step)), f"'{found.words}' from publication", clue)


def nthunit(found: Found) -> Resolved | None:
    """ "the third day" in "it is the third day of the strike": that of publication."""
    if found.published is None or not _IT_IS.search(found.context.text, max(0, found.start - 20), found.start):
        return None
    unit = found.value("u", "unit")
    return dated(Point(SIZES[unit], found.published), f"'{found.words}' of publication", f"unit:{unit}:0")


def weekof(found: Found) -> Resolved | None:
    """ "the week of May 13"."""
    day = day_of_month(found)
    return dated(Point("W", day), f"'{found.words}'") if day else unknown("W", "")


def relunit(found: Found) -> Resolved | None:
    """ "last week", "this year", "the following month", "that day", "the same year"."""
    unit = found.argument("unit") or found.value("u", "unit")
    if unit not in SIZES or (unit == "D" and found.said("which") in ("last", "past")):  # "the last day of the talks"
        return None
    if unit == "D" and found.said("which") == "this" and found.context.before(found.start) == "to":
        return Resolved("DATE", "PRESENT_REF")  # "shut to this day"
    way, is_fiscal = found.direction(), found.match.rule.name == "thefiscal"
    if is_fiscal and found.context.after(found.end).startswith(("year", "quarter", "half")):
        return None
    if way == "told":
        return from_told(found, unit)
    the = found.words.lower().startswith("the ") and found.has("which") and not found.has("mod") and not is_fiscal
    if (the and way in ("past", "future")) or (
        found.said("which") in ("previous", "preceding", "prior") and unit == "D"
    ):
        return from_told(found, unit)
    if found.match.rule.name in ("nowunit", "restof") and unit == "D" and (told := found.context.day_told(found.start)):
        return dated(Point("D", told), f"'{found.words}' on the last day told")
    if reported := _quarter_reported(found, unit):
        return dated(reported, f"'{found.words}' as told before")
    since_last_year = found.match.rule.name == "yearend" and _is_of_last_year(found)
    step = -1 if since_last_year else STEP[way]
    clue = f"unit:{unit}:{step}"
    if found.published is None:
        return Resolved("DATE", "PRESENT_REF", clue=clue) if unit == "D" and step == 0 else unknown(unit, clue)
    return dated(Point(SIZES[unit], found.published).shifted(step), f"'{found.words}' from publication", clue)


def _is_of_last_year(found: Found) -> bool:
    """Whether "year-end" is that of the year before: "had 400 employees at year-end", in March."""
    early = found.published is not None and found.published.month <= 6
    return found.context.before(found.start) == "since" or (early and found.tense is Tense.PAST)


def _quarter_reported(found: Found, unit: str) -> Point | None:
    """Return the quarter told whose results are "this quarter's loss", where the clause does not look ahead."""
    if unit != "Q" or found.said("which") != "this" or not found.owns:
        return None
    ahead = found.context.tense(found.tokens[found.match.last - 1]) is Tense.FUTURE
    return None if ahead else found.context.quarter_compared(found.start)


def offset(found: Found) -> Resolved | None:
    """ "two weeks ago", "a year ago", "three days from now"."""
    if found.opens_phrase():
        return None
    unit, count, sign = found.value("u", "unit"), found.amount("c"), int(found.argument("sign"))
    if count is None:
        return Resolved("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in ("TH", "TM", "TS"):
        return _hours_away(found)
    unit, count = ("W", 2 * count) if unit == "2W" else (unit, count)
    clue = f"unit:{unit}:{int(sign * count)}"
    if found.published is None:
        return unknown(unit, clue)
    if unit == "Y" and count == 1 and (quarter := found.context.quarter_compared(found.start)):
        return dated(quarter.shifted(-4), f"'{found.words}' from the quarter told")
    try:
        return dated(away(found.published, unit, sign * count), f"'{found.words}' from publication", clue)
    except OverflowError:  # "10,000 years ago"
        return Resolved("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")


def _hours_away(found: Found) -> Resolved:
    if found.published is None:
        return Resolved("TIME", "XXXX-XX-XXTXX")
    return Resolved(
        "TIME",
        found.published.isoformat(),
        When(found.published.isoformat(), "day", f"'{found.words}' from publication"),
    )


def lastalone(found: Found) -> Resolved | None:
    """ "more this year than last", "this month and last"."""
    said = _THIS.search(found.context.text, max(0, found.start - 60), found.start)
    if said is None or found.published is None or found.context.text[found.end : found.end + 2].strip(" ").isalnum():
        return None
    unit = found.context.lexicon.value("unit", said["unit"].lower())
    return dated(Point(SIZES[unit], found.published).shifted(-1), f"'{said['unit']}' before that of publication")


def halfaway(found: Found) -> Resolved | None:
    """ "a year and a half ago", "two years and a half later"."""
    count, unit, said = found.amount("c"), found.value("u", "unit"), found.said("dir")
    ago = ("ago", said) in found.context.lexicon.values
    start = found.published if ago else found.context.reference
    if unit != "Y" or count is None or start is None or found.context.after(found.end).startswith("than "):
        return None
    months = round(12 * (count + 0.5)) * (1 if said == "later" else -1)
    return dated(Point("M", add_months(start.replace(day=1), months)), f"'{found.words}' counted in months")


def beforelast(found: Found) -> Resolved | None:
    """ "the year before last"."""
    unit = found.value("u", "unit")
    following, values = found.context.after(found.end).partition(" ")[0], found.context.lexicon.values
    if {("weekday", following[:-2]), ("weekday", following), ("unit", following[:-2])} & values.keys():
        return None  # "the year before last month's vote"
    if unit not in SIZES or found.published is None:
        return unknown(unit, f"unit:{unit}:-2") if unit in SIZES else None
    point = Point(SIZES[unit], found.published).shifted(-2)
    return dated(point, f"'{found.words}' from publication", f"unit:{unit}:-2")


def vagueago(found: Found) -> Resolved | None:
    """ "months ago"."""
    return Resolved("DATE", "PAST_REF")


def ref(found: Found) -> Resolved | None:
    """ "now", "recently", "soon", "the future"."""
    if found.context.before(found.start) == "as" and found.context.after(found.end).startswith("as "):
        return None  # "as recently as Monday"
    last = found.context.token(found.tokens[found.match.last - 1])
    if found.words.lower() in ("the past", "the future") and last is not None and last.dep_ == "amod":
        return None  # "the past two seasons"
    kind = found.argument("r")
    for name in ("present", "past", "ahead", "recent", "future"):
        kind = kind or (value if (value := found.value("r", name)).endswith("_REF") else "")
    before, after = found.context.before(found.start), found.context.after(found.end)
    if found.said("r") == "soon" and (
        before in ("as", "too", "how") or after.startswith(("as ", "after")) or found.tense is Tense.PAST
    ):
        return None  # "soon became a crowd" is no future
    return Resolved("DATE", kind)
