"""Readings of durations and sets."""

import re
from dataclasses import replace

from onrecord.annotate.times.amounts import duration as written
from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.lexicon import listed
from onrecord.annotate.times.points import Point, shift
from onrecord.annotate.times.readings.ahead import in_so_long
from onrecord.annotate.times.readings.found import Found
from onrecord.model import When

# "of Tuesday", "of 4 May", "of the morning"
_PART_OF_DAY = re.compile(r"\s+(of\s+([A-Z]|\d|the morning|yesterday|today)|on\s)")
# "5 1/2 hours": a digit on the same line before the count
_GLUED = re.compile(r"\d[ ]?\Z")
_PREPOSITIONS = frozenset({"for", "within", "over", "in", "of", "after", "than", "through", "during", "many", "long"})
_LONG = frozenset({"for", "after", "quite"})
_WITHIN = frozenset({"over", "within", "during", "for", "in", "through"})
# "resigned as chairman a year after the crash"
_MEASURED = ("after ", "before ", "since ")
_PARTS_OF = ("of the ", "of this ", "of that ", "of my ", "of his ", "of her ", "of their ", "of our ", "of your ")
_OR_EVEN = re.compile(
    r",?\s+(?:if not|or even|or perhaps|and possibly)\s+(?:minute|hour|day|week|month|year|decade|centurie)s\b"
)
_EVEN = re.compile(r"(?:minute|hour|day|week|month|year|decade)s,?\s+(?:if not|or even|or perhaps|and possibly)\s+$")
_CLOCK = frozenset({"TH", "TM", "TS"})
# Units from the largest to the smallest, as they follow each other in one length.
_FINENESS = ("Y", "M", "W", "D", "TH", "TM", "TS")


def duration(found: Found) -> Resolved | None:
    """ "three days", "16-hour", "more than four decades", "the six months"; no ages, rates or fractions."""
    unit = found.value("u", "unit")
    alone = found.said("c") in ("a", "an")
    if alone and found.has("kind"):  # "on a business day"
        return None
    if found.said("c") == "many" and found.context.before(found.start) == "as":  # "the third in as many days"
        return None
    if (
        (_is_age(found) and not _thing(found))
        or found.opens_phrase()
        or _GLUED.search(found.context.text, max(0, found.start - 3), found.start)
    ):
        return None
    if found.context.after(found.end).startswith(("a day", "a week", "a year")):  # "24 hours a day"
        return None
    if unit == "Q" and "-" in found.words:  # "three-quarters of the seats"
        return None
    if alone and ("-" in found.words or found.said("u").endswith("s") or unit in ("TS", "Q", "NI") or _is_rate(found)):
        return None
    length = duration_of(found)
    return replace(length, when=in_so_long(found)) if length is not None else None


def yearson(found: Found) -> Resolved | None:
    """ "Two years on, the camp is full", not "spent two years on the road"."""
    return duration_of(found) if found.context.text[found.end : found.end + 1] in (",", ";", ".") else None


def _is_age(found: Found) -> bool:
    return found.context.text[found.end : found.end + 4].lower() in ("-old", " old")


def _is_rate(found: Found) -> bool:
    """Whether "a year" says how often or how much: "twice a week", "$5 million a year", "four flights a day"."""
    if found.context.after(found.end).startswith(_MEASURED):
        return False
    token = found.context.token(found.tokens[found.match.first])
    while token is not None and token.i and token.nbor(-1).is_space:
        token = token.nbor(-1)
    if token is None or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.tag_ in ("NN", "NNS", "CD", "$") or before.lower_ in ("once", "twice")


def age(found: Found) -> Resolved | None:
    """ "decades-long", "four-year-old war"; the age of a person is none."""
    return duration_of(found) if not found.has("old") or _thing(found) else None


def duration_of(found: Found) -> Resolved | None:
    """A count of units, taken as it is."""
    count = found.amount("c") if found.has("c") else None if found.said("u").endswith("s") else 1
    if count is not None and found.has("half"):
        count += 0.5
    value = written(count, found.value("u", "unit"))
    return Resolved("DURATION", value) if value and not _is_some_day(found) else None


def _is_finer(small: str, large: str) -> bool:
    return {small, large} <= set(_FINENESS) and _FINENESS.index(small) > _FINENESS.index(large)


