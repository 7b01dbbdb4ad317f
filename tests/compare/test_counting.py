from collections.abc import Callable

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.world import World
from onrecord.model import Collection

from .conftest import Report

OneStory = Callable[..., Collection]
Counted = tuple[str, str, float, float | None]
SEARCHES: Counted = ("more than 40,000 searches", "search", 40_000, None)


def searched(name: str, counted: Counted, tail: str) -> Report:
    words, head, low, high = counted
    text = f"Only one in ten of {words} of cars at the border of Norland {tail}."
    return Report(name, text).count(words, low, high, None, "one", head=head)


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        (SEARCHES, ("47,300 stop-and-search checks", "check", 47_300, 47_300), True),
        (SEARCHES, ("47,300 wheels", "wheel", 47_300, 47_300), False),
        (SEARCHES, ("3 million searches", "search", 3e6, 3e6), False),
    ],
    ids=["one noun in both", "two things", "another order of size"],
)  # fmt: skip
def test_large_numbers_are_set_side_by_side_where_they_may_count_one_thing(
    one_story: OneStory, left: Counted, right: Counted, together: bool
) -> None:
    reports = one_story(searched("a", left, "led to a fine"), searched("b", right, "led to any fine"))
    assert {c.verdict for c in make_claims(World(reports))} == ({"compatible"} if together else {"single"})


def test_one_round_number_of_people_in_other_words_is_two_counts(one_story: OneStory) -> None:
    one = Report("a", "More than 40 people died in the Odern fire.")
    one.count("More than 40 people", 40, None, "people", "died")
    two = Report("b", "Armed men, about 40 men, attacked a border post.")
    two.count("about 40 men", 40, 40, "people", "attacked", head="man")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"single"}


def wounded(name: str, words: str, low: float | None, high: float | None, *, head: str = "people") -> Report:
    report = Report(name, f"The blast at the Odern mill killed four millers and wounded {words}.")
    return report.count(words, low, high, "people", "wounded", head=head)


def test_others_who_were_hurt_are_others_than_the_dead(one_story: OneStory) -> None:
    reports = one_story(wounded("a", "scores of other people", 40, 99), wounded("b", "at least 70", 70, None))
    assert "compatible" in {c.verdict for c in make_claims(World(reports))}


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [("40 months after the trial", {"single"}), ("40 months", {"conflict"})],
    ids=["how long after", "how long"],
)
def test_how_long_after_something_is_no_term(one_story: OneStory, words: str, verdicts: set[str]) -> None:
    term = Report("a", "Odern's miller was jailed for 25 years for burning the old mill.")
    term.count("25 years", 25, 25, "years", "jailed", head="year")
    other = Report("b", f"Odern's miller was jailed {words} for burning the old mill.")
    other.count("40 months", 40, 40, "months", "jailed", head="month")
    assert {c.verdict for c in make_claims(World(one_story(term, other)))} == verdicts


def test_feet_are_feet_however_they_are_written(one_story: OneStory) -> None:
    reports = []
    for name, words, feet in (("a", "15ft", 15.0), ("b", "12 feet", 12.0)):
        report = Report(name, f"The Odern goat fell {words} into the old mill shaft.")
        reports.append(report.count(words, feet, feet, "feet", "fell", head="feet"))
    assert {c.kind for c in make_claims(World(one_story(*reports))) if len(c.values) == 2} == {"count"}


def test_a_report_that_bounds_its_own_number_in_one_breath_tells_it_twice(one_story: OneStory) -> None:
    one = Report("a", "At least 64 people died in the Odern fire, and the 64 people who died were millers.")
    one.count("At least 64 people", 64, None, "people", "died").count("64 people who", 64, 64, "people", "died")
    two = Report("b", "At least 64 people died in the Odern fire.")
    two.count("At least 64 people", 64, None, "people", "died")
    three = Report("c", "The 64 people who died in the Odern fire were millers.").count(
        "64 people", 64, 64, "people", "died"
    )
    rows = make_claims(World(one_story(one, two, three)))
    assert [sum(len(v.accounts) for v in row.values) for row in rows] == [4]


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        (("two pilots", "pilot"), ("two rebels", "rebel"), False),
        (("two policemen", "policeman"), ("two police", "police"), True),
        (("two pilots", "pilot"), ("two people", "people"), True),
        (("one witness", "witness"), ("one witness", "witness"), False),
    ],
    ids=["two kinds of people", "one kind in other words", "people of any kind", "one alone"],
)
def test_a_small_number_of_two_kinds_of_people_is_met_by_chance(
    one_story: OneStory, left: tuple[str, str], right: tuple[str, str], together: bool
) -> None:
    one = Report("a", f"In a storm over the hills of Odern {left[0]} died before the dawn patrol found the plane.")
    number = 1 if left[0].startswith("one") else 2
    one.count(left[0], number, number, "people", "died", head=left[1])
    two = Report("b", f"Police held the river crossing against gangs from Ost, where {right[0]} died last summer.")
    two.count(right[0], number, number, "people", "died", head=right[1])
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == ({"agree"} if together else {"single"})


