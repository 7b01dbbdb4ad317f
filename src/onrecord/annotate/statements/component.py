"""The statements layer: who said what, on whose word."""

from onrecord.annotate.component import Batch, Component, Draft
from onrecord.annotate.statements.finder import find_statements
from onrecord.annotate.statements.resolve import resolve
from onrecord.model import Statement


def _statements(draft: Draft) -> tuple[Statement, ...]:
    return resolve(draft, find_statements(draft.doc))


def statements(batch: Batch) -> list[tuple[Statement, ...]]:
    """Return each article's statements, in the order of their first words."""
    return [_statements(draft) for draft in batch]


COMPONENT = Component("statements", frozenset({"sentences", "mentions", "times"}), "statements", statements)
