"""Reads sentences into events, with no other layer but the parse."""

from collections.abc import Callable

import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.events.component import COMPONENT
from onrecord.annotate.parse import parse
from onrecord.model import Article, EventMention

Read = Callable[[str], tuple[EventMention, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    def events_of(text: str) -> tuple[EventMention, ...]:
        [(article, doc)] = parse([Article("a", "a", text)], 1)
        return COMPONENT.run([Draft(article, doc)])[0]

    return events_of
