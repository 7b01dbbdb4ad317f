"""When undated happenings took place as far as the tense of their reports tells: by the first report of it."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import EventMention, When


def bound(mentions: Iterable[tuple[EventMention, When | None]]) -> When | None:
    """Return the closest bound that the mentions of one event, each with its report's publication, set.

    What one report tells as past was before every report that tells it as done, by whatever words. Told as past and
    as still to come, it was before the report that tells it as past.
    """
    told = list(mentions)
    bounds = [mention.bound for mention, _ in told if mention.bound is not None]
    past = [when for when in bounds if when.value.startswith("..")]
    if not past:
        return max(bounds, default=None)
    days = {_last(published) for mention, published in told if mention.modality in ("actual", "alleged")}
    return min(past + [replace(past[0], value=f"../{day}") for day in days if day])


def _last(published: When | None) -> str:
    """Return the last day that a publication date allows; "" where it leaves that open."""
    last = published.value.rpartition("/")[2][:10] if published else ""
    return last if len(last) == 10 and "X" not in last else ""
