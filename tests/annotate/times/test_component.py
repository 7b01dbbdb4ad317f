import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.component import times
from onrecord.model import Article, TimeExpression, When

MONDAY = "2017-12-18"


def expressions(text: str, published: str | None = MONDAY) -> tuple[TimeExpression, ...]:
    when = When(published, "interval" if "/" in published else "day", "given by the user") if published else None
    [found] = times([Draft(Article("a1", "a1", text, published=when), language()(text))])
    return found


def read(text: str, published: str | None = MONDAY) -> dict[str, str]:
    return {time.span.of(text): time.value for time in expressions(text, published)}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("The dam broke on 14 December 2016.", {"14 December 2016": "2016-12-14"}, id="day-first"),
        pytest.param("The dam broke on Dec. 14, 2016.", {"Dec. 14, 2016": "2016-12-14"}, id="month-first"),
        pytest.param(
            "August 8, 2011\nThree years after the wreck, the port is shut.",
            {"August 8, 2011": "2011-08-08", "Three years": "P3Y"},
            id="a-count-below-a-date",
        ),
        pytest.param("The levy began in March 2011.", {"March 2011": "2011-03"}, id="month-and-year"),
        pytest.param("The levy began in early 2016.", {"early 2016": "2016"}, id="early-year"),
        pytest.param("He ran the port in the 1990s.", {"the 1990s": "199"}, id="decade"),
        pytest.param("It fell in the third quarter of 2015.", {"the third quarter of 2015": "2015-Q3"}, id="quarter"),
        pytest.param("Sales rose in Q3 2016.", {"Q3 2016": "2016-Q3"}, id="quarter-short"),
        pytest.param("Profit doubled in fiscal 2015.", {"fiscal 2015": "2015"}, id="fiscal-year"),
        pytest.param("The canal froze in the winter of 1994.", {"the winter of 1994": "1994-WI"}, id="season"),
    ],
)
def test_full_dates(text: str, want: dict[str, str] | None) -> None:
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "Theresa May opened the dam. The plan proposed by May is old. May said so in May.",
            {"May": "2017-05"},
            id="surname",
        ),
        pytest.param("April Jones left. Osk said April ran home.", {}, id="first-name"),
        pytest.param("The plan proposed by May is old.", {"May": "2017-05"}, id="nobody-s-name"),
        pytest.param("Venn was last in qualifying for the Lorne Grand Prix. He did not reach Q3.", {}, id="race"),
        pytest.param("The Otters led at halftime. Osk had a touchdown in the fourth quarter.", {}, id="game"),
        pytest.param(
            "Gangs are ready to fight, with two deaths on Friday.", {"Friday": "2017-12-15"}, id="what-came-of-it"
        ),
        pytest.param("The ban starts in the new year.", {"the new year": "2018"}, id="the-year-itself"),
        pytest.param("The road is shut to this day.", {"this day": "PRESENT_REF"}, id="to-this-day"),
        pytest.param("Guards came after the Sept. 11 attacks.", {"Sept. 11": "2001-09-11"}, id="the-attacks"),
        pytest.param("Guards came after the Sept. 11 attack.", {"Sept. 11": "2017-09-11"}, id="an-attack"),
        pytest.param("The mayor held a Thanksgiving-themed event.", {}, id="only-like-it"),
        pytest.param("Revenue fell in Q3.", {"Q3": "2017-Q3"}, id="books"),
    ],
)
def test_a_name_and_a_stretch_of_play_are_no_dates(text: str, want: dict[str, str]) -> None:
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("The two mayors spoke on Sunday.", {"Sunday": "2017-12-17"}, id="past-weekday"),
        pytest.param("The two mayors will meet on Sunday.", {"Sunday": "2017-12-24"}, id="future-weekday"),
        pytest.param("The strike is scheduled to begin on Friday.", {"Friday": "2017-12-22"}, id="planned-weekday"),
        pytest.param("The mayor was asked to resign on Friday.", {"Friday": "2017-12-15"}, id="weekday-of-asking"),
        pytest.param("The mayor promised a report by Friday.", {"Friday": "2017-12-22"}, id="weekday-due"),
        pytest.param("The crew had been given until Friday to leave.", {"Friday": "2017-12-22"}, id="given-until"),
        pytest.param("The mayors spoke on Monday.", {"Monday": "2017-12-18"}, id="weekday-of-publication"),
        pytest.param("They met last Friday.", {"last Friday": "2017-12-15"}, id="last-weekday"),
        pytest.param("They met last month.", {"last month": "2017-11"}, id="last-month"),
        pytest.param("They will meet next year.", {"next year": "2018"}, id="next-year"),
        pytest.param("They met last February.", {"last February": "2017-02"}, id="last-february"),
        pytest.param("The vote will be held in March.", {"March": "2018-03"}, id="future-month"),
        pytest.param("The vote was held in March.", {"March": "2017-03"}, id="past-month"),
        pytest.param("The bridge closed two weeks ago.", {"two weeks ago": "2017-W49"}, id="weeks-ago"),
        pytest.param("The bridge closed a year ago.", {"a year ago": "2016"}, id="year-ago"),
        pytest.param("The bridge closed yesterday.", {"yesterday": "2017-12-17"}, id="yesterday"),
        pytest.param("The talks opened this week.", {"this week": "2017-W51"}, id="this-week"),
        pytest.param("Snow fell over the weekend.", {"the weekend": "2017-W50-WE"}, id="weekend"),
        pytest.param("The talks failed recently.", {"recently": "PAST_REF"}, id="vague"),
    ],
)
def test_dates_that_hang_on_publication(text: str, want: dict[str, str] | None) -> None:
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("The siren rang on Sunday morning.", {"Sunday morning": "2017-12-17TMO"}, id="part-of-day"),
        pytest.param("The siren rang last night.", {"last night": "2017-12-17TNI"}, id="last-night"),
        pytest.param(
            "The curfew began at 10 p.m. ET on Sunday.", {"10 p.m. ET on Sunday": "2017-12-17T22:00"}, id="clock"
        ),
    ],
)
def test_times_of_day(text: str, want: dict[str, str] | None) -> None:
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("They held two calls in the past four days.", {"the past four days": "P4D"}, id="past-days"),
        pytest.param("She led the union for five and a half years.", None, id="half-years"),
        pytest.param("A 16-hour flight took her home.", {"16-hour": "PT16H"}, id="hyphen"),
        pytest.param("It lasted more than two decades.", {"more than two decades": "P20Y"}, id="decades"),
        pytest.param("A four-year-old war goes on.", {"four-year-old": "P4Y"}, id="age-of-a-war"),
        pytest.param("A four-year-old boy was found.", {}, id="age-of-a-person"),
        pytest.param("The ferry runs every two days.", {"every two days": "P2D"}, id="set"),
        pytest.param("The court sits each Thursday.", {"each Thursday": "XXXX-WXX-4"}, id="weekday-set"),
    ],
)
def test_durations_and_sets(text: str, want: dict[str, str] | None) -> None:
    if want is not None:
        assert read(text) == want


