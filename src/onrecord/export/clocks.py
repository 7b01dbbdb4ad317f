"""The second clock: when something was reported, beside when it happened."""

from collections.abc import Iterable, Mapping

from onrecord.model import Collection, Passage, When

Published = Mapping[str, When | None]
"""Article id to when the article was published."""


def published(collection: Collection) -> dict[str, When | None]:
    """Return each article's publication date by its id."""
    return {a.article.id: a.article.published for a in collection.articles}


def reported(mentions: Iterable[Passage], days: Published) -> When | None:
    """Return when something was first reported: the earliest publication among its reports' known ones.

    Of a day and an interval that starts with it the day is returned.
    """
    known = {day for mention in mentions if (day := days.get(mention.article)) is not None}
    return min(known, key=lambda when: (*_ends(when.value), when), default=None)


def _ends(value: str) -> tuple[str, str]:
    start, _, end = value.partition("/")
    return start, end or start
