import pytest

from onrecord.model import Span
from onrecord.relate.dating_standing import is_no_telling, standing


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The wall has gone. — Ada Brandt (@abrandt) March 4, 2031", "stamp"),
        ("(The Lowick Courier March 4, 2031 page 1)", "stamp"),
        ("This article was amended on March 4, 2031 to name the dam.", "changed"),
        ("This article appears in print on March 4, 2031, on page A3.", "changed"),
    ],
)
def test_a_day_that_a_page_is_stamped_with(text: str, want: str) -> None:
    assert standing(text, at(text, "March 4, 2031"), is_year=False) == want


@pytest.mark.parametrize(
    "text",
    [
        "FILE - In this March 4, 2031 photo, the dam stands dry.",
        "Ada Brandt opens the dam on March 4, 2031 in Lowick, Norland. (Photo by Kofi Osei/Images of Norland)",
    ],
)
def test_the_day_of_a_picture_tells_nothing(text: str) -> None:
    assert is_no_telling(f"The dam broke.\n{text}\nIt was old.", at(f"The dam broke.\n{text}", "March 4, 2031"))


def test_a_day_among_the_first_words_and_one_in_the_telling() -> None:
    text = f"LOWICK, March 4, 2031 - The dam broke. {'It rained. ' * 20}It was built on May 2, 1930."
    assert standing(text, at(text, "March 4, 2031"), is_year=False) == "opening"
    assert standing(text, at(text, "May 2, 1930"), is_year=False) == "told"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("She will run in the 2016 presidential race.", "ahead"),
        ("He is a 2016 Reform Party candidate.", "ahead"),
        ("The 2016 flood broke the dam.", "told"),
    ],
)
def test_a_year_in_the_name_of_what_may_lie_ahead(text: str, want: str) -> None:
    assert standing(text, at(text, "2016"), is_year=True) == want


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UK in pictures 3/34 30 November 2017 A swan", "30 November 2017"),
        ("Copyright © 2016 Lowick Radio", "2016"),
        ("It fell at 6 a.m. (2100 GMT Monday)", "2100"),
    ],
)
def test_dates_that_are_none_of_the_report_s_words(text: str, words: str) -> None:
    assert is_no_telling(text, at(text, words))
    assert not is_no_telling("The dam broke in 2016.", at("The dam broke in 2016.", "2016"))
