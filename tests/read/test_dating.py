"""Dates as pages, addresses and rows give them; what is not clear is not read."""

from datetime import date

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from onrecord.model import When
from onrecord.read import dating


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2031",
        "4 March 2031",
        "Tuesday, March 4, 2031",
        "Tue 4 Mar 2031 09.15 GMT",
        "2031-03-04",
        "2031-03-04T09:15:00Z",
        "2031/03/04 09:15",
        "Published: 4th March 2031",
        "Published 9:15 am, Tuesday, March 4, 2031",
        "First published on Tue 4 Mar 2031",
        "Posted: Mar 4, 2031 / 06:12 AM CST",
        "09:15, 4 March 2031",
        "March 4, 2031 | Port Elsin",
    ],
)
def test_a_line_that_gives_a_date(line: str) -> None:
    assert dating.printed(line) == ("2031-03-04", False)


@pytest.mark.parametrize("line", ["Updated: March 4, 2031", "Last modified on Tue 4 Mar 2031 09.15 GMT"])
def test_a_line_that_gives_only_a_change(line: str) -> None:
    assert dating.printed(line) == ("2031-03-04", True)


@pytest.mark.parametrize(("line", "day"), [("18/03/2031", "2031-03-18"), ("03/18/2031", "2031-03-18")])
def test_figures_that_can_be_read_one_way_only(line: str, day: str) -> None:
    assert dating.printed(line) == (day, False)


@pytest.mark.parametrize(
    "line",
    [
        "04/03/2031",
        "31 February 2031",
        "March 2031",
        "4 March",
        "2031",
        "On 4 March 2031 the harbour wall held.",
        "March 4, 2031 was the worst night in years, the harbour office said.",
        "4 March 9999999",
        "",
    ],
)
def test_what_is_unclear_or_no_line_of_its_own_is_not_read(line: str) -> None:
    assert dating.printed(line) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://herald.example/2031/03/04/wall", "2031-03-04"),
        ("https://herald.example/world/2031/mar/04/wall", "2031-03-04"),
        ("https://herald.example/wall-20310304.html", "2031-03-04"),
        ("https://herald.example/2031-03-04-wall", "2031-03-04"),
        ("https://herald.example/wall-20310304093043", "2031-03-04"),
        ("https://herald.example/2031/03/310304-wall", "2031-03-04"),
    ],
)
def test_an_address_that_holds_a_day(url: str, day: str) -> None:
    assert dating.in_address(url) == When(day, "day", "date in the URL")


@pytest.mark.parametrize("url", ["https://h.example/wall-5342347", "https://h.example/2031/03/wall", "x/2031/13/04"])
def test_an_address_without_a_day(url: str) -> None:
    assert dating.in_address(url) is None


@pytest.mark.parametrize(
    ("url", "month"),
    [
        ("https://herald.example/2031/03/wall", "2031-03"),
        ("https://herald.example/2031/13/wall", None),
        ("https://herald.example/wall-2031-03", None),
    ],
)
def test_the_folders_of_an_address_give_a_month(url: str, month: str | None) -> None:
    assert dating.month_in_address(url) == (When(month, "month", "month in the URL") if month else None)


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2031-03-04", When("2031-03-04", "day", "b")),
        ("2031-03-04T23:30:00-05:00", When("2031-03-04", "day", "b")),
        ("2031-03", When("2031-03", "month", "b")),
        ("2031-02-30", None),
        ("soon", None),
        ("20310304", When("2031-03-04", "day", "b")),
        ("20310304T091500Z", When("2031-03-04", "day", "b")),
        ("1931030412", None),
    ],
)
def test_a_given_date_is_iso(value: str, when: When | None) -> None:
    assert dating.given(value, "b") == when


@pytest.mark.parametrize("value", ["２０３１", "２０３１-０３", "２０３１０３０４", "٢٠٣١-٠٣-٠٤"])
def test_figures_of_other_scripts_never_reach_a_date(value: str) -> None:
    assert dating.said(value, "b") is None


@for_all(st.text(max_size=80))
def test_no_line_breaks_the_reading_of_dates(line: str) -> None:
    dating.printed(line)
    dating.in_address(line)
    dating.given(line, "b")


@for_all(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert dating.printed(day.isoformat()) == (day.isoformat(), False)
