"""An article with its layers as a plain dictionary (docs/json.md)."""

from collections.abc import Iterable

from onrecord.export.rows import Row, pair, span_row, when_row
from onrecord.model import Annotated, EventMention, Mention, Number, Role, Statement, TimeExpression, When


def _names(roles: Iterable[Role]) -> list[str]:
    return [role.name for role in roles]


def _mention(mention: Mention) -> Row:
    return {**span_row(mention.span), "type": mention.kind, "name": mention.name}


def _time(time: TimeExpression) -> Row:
    return {**span_row(time.span), "type": time.type, "value": time.value, "when": when_row(time.when)}


def _number(number: Number) -> Row:
    return {"role": number.role, "low": number.low, "high": number.high, "unit": number.unit, **span_row(number.span)}


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


def statement_row(statement: Statement, published: When | None) -> Row:
    """Return a statement of one article, published when it was; its spans as pairs."""
    return {
        "source": [pair(s) for s in statement.source],
        "cue": [pair(s) for s in statement.cue],
        "content": [pair(s) for s in statement.content],
        **statement_traits(statement, published),
    }


def event_mention_row(event: EventMention, published: When | None) -> Row:
    """Return an event mention of one article, published when it was."""
    return {
        **span_row(event.trigger),
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
