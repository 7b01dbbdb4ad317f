"""The times layer."""

from onrecord.annotate.component import Batch, Component
from onrecord.model import TimeExpression


def times(batch: Batch) -> list[tuple[TimeExpression, ...]]:
    """Return each article's times, in order."""
    return [() for _ in batch]


COMPONENT = Component("times", frozenset({"sentences"}), "times", times)
