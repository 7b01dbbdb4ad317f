from dataclasses import replace
from datetime import date

import pytest

from onrecord.compare.entry import Entry
from onrecord.compare.relating import relate
from onrecord.compare.values import Relation
from onrecord.model import ClaimKind, Span, When


def entry(kind: ClaimKind, words: str, when: When | None = None, parts: tuple[str, ...] = ()) -> Entry:
    span = Span(0, len(words))
    return Entry(
        "a",
        kind,
        span,
        words.split()[-1],
        "find",
        span,
        "prep in",
        when=when,
        key=parts[0] if parts else words.lower(),
        named=words[0].isupper(),
        words=words.lower(),
        parts=parts,
    )


def test_a_clock_counts_though_its_day_could_not_be_worked_out() -> None:
    known, bare = entry("date", "9 a.m.", day("2031-05-04T09:00")), entry("date", "9:00 am local time", None)
    assert relate(known, replace(bare, timex="2031-05-11T09:00")) == "same"
    assert relate(known, replace(bare, timex="2031-05-11T09:30")) == "clash"


def test_an_article_makes_no_description_another() -> None:
    assert relate(entry("recipient", "driver"), entry("recipient", "the driver")) == "same"
    assert relate(entry("recipient", "the old driver"), entry("recipient", "the driver")) == "within"


def day(value: str, basis: str = "against publication") -> When:
    return When(value, "minute" if "T" in value else "day", basis)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        pytest.param(
            ("9 a.m.", day("2031-05-04T09:00")),
            ("9:00 am local time", day("2031-05-06T09:00")),
            "same",
            id="a-clock-without-its-day",
        ),
        pytest.param(
            ("9 a.m.", day("2031-05-04T09:00")), ("10.30 pm", day("2031-05-04T22:30")), "clash", id="two-clocks"
        ),
        pytest.param(("9 a.m.", day("2031-05-04T09:00")), ("Sunday", day("2031-05-11")), "unknown", id="clock-and-day"),
        pytest.param(("June 25", day("2030-06-25")), ("25 June", day("2031-06-25")), "same", id="year-worked-out"),
        pytest.param(
            ("6 p.m.", day("2031-05-04T18:00")), ("Sunday", day("2031-05-04")), "same", id="clock-and-the-day-it-is-of"
        ),
        pytest.param(
            ("Friday", day("2031-05-02")), ("April 13, 2029", day("2029-04-13")), "clash", id="fridays-years-apart"
        ),
        pytest.param(
            ("June 25, 2030", day("2030-06-25")), ("June 25, 2031", day("2031-06-25")), "clash", id="year-printed"
        ),
    ],
)
def test_dates_are_compared_as_far_as_they_are_told(
    left: tuple[str, When], right: tuple[str, When], relation: Relation
) -> None:
    assert relate(entry("date", *left), entry("date", *right)) == relation


@pytest.mark.parametrize(
    ("told", "later", "relation"),
    [
        pytest.param("2031-05-09", "2031-05-09", "same", id="the-next-report-is-of-the-friday-itself"),
        pytest.param("2031-05-08", "2031-05-08", "same", id="two-reports-of-one-day-mean-one-friday"),
        pytest.param("2031-05-03", "2031-05-09", "unknown", id="a-report-cannot-tell-of-the-friday-after-it"),
    ],
)
def test_a_friday_worked_out_a_week_earlier_is_the_same_if_its_report_can_tell_of_it(
    told: str, later: str, relation: Relation
) -> None:
    early = replace(entry("date", "Friday", day("2031-05-02")), told=date.fromisoformat(told))
    late = replace(entry("date", "Friday", day("2031-05-09")), told=date.fromisoformat(later))
    assert relate(early, late) == relate(late, early) == relation


def test_a_clock_is_not_of_a_day_weeks_away() -> None:
    assert (
        relate(entry("date", "6 a.m.", day("2031-05-04T06:00")), entry("date", "Friday", day("2031-05-23"))) == "clash"
    )


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        pytest.param(
            ("Arden, Westmark", ("arden", "westmark")),
            ("Arden, near Ost", ("arden", "ost")),
            "same",
            id="one-place-named-by-two-others",
        ),
        pytest.param(
            ("his home in Arden", ("home", "arden")), ("a home in Lun", ("home", "lun")), "within", id="two-homes"
        ),
        pytest.param(
            ("Arden, Lun and Ost", ("arden", "lun", "ost")),
            ("Ost, Lun and Arden", ("ost", "lun", "arden")),
            "same",
            id="one-list-in-another-order",
        ),
        pytest.param(("Arden and Lun", ("arden", "lun")), ("Arden", ()), "within", id="one-of-a-list"),
    ],
)
def test_places_and_lists_are_compared_part_by_part(
    left: tuple[str, tuple[str, ...]], right: tuple[str, tuple[str, ...]], relation: Relation
) -> None:
    one, other = (entry("place", words, parts=parts) for words, parts in (left, right))
    assert relate(one, other) == relation


@pytest.mark.parametrize(
    ("words", "relation"),
    [("the bill", "same"), ("they", "unknown")],
    ids=["one description", "a pronoun"],
)
def test_a_description_that_both_reports_print_is_one_value(words: str, relation: Relation) -> None:
    one, other = replace(entry("recipient", words), key="harbour act"), replace(entry("recipient", words), key="mill")
    assert relate(one, other) == relation


@pytest.mark.parametrize(
    ("words", "names", "relation"),
    [
        pytest.param("the driver", ("Ada Roe", None), "same", id="one-report-names-the-driver"),
        pytest.param("the driver", ("Ada Roe", "Bo Lind"), "unknown", id="two-drivers"),
        pytest.param("roe", ("Ada Roe", "Roe"), "same", id="a-surname-of-one"),
        pytest.param("roe", ("Ada Roe", "Cara Roe"), "unknown", id="two-of-one-surname"),
    ],
)
def test_a_description_is_one_party_where_at_most_one_report_has_a_name_for_it(
    words: str, names: tuple[str | None, str | None], relation: Relation
) -> None:
    one, other = (replace(entry("actor", words), key=(name or words).lower(), named=name is not None) for name in names)
    assert relate(one, other) == relation
