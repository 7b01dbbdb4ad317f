"""Readings that hang on the publication date or on the last date told."""

import re
from datetime import date, timedelta

from onrecord.annotate.times.amounts import duration
from onrecord.annotate.times.context import DAY_TOLD_NEAR, Resolved, dated
from onrecord.annotate.times.points import Point, Size, add_months, shift
from onrecord.annotate.times.readings.calendar import day_of_month
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.tense import Tense
from onrecord.model import When

_UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
}
_SIZES: dict[str, Size] = {k: k for k in ("D", "W", "WE", "M", "Q", "Y", "E", "C")}
# What may stand behind "the day before" where it is the day before the one told, and not before what follows.
_ENDS_THERE = re.compile(r"\s*([^\w\s\[\"“‘$£€#]|$|\n|(and|but|in|at|when|while|as)\b)")
_IT_IS = re.compile(r"\b(today is|today[’']s|it is|it[’']s|this is)( the)?\s$", re.I)
_AS_OF = re.compile(r"\b(as|morning|afternoon|evening) of $", re.I)
_THIS = re.compile(r"\bthis (?P<unit>week|month|quarter|year)\b[^.;\n]{0,40}\b(than|as|and|or|from)\s$", re.I)
_ANY = frozenset({"a", "one", "any"})
_STEP = {"past": -1, "future": 1, "this": 0, "": 0}


def unknown(unit: str, clue: str) -> Resolved:
    """Return a date of which only the unit is known."""
    return Resolved("DATE", _UNKNOWN.get(unit, "XXXX-XX-XX"), clue=clue)