def waiting(name: str, words: str, number: float, head: str, tail: str) -> Report:
    report = Report(name, f"In the bay of Odern {words} waited for the locks to open {tail}.")
    return report.count(words, number, number, None, "waited", head=head)


def test_things_of_one_kind_are_counted_together_by_whatever_noun(one_story: OneStory) -> None:
    reports = one_story(
        waiting("a", "31 ships", 31, "ship", "on Monday"), waiting("b", "29 vessels", 29, "vessel", "all day")
    )
    assert {c.verdict for c in make_claims(World(reports))} == {"conflict"}


def test_a_number_that_finds_its_like_is_not_set_beside_another(one_story: OneStory) -> None:
    one = Report("a", "The Odern mill has 740 looms. Its rival in Ost has 900 looms in all.")
    one.count("740 looms", 740, 740, None, "has", head="loom")
    two = Report("b", "The Odern mill has 300 looms in the north. The whole of it has 740 looms.")
    two.count("300 looms", 300, 300, None, "has", head="loom").count("740 looms", 740, 740, None, "whole", head="loom")
    [row] = [c for c in make_claims(World(one_story(one, two))) if c.verdict != "single"]
    assert (row.verdict, len(row.values)) == ("agree", 1)


def test_a_number_without_a_noun_may_be_one_of_people(one_story: OneStory) -> None:
    one = Report("a", "Membership of the Odern choir rose by more than 20,000 in ten years.")
    one.count("more than 20,000", 20_000, None, None, "rose", head="")
    two = Report("b", "Membership of the Odern choir rose by 21,000 people in those ten years.")
    two.count("21,000 people", 21_000, 21_000, "people", "rose")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"compatible"}


def test_the_weight_of_a_thing_that_each_report_weighs_once_is_one(one_story: OneStory) -> None:
    one = Report("a", "The bell of Odern weighs 2.1 tonnes.").count(
        "2.1 tonnes", 2.1, 2.1, "tonnes", "weighs", head="tonnes"
    )
    two = Report("b", "Hung in Odern on Friday, it tips the scales at 2,080 kilograms.")
    two.count("2,080 kilograms", 2080, 2080, "kilograms", "tips", head="kilograms")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"agree"}


def test_people_of_a_kind_may_be_the_people_of_another_report(one_story: OneStory) -> None:
    one = Report("a", "Some 9.2 million people are registered to vote in Odern on the electoral roll.")
    one.count("Some 9.2 million people", 9.2e6, 9.2e6, "people", "registered")
    two = Report("b", "The electoral roll of Odern has 9,214,000 voters registered.")
    two.count("9,214,000 voters", 9_214_000, 9_214_000, "people", "has", head="voter")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"compatible"}


def test_how_many_are_aboard_is_one_question_that_two_reports_may_answer_in_two_ways(one_story: OneStory) -> None:
    one = Report("a", "A plane with 84 people aboard crashed near Odern on Thursday.")
    one.count("84 people", 84, 84, "people", "aboard")
    two = Report("b", "There were 86 people aboard the plane that crashed near Odern.")
    two.count("86 people", 86, 86, "people", "aboard")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"conflict"}


def test_a_job_is_one_persons(one_story: OneStory) -> None:
    one = Report("a", "The mill at Odern will close with the loss of 3,800 jobs.")
    one.count("3,800 jobs", 3800, 3800, None, "loss", head="job")
    two = Report("b", "The mill at Odern will close and 3,800 weavers lose their work.")
    two.count("3,800 weavers", 3800, 3800, "people", "lose", head="weaver")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"agree"}


def test_ten_miles_are_not_six_inches_however_few_miles_they_may_be(one_story: OneStory) -> None:
    one = Report("a", "The Lun weir lies less than 10 miles from the mill, the Odern warden said.")
    one.count("less than 10 miles", None, 10, "miles", "lies", head="mile")
    two = Report("b", "The Lun weir lies 6 inches under the flood at the mill, the Odern warden said.")
    two.count("6 inches", 6, 6, "inches", "lies", head="inch")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"single"}


def test_a_bound_far_from_a_number_is_no_word_for_it_where_little_else_is_alike(one_story: OneStory) -> None:
    one = Report("a", "Roe netted 13 goals for the Lun eleven after the winter break.")
    one.count("13 goals", 13, 13, None, "netted", head="goal")
    two = Report("b", "Never having scored fewer than 26 goals in any year at Ost, Roe seems a better buy.")
    two.count("fewer than 26 goals", None, 26, None, "scored", head="goal")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"single"}
