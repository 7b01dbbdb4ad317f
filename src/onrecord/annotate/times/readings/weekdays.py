"""Readings of weekdays and weekends: "Sunday", "last Friday", "two Sundays ago"."""

from datetime import date, timedelta

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.units import STEP, unknown
from onrecord.annotate.times.tense import Tense

_ANY = frozenset({"a", "one", "any"})


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
    day = weekday_near(published, number, way or _side(found, published), strict=way in ("past", "future"))
    if way or tense is Tense.FUTURE or (tense is Tense.PAST and not found.owns):
        known[number] = day
    return day


def _ends_range(found: Found) -> bool:
    """Whether a weekday is the end of what another began: "closed from Monday to Friday"."""
    context = found.context
    between = context.text[context.last_day_end : found.start]
    first = ("weekday", context.before(context.last_day_end)) in context.lexicon.values
    return first and between in (" to ", " through ", " until ", " into ", "-", "–")


def _side(found: Found, published: date) -> str:
    """Return the side of publication that the clause points to.

    The weekday just gone is hardly called by its name alone for the one six days on, unless what will be is told:
    "the order to fire that was given on Saturday" in Sunday's paper. So with what "had been scheduled for Wednesday".
    """
    ahead = (found.weekday() - published.isoweekday()) % 7
    if (ahead == 6 and not found.surely_ahead) or (ahead > 3 and found.had_been_set):
        return "past"
    return tense_way(found.tense)


def tense_way(tense: Tense) -> str:
    """Return the side of publication that a tense points to; the past, where it does not tell."""
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


def weekdayof(found: Found) -> Resolved | None:
    """ "Monday of last week", "Monday last week"."""
    number, step, told = found.weekday(), STEP.get(found.direction(), 0), found.direction() == "told"
    start = found.context.day_told(found.start) if told else found.published
    if start is None:
        return Resolved("DATE", f"XXXX-WXX-{number}")
    monday = Point("W", start).shifted(step).first()
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
    way = found.direction() or tense_way(found.tense)
    way = "past" if way == "this" and found.tense is Tense.PAST and not found.owns else way
    if found.published is None:
        return unknown("WE", f"unit:WE:{STEP.get(way, 0)}")
    here = Point("WE", found.published)
    step = {"future": 1, "told": 1}.get(way, 0) if found.has("which") else 0
    begun = here.bounds()[0] <= found.published
    if way == "past" and (found.direction() == "past" or not begun):
        step = -1
    return dated(here.shifted(step), f"'{found.words}' from publication", f"unit:WE:{step}")
