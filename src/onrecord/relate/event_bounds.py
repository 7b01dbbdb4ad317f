"""When undated happenings took place as far as the tense of their reports tells: by the first report of it."""

from collections.abc import Iterable

from onrecord.model import EventMention, When


def bound(mentions: Iterable[EventMention]) -> When | None:
    """Return the closest bound that the mentions of one event set: what one report tells as past was before it.

    Told as past and as still to come, it was before the report that tells it as past.
    """
    bounds = [mention.bound for mention in mentions if mention.bound is not None]
    past = [when for when in bounds if when.value.startswith("..")]
    if past:
        return min(past)
    return max(bounds, default=None)
