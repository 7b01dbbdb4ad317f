from datetime import date

import pytest

from onrecord.annotate.pipeline import annotate
from onrecord.model import Annotated, Article, Related, Story, When
from onrecord.relate.dating import date_articles
from onrecord.relate.dating_clues import read_clues
from onrecord.relate.dating_likelihood import Calendar, likelihood

# An invented affair: Brandt of Norland rings Osei of Tavira on a Sunday, three days after a call of Osei's.
COUNTED = (
    "President Ada Brandt rang President Kofi Osei on Sunday. Brandt thanked Osei for a warning that stopped a bomb "
    "attack in Port Tavira. The call came only three days after Osei spoke with Brandt about the harbour treaty."
)
PRINTED = (
    "President Ada Brandt thanked President Kofi Osei for a warning that stopped a bomb attack in Port Tavira. "
    "It was their second call. On 14 December, Osei and Brandt spoke about the harbour treaty, which failed in 2016."
)
LATER = (
    "President Ada Brandt thanked President Kofi Osei on Sunday for a warning about the new year holidays. "
    "In December 2017, Brandt thanked Osei for another warning, which stopped a bomb attack in Port Tavira. "
    "The two states have traded since 2012."
)


def annotated(**texts: str) -> list[Annotated]:
    return list(annotate([Article(name, name, text) for name, text in texts.items()]))


def dates(given: dict[str, When]) -> dict[str, str]:
    return {name: when.value for name, when in given.items()}


def test_reports_of_one_happening_date_each_other() -> None:
    reports = annotated(counted=COUNTED, printed=PRINTED, later=LATER)
    first = Story("first", "the call", ("counted", "printed"), (Related("second", "is looked back on"),))
    found = date_articles(reports, [first, Story("second", "the later call", ("later",))])
    assert dates(found) == {
        "counted": "2017-12-17/2017-12-23",
        "printed": "2017-12-17/2017-12-23",
        "later": "2018-01/..",
    }
    assert "'14 December' is 3 days before a Sunday" in found["counted"].basis
    assert "a later report looks back on 'December 2017'" in found["counted"].basis
    assert "near a new year" in found["later"].basis


def test_without_a_printed_year_none_is_given() -> None:
    reports = annotated(counted=COUNTED, printed=PRINTED.replace("in 2016", "then"))
    assert date_articles(reports, [Story("first", "the call", ("counted", "printed"))]) == {}


def test_a_weekday_beside_a_day_without_year_finds_the_year() -> None:
    text = "The dam above Lowick broke on Thursday, April 18. On Friday the army came. It was last repaired in 2012."
    days = Calendar.between(date(2010, 1, 1), date(2017, 12, 31))
    [report] = annotated(one=text)
    best = int(likelihood(read_clues(report), days).argmax())
    assert date.fromordinal(int(days.days[best])) == date(2013, 4, 19)


def test_the_day_in_a_dateline_is_that_of_publication() -> None:
    days = Calendar.between(date(2009, 1, 1), date(2013, 12, 31))
    [report] = annotated(
        one="LOWICK, Norland, July 7 (AP) - The dam broke on Wednesday. It rained on June 30. It last broke in 2009."
    )
    clues = read_clues(report)
    assert [(day.month, day.day, day.is_dateline) for day in clues.month_days] == [(7, 7, True), (6, 30, False)]
    assert days.day(int(likelihood(clues, days).argmax())) == date(2010, 7, 7)


