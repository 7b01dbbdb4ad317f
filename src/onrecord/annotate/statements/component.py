"""The statements layer: who said what, on whose word."""

from functools import cache

from onrecord.annotate.component import Batch, Component
from onrecord.annotate.statement_model import StatementModel, load_model
from onrecord.annotate.statement_model import StatementSpans as ModelSpans
from onrecord.annotate.statements.asides import confined
from onrecord.annotate.statements.finder import find_statements
from onrecord.annotate.statements.linking import Found, linked
from onrecord.annotate.statements.resolve import resolve
from onrecord.errors import SetupError
from onrecord.model import Statement, StatementSpans


@cache
def _model() -> StatementModel | None:
    """Return the trained model, None where its weights are not installed: then the syntax works alone."""
    try:
        return load_model()
    except SetupError:
        return None


def found_in(batch: Batch) -> list[list[StatementSpans]]:
    """Return the spans of every article's statements, before anything is resolved."""
    syntax = [find_statements(draft.doc) for draft in batch]
    model = _model()
    if model is None:
        return syntax
    read = model.find([draft.article.text for draft in batch])
    return [
        linked(Found(draft.article.text, [_plain(s) for s in by_model], by_syntax, draft.sentences))
        for draft, by_model, by_syntax in zip(batch, read, syntax, strict=True)
    ]


def _plain(found: ModelSpans) -> StatementSpans:
    return StatementSpans(found.source, found.cue, found.content, found.probability)


def statements(batch: Batch) -> list[tuple[Statement, ...]]:
    """Return each article's statements, in the order of their first words."""
    return [
        resolve(draft, [confined(draft.doc, spans) for spans in found])
        for draft, found in zip(batch, found_in(batch), strict=True)
    ]


COMPONENT = Component("statements", frozenset({"sentences", "mentions", "times"}), "statements", statements)
