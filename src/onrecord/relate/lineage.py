"""Who copies, rewrites or cites whom."""

from collections.abc import Sequence

from onrecord.model import Annotated, Link


def find_links(articles: Sequence[Annotated]) -> tuple[Link, ...]:
    """Who copies, rewrites or cites whom."""
    return ()
