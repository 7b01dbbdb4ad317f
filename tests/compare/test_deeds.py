"""Values that reports have in common and that may be of two deeds or things: a row says so and its name tells both."""

from collections.abc import Callable

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.world import World
from onrecord.model import Claim, Collection, When

from .conftest import Report

OneStory = Callable[..., Collection]
DAY = When("2031-05-02", "day", "reckoned from the day of the report")
SHUT = "The mill of Lun in Norland was shut on Friday after the dam above the harbour broke."


def row(one_story: OneStory, *reports: Report) -> Claim:
    (found,) = make_claims(World(one_story(*reports)))
    return found


def test_a_day_of_perhaps_two_deeds_is_named_by_both(one_story: OneStory) -> None:
    other = "Divers left the harbour on Friday, hours before a storm reached the isle of Ost."
    found = row(
        one_story, Report("a", SHUT).date("Friday", DAY, "shut"), Report("b", other).date("Friday", DAY, "left")
    )
    assert found.slot == (
        "when: mill of Lun in Norland was shut on … after the dam above the harbour broke"
        " / Divers left the harbour on …, hours before a storm reached the isle"
    )
    assert (found.verdict, found.why) == ("agree", "Both reports give the same date, perhaps of two deeds.")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Norland shut the mill of Lun on Friday when the dam above the harbour broke.", "shut"),
        ("The mill of Lun in Norland closed on Friday after the dam above the harbour broke.", "closed"),
    ],
    ids=["one-word", "retold"],
)
def test_a_day_of_one_deed_is_named_once(one_story: OneStory, text: str, of: str) -> None:
    found = row(one_story, Report("a", SHUT).date("Friday", DAY, "shut"), Report("b", text).date("Friday", DAY, of))
    assert " / " not in found.slot
    assert found.why == "Both reports give the same date."


@pytest.mark.parametrize(
    ("words", "when", "of_two"),
    [
        pytest.param("2029", When("2029", "year", "printed in the text"), True, id="in-a-year-much-is-done"),
        pytest.param("9 May", When("2029-05-09", "day", "printed in the text"), False, id="a-printed-day-is-rare"),
    ],
)
def test_a_year_alone_does_not_show_that_two_reports_tell_of_one_deed(
    one_story: OneStory, words: str, when: When, of_two: bool
) -> None:
    one = f"The mill of Lun drew grain from the harbour until the dam above it broke in {words}."
    other = f"Divers at the mill of Lun feared for the harbour when storms rose in {words}."
    found = row(one_story, Report("a", one).date(words, when, "broke"), Report("b", other).date(words, when, "rose"))
    assert found.doubt == ("perhaps of two deeds" if of_two else "")


def test_what_may_be_of_two_deeds_stands_behind_what_is_surely_of_one(one_story: OneStory) -> None:
    later = When("2031-05-05", "day", "reckoned from the day of the report")
    one = f"{SHUT} It opened again on Monday."
    other = "Divers left the harbour on Friday, hours before a storm reached Ost. The mill opened on Monday."
    reports = (
        Report("a", one).date("Friday", DAY, "shut").date("Monday", later, "opened"),
        Report("b", other).date("Friday", DAY, "left").date("Monday", later, "opened"),
    )
    names = [claim.slot for claim in make_claims(World(one_story(*reports)))]
    assert [" / " in name for name in names] == [False, True]


@pytest.mark.parametrize(
    ("number", "size", "doubt"),
    [pytest.param("Two", 2, "perhaps of two things", id="two"), pytest.param("Seventeen", 17, "", id="seventeen")],
)
def test_a_small_number_told_in_other_words_is_perhaps_of_two_things(
    one_story: OneStory, number: str, size: float, doubt: str
) -> None:
    one = Report("a", f"{number} millers died when the dam above the harbour of Lun broke before dawn.")
    two = Report("b", f"{number} millers died since storms reached Norland, officials at the capital told reporters.")
    found = row(
        one_story,
        one.count(f"{number} millers", size, size, "people", "died", head="miller"),
        two.count(f"{number} millers", size, size, "people", "died", head="miller"),
    )
    assert (found.verdict, found.doubt) == ("agree", doubt)


def test_a_month_and_one_of_its_days_are_of_one_deed_only_where_the_reports_tell_it_alike(one_story: OneStory) -> None:
    month = When("2031-05", "month", "printed in the text")
    told = Report("a", SHUT).date("Friday", DAY, "shut")
    alike = "In May the mill of Lun in Norland was shut after the dam above the harbour broke."
    apart = "Norland planned in May that the schools shut for lack of teachers and of money to pay their rent."
    assert row(one_story, told, Report("b", alike).date("May", month, "shut")).doubt == ""
    assert row(one_story, told, Report("b", apart).date("May", month, "shut")).doubt == "perhaps of two deeds"


def test_a_bound_that_two_numbers_of_a_report_fit_as_well_is_perhaps_of_another_thing(one_story: OneStory) -> None:
    bound = Report("a", "At least 30 guards were killed when the mill of Lun blew up in the night.")
    bound = bound.count("At least 30 guards", 30, None, "people", "killed", head="guard")
    told = Report(
        "b", "A blast at the mill of Lun killed 57 guards. In the night 35 guards were lost at a mill of Ost."
    )
    told = told.count("57 guards", 57, 57, "people", "killed", head="guard")
    [sure] = [c for c in make_claims(World(one_story(bound, told))) if c.outlets > 1]
    told = told.count("35 guards", 35, 35, "people", "killed", head="guard")
    [either] = [c for c in make_claims(World(one_story(bound, told))) if c.outlets > 1]
    assert (sure.doubt, either.doubt) == ("", "perhaps of two things")
