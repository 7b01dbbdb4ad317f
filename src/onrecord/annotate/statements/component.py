"""The statements layer: who said what, on whose word."""

from collections.abc import Sequence
from functools import cache

from onrecord.annotate.component import Batch, Component
from onrecord.annotate.statement_agreement import Places
from onrecord.annotate.statement_decode import ROLES
from onrecord.annotate.statement_model import StatementModel, load_model
from onrecord.annotate.statement_model import StatementSpans as ModelSpans
from onrecord.annotate.statements.asides import confined
from onrecord.annotate.statements.finder import find_statements
from onrecord.annotate.statements.linking import Found, linked
from onrecord.annotate.statements.resolve import resolve
from onrecord.errors import SetupError
from onrecord.model import Statement, StatementSpans

_REMEMBERED_TEXTS = 256


class _Remembering:
    """A model that does not read a text again that it read lately: undated reports come a second time, dated."""

    def __init__(self, model: StatementModel) -> None:
        self._model = model
        self._found: dict[str, list[ModelSpans]] = {}

    def find(self, texts: Sequence[str], beside: Sequence[Places] | None = None) -> list[list[ModelSpans]]:
        """Return what the model finds in each text; what stands beside a text is the same each time."""
        opinions = dict(zip(texts, beside or (), strict=False))
        new = [text for text in dict.fromkeys(texts) if text not in self._found]
        read = self._model.find(new, [opinions[text] for text in new] if beside else None) if new else []
        found = self._found | dict(zip(new, read, strict=True))
        self._found = dict(list(found.items())[-_REMEMBERED_TEXTS:])
        return [found[text] for text in texts]


@cache
def _model() -> StatementModel | None:
    """Return the trained model, None where its weights are not installed: then the syntax works alone."""
    try:
        return _Remembering(load_model())
    except SetupError:
        return None


def found_in(batch: Batch) -> list[list[StatementSpans]]:
    """Return the spans of every article's statements, before anything is resolved."""
    syntax = [find_statements(draft.doc) for draft in batch]
    model = _model()
    if model is None:
        return syntax
    read = model.find([draft.article.text for draft in batch], [places_of(found) for found in syntax])
    return [
        linked(Found(draft.article.text, [_plain(s) for s in by_model], by_syntax, draft.sentences))
        for draft, by_model, by_syntax in zip(batch, read, syntax, strict=True)
    ]


def places_of(found: Sequence[StatementSpans]) -> Places:
    """Return where statements have their spans, role by role."""
    return [[span for statement in found for span in getattr(statement, role)] for role in ROLES]


def _plain(found: ModelSpans) -> StatementSpans:
    return StatementSpans(found.source, found.cue, found.content, found.probability)


def statements(batch: Batch) -> list[tuple[Statement, ...]]:
    """Return each article's statements, in the order of their first words."""
    return [
        resolve(draft, [confined(draft.doc, spans) for spans in found])
        for draft, found in zip(batch, found_in(batch), strict=True)
    ]


COMPONENT = Component("statements", frozenset({"sentences", "mentions", "times"}), "statements", statements)
