"""Readings of calendar dates: years, months, days, decades, centuries, seasons."""

import re
from datetime import date

from onrecord.annotate.times.amounts import amount
from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.lexicon import Piece
from onrecord.annotate.times.points import Point, Size, add_months, valid
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.tense import Tense
from onrecord.model import When

PRINTED = "printed in the text"
# "between June and August 2011", "May 2 to May 9, 2012", "April 24 and 25, 2012": what follows gives the year.
_SHARED_YEAR = re.compile(
    r"(?:,|\s+and|\s+or|\s+to|\s+through|\s+until|[-–])\s*(?P<month>[^\W\d_]+\.?\s+)?(?P<day>\d{1,2},?\s+)?(?P<year>\d{4})\b"
)
_SHARED_MONTH = re.compile(
    r"\s+(?:and|to|or)\s+\d{1,2}(?:st|nd|rd|th)?\s+(?P<month>[^\W\d_]+)\.?(?:,?\s+(?P<year>[12]\d{3})\b)?"
)
_MARCH = re.compile(r"\s(for|on) [A-Z]")  # "the March for Peace"
_MONTH_AND_DAY = re.compile(r"(?P<month>[^\W\d_]+)\.?\s+\d{1,2}(st|nd|rd|th)?$")
_SEASONS: dict[str, Size] = {"SP": "SP", "SU": "SU", "FA": "FA", "WI": "WI"}
_ATTACKS = date(2001, 9, 11)
_CALLED_BY_DAY = ("attack", "terror", "hijack")
_SEASON_AFTER = frozenset({"since", "by", "until", "till", "before", "in", "during", "through"})
# A day on the wrong side of its tense, as in "it was put off to Nov. 20", counts as so many times as far away.
_AGAINST_TENSE = 3
# A month whose clause does not tell lies ahead only when it is this near, in months; "the October storm" is past,
# "the November election" may be to come.
_MONTHS_AHEAD, _MONTHS_AHEAD_PLANNED = 3, 6


def printed(found: Found, point: Point) -> Resolved:
    """Return a date that the text gives in full; where publication is unknown the clue keeps the tense around it."""
    if found.published or found.has("rw"):
        return dated(point, PRINTED)
    tense = Tense.UNKNOWN if point.size == "Y" and _modifies(found) else found.tense
    return dated(point, PRINTED, f"printed:{tense.value}")


def _modifies(found: Found) -> bool:
    """Whether a year stands before a noun, "the 2016 campaign", where the tense says nothing about it."""
    token = found.context.token(found.tokens[found.match.last - 1])
    return token is not None and token.dep_ not in ("pobj", "npadvmod")


def year_of(found: Found) -> int | None:
    """Return the year that the words give: "1998", "last year", "that year"; None when they give none."""
    if found.has("y"):
        return int(found.said("y"))
    if found.has("yw"):
        return 1900 + int(amount(found.match.captured["yw"][1:], found.context.lexicon) or 0)
    said = found.said("rw").split()
    if not said or found.published is None:
        return None
    if {"that", "same", "following", "previous", "preceding"} & set(said):
        told = found.context.reference
        step = 1 if "following" in said else 0 if {"that", "same"} & set(said) else -1
        return told.year + step if told else None
    step = -1 if {"last", "past", "previous"} & set(said) else 1 if {"next", "coming"} & set(said) else 0
    return found.published.year + step


def calendar(found: Found) -> Resolved | None:
    """ "March 5, 1946", "14 December", "January this year", "Monday, Oct. 26"."""
    month = int(found.value("m", "month"))
    if not found.has("d") and _after_no_day(found):
        return None
    year = year_of(found) or _year_behind(found)
    if not found.has("d"):
        return printed(found, Point("M", date(year, month, 1))) if year else month_only(found)
    day = found.day_number()
    if found.has("d2"):
        return _range(found, year, month, day)
    if year is not None:
        full = valid(year, month, day)
        return printed(found, Point("D", full)) if full else None
    return _without_year(found, month, day)


def day_of_month(found: Found) -> date | None:
    """Return the day of "Dec. 28" or "14 May 2012" within other words; None where its year stays open."""
    month, day = int(found.value("m", "month")), found.day_number()
    if found.has("y"):
        return valid(int(found.said("y")), month, day)
    resolved = _without_year(found, month, day)
    return resolved.point.day if resolved and resolved.point else None


