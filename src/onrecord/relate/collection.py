"""relate's one door: annotated articles in, a collection out. Lineage before stories, stories before events."""

from collections.abc import Iterable

from onrecord.model import Annotated, Collection
from onrecord.relate.entities import link_entities
from onrecord.relate.events import link_events
from onrecord.relate.lineage import find_links
from onrecord.relate.statements import link_statements
from onrecord.relate.stories import group_stories


def relate(articles: Iterable[Annotated]) -> Collection:
    """Return what the articles hold together. The same articles in another order give the same groups."""
    read = tuple(articles)
    links = find_links(read)
    entities = link_entities(read)
    stories = group_stories(read, links, entities)
    events = link_events(read, entities, stories)
    utterances = link_statements(read, entities)
    return Collection(read, entities, links, stories, events, utterances)