def dayoffset(found: Found) -> Resolved | None:
    """ "today", "tomorrow", "earlier yesterday"."""
    step = int(found.value("n", "today"))
    if step == 0 and found.owns and not found.owns_happening:
        return None  # "today's youth"
    if (
        found.context.text[: found.start].endswith(" of ")
        and not found.owns
        and not _AS_OF.search(found.context.text, max(0, found.start - 8), found.start)
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


def weekday(found: Found) -> Resolved | None:
    """ "Sunday", "last Friday", "next Monday": by its words, else by the tense of its clause."""
    number = found.weekday()
    if found.words.lower().startswith("following"):  # "following Monday's debate", where "the" would stand before a day
        return None
    if not found.has("which") and (part := _nights(found)):
        return Resolved("SET", f"XXXX-WXX-{number}T{part}")
    clue = f"weekday:{number}:{found.direction() or found.tense.value}"
    if found.published is None or is_any(found):
        return Resolved("DATE", f"XXXX-WXX-{number}", clue="" if found.published else clue)
    day = weekday_told(found, found.published)
    where = "before" if day < found.published else "after" if day > found.published else "on"
    return dated(Point("D", day), f"weekday '{found.words}' {where} publication", clue)


def _nights(found: Found) -> str:
    """Return the part of the day that two weekdays share: NI for "Monday" in "Monday and Tuesday nights"."""
    words = found.context.after(found.end).split()[:3]
    shared = len(words) == 3 and words[0] in ("and", "or", "through", "to") and found.context.lexicon
    if not shared or ("weekday", words[1]) not in shared.values:
        return ""
    return shared.values.get(("parts", words[2].strip(".,;")), "")


def is_any(found: Found) -> bool:
    """Whether a weekday is not a certain one: "on a rainy Sunday", not "at a Sunday hearing"."""
    token = found.context.token(found.tokens[found.match.last - 1])
    alone = token is not None and token.dep_ not in ("compound", "nmod", "amod")
    determined = token is not None and any(
        child.lower_ in _ANY and 0 < token.i - child.i < 4 for child in token.children
    )
    return alone and (determined or found.context.before(found.start) in _ANY)


def weekday_told(found: Found, published: date) -> date:
    """Return a weekday's day: by its words, by a clear tense, as it was told before, or the last before publication.

    What is told before counts for "Sunday's vote" as well, after "the vote is to be held on Sunday".
    """
    number, way, tense = found.weekday(), found.direction(), found.tense
    told = found.context.last_day
    if told is not None and found.said("which") in ("previous", "preceding"):
        return weekday_near(told, number, "past", strict=True)
    if told is not None and (found.said("which").endswith("following") or (not way and _ends_range(found))):
        return weekday_near(told, number, "future", strict=True)
    way = "past" if way == "this" and tense is Tense.PAST and not found.owns else way
    known = found.context.weekdays
    if not way and number in known and (found.owns or tense not in (Tense.PAST, Tense.FUTURE)):
        return known[number]
    day = weekday_near(published, number, way or _tense_way(tense), strict=way in ("past", "future"))
    if way or tense is Tense.FUTURE or (tense is Tense.PAST and not found.owns):
        known[number] = day
    return day


def _ends_range(found: Found) -> bool:
    """Whether a weekday is the end of what another began: "closed from Monday to Friday"."""
    context = found.context
    between = context.text[context.last_day_end : found.start]
    first = ("weekday", context.before(context.last_day_end)) in context.lexicon.values
    return first and between in (" to ", " through ", " until ", " into ", "-", "–")


def _tense_way(tense: Tense) -> str:
    return "future" if tense is Tense.FUTURE else "past"


def weekday_near(published: date, number: int, way: str, *, strict: bool = False) -> date:
    """Return the weekday on the given side of publication; the day itself counts unless `strict`."""
    ahead = (number - published.isoweekday()) % 7
    if way in ("future", "this"):
        return published + timedelta(days=ahead or (7 if strict else 0))
    return published + timedelta(days=(ahead - 7) if ahead or strict else 0)


def besideday(found: Found) -> Resolved | None:
    """ "the day before Sunday's vote"."""
    if found.published is None:
        return unknown("D", "")
    step = -1 if found.said("b") == "before" else 1
    return dated(Point("D", weekday_told(found, found.published) + timedelta(days=step)), f"'{found.words}'")


def nthunit(found: Found) -> Resolved | None:
    """ "the third day" in "it is the third day of the strike": that of publication."""
    if found.published is None or not _IT_IS.search(found.context.text, max(0, found.start - 20), found.start):
        return None
    unit = found.value("u", "unit")
    return dated(Point(_SIZES[unit], found.published), f"'{found.words}' of publication", f"unit:{unit}:0")


def weekof(found: Found) -> Resolved | None:
    """ "the week of May 13"."""
    day = day_of_month(found)
    return dated(Point("W", day), f"'{found.words}'") if day else unknown("W", "")


def weekdayof(found: Found) -> Resolved | None:
    """ "Monday of last week"."""
    number, step = found.weekday(), _STEP.get(found.direction(), 0)
    if found.published is None:
        return Resolved("DATE", f"XXXX-WXX-{number}")
    monday = Point("W", found.published).shifted(step).first()
    return dated(Point("D", monday + timedelta(days=number - 1)), f"'{found.words}' from publication")


def weekdaysago(found: Found) -> Resolved | None:
    """ "two Sundays ago"."""
    count, number = found.amount("c"), int(found.value("w", "weekdays"))
    if found.published is None or not count or count != int(count):
        return Resolved("DATE", f"XXXX-WXX-{number}") if count else Resolved("DATE", "PAST_REF")
    last = weekday_near(found.published, number, "past", strict=True)
    return dated(Point("D", last - timedelta(days=7 * (int(count) - 1))), f"'{found.words}' from publication")


def weekend(found: Found) -> Resolved | None:
    """ "the weekend", "last weekend", "this weekend"."""
    way = found.direction() or _tense_way(found.tense)
    way = "past" if way == "this" and found.tense is Tense.PAST and not found.owns else way
    if found.published is None:
        return unknown("WE", f"unit:WE:{_STEP.get(way, 0)}")
    here = Point("WE", found.published)
    step = {"future": 1, "told": 1}.get(way, 0) if found.has("which") else 0
    begun = here.bounds()[0] <= found.published
    if way == "past" and (found.direction() == "past" or not begun):
        step = -1
    return dated(here.shifted(step), f"'{found.words}' from publication", f"unit:WE:{step}")


def relunit(found: Found) -> Resolved | None:
    """ "last week", "this year", "the following month", "that day", "the same year"."""
    unit = found.argument("unit") or found.value("u", "unit")
    if unit not in _SIZES or (unit == "D" and found.said("which") in ("last", "past")):  # "the last day of the talks"
        return None
    way, is_fiscal = found.direction(), found.match.rule.name == "thefiscal"
    if is_fiscal and found.context.after(found.end).startswith(("year", "quarter", "half")):
        return None
    if way == "told":
        return _told(found, unit)
    the = found.words.lower().startswith("the ") and found.has("which") and not found.has("mod") and not is_fiscal
    if (the and way in ("past", "future")) or (
        found.said("which") in ("previous", "preceding", "prior") and unit == "D"
    ):
        return _told(found, unit)
    if found.match.rule.name in ("nowunit", "restof") and unit == "D" and (told := found.context.day_told(found.start)):
        return dated(Point("D", told), f"'{found.words}' on the last day told")
    if reported := _quarter_reported(found, unit):
        return dated(reported, f"'{found.words}' as told before")
    since_last_year = found.match.rule.name == "yearend" and found.context.before(found.start) == "since"
    step = -1 if since_last_year else _STEP[way]
    clue = f"unit:{unit}:{step}"
    if found.published is None:
        return Resolved("DATE", "PRESENT_REF", clue=clue) if unit == "D" and step == 0 else unknown(unit, clue)
    return dated(Point(_SIZES[unit], found.published).shifted(step), f"'{found.words}' from publication", clue)


def _quarter_reported(found: Found, unit: str) -> Point | None:
    """Return the quarter told whose results are "this quarter's loss", where the clause does not look ahead."""
    if unit != "Q" or found.said("which") != "this" or not found.owns:
        return None
    ahead = found.context.tense(found.tokens[found.match.last - 1]) is Tense.FUTURE
    return None if ahead else found.context.quarter_compared(found.start)


def _told(found: Found, unit: str) -> Resolved | None:
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
    point = Point(_SIZES[unit], told).shifted(step)
    if found.tense is Tense.PAST and found.published and point.first() > found.published:
        return unknown(unit, "")  # "the following year, after the flood of 2003, she sold": told from what comes
    return dated(point, f"'{found.words}' from the last date told")


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
        return dated(_away(found.published, unit, sign * count), f"'{found.words}' from publication", clue)
    except OverflowError:  # "10,000 years ago"
        return Resolved("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")


def _away(day: date, unit: str, count: float) -> Point:
    """Return the point so many units away, in the unit that the words count in."""
    if unit in ("E", "C"):
        return Point("Y", add_months(day, round(count * (120 if unit == "E" else 1200))))
    if count != int(count):
        return (
            Point("M", add_months(day, round(count * 12)))
            if unit == "Y"
            else Point("D", day + timedelta(days=round(7 * count)))
        )
    return Point(_SIZES.get(unit, "D"), shift(day, unit, int(count)))


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
    return dated(Point(_SIZES[unit], found.published).shifted(-1), f"'{said['unit']}' before that of publication")


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
    if unit not in _SIZES or found.published is None:
        return unknown(unit, f"unit:{unit}:-2") if unit in _SIZES else None
    point = Point(_SIZES[unit], found.published).shifted(-2)
    return dated(point, f"'{found.words}' from publication", f"unit:{unit}:-2")


def unitbefore(found: Found) -> Resolved | None:
    """ "the day before", where no happening follows that it is the day before of."""
    unit = found.value("u", "unit")
    if not _ENDS_THERE.match(found.context.text, found.end) or unit not in _SIZES:
        return None
    return _told_earlier(found, unit, 1 if found.said("b") in ("after", "later") else -1)


def vagueago(found: Found) -> Resolved | None:
    """ "months ago"."""
    return Resolved("DATE", "PAST_REF")


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
        return dated(_away(found.published, unit, count), f"'{found.words}' from publication")
    if last is None:
        return unknown(unit, f"told:{unit}:{count}")
    if unit == "W" and last.size == "W":
        return dated(last.shifted(count), f"'{found.words}' from the week told last")
    if unit in ("D", "W") and last.size != "D":
        return unknown(unit, "")
    if unit == "Y" and count == -1 and found.published and found.context.stretch_end > found.context.last_end:
        return dated(_away(found.published, unit, count), f"'{found.words}' from publication")
    if unit == "Y" and abs(count) == 1 and (quarter := found.context.quarter_compared(found.start)):
        return dated(quarter.shifted(4 * count), f"'{found.words}' from the quarter told")
    size: Size = "D" if unit == "W" else _SIZES.get(unit, "D")
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
