from collections.abc import Callable

import pytest

from onrecord.compare.claims import make_claims
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
    assert {c.verdict for c in make_claims(reports)} == ({"compatible"} if together else {"single"})


def test_one_round_number_of_people_in_other_words_is_two_counts(one_story: OneStory) -> None:
    one = Report("a", "More than 40 people died in the Odern fire.")
    one.count("More than 40 people", 40, None, "people", "died")
    two = Report("b", "Armed men, about 40 men, attacked a border post.")
    two.count("about 40 men", 40, 40, "people", "attacked", head="man")
    assert {c.verdict for c in make_claims(one_story(one, two))} == {"single"}


def wounded(name: str, words: str, low: float | None, high: float | None, *, head: str = "people") -> Report:
    report = Report(name, f"The blast at the Odern mill killed four millers and wounded {words}.")
    return report.count(words, low, high, "people", "wounded", head=head)


def test_others_who_were_hurt_are_others_than_the_dead(one_story: OneStory) -> None:
    reports = one_story(wounded("a", "scores of other people", 40, 99), wounded("b", "at least 70", 70, None))
    assert "compatible" in {c.verdict for c in make_claims(reports)}


def test_feet_are_feet_however_they_are_written(one_story: OneStory) -> None:
    reports = []
    for name, words, head, feet in (("a", "15ft", "ft", 15.0), ("b", "12 feet", "foot", 12.0)):
        report = Report(name, f"The Odern goat fell {words} into the old mill shaft.")
        reports.append(report.count(words, feet, feet, "feet", "fell", head=head))
    assert {c.kind for c in make_claims(one_story(*reports)) if len(c.values) == 2} == {"count"}


def test_a_report_that_bounds_its_own_number_in_one_breath_tells_it_twice(one_story: OneStory) -> None:
    one = Report("a", "At least 64 people died in the Odern fire, and the 64 people who died were millers.")
    one.count("At least 64 people", 64, None, "people", "died").count("64 people who", 64, 64, "people", "died")
    two = Report("b", "At least 64 people died in the Odern fire.")
    two.count("At least 64 people", 64, None, "people", "died")
    three = Report("c", "The 64 people who died in the Odern fire were millers.").count(
        "64 people", 64, 64, "people", "died"
    )
    rows = make_claims(one_story(one, two, three))
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
    assert {c.verdict for c in make_claims(one_story(one, two))} == ({"agree"} if together else {"single"})
