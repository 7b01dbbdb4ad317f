"""Numbers that two hands give for one thing within one report."""

from collections.abc import Callable

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.world import World
from onrecord.model import Claim, Collection

from .conftest import Report

OneStory = Callable[..., Collection]


def told(text: str, *, hands: tuple[str | None, str | None] = ("Lun Police", "Millers Union")) -> Report:
    """Return a report in which two hands count the people hurt as 12 and 30."""
    first, second = text.split("|")
    report = Report("a", first + second)
    report.count("12", 12, 12, "people", "hurt").count("30", 30, 30, "people", "hurt")
    for content, hand in ((first, hands[0]), (second, hands[1])):
        if hand is not None:
            report.said(content.strip(" .;"), hand)
    return report


def conflicts(collection: Collection) -> list[Claim]:
    return [c for c in make_claims(World(collection)) if c.verdict in ("conflict", "update")]


def test_two_hands_with_two_numbers_conflict_within_one_report(one_story: OneStory) -> None:
    [claim] = conflicts(one_story(told("Police said 12 were hurt;| the union put the hurt at 30.")))
    assert claim.verdict == "conflict"
    assert {v.origins for v in claim.values} == {("Lun Police",), ("Millers Union",)}


def test_a_number_that_gave_way_to_another_is_updated(one_story: OneStory) -> None:
    [claim] = conflicts(one_story(told("Police initially said 12 were hurt;| the union later counted 30.")))
    assert claim.verdict == "update"


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        pytest.param("Police said 12 were hurt;| the union said another 30 were.", ("Police", "Union"), id="on-top"),
        pytest.param("Police said 12 were hurt;| the union said 30 were.", ("Police", None), id="one-hand-unknown"),
        pytest.param("Police said 12 were hurt;| police said 30 were.", ("Police", "Police"), id="one-hand"),
    ],
)
def test_other_numbers_side_by_side_do_not(
    one_story: OneStory, text: str, hands: tuple[str | None, str | None]
) -> None:
    assert not conflicts(one_story(told(text, hands=hands)))
