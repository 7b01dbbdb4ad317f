"""The answers as plain dictionaries, in the shape that other programs read (docs/json.md)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.export.clocks import Published, published, reported
from onrecord.export.timeline import timeline
from onrecord.model import (
    Annotated,
    Article,
    Brief,
    Claim,
    ClaimValue,
    Collection,
    Contact,
    Entity,
    Event,
    EventMention,
    Link,
    Mention,
    Number,
    Passage,
    Promise,
    Role,
    Span,
    Statement,
    Story,
    TimeExpression,
    When,
)

Row = dict[str, Any]
Refs = Mapping[str, str]
"""Article id to what the user called the article."""


def refs(collection: Collection) -> dict[str, str]:
    """Return each article's ref by its id."""
    return {a.article.id: a.article.ref for a in collection.articles}


def when_row(when: When | None) -> Row | None:
    """Return a time as an object, or None."""
    return None if when is None else {"value": when.value, "precision": when.precision, "basis": when.basis}


def pair(span: Span) -> list[int]:
    """Return a span as [start, end]."""
    return [span.start, span.end]


def passage_row(passage: Passage, by: Refs) -> Row:
    """Return words of an article as an object with the article's ref."""
    return {"article": by[passage.article], "start": passage.span.start, "end": passage.span.end}


def passages(items: Iterable[Passage], by: Refs) -> list[Row]:
    """Return several passages as objects."""
    return [passage_row(p, by) for p in items]


def _names(roles: Iterable[Role]) -> list[str]:
    return [role.name for role in roles]


def _mention(mention: Mention) -> Row:
    return {**_at(mention.span), "type": mention.kind, "name": mention.name}


