"""Statements by the syntax alone: the tests must not move with the trained model's weights."""

from collections.abc import Callable
from itertools import takewhile

import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.pipeline import COMPONENTS, run
from onrecord.annotate.statements.finder import find_statements
from onrecord.annotate.statements.resolve import resolve
from onrecord.model import Article, Statement, When

Said = Callable[..., list[Statement]]


def draft_of(text: str, outlet: str | None = None) -> Draft:
    published = When("2031-05-06", "day", "given by the user")
    article = Article(id="a", ref="a", text=text, outlet=outlet, published=published)
    before = tuple(takewhile(lambda c: c.name != "statements", COMPONENTS))
    return run([Draft(article, language()(text))], before)[0]


@pytest.fixture(scope="session")
def said() -> Said:
    """Return a function from a text to its statements."""

    def statements(text: str, outlet: str | None = None) -> list[Statement]:
        draft = draft_of(text, outlet)
        return list(resolve(draft, find_statements(draft.doc)))

    return statements