def test_what_is_told_later_counts_from_the_last_date_told() -> None:
    text = "The two spoke on 14 December. Three days later they spoke again. The following day the port reopened."
    found = read(text)
    assert found["Three days later"] == "2017-12-17"
    assert found["The following day"] == "2017-12-18"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("They spoke on Sunday.", {"Sunday": "XXXX-WXX-7"}),
        ("They spoke on 14 December.", {"14 December": "XXXX-12-14"}),
        ("They met last month.", {"last month": "XXXX-XX"}),
        ("They met yesterday.", {"yesterday": "XXXX-XX-XX"}),
        ("They met in December 2015.", {"December 2015": "2015-12"}),
    ],
)
def test_without_a_publication_date_nothing_is_invented(text: str, want: dict[str, str] | None) -> None:
    assert read(text, published=None) == want


def test_an_interval_of_publication_fixes_what_both_its_ends_agree_on() -> None:
    week = "2017-12-17/2017-12-23"
    assert read("They spoke on Sunday.", week) == {"Sunday": "2017-12-17"}
    assert read("They spoke on Thursday.", week) == {"Thursday": "XXXX-WXX-4"}


def test_the_basis_says_how_a_date_is_known() -> None:
    [time] = expressions("The two mayors spoke on Sunday.")
    assert time.when == When("2017-12-17", "day", "weekday 'Sunday' before publication")


@pytest.mark.parametrize(
    "text",
    [
        "The bill passed on 31 February.",
        "It will burn for 99999999999 years.",
        "They sailed 12000 years ago.",
        "The year 9999999 is far off.",
        "",
    ],
)
def test_nonsense_stays_unresolved(text: str) -> None:
    assert all(time.when is None for time in expressions(text) if "31" in text or "9999" in text)


@pytest.mark.parametrize(
    "text",
    [
        "The show 60 Minutes was on air.",
        "Jan Berg led the march.",
        "It may rain.",
        "He earned $2000 from it.",
        "Sun Systems grew.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "published", "want"),
    [
        ("They met yesterday.", "2016-03-01", "2016-02-29"),
        ("They met yesterday.", "2017-01-01", "2016-12-31"),
        ("They met last month.", "2017-01-15", "2016-12"),
        ("They met this week.", "2016-01-02", "2015-W53"),
        ("They met a year ago.", "2016-02-29", "2015"),
        ("They met in December.", "2017-01-05", "2016-12"),
    ],
)
def test_ends_of_years_leap_days_and_53rd_weeks(text: str, published: str, want: str) -> None:
    assert list(read(text, published).values()) == [want]


def test_an_hour_far_from_the_day_it_is_of_is_not_given_to_publication() -> None:
    between = "Nobody at the yard would say more of it, though several had been there and had watched it all. " * 4
    [day, hour] = expressions(f"The ferry sank on Sunday. {between}It had left at 6.50 a.m.")
    assert (day.when and day.when.value, hour.when) == ("2017-12-17", None)


def test_an_hour_between_two_days_told_is_of_neither_for_sure() -> None:
    text = "The court freed him on Friday. The mayor, who was jailed on December 4, left prison at 4 p.m."
    assert [time.when for time in expressions(text) if time.span.of(text) == "4 p.m."] == [None]
