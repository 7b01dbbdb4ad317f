"""A deed that a report tells without its day, and elsewhere as what somebody was asked to do on a day."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.annotate import syntax
from onrecord.annotate.events.triggers import Trigger
from onrecord.model import EventMention, When

_ASKING = frozenset({"ask", "tell", "order", "force", "urge", "request", "instruct"})
_DAYS = frozenset({"minute", "hour", "day"})
Told = tuple[Trigger, EventMention]


def dated_as_asked(found: Iterable[Told], published: When | None) -> list[Told]:
    """Return the happenings, those without a day that somebody "was asked to" do on a day before publication with it.

    "The resignation of Ada Osk ... Osk was asked to resign on Monday": the same deed of the same person, told as done.
    """
    told = list(found)
    days: dict[tuple[str, str, int], set[EventMention]] = {}
    for trigger, event in told:
        key = _key(event)
        if key and _was_asked(trigger) and event.when and published and _is_past(event.when, published):
            days.setdefault(key, set()).add(event)
    return [(trigger, _dated(event, days.get(_key(event) or ("", "", -1), set()))) for trigger, event in told]


def _dated(event: EventMention, asked: set[EventMention]) -> EventMention:
    if event.when is not None or event.modality != "actual" or len({a.when for a in asked}) != 1:
        return event
    [one] = list(asked)[:1]
    return replace(event, when=one.when, when_span=one.when_span)


def _key(event: EventMention) -> tuple[str, str, int] | None:
    """Return what one deed of one person is known by; None of what has no kind or nobody, or several, who did it."""
    only = event.actor[0].entity if len(event.actor) == 1 else None
    return (event.type, event.mode, only) if only is not None and event.mode and event.type != "OTHER" else None


def _was_asked(trigger: Trigger) -> bool:
    verb = trigger.frame.head
    above = verb.head
    return verb.dep_ == "xcomp" and syntax.has_to(verb) and above.lemma_ in _ASKING and syntax.is_passive(above)


def _is_past(when: When, published: When) -> bool:
    return when.precision in _DAYS and when.value[:10] <= published.value[:10] and "XXXX" not in when.value
