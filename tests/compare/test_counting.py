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
