"""An article with its layers as a plain dictionary (docs/json.md)."""

from collections.abc import Iterable

from onrecord.export.rows import Row, pair, span_row, when_row
from onrecord.model import Annotated, Article, EventMention, Mention, Number, Role, Statement, TimeExpression, When


def _names(roles: Iterable[Role]) -> list[str]:
    return [role.name for role in roles]


def _mention(mention: Mention, article: Article) -> Row:
    return {**span_row(article.as_given(mention.span)), "type": mention.kind, "name": mention.name}


def _time(time: TimeExpression, article: Article) -> Row:
    return {
        **span_row(article.as_given(time.span)),
        "type": time.type,
        "value": time.value,
        "when": when_row(time.when),
    }


def _number(number: Number, article: Article) -> Row:
    place = span_row(article.as_given(number.span))
    return {"role": number.role, "low": number.low, "high": number.high, "unit": number.unit, **place}


def statement_traits(statement: Statement, published: When | None) -> Row:
    """Return what a statement is, without where its words stand."""
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


def statement_row(statement: Statement, article: Article) -> Row:
    """Return a statement of one article; its spans as pairs."""
    return {
        "source": [pair(article.as_given(s)) for s in statement.source],
        "cue": [pair(article.as_given(s)) for s in statement.cue],
        "content": [pair(article.as_given(s)) for s in statement.content],
        **statement_traits(statement, article.published),
    }


def event_mention_row(event: EventMention, article: Article) -> Row:
    """Return an event mention of one article."""
    return {
        **span_row(article.as_given(event.trigger)),
        "type": event.type,
        "mode": event.mode,
        "modality": event.modality,
        "actor": _names(event.actor),
        "recipient": _names(event.recipient),
        "when": when_row(event.when or event.bound),
        "reported": when_row(article.published),
        "where": _names(event.where),
        "numbers": [_number(n, article) for n in event.numbers],
        "medium": event.medium,
        "objects": _names(event.objects),
    }


def annotated_row(annotated: Annotated) -> Row:
    """Return an article with its layers: one line of `onrecord annotate`."""
    article = annotated.article
    return {
        "ref": article.ref,
        "id": article.id,
        "text": article.given.text if article.given is not None else article.text,
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "agency": list(article.agency),
        "url": article.url,
        "published": when_row(article.published),
        "sentences": [pair(article.as_given(s)) for s in annotated.sentences],
        "entities": [_mention(m, article) for m in annotated.mentions],
        "times": [_time(t, article) for t in annotated.times],
        "statements": [statement_row(s, article) for s in annotated.statements],
        "events": [event_mention_row(e, article) for e in annotated.events],
    }