def durationpair(found: Found) -> Resolved | None:
    """ "seven years and four months", "an hour and 20 minutes"; not "two days and two nights"."""
    large, small = found.value("u", "unit"), found.value("u2", "unit")
    if not _is_finer(small, large) or found.opens_phrase():
        return None
    first, second = written(found.amount("c"), large), written(found.amount("c2"), small)
    if _is_age(found) or first is None or second is None or "X" in first + second:
        return None
    both_clock = large in _CLOCK and small in _CLOCK
    return Resolved("DURATION", first + second.removeprefix("PT" if both_clock else "P"))


def seasonspan(found: Found) -> Resolved | None:
    """ "the past three summers"."""
    count = found.amount("c")
    return Resolved("DURATION", f"P{int(count)}{found.value('s', 'seasons')}") if count else None


def firstmany(found: Found) -> Resolved | None:
    """ "the early years", "the first hours of the war"; not "in the early hours of Tuesday"."""
    if found.value("u", "unit") == "TH" and _PART_OF_DAY.match(found.context.text, found.end):
        return None
    value = written(None, found.value("u", "unit"))
    return Resolved("DURATION", value) if value else None


def _is_some_day(found: Found) -> bool:
    """Whether "one day" means some day: "will one day return"."""
    token = found.context.token(found.tokens[found.match.first])
    if found.context.after(found.end).startswith(_MEASURED):
        return False
    return found.words.lower() in ("one day", "one night") and (
        token is None or token.is_sent_start or token.nbor(-1).is_quote or token.nbor(-1).tag_ in ("MD", "PRP")
    )


def _thing(found: Found) -> bool:
    """Whether the noun behind is something that age dates, such as a war or a treaty."""
    end = found.end + len("-old" if _is_age(found) else "")
    token = found.context.token(found.tokens[found.match.last - 1])
    while token is not None and token.idx < end and token.head != token:
        token = token.head
    return token is not None and ("thing", token.lemma_.lower()) in found.context.lexicon.values


def durationone(found: Found) -> Resolved | None:
    """ "day-long", "decades-long"."""
    unit = found.value("u", "unit")
    value = written(None if found.said("u").endswith("s") else 1, unit)
    return Resolved("DURATION", value) if value else None


def vagueduration(found: Found) -> Resolved | None:
    """ "for weeks", "within months"."""
    after, before = found.context.after(found.end), found.context.before(found.start)
    if _full_of(found, after):
        return duration_of(found)
    measures = after.startswith(("after ", "before ", "ahead of ", "leading up to ")) or (
        before == "the" and after.startswith(("since ", "following ", "that followed"))
    )
    token = found.context.token(found.tokens[found.match.last - 1])
    if token is not None and token.dep_ == "compound" and token.head.i == token.i + 1:  # "in after hours trading"
        return None
    spent = (
        _is_weighed(found)
        or (before in listed("spending") and not after.startswith("of "))
        or before in listed("following")
    )
    ruled_out = found.context.text[: found.start].rstrip().lower().endswith(("matter of", "in as many"))
    if ruled_out or not (measures or spent or before in _PREPOSITIONS):
        return None
    value = written(None, found.value("u", "unit"))
    return Resolved("DURATION", value) if value else None


def _is_weighed(found: Found) -> bool:
    """Whether one length is held against another: "months, if not years", "days or even weeks"."""
    text = found.context.text
    return bool(_OR_EVEN.match(text, found.end) or _EVEN.search(text, max(0, found.start - 30), found.start))


def awhile(found: Found) -> Resolved | None:
    """ "for a while", "for some time"; not "once in a while", "some time ago"."""
    ago = found.context.after(found.end).startswith("ago")
    return None if ago or found.context.before(found.start) not in _LONG else Resolved("DURATION", "PXX")


def _full_of(found: Found, after: str) -> bool:
    """Whether what filled the time follows: "months of protests", not "two days of the week"."""
    if ("month", (after.split()[1:2] or [""])[0]) in found.context.lexicon.values:  # "the last days of March"
        return False
    return (
        after.startswith("of ") and not after.startswith(_PARTS_OF) and found.value("u", "unit") not in (*_CLOCK, "Q")
    )