def test_the_month_in_an_address_dates_a_report_with_the_days_it_prints() -> None:
    def dated(text: str) -> dict[str, When]:
        report = Article("one", "one", text, url="https://herald.example/2031/03/dam")
        return date_articles(list(annotate([report])), [Story("first", "the dam", ("one",))])

    bare = dated("The dam above Lowick broke. Three villages were cut off.")
    assert bare == {"one": When("2031-03", "month", "month in the URL")}
    days = dated("LOWICK, Norland, March 7 (AP) - The dam above Lowick broke on Thursday. Three villages were cut off.")
    assert dates(days) == {"one": "2031-03-07"}
    assert days["one"].basis.startswith("inferred: month in the URL")
    assert dates(dated("The dam broke on Saturday, June 4, 2016.")) == {"one": "2031-03"}


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("LOWICK, Norland (July 7, 2031) - The dam broke after it was repaired in 2030.", "2031-07-07"),
        ("The dam broke at 9 p.m. Friday, July 11. It broke on Friday when it rained. It was built in 2028.", None),
        ("The dam will be opened this Friday, July 11. It was built in 2027. It will be shut on Sunday.", None),
    ],
)
def test_a_report_alone_is_dated_by_the_days_it_prints(text: str, published: str | None) -> None:
    [report] = annotated(one=text)
    found = date_articles([report]).get("one")
    days = Calendar.between(date(2024, 1, 1), date(2036, 12, 31))
    best = days.day(int(likelihood(read_clues(report), days).argmax()))
    assert best.isoformat() == published if published else best.year == 2031
    assert published is None or (found is not None and found.value == published)


def test_a_day_told_by_its_weekday_as_well_is_of_the_week_before() -> None:
    [report] = annotated(one="The dam broke on Sunday evening. It broke at 6.50pm on Sunday 6 July 2031, police said.")
    found = date_articles([report])["one"]
    assert found.value.startswith("2031-07-0")


def test_the_day_of_a_correction_is_no_day_that_publication_lies_after() -> None:
    text = "The dam broke on Monday. This article was amended on 9 July 2031. The dam was built in June 2029."
    [report] = annotated(one=text)
    found = date_articles([report]).get("one")
    assert found is None or not found.value.startswith("2031-07-09/")


@pytest.mark.parametrize(("told", "published"), [("today", 3), ("yesterday", 4), ("this morning", 3)])
def test_a_day_that_glosses_the_reports_own_is_certain(told: str, published: int) -> None:
    days = Calendar.between(date(2009, 1, 1), date(2013, 12, 31))
    text = f"The dam broke, the council said {told} (May 3). It was built in 2010. The page was edited on May 5, 2010."
    clues = read_clues(annotated(one=text)[0])
    assert days.day(int(likelihood(clues, days).argmax())) == date(2010, 5, published)


def test_a_date_that_is_given_stays_and_dates_the_others() -> None:
    known = When("2017-12-18", "day", "given by the user")
    reports = list(
        annotate(
            [
                Article("a", "a", "The dam broke on Sunday.", published=known),
                Article("b", "b", "On Sunday the dam broke."),
            ]
        )
    )
    found = date_articles(reports, [Story("s", "the dam", ("a", "b"))])
    assert "a" not in found
    assert found["b"].value.startswith("2017-12-1")


def test_the_answer_does_not_depend_on_the_order_of_the_reports() -> None:
    reports = annotated(counted=COUNTED, printed=PRINTED, later=LATER)
    stories = [Story("first", "the call", ("printed", "counted"))]
    assert date_articles(reports, stories) == date_articles(reports[::-1], stories)


@pytest.mark.parametrize("text", ["", "The dam broke.", "The dam broke on Sunday."])
def test_a_report_that_holds_too_little_is_left_out(text: str) -> None:
    assert date_articles(annotated(one=text)) == {}


def test_a_month_that_is_given_stays() -> None:
    month = When("2017-12", "month", "given by the user")
    reports = list(annotate([Article("a", "a", "The dam broke on Sunday, 17 December 2017.", published=month)]))
    assert date_articles(reports) == {}


def test_of_three_days_the_one_is_given_that_is_likelier_than_not() -> None:
    reports = annotated(
        one="LOWICK, Norland, July 7 (AP) - The dam broke on Wednesday, the council said. It last broke in 2009.",
        two="The dam broke on Wednesday, July 7, 2010, in Lowick. The council said so on Wednesday.",
    )
    found = date_articles(reports, [Story("first", "the dam", ("one", "two"))])
    assert dates(found)["one"] == "2010-07-07"