def _range(found: Found, year: int | None, month: int, day: int) -> Resolved | None:
    """ "Feb. 7-14": the value is the first day, the date the interval."""
    last = found.day_number("d2")
    full = valid(year, month, day) if year is not None else None
    first = printed(found, Point("D", full)) if full else _without_year(found, month, day) if year is None else None
    if first is None or first.when is None or last <= day or valid(2000, month, last) is None:
        return None
    when = When(f"{first.value}/{first.value[:-2]}{last:02}", "interval", first.when.basis)
    return Resolved("DATE", first.value, when, first.point, first.clue)


def _without_year(found: Found, month: int, day: int) -> Resolved | None:
    if valid(2000, month, day) is None:
        return None
    if _names_attacks(found, month, day):
        return attacks(found)
    tense = found.tense
    clue = f"monthday:{month}-{day}:{found.direction() or tense.value}"
    if found.has("w"):
        clue += f":{found.weekday()}"
    if found.published is None:
        value = f"XXXX-{month:02}-{day:02}"
        return Resolved("DATE", value, When(value, "day", f"{PRINTED}, year not known"), clue=clue)
    told = _month_told(found)
    if told is not None and told.day.month == month and (same := valid(told.day.year, month, day)):
        return dated(Point("D", same), f"{PRINTED}, in the month told before", clue)
    near = [d for year in years_around(found.published) if (d := valid(year, month, day))]
    if found.has("w"):  # "Friday, December 1": a year in which it is one
        near = [d for d in near if d.isoweekday() == found.weekday()] or near
    chosen = nearest(found, near, found.published, tense)
    return dated(Point("D", chosen), f"{PRINTED}, year from publication", clue) if chosen else None


def _month_told(found: Found) -> Point | None:
    """Return the month told last, unless it only tells a happening apart: "after the August 2009 truce"."""
    context = found.context
    following = context.token(Piece(context.last_end + 1, context.last_end + 2, ""))
    if context.last is None or context.last.size != "M" or (following is not None and following.tag_ in ("NN", "NNS")):
        return None
    return context.last


def years_around(published: date) -> range:
    """Return the years that a date without a year may lie in."""
    return range(max(1, published.year - 4), min(9998, published.year + 4) + 1)


def nearest(found: Found, days: list[date], published: date, tense: Tense) -> date | None:
    """Return the day nearest publication, on the side that the words or a clear tense ask for."""
    way = found.direction()
    if way == "past":
        days = [d for d in days if d < published]
    elif way == "future":
        days = [d for d in days if d > published]
    elif found.context.before(found.start) == "since" or (tense is Tense.PAST and found.dates_deed):
        days = [d for d in days if d <= published]

    def distance(day: date) -> int:
        against = tense is (Tense.PAST if day > published else Tense.FUTURE)
        return abs((day - published).days) * (_AGAINST_TENSE if against else 1)

    return min(days, key=distance, default=None)


def _year_behind(found: Found) -> int | None:
    """Return the year that a date shares with the next: "between June and August 2011", "May 2 to May 9, 2012"."""
    shared = _SHARED_YEAR.match(found.context.text, found.end)
    if shared is None or not 1000 <= int(shared["year"]) <= 2199:
        return None
    fits = _is_month(found, shared["month"]) if shared["month"] else shared["day"] and found.has("d")
    return int(shared["year"]) if fits else None


def _year_before(found: Found, month: int) -> int | None:
    """Return the year of a month that another runs up to: "July" in "March through July"."""
    told = found.context.last
    between = found.context.text[found.context.last_end : found.start]
    if told is None or told.size != "M" or between not in (" through ", " to ", "-", "–"):
        return None
    return told.day.year + (month < told.day.month)


def _is_month(found: Found, word: str) -> bool:
    return ("month", word.strip(". ").lower()) in found.context.lexicon.values


def dayafter(found: Found) -> Resolved | None:
    """ "25" in "April 24 and 25", "14" in "from 14 to 23 June": a day of the month that stands with another."""
    context = found.context
    if shared := _SHARED_MONTH.match(context.text, found.end):
        return _of_month_behind(found, shared)
    told, between = context.last, context.text[context.last_end : found.start]
    first = _MONTH_AND_DAY.search(context.text, max(0, context.last_end - 20), context.last_end)
    if told is None or told.size != "D" or between not in (" and ", " or ", " to ") or not first:
        return None
    day = valid(told.day.year, told.day.month, found.day_number())
    if day is None or day <= told.day or not _is_month(found, first["month"]) or _counts(found):
        return None
    return dated(Point("D", day), PRINTED)


