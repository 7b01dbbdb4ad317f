"""Readings of seasons: "the winter of 1994", "last fall", "this summer"."""

from datetime import date

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point, Size
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.printed import PRINTED, year_of
from onrecord.annotate.times.tense import Tense

_SEASONS: dict[str, Size] = {"SP": "SP", "SU": "SU", "FA": "FA", "WI": "WI"}
_SEASON_AFTER = frozenset({"since", "by", "until", "till", "before", "in", "during", "through"})


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
