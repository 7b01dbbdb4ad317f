"""Quarters of a company's own year are shown with the months that the report tells, or with none."""

import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.component import times
from onrecord.model import Article, When


def dates_in(text: str) -> dict[str, str | None]:
    draft = Draft(Article("a", "a", text, published=When("2017-10-26", "day", "given by the user")), language()(text))
    return {t.span.of(text): t.when.value if t.when else None for t in times([draft])[0] if "-Q" in t.value}


def test_a_quarter_with_its_last_day_has_the_three_months_up_to_it() -> None:
    found = dates_in("Selm Mills lost ten crowns in its fourth quarter ended May 31.")
    assert found == {"its fourth quarter": "2017-03-01/2017-05-31"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Selm Mills earned ten crowns in the fiscal first quarter.", id="fiscal"),
        pytest.param(
            "Selm Mills lost ten crowns in its fourth quarter ended May 31. It will earn more in the first quarter.",
            id="beside-another",
        ),
    ],
)
def test_a_quarter_of_another_year_than_the_calendars_has_no_months(text: str) -> None:
    assert list(dates_in(text).values())[-1] is None


def test_a_quarter_of_the_calendar_has_its_months() -> None:
    assert dates_in("Selm Mills earned ten crowns in the third quarter ended Sept. 30.") == {
        "the third quarter": "2017-07/2017-09"
    }
