"""What a denial denies, where too little of it was found."""

import pytest

from onrecord.annotate.parse import language
from onrecord.annotate.statements.denied import with_what_is_denied
from onrecord.annotate.statements.reading import read
from onrecord.model import Span, StatementSpans


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        pytest.param(
            "Osk faces a charge of fraud, which she has denied.",
            "has denied",
            None,
            "a charge of fraud",
            id="described-by-the-denial",
        ),
        pytest.param(
            "Osk rejected claims that she sold the dam.",
            "rejected",
            "claims",
            "claims that she sold the dam",
            id="the-clause-of-a-claim",
        ),
        pytest.param("Osk denied the charge on Monday.", "denied", "the charge", "the charge", id="whole"),
        pytest.param("Osk denied it.", "denied", "it", "it", id="it"),
    ],
)
def test_what_is_denied_is_shown_whole(text: str, cue: str, content: str | None, whole: str) -> None:
    def at(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    source = at("she") if content is None else at("Osk")
    spans = StatementSpans(source, at(cue), at(content) if content is not None else (), 0.9)
    found = with_what_is_denied(read(language()(text), spans))
    assert [c.of(text) for c in found.content] == [whole]
