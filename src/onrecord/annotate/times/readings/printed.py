"""Dates that the text prints in full, and the years that stand beside them."""

import re

from onrecord.annotate.times.amounts import amount
from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.tense import Tense

PRINTED = "printed in the text"
# "between June and August 2011", "May 2 to May 9, 2012", "April 24 and 25, 2012": what follows gives the year.
_SHARED_YEAR = re.compile(
    r"(?:,|\s+and|\s+or|\s+to|\s+through|\s+until|[-–])\s*(?P<month>[^\W\d_]+\.?\s+)?(?P<day>\d{1,2},?\s+)?(?P<year>\d{4})\b"
)


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


def year_behind(found: Found) -> int | None:
    """Return the year that a date shares with the next: "between June and August 2011", "May 2 to May 9, 2012"."""
    shared = _SHARED_YEAR.match(found.context.text, found.end)
    if shared is None or not 1000 <= int(shared["year"]) <= 2199:
        return None
    fits = is_month(found, shared["month"]) if shared["month"] else shared["day"] and found.has("d")
    return int(shared["year"]) if fits else None


def is_month(found: Found, word: str) -> bool:
    """Whether a word names a month."""
    return ("month", word.strip(". ").lower()) in found.context.lexicon.values
