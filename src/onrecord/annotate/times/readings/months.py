"""Readings of months without a day: "December", "last October", "mid-November"."""

import re
from datetime import date

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point, add_months
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.printed import PRINTED, printed, year_behind
from onrecord.annotate.times.tense import Tense
from onrecord.model import When

_MARCH = re.compile(r"\s(for|on) [A-Z]")  # "the March for Peace"
# A month whose clause does not tell lies ahead only when it is this near, in months; "the October storm" is past,
# "the November election" may be to come.
_MONTHS_AHEAD, _MONTHS_AHEAD_PLANNED = 3, 6


def month_only(found: Found) -> Resolved | None:
    """ "December", "last October", "mid-November"."""
    if not found.has("which") and (_is_name(found) or after_no_day(found)):
        return None
    month = int(found.value("m", "month"))
    year = None if found.has("which") else year_behind(found) or _year_before(found, month)
    if year:
        return printed(found, Point("M", date(year, month, 1)))
    tense, way = _month_tense(found), found.direction()
    clue = f"month:{month}:{way or tense.value}"
    if found.published is None:
        value = f"XXXX-{month:02}"
        return Resolved("DATE", value, When(value, "month", f"{PRINTED}, year not known"), clue=clue)
    start = found.published.replace(day=1)
    ahead = (month - start.month) % 12
    back = ahead - 12
    if way == "this":
        chosen = month - start.month
    elif way in ("past", "future"):
        # "last February", written in March, is not the month just gone.
        chosen = (back - 12 if back == -1 else back) if way == "past" else ahead or 12
    else:
        near = _MONTHS_AHEAD_PLANNED if found.dates_planned else _MONTHS_AHEAD
        chosen = _by_tense(tense, ahead, back, near)
    return dated(Point("M", add_months(start, chosen)), f"'{found.words}' against publication", clue)


def after_no_day(found: Found) -> bool:
    """Whether a number that no month has stands before: "32 May"."""
    before = found.context.before(found.start)
    return before.isdecimal() and len(before) <= 2 and not 1 <= int(before) <= 31


def _month_tense(found: Found) -> Tense:
    """Return the tense around a month; one that stands by a noun, or after "through", lies on either side."""
    token = found.context.token(found.match.captured["m"][0])
    either = token is not None and token.dep_ in ("compound", "nmod", "amod", "poss")
    if found.dates_planned and found.tense is Tense.PAST:
        return Tense.PAST
    if either or found.context.before(found.start) == "through":
        return Tense.UNKNOWN
    return Tense.UNKNOWN if found.tense is Tense.PAST and found.dates_noun else found.tense


def _is_name(found: Found) -> bool:
    """Whether a lone month is a person ("Jan Berg"), a march or a modal verb."""
    token = found.context.token(found.match.captured["m"][0])
    if token is None:
        return False
    if token.lower_ == "march" and _MARCH.match(found.context.text, found.end):
        return True
    if token.ent_type_ == "" and token.lower_ in ("may", "march", "jan", "august", "mar"):
        return token.dep_ != "pobj"
    return token.ent_type_ not in ("DATE", "TIME", "") or token.tag_ in ("MD", "VB", "VBP")


def _year_before(found: Found, month: int) -> int | None:
    """Return the year of a month that another runs up to: "July" in "March through July"."""
    told = found.context.last
    between = found.context.text[found.context.last_end : found.start]
    if told is None or told.size != "M" or between not in (" through ", " to ", "-", "–"):
        return None
    return told.day.year + (month < told.day.month)


def _by_tense(tense: Tense, ahead: int, back: int, near: int) -> int:
    """Return how many months from publication a bare month lies."""
    if ahead == 0 or tense is Tense.FUTURE:
        return ahead
    if tense is Tense.PAST:
        return back
    return ahead if ahead <= near else back
