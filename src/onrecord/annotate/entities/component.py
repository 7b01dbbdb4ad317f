"""The mentions layer: who and what the article speaks of, each under its fullest name."""

from onrecord.annotate.component import Batch, Component
from onrecord.annotate.entities.resolve import resolve
from onrecord.model import Mention


def mentions(batch: Batch) -> list[tuple[Mention, ...]]:
    """Return each article's mentions, in order."""
    return [resolve(draft.doc) for draft in batch]


COMPONENT = Component("entities", frozenset({"sentences"}), "mentions", mentions)
