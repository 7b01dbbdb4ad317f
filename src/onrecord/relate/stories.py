"""Stories: reports of one happening."""

from collections.abc import Sequence

from onrecord.model import Annotated, Entity, Link, Story


def group_stories(
    articles: Sequence[Annotated], links: Sequence[Link], entities: Sequence[Entity]
) -> tuple[Story, ...]:
    """Stories: reports of one happening."""
    return ()
