"""What is said of somebody named before the speaker is told with them."""

import pytest

from onrecord.annotate.statements.resolve import resolve
from onrecord.model import Span, StatementSpans

from .conftest import draft_of


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "speaker", "told"),
    [
        pytest.param(
            "Nets were cut on four trawlers that wardens claimed were over their quota.",
            "wardens",
            "claimed",
            "were over their quota",
            "wardens",
            "four trawlers … were over their quota",
            id="which",
        ),
        pytest.param(
            "The prize went to Ola Berg, who her coach said had trained at night.",
            "her coach",
            "said",
            "had trained at night",
            "her coach",
            "Ola Berg … had trained at night",
            id="who",
        ),
        pytest.param(
            "The pension system Mr. Venn vowed to fix has fallen into a morass.",
            "Mr. Venn",
            "vowed",
            "to fix",
            "Venn",
            "The pension system … to fix",
            id="to-do",
        ),
        pytest.param(
            "The levy was essentially the plan that Mr. Venn rejected last May and that farmers have backed since.",
            "Mr. Venn",
            "rejected",
            "that farmers have backed since",
            "Venn",
            "the plan",
            id="of-two-clauses",
        ),
        pytest.param(
            "The day the mayor vowed to leave has come.",
            "the mayor",
            "vowed",
            "to leave",
            "mayor",
            "to leave",
            id="when",
        ),
        pytest.param(
            "The prize went to Ola Berg, who said swimmers had trained at night.",
            "who",
            "said",
            "swimmers had trained at night",
            "Ola Berg",
            "swimmers had trained at night",
            id="who-speaks",
        ),
    ],
)
def test_words_without_a_subject_are_told_with_the_noun_before_the_speaker(
    text: str, source: str, cue: str, content: str, speaker: str, told: str
) -> None:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    [found] = resolve(draft_of(text), [StatementSpans(at(source), at(cue), at(content), 0.9)])
    assert (found.speaker, " … ".join(span.of(text) for span in found.content)) == (speaker, told)