def _at(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _time(time: TimeExpression) -> Row:
    return {**_at(time.span), "type": time.type, "value": time.value, "when": when_row(time.when)}


def _number(number: Number) -> Row:
    return {"role": number.role, "low": number.low, "high": number.high, "unit": number.unit, **_at(number.span)}


def _statement_traits(statement: Statement, published: When | None) -> Row:
    return {
        "speaker": statement.speaker,
        "speaker_kind": statement.speaker_kind,
        "mode": statement.mode,
        "stance": statement.stance,
        "certainty": statement.certainty,
        "negated": statement.negated,
        "medium": statement.medium,
        "to": list(statement.to),
        "via": list(statement.via),
        "when": when_row(statement.when or statement.bound),
        "reported": when_row(published),
    }


def statement_row(statement: Statement, published: When | None) -> Row:
    """Return a statement of one article, published when it was; its spans as pairs."""
    return {
        "source": [pair(s) for s in statement.source],
        "cue": [pair(s) for s in statement.cue],
        "content": [pair(s) for s in statement.content],
        **_statement_traits(statement, published),
    }


def event_mention_row(event: EventMention, published: When | None) -> Row:
    """Return an event mention of one article, published when it was."""
    return {
        **_at(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "modality": event.modality,
        "actor": _names(event.actor),
        "recipient": _names(event.recipient),
        "when": when_row(event.when or event.bound),
        "reported": when_row(published),
        "where": _names(event.where),
        "numbers": [_number(n) for n in event.numbers],
        "medium": event.medium,
        "objects": _names(event.objects),
    }


def annotated_row(annotated: Annotated) -> Row:
    """Return an article with its layers: one line of `onrecord annotate`."""
    article = annotated.article
    return {
        "ref": article.ref,
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "agency": list(article.agency),
        "url": article.url,
        "published": when_row(article.published),
        "sentences": [pair(s) for s in annotated.sentences],
        "entities": [_mention(m) for m in annotated.mentions],
        "times": [_time(t) for t in annotated.times],
        "statements": [statement_row(s, article.published) for s in annotated.statements],
        "events": [event_mention_row(e, article.published) for e in annotated.events],
    }


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


def _value(value: ClaimValue, by: Refs) -> Row:
    mentions = [
        {**passage_row(a.passage, by), "origin": a.origin, "via": list(a.via), "outlet": a.outlet}
        for a in value.accounts
    ]
    return {
        "value": value.value,
        "low": value.low,
        "high": value.high,
        "mentions": mentions,
        "origins": list(value.origins),
    }


def claim_row(claim: Claim, by: Refs) -> Row:
    """Return one slot of one event with every account's value."""
    return {
        "event": claim.event,
        "story": claim.story,
        "slot": claim.slot,
        "kind": claim.kind,
        "unit": claim.unit,
        "verdict": claim.verdict,
        "reason": claim.reason,
        "values": [_value(v, by) for v in claim.values],
        "outlets": claim.outlets,
        "origins": claim.origins,
        "unknown": claim.unknown,
        "voices": claim.voices,
        "silent": [by[a] for a in claim.silent],
    }


def contact_row(contact: Contact, by: Refs, days: Published) -> Row:
    """Return one call, meeting, letter or visit."""
    return {
        "event": contact.event,
        "story": contact.story,
        "when": when_row(contact.when),
        "reported": when_row(reported(contact.mentions, days)),
        "medium": contact.medium,
        "initiator": contact.initiator,
        "recipient": contact.recipient,
        "parties": list(contact.parties),
        "topics": list(contact.topics),
        "mentions": passages(contact.mentions, by),
        "origins": list(contact.origins),
        "modality": contact.modality,
        "outlets": contact.outlets,
        "unknown": contact.unknown,
        "times": contact.times,
        "counts": [{**passage_row(c.passage, by), "told": c.told, "found": c.found} for c in contact.counts],
        "readouts": [{"origin": hand, "mentions": passages(words, by)} for hand, words in contact.readouts],
    }


def promise_row(promise: Promise, by: Refs, days: Published) -> Row:
    """Return one undertaking and what became of it."""
    return {
        "who": promise.who,
        "to": promise.to,
        "what": promise.what,
        "when": when_row(promise.when),
        "reported": when_row(reported(promise.mentions, days)),
        "status": promise.status,
        "story": promise.story,
        "mentions": passages(promise.mentions, by),
        "outcome": passages(promise.outcome, by),
    }


def timeline_rows(collection: Collection, by: Refs) -> Iterator[Row]:
    """Yield each line of every story's timeline."""
    days = published(collection)
    for event in (e for story in collection.stories for e in timeline(collection.events, story)):
        yield {
            "event": event.id,
            "story": event.story,
            "type": event.type,
            "mode": event.mode,
            "what": event.what,
            "when": when_row(event.when or event.bound),
            "reported": when_row(reported(event.told_by, days)),
            "modality": event.modality,
            "said_by": list(event.said_by),
            "mentions": passages(event.told_by, by),
        }


def _brief_statements(collection: Collection) -> Iterator[Row]:
    """Yield every statement; those of one utterance, told in several reports, bear its id."""
    utterances = {(p.article, p.index): u.id for u in collection.utterances for p in u.parts}
    for annotated in collection.articles:
        for n, statement in enumerate(annotated.statements):
            yield _brief_statement(annotated, statement) | {"utterance": utterances.get((annotated.article.id, n))}


def _brief_statement(annotated: Annotated, statement: Statement) -> Row:
    article = annotated.article

    def spans(role: Iterable[Span]) -> list[Row]:
        return [{"article": article.ref, **_at(span)} for span in role]

    return {
        "article": article.ref,
        **_statement_traits(statement, article.published),
        "source": spans(statement.source),
        "cue": spans(statement.cue),
        "content": spans(statement.content),
    }


def _article(article: Article) -> Row:
    return {
        "ref": article.ref,
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "agency": list(article.agency),
        "url": article.url,
        "published": when_row(article.published),
    }


def brief_row(brief: Brief) -> Row:
    """Return the answer of `onrecord brief` as one object."""
    collection = brief.collection
    by, days = refs(collection), published(collection)
    return {
        "articles": [_article(a.article) for a in collection.articles],
        "declined": [{"ref": d.ref, "reason": d.reason, "detail": d.detail} for d in brief.declined],
        "stories": [story_row(s, by) for s in collection.stories],
        "timeline": list(timeline_rows(collection, by)),
        "claims": [claim_row(c, by) for c in brief.claims],
        "statements": list(_brief_statements(collection)),
        "contacts": [contact_row(c, by, days) for c in brief.contacts],
        "promises": [promise_row(p, by, days) for p in brief.promises],
        "links": [link_row(link, by) for link in collection.links],
    }
