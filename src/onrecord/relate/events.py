"""Events across articles."""

from collections.abc import Sequence

from onrecord.model import Annotated, Entity, Event, Story


def link_events(
    articles: Sequence[Annotated], entities: Sequence[Entity], stories: Sequence[Story]
) -> tuple[Event, ...]:
    """Events across articles."""
    return ()
