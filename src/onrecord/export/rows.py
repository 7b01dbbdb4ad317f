"""Groups of articles as plain dictionaries, in the shape that other programs read (docs/json.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.export.clocks import Published, reported
from onrecord.model import Article, Collection, Entity, Event, Link, Passage, Span, Story, When

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Refs:
    """What the user called each article, by its id, and where its words stand in the text as the user gave it."""

    articles: dict[str, Article]

    def __getitem__(self, article: str) -> str:
        return self.articles[article].ref

    def span(self, passage: Passage) -> Span:
        """Return where a passage stands in the text as it was given."""
        return self.articles[passage.article].as_given(passage.span)


def refs(collection: Collection) -> Refs:
    """Return each article's ref by its id."""
    return Refs({a.article.id: a.article for a in collection.articles})


def when_row(when: When | None) -> Row | None:
    """Return a time as an object, or None."""
    return None if when is None else {"value": when.value, "precision": when.precision, "basis": when.basis}


def pair(span: Span) -> list[int]:
    """Return a span as [start, end]."""
    return [span.start, span.end]


def span_row(span: Span) -> Row:
    """Return a span as an object."""
    return {"start": span.start, "end": span.end}


def passage_row(passage: Passage, by: Refs) -> Row:
    """Return words of an article as an object with the article's ref."""
    return {"article": by[passage.article], **span_row(by.span(passage))}


def passages(items: Iterable[Passage], by: Refs) -> list[Row]:
    """Return several passages as objects."""
    return [passage_row(p, by) for p in items]


def story_row(story: Story, by: Refs) -> Row:
    """Return a story: one line of `onrecord stories`."""
    return {
        "id": story.id,
        "title": story.title,
        "articles": [by[a] for a in story.articles],
        "related": [{"story": r.story, "reason": r.reason} for r in story.related],
        "reasons": list(story.reasons),
    }


def event_row(event: Event, by: Refs, days: Published) -> Row:
    """Return an event: one line of `onrecord events`."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "modality": event.modality,
        "what": event.what,
        "story": event.story,
        "when": when_row(event.when or event.bound),
        "reported": when_row(reported(event.mentions, days)),
        "where": list(event.where),
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "mentions": passages(event.mentions, by),
        "reasons": list(event.reasons),
    }


def entity_row(entity: Entity, by: Refs) -> Row:
    """Return an entity: one line of `onrecord entities`."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "mentions": passages(entity.mentions, by),
        "reasons": list(entity.reasons),
    }


def link_row(link: Link, by: Refs) -> Row:
    """Return who rests on whom."""
    return {
        "from": by[link.source],
        "to": by[link.target],
        "kind": link.kind,
        "share": round(link.share, 3),
        "reason": link.reason,
    }
