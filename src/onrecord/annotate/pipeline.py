"""The components in their order, and the stream that runs them."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from itertools import islice

from onrecord.annotate import sentences
from onrecord.annotate.component import Component, Draft, check_order
from onrecord.annotate.entities import component as entities
from onrecord.annotate.events import component as events
from onrecord.annotate.facts import component as facts
from onrecord.annotate.parse import packed, parse, unpacked
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
    facts.COMPONENT,
)


def run(drafts: list[Draft], components: tuple[Component, ...] = COMPONENTS) -> list[Draft]:
    """Write every component's layer into the drafts, and return them."""
    check_order(components)
    for component in components:
        for draft, layer in zip(drafts, component.run(drafts), strict=True):
            setattr(draft, component.writes, layer)
    return drafts


Parses = MutableMapping[str, bytes]
"""Parses kept by article id, so that an article can be annotated again without being parsed again."""


def annotate(
    articles: Iterable[Article], settings: Settings | None = None, undated: Parses | None = None
) -> Iterator[Annotated]:
    """Yield each article with its layers, in order, holding one batch of `settings.batch_articles` at a time.

    undated  where the parses of articles without a publication date are kept for `annotate_again`
    """
    size = (settings or Settings()).batch_articles
    parsed = parse(articles, size)
    while batch := [Draft(article, doc) for article, doc in islice(parsed, size)]:
        if undated is not None:
            undated.update({d.article.id: packed(d.doc) for d in batch if d.article.published is None})
        yield from (draft.finished() for draft in run(batch))


def annotate_again(article: Article, parses: Mapping[str, bytes]) -> Annotated:
    """Return an article's layers worked out anew, its publication date being known by now."""
    [draft] = run([Draft(article, unpacked(parses[article.id]))])
    return draft.finished()