def theyear(found: Found) -> Resolved | None:
    """ "for the year": the running year, or a year's length where it goes on "ended June 30"."""
    if found.said("u").endswith("s"):
        return Resolved("DURATION", "PXY") if found.context.before(found.start) in ("over", "through") else None
    after = found.context.after(found.end)
    if after[:1].isdigit():
        return None
    if found.match.rule.name == "fiscyear" or after.startswith(("ended", "ending", "that ended", "to ", "through ")):
        return Resolved("DURATION", "P1Y")
    if (
        after.startswith(("before", "earlier", "after", "of the ", "of his ", "of her ", "that ", "when "))
        or found.published is None
    ):
        return None
    return dated(Point("Y", found.published), f"'{found.words}' of publication")


def theweek(found: Found) -> Resolved | None:
    """ "for the week", "the week's session": that of the day told last, else the running week."""
    owned = found.context.text[found.end : found.end + 1] in ("'", "’")
    if not owned and found.context.before(found.start) not in ("for", "during"):
        return None
    if found.published is None or found.context.after(found.end).startswith(
        ("of", "before", "after", "end", "begin", "start")
    ):
        return None
    if told := found.context.day_told(found.start):
        return dated(Point("W", told), f"'{found.words}' of the last day told")
    return dated(Point("W", found.published), f"'{found.words}' of publication", "unit:W:0")


def span(found: Found) -> Resolved | None:
    """ "the past four days", "the next few weeks", "recent months"."""
    unit, sign = found.value("u", "unit"), int(found.argument("sign"))
    count = found.amount("c") if found.has("c") else None
    value = written(count, unit)
    return _with_bounds(found, value, count, unit, sign) if value else None


def comingspan(found: Found) -> Resolved | None:
    """ "the weeks ahead", "the days to come", not "days ahead of the vote"."""
    return span(found) if not found.context.after(found.end).startswith("of ") else None


def spanone(found: Found) -> Resolved | None:
    """ "the past year", "the last decade"."""
    unit = found.value("u", "unit")
    value = written(1, unit)
    bare = found.match.rule.name == "nextone" or unit == "D"
    if bare and found.context.before(found.start) not in _WITHIN:
        return None  # "the next day", as told; "the last day of the talks"
    return _with_bounds(found, value, 1, unit, int(found.argument("sign"))) if value and unit not in _CLOCK else None


def _with_bounds(found: Found, value: str, count: float | None, unit: str, sign: int) -> Resolved:
    clue = f"span:{unit}:{sign * int(count)}" if count is not None else ""
    published = found.published
    if published is None or count is None or unit in _CLOCK or unit == "2W":
        return Resolved("DURATION", value, clue=clue)
    other = shift(published, unit, sign * int(count))
    first, last = min(published, other), max(published, other)
    when = When(f"{first}/{last}", "interval", f"'{found.words}' from publication")
    return Resolved("DURATION", value, when, clue=clue)


def fixed(found: Found) -> Resolved | None:
    """ "daily", "a quarter of a century"."""
    after = found.context.text[found.end : found.end + 2].strip(" ")
    if found.has("s") and after.isupper() and not found.words[0].isupper():
        return None  # a newspaper: "the daily Bergvik Post"
    return Resolved("SET" if found.has("s") else "DURATION", found.argument("value") or found.value("s", "daily"))


def every(found: Found) -> Resolved | None:
    """ "every day", "each month", "every two years", "every other week"."""
    said = set(found.words.lower().split())
    count = 2 if "other" in said else found.amount("c") if found.has("c") else None if "few" in said else 1
    value = written(count, found.value("u", "unit"))
    return Resolved("SET", value) if value else None


def everymonth(found: Found) -> Resolved | None:
    """ "each July", "every summer"."""
    part = found.value("s", "season") if found.has("s") else f"{int(found.value('m', 'month')):02}"
    return Resolved("SET", f"XXXX-{part}")


def everyday(found: Found) -> Resolved | None:
    """ "each Thursday", "Tuesdays", "Tuesday nights"."""
    number = found.value("w", "weekdays")
    number = number if number.isdecimal() else found.value("w", "weekday")
    part = found.value("p", "part")
    return Resolved("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
