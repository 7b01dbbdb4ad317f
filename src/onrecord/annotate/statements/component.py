"""The statements layer."""

from onrecord.annotate.component import Batch, Component
from onrecord.model import Statement


def statements(batch: Batch) -> list[tuple[Statement, ...]]:
    """Return each article's statements, in order."""
    return [() for _ in batch]


COMPONENT = Component("statements", frozenset({"sentences"}), "statements", statements)
