"""Readings of durations and sets."""

from onrecord.annotate.times.amounts import duration as written
from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point, shift
from onrecord.annotate.times.readings.found import Found
from onrecord.model import When

_PREPOSITIONS = frozenset({"for", "within", "over", "in", "of", "after", "than", "through", "during", "many", "long"})
_CLOCK = frozenset({"TH", "TM", "TS"})
# What can be so many years old and be dated by it; people's ages are no times.
_THINGS = frozenset(
    "war conflict company deal agreement ban crisis dispute law strike siege uprising rebellion insurgency policy tradition "
    "program programme building treaty accord truce ceasefire feud case scandal system government embargo boycott".split()
)


def duration(found: Found) -> Resolved | None:
    """ "three days", "16-hour", "more than four decades", "the six months"."""
    unit, count = found.value("u", "unit"), found.amount("c")
    if found.context.text[found.end : found.end + 4].lower() == "-old" and not _thing(found):
        return None
    if found.said("c") in ("a", "an") and unit in ("TS", "Q", "NI"):
        return None
    if found.said("c") in ("a", "an") and _is_rate(found):
        return Resolved("SET", written(1, unit) or "")
    value = written(count, unit)
    return Resolved("DURATION", value) if value else None


def _is_rate(found: Found) -> bool:
    """Whether "a year" says how often or how much: "twice a week", "$5 million a year"."""
    word = found.context.before(found.start)
    return (
        word in ("once", "twice", "times", "million", "billion", "barrels")
        or word.startswith("$")
        and word[1:2].isdigit()
    )


def age(found: Found) -> Resolved | None:
    """ "decades-long", "four-year-old war"; the age of a person is none."""
    if found.said("old") or found.words.lower().endswith("old"):
        return duration_of(found) if _thing(found) else None
    return duration_of(found)


def duration_of(found: Found) -> Resolved | None:
    value = written(found.amount("c"), found.value("u", "unit"))
    return Resolved("DURATION", value) if value else None


def _thing(found: Found) -> bool:
    words = found.context.after(found.end).removeprefix("-old ").split()
    return bool(words) and words[0].strip(".,;:") in _THINGS


def durationone(found: Found) -> Resolved | None:
    """ "day-long", "decades-long"."""
    unit = found.value("u", "unit")
    value = written(None if found.said("u").endswith("s") else 1, unit)
    return Resolved("DURATION", value) if value else None


def firstof(found: Found) -> Resolved | None:
    """ "the first nine months"."""
    return duration_of(found)


def vagueduration(found: Found) -> Resolved | None:
    """ "for weeks", "within months"."""
    before = found.context.before(found.start)
    if before not in _PREPOSITIONS:
        return None
    value = written(None, found.value("u", "unit"))
    return Resolved("DURATION", value) if value else None


def theyear(found: Found) -> Resolved | None:
    """ "for the year": the running year, or a year's length where it goes on "ended June 30"."""
    if found.said("u").endswith("s"):
        return Resolved("DURATION", "PXY") if found.context.before(found.start) in ("over", "through") else None
    after = found.context.after(found.end)
    if after.startswith(("ended", "ending", "that ended", "to ")):
        return Resolved("DURATION", "P1Y")
    if after.startswith(("before", "earlier")) or found.published is None:
        return None
    return dated(Point("Y", found.published), f"'{found.words}' of publication")


def span(found: Found) -> Resolved | None:
    """ "the past four days", "the next few weeks", "recent months"."""
    unit, sign = found.value("u", "unit"), int(found.argument("sign"))
    count = found.amount("c") if found.has("c") else None
    value = written(count, unit)
    return _with_bounds(found, value, count, unit, sign) if value else None


def spanone(found: Found) -> Resolved | None:
    """ "the past year", "the last decade"."""
    unit = found.value("u", "unit")
    value = written(1, unit)
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
    """ "daily", "annually"."""
    return Resolved("SET", found.value("s", "daily"))


def every(found: Found) -> Resolved | None:
    """ "every day", "each month", "every two years"."""
    number = 2.0 if "other" in found.words.lower().split() else None
    pieces = [p for p in found.tokens[found.match.first + 1 : found.match.last - 1] if p.word != "other"]
    if pieces:
        from_words = found.context.lexicon
        number = number or _count(pieces, from_words)
    value = written(number or 1, found.value("u", "unit"))
    return Resolved("SET", value) if value else None


def everyday(found: Found) -> Resolved | None:
    """ "each Thursday", "Tuesdays", "Tuesday nights"."""
    number = found.value("w", "weekdays")
    number = number if number.isdecimal() else found.value("w", "weekday")
    part = found.value("p", "part")
    return Resolved("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def _count(pieces, lexicon):  # type: ignore[no-untyped-def]
    from onrecord.annotate.times.amounts import amount

    return amount(pieces, lexicon)
