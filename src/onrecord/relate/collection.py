"""relate's one door: annotated articles in, a collection out. Lineage before stories, stories before entities
and events."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Annotated, Collection, Link, Story
from onrecord.relate.entities import link_entities
from onrecord.relate.events import link_events
from onrecord.relate.lineage import find_links
from onrecord.relate.statements import link_statements
from onrecord.relate.stories import group_stories


@dataclass(frozen=True, slots=True)
class Grouped:
    """Articles in their stories; what happened is not yet put together."""

    articles: tuple[Annotated, ...]
    links: tuple[Link, ...]
    stories: tuple[Story, ...]


def group(articles: Iterable[Annotated]) -> Grouped:
    """Return the articles in their stories, which is all that dating the undated ones needs."""
    read = tuple(articles)
    links = find_links(read)
    return Grouped(read, links, group_stories(read, links))


def put_together(grouped: Grouped) -> Collection:
    """Return what the articles hold together."""
    entities = link_entities(grouped.articles, grouped.stories)
    events = link_events(grouped.articles, entities, grouped.stories)
    utterances = link_statements(grouped.articles, entities)
    return Collection(grouped.articles, entities, grouped.links, grouped.stories, events, utterances)


def relate(articles: Iterable[Annotated]) -> Collection:
    """Return what the articles hold together. The same articles in another order give the same groups."""
    return put_together(group(articles))
