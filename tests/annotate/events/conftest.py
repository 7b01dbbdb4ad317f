"""Reads sentences into events, with no other layer but the parse."""

from collections.abc import Callable

import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.events.component import COMPONENT
from onrecord.annotate.parse import language
from onrecord.model import Article, EventMention, Statement


@pytest.fixture(scope="session")
def read() -> Callable[..., tuple[EventMention, ...]]:
    """Return a reader of one text, with the statements that its article holds."""

    def events_of(text: str, *statements: Statement) -> tuple[EventMention, ...]:
        draft = Draft(Article("a", "a", text), language()(text), statements=statements)
        [layer] = COMPONENT.run([draft])
        return tuple(layer)

    return events_of
