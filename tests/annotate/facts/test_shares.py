"""A share in words is one in per cent."""

import pytest

from onrecord.annotate.facts.shares import find_shares


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("about one in 10 of them", "about one in 10", 10, 10),
        ("nine out of ten farmers", "nine out of ten", 90, 90),
        ("one in every five children", "one in every five", 20, 20),
        ("a quarter of the goats", "a quarter", 25, 25),
        ("at least two-thirds of voters", "at least two-thirds", 66.7, None),
        ("up to half of the mill", "up to half", None, 50),
    ],
)
def test_a_share_is_read_with_its_bounds(text: str, words: str, low: float | None, high: float | None) -> None:
    [share] = find_shares(text)
    assert (share.span.of(text), share.low, share.high) == (words, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "a quarter of a million pounds",
        "half of the thousand or so goats",
        "two fires in three days",
        "one in three days",
        "sales fell for two quarters",
        "half an hour",
        "ten in five",
        "one in 10 Lun Road",
        "one in ten-mile races",
    ],
)
def test_what_is_no_part_of_a_whole_is_no_share(text: str) -> None:
    assert list(find_shares(text)) == []
