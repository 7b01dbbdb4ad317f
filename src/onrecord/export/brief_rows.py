"""The whole answer as one plain dictionary (docs/json.md)."""

from collections.abc import Iterable, Iterator

from onrecord.export.annotated_rows import statement_traits
from onrecord.export.clocks import Published, published, reported
from onrecord.export.rows import Refs, Row, link_row, passage_row, passages, refs, span_row, story_row, when_row
from onrecord.export.timeline import timeline
from onrecord.model import Annotated, Article, Brief, Claim, ClaimValue, Collection, Contact, Promise, Span, Statement


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
        "doubt": claim.doubt,
        "values": [_value(v, by) for v in claim.values],
        "outlets": claim.outlets,
        "origins": claim.origins,
        "unknown": claim.unknown,
        "voices": claim.voices,
        "silent": [by[a] for a in claim.silent],
        "named": passages(claim.named, by),
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
    articles = {a.article.id: a for a in collection.articles}
    for event in (e for story in collection.stories for e in timeline(collection.events, story, articles)):
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
        return [{"article": article.ref, **span_row(article.as_given(span))} for span in role]

    return {
        "article": article.ref,
        **statement_traits(statement, article.published),
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
