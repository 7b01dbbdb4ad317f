"""Entities under one name across articles."""

from collections.abc import Sequence

from onrecord.model import Annotated, Entity


def link_entities(articles: Sequence[Annotated]) -> tuple[Entity, ...]:
    """Entities under one name across articles."""
    return ()
