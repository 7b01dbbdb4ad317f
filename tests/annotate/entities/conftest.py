from collections.abc import Callable

import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.component import mentions
from onrecord.annotate.parse import parse
from onrecord.model import Article, Mention

Groups = Callable[[str], dict[str, list[str]]]
Read = Callable[[str], tuple[Mention, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    """The mentions of a text."""

    def mentions_of(text: str) -> tuple[Mention, ...]:
        [(article, doc)] = parse([Article(id="a", ref="a", text=text)], 1)
        [layer] = mentions([Draft(article, doc)])
        return layer

    return mentions_of


@pytest.fixture(scope="session")
def groups(read: Read) -> Groups:
    """The words of each entity's mentions, under its name."""

    def grouped(text: str) -> dict[str, list[str]]:
        found: dict[int, list[str]] = {}
        names: dict[int, str] = {}
        for mention in read(text):
            found.setdefault(mention.entity, []).append(mention.span.of(text))
            names[mention.entity] = mention.name
        return {names[number]: words for number, words in found.items()}

    return grouped
