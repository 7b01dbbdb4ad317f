"""The components in their order, and the stream that runs them."""

from collections.abc import Iterable, Iterator
from itertools import islice

from onrecord.annotate import sentences
from onrecord.annotate.component import Component, Draft, check_order
from onrecord.annotate.entities import component as entities
from onrecord.annotate.events import component as events
from onrecord.annotate.parse import parse
from onrecord.annotate.statements import component as statements
from onrecord.annotate.times import component as times
from onrecord.model import Annotated, Article
from onrecord.settings import Settings

COMPONENTS: tuple[Component, ...] = (
    sentences.COMPONENT,
    entities.COMPONENT,
    times.COMPONENT,
    statements.COMPONENT,
    events.COMPONENT,
)


def run(drafts: list[Draft], components: tuple[Component, ...] = COMPONENTS) -> list[Draft]:
    """Write every component's layer into the drafts, and return them."""
    check_order(components)
    for component in components:
        for draft, layer in zip(drafts, component.run(drafts), strict=True):
            setattr(draft, component.writes, layer)
    return drafts


def annotate(articles: Iterable[Article], settings: Settings | None = None) -> Iterator[Annotated]:
    """Yield each article with its layers, in order, holding one batch of `settings.batch_articles` at a time."""
    size = (settings or Settings()).batch_articles
    parsed = parse(articles, size)
    while batch := [Draft(article, doc) for article, doc in islice(parsed, size)]:
        yield from (draft.finished() for draft in run(batch))
