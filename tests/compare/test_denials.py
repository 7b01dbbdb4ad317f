import pytest

from onrecord.compare.denials import is_denial
from onrecord.model import Span, Statement


def denying(text: str, cue: str, content: str) -> bool:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    return is_denial(Statement((), at(cue), at(content), "Ada Roe", "indirect", "denies"), text)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        pytest.param("Ada Roe denied the charge.", "denied", "the charge", id="by-its-verb"),
        pytest.param("Ada Roe said she did not open the dam.", "said", "she did not open the dam", id="not-so"),
        pytest.param("Lun dismissed her claim as absurd.", "dismissed", "her claim as absurd", id="dismissed"),
        pytest.param("Roe said there was no evidence of it.", "said", "there was no evidence of it", id="no-evidence"),
        pytest.param("Ada Roe said it was utterly false.", "said", "it was utterly false", id="false"),
    ],
)
def test_a_denial_says_that_something_is_not_so(text: str, cue: str, content: str) -> None:
    assert denying(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        pytest.param("Lun denied consent for the dam.", "denied", "consent for the dam", id="withheld"),
        pytest.param("Ada Roe played down the flood.", "played down", "the flood", id="played-down"),
    ],
)
def test_what_is_withheld_or_played_down_is_not_denied(text: str, cue: str, content: str) -> None:
    assert not denying(text, cue, content)
