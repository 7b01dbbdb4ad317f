"""The mentions layer."""

from onrecord.annotate.component import Batch, Component
from onrecord.model import Mention


def mentions(batch: Batch) -> list[tuple[Mention, ...]]:
    """Return each article's mentions, in order."""
    return [() for _ in batch]


COMPONENT = Component("entities", frozenset({"sentences"}), "mentions", mentions)
