"""The statements layer: who said what, on whose word."""

from collections.abc import Sequence

from onrecord.annotate.component import WEIGHTS, Batch, Component, Draft
from onrecord.annotate.reading_ahead import reader
from onrecord.annotate.statement_agreement import Places
from onrecord.annotate.statement_decode import ROLES
from onrecord.annotate.statements.asides import confined, within_speech, without_clause_before
from onrecord.annotate.statements.borrowed import without_borrowed_source
from onrecord.annotate.statements.closing import without_attributions
from onrecord.annotate.statements.dismissals import is_title, sends_away
from onrecord.annotate.statements.doers import of_their_doers
from onrecord.annotate.statements.finder import find_statements
from onrecord.annotate.statements.linking import Found, linked
from onrecord.annotate.statements.quoted_by import turned
from onrecord.annotate.statements.resolve import resolve
from onrecord.annotate.statements.unbroken import with_its_not
from onrecord.annotate.statements.whole_names import with_whole_name
from onrecord.errors import SetupError
from onrecord.model import Statement, StatementSpans


def found_in(batch: Batch) -> list[list[StatementSpans]]:
    """Return the spans of every article's statements, before anything is resolved."""
    syntax = [find_statements(draft.doc) for draft in batch]
    weights = batch[0].weights if batch else WEIGHTS
    try:
        read = reader(weights).find([draft.article.text for draft in batch], [places_of(found) for found in syntax])
    except SetupError:  # its weights are not installed: the syntax works alone
        if weights != WEIGHTS:
            raise
        return syntax
    return [
        without_attributions(
            linked(Found(draft.article.text, turned(draft.article.text, by_model), by_syntax, draft.sentences))
        )
        for draft, by_model, by_syntax in zip(batch, read, syntax, strict=True)
    ]


def places_of(found: Sequence[StatementSpans]) -> Places:
    """Return where statements have their spans, role by role."""
    return [[span for statement in found for span in getattr(statement, role)] for role in ROLES]


def statements(batch: Batch) -> list[tuple[Statement, ...]]:
    """Return each article's statements, in the order of their first words."""
    return [
        resolve(draft, of_their_doers(draft.doc, within_speech(draft.doc, _told(draft, found))))
        for draft, found in zip(batch, found_in(batch), strict=True)
    ]


def _told(draft: Draft, found: Sequence[StatementSpans]) -> list[StatementSpans]:
    whole = [confined(draft.doc, with_whole_name(draft.article.text, s)) for s in found]
    whole = [without_clause_before(draft.doc, s) for s in whole]
    whole = [with_its_not(draft.article.text, without_borrowed_source(draft.doc, s)) for s in whole]
    return [s for s in whole if not (sends_away(draft.doc, draft.mentions, s) or is_title(draft.doc, s))]


COMPONENT = Component("statements", frozenset({"sentences", "mentions", "times"}), "statements", statements)
