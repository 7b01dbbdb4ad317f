"""The day of what was done in a call or letter: that of the call, which other reports may date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Annotated, Event, EventMention, EventRef, When
from onrecord.relate.periods import period


def with_hosts_day(events: Sequence[Event], by_id: Mapping[str, Annotated]) -> list[Event]:
    """Return the events, those done in a call with its day where they have none, or a longer time that holds it."""
    held = {(p.article, p.index): event for event in events for p in _core(event)}
    return [_dated(event, held, by_id) for event in events]


def _core(event: Event) -> list[EventRef]:
    return [event.parts[n] for n in event.core]


def _dated(event: Event, held: Mapping[tuple[str, int], Event], by_id: Mapping[str, Annotated]) -> Event:
    for part in _core(event):
        annotated = by_id[part.article]
        host = _host(annotated, annotated.events[part.index])
        day = held[part.article, host].when if host is not None and (part.article, host) in held else None
        if day is not None and day.precision == "day" and _lies_in(day, event.when):
            return replace(event, when=day)
    return event


def _host(annotated: Annotated, mention: EventMention) -> int | None:
    """Return the number of the event in which another is told to be done."""
    if mention.host is None:
        return None
    return next((n for n, e in enumerate(annotated.events) if e.trigger.overlaps(mention.host)), None)


def _lies_in(day: When, longer: When | None) -> bool:
    """Whether a day lies within a longer time; in no time at all it does."""
    if longer is None:
        return True
    one, other = period(day), period(longer)
    if one is None or other is None or None in (one.first, other.first, other.last):
        return False
    return longer.precision != "day" and (other.first or 0) <= (one.first or 0) <= (other.last or 0)
