import pytest

from onrecord.compare.contact_sums import find_sum
from onrecord.model import Span


@pytest.mark.parametrize(
    ("text", "trigger", "number", "ordinal", "days"),
    [
        pytest.param("They had two friendly phone calls in four days.", "calls", 2, False, 4, id="two-calls"),
        pytest.param("It was their third meeting within a week.", "meeting", 3, True, 7, id="third-meeting"),
        pytest.param("They have spoken several times since May.", "spoken", None, False, None, id="several-times"),
        pytest.param("They have often talked about the dam.", "talked", None, False, None, id="often"),
    ],
)
def test_counting_words_say_how_many_and_within_what_time(
    text: str, trigger: str, number: int | None, ordinal: bool, days: int | None
) -> None:
    start = text.index(trigger)
    found = find_sum(text, Span(0, len(text)), Span(start, start + len(trigger)))
    assert found is not None
    assert (found.number, found.ordinal, found.days) == (number, ordinal, days)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The two leaders held talks.", id="two-parties"),
        pytest.param("After three days of talks they parted.", id="three-days"),
    ],
)
def test_words_that_count_something_else_count_no_contacts(text: str) -> None:
    start = text.index("talks")
    assert find_sum(text, Span(0, len(text)), Span(start, start + 5)) is None