def _of_month_behind(found: Found, shared: re.Match[str]) -> Resolved | None:
    if found.context.before(found.start) not in ("from", "between", "on", "the") or not _is_month(
        found, shared["month"]
    ):
        return None
    month = int(found.context.lexicon.value("month", shared["month"].lower()))
    if shared["year"] is None:
        return _without_year(found, month, found.day_number())
    day = valid(int(shared["year"]), month, found.day_number())
    return printed(found, Point("D", day)) if day else None


def _counts(found: Found) -> bool:
    """Whether a number counts what follows it: "on April 24 and 25 people"."""
    token = found.context.token(found.match.captured["d"][0])
    return token is None or (token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ == "NOUN")


def month_only(found: Found) -> Resolved | None:
    """ "December", "last October", "mid-November"."""
    if not found.has("which") and (_is_name(found) or _after_no_day(found)):
        return None
    month = int(found.value("m", "month"))
    year = None if found.has("which") else _year_behind(found) or _year_before(found, month)
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


def _after_no_day(found: Found) -> bool:
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


def _by_tense(tense: Tense, ahead: int, back: int, near: int) -> int:
    """Return how many months from publication a bare month lies."""
    if ahead == 0 or tense is Tense.FUTURE:
        return ahead
    if tense is Tense.PAST:
        return back
    return ahead if ahead <= near else back


def iso(found: Found) -> Resolved | None:
    """ "2013-03-22"."""
    year, month, day = map(int, found.said("i").split("-"))
    full = valid(year, month, day)
    return printed(found, Point("D", full)) if full else None


def slash(found: Found) -> Resolved | None:
    """ "10/25/1998": month first, unless only day first makes a date."""
    first, second, year = map(int, found.said("i").split("/"))
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    full = valid(year, first, second) or valid(year, second, first)
    return printed(found, Point("D", full)) if full else None


def attacks(found: Found) -> Resolved:
    """ "9/11": the day of the attacks that go by it."""
    return dated(Point("D", _ATTACKS), f"'{found.words}'")


def _names_attacks(found: Found, month: int, day: int) -> bool:
    """Whether a day without its year goes before the attacks that are called by it: "the Sept. 11 hijackings"."""
    after = (found.context.after(found.end).split() or [""])[0]
    later = found.published is None or found.published.year > _ATTACKS.year
    return (month, day) == (_ATTACKS.month, _ATTACKS.day) and later and after.startswith(_CALLED_BY_DAY)


def season(found: Found) -> Resolved | None:
    """ "the winter of 1994", "last fall", "this summer", "spring next year"."""
    if found.said("s") == "fall" and not found.has("y") and found.context.after(found.end).startswith("of "):
        return None  # "the fall of the capital"
    size = _SEASONS[found.value("s", "season")]
    fixed = year_of(found)
    if fixed is not None:
        return dated(Point(size, date(fixed, 6, 1)), PRINTED)
    way = found.direction() or found.tense.value
    clue = f"season:{size}:{way}"
    if way == "told":
        return _season_told(found, size)
    if found.published is None:
        return Resolved("DATE", f"XXXX-{size}", clue=clue)
    here = [Point(size, date(y, 6, 1)) for y in (found.published.year + k for k in (-1, 0, 1)) if 1 <= y <= 9998]
    if way == "past":
        here = (
            [p for p in here if p.bounds()[1] < found.published]
            if found.has("which")
            else [p for p in here if p.first() <= found.published]
        )
        chosen = here[-1] if here else None
    elif way == "future":
        chosen = next((p for p in here if p.first() > found.published), None)
    else:
        chosen = here[1] if len(here) == 3 else None
    return dated(chosen, f"'{found.words}' against publication", clue) if chosen else None


def bareseason(found: Found) -> Resolved | None:
    """ "since spring", "by late summer"; not what each season brings."""
    token = found.context.token(found.match.captured["s"][0])
    inside = token is not None and token.dep_ == "pobj" and token.pos_ in ("NOUN", "PROPN")
    told = found.context.before(found.start) in _SEASON_AFTER and found.tense in (Tense.PAST, Tense.FUTURE)
    return season(found) if inside and told else None


def _season_told(found: Found, size: Size) -> Resolved | None:
    """ "the following spring", "that summer": counted from the last date told."""
    told = found.context.last or (Point("D", found.published) if found.published else None)
    if told is None:
        return Resolved("DATE", f"XXXX-{size}")
    following = "following" in found.said("which")
    here = Point(size, told.day.replace(month=6, day=1))
    if following and here.first() <= told.bounds()[1]:
        here = here.shifted(1)
    return dated(here, f"'{found.words}' from the last date told")
