from onrecord.export.clocks import reported
from onrecord.model import Passage, Span, When

DAYS = {
    "early": When("2031-03-04", "day", "given by the user"),
    "late": When("2031-03-06", "day", "given by the user"),
    "week": When("2031-03-04/2031-03-10", "week", "inferred"),
    "undated": None,
}


def told_by(*articles: str) -> When | None:
    return reported([Passage(article, Span(0, 1)) for article in articles], DAYS)


def test_the_first_report_with_a_date_counts() -> None:
    assert told_by("late", "early", "undated") == DAYS["early"]
    assert told_by("late", "week") == DAYS["week"]


def test_a_day_is_earlier_than_the_week_it_opens() -> None:
    assert told_by("week", "early") == DAYS["early"]


def test_reports_without_a_date_give_none() -> None:
    assert told_by("undated", "missing") is None
    assert told_by() is None
