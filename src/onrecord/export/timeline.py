"""Which events a story's timeline shows, and in which order."""

from collections.abc import Iterable

from onrecord.model import Event

UNTYPED = "OTHER"


def timeline(events: Iterable[Event], story: str) -> list[Event]:
    """Return a story's happenings, dated ones first, in order of time.

    An event is shown when two of these hold: it is of a known type, a report dates it, two reports tell it. What
    is only supposed is left out.
    """
    mine = (e for e in events if e.story == story and e.modality != "hypothetical" and _worth_a_line(e))
    return sorted(mine, key=lambda e: (e.when is None, _start(e), e.id))


def _worth_a_line(event: Event) -> bool:
    reports = len({m.article for m in event.mentions})
    return (event.type != UNTYPED) + (event.when is not None) + (reports > 1) >= 2


def _start(event: Event) -> str:
    """Return what to sort by; of "before X" the X, and unknown years last."""
    return event.when.value.removeprefix("../").removeprefix("/") if event.when else ""
