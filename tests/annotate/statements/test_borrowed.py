"""Who only acts beside what is claimed, or of whom others hold something, has not said it."""

import pytest

from onrecord.annotate.parse import language
from onrecord.annotate.statements.borrowed import without_borrowed_source
from onrecord.model import Span, StatementSpans


@pytest.mark.parametrize(
    ("text", "source", "cue", "kept"),
    [
        pytest.param("The army moved in amid warnings of a siege.", "The army", "warnings of", False, id="amid"),
        pytest.param(
            "The minister resigned over claims that he took bribes.", "The minister", "claims", False, id="over"
        ),
        pytest.param("The clerk left despite his claim to be ill.", "his", "claim", True, id="owned"),
        pytest.param("The clerk left after claims by the union.", "the union", "claims", True, id="by"),
        pytest.param("The clerk wrote of claims that he stole.", "The clerk", "claims", True, id="of"),
        pytest.param("A clerk said to be ill left the town.", "A clerk", "said", False, id="said-to-be"),
        pytest.param("Two men, thought to have fled, were named.", "Two men", "thought", False, id="thought-to-have"),
        pytest.param("She said to be careful on the ice.", "She", "said", True, id="she-speaks"),
        pytest.param("The clerk said the mill was shut.", "The clerk", "said", True, id="speech"),
    ],
)
def test_a_source_that_claims_nothing_is_left_out(text: str, source: str, cue: str, kept: bool) -> None:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    found = without_borrowed_source(language()(text), StatementSpans(at(source), at(cue), (), 0.9))
    assert bool(found.source) == kept


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        pytest.param(
            'She left to cries of "shame" from the gallery.', '"shame" from the gallery', "the gallery", id="from"
        ),
        pytest.param(
            'She left to cries of "shame" from a boy and sat.', '"shame" from a boy and sat', "a boy", id="and"
        ),
        pytest.param('She left to cries of "shame".', '"shame"', "", id="nobody"),
    ],
)
def test_what_is_called_out_is_of_whom_it_comes_from(text: str, content: str, who: str) -> None:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    given = StatementSpans(at("She"), at("cries of"), at(content), 0.9)
    found = without_borrowed_source(language()(text), given)
    assert [s.of(text) for s in found.source] == [who] * bool(who)
    assert [s.of(text) for s in found.content] == ['"shame"']


def test_who_presses_somebody_promises_nothing() -> None:
    text = "The firms, facing pressure from farmers and boatmen, promised to close the mill."

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    given = StatementSpans(at("farmers and boatmen"), at("promised"), at("to close the mill"), 0.9)
    assert [s.of(text) for s in without_borrowed_source(language()(text), given).source] == ["The firms"]
