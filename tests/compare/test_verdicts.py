"""Why values that differ can both hold."""

import pytest

from onrecord.compare.entries import Entry
from onrecord.compare.joins import Slot
from onrecord.compare.verdicts import _compatible_reason
from onrecord.model import Span


def thing(*parts: str) -> Entry:
    return Entry("a", "thing", Span(0, 1), "", "", Span(0, 1), "", parts=parts)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        pytest.param(("gate",), ("gate", "north"), "more specific", id="a-gate-and-the-north-gate"),
        pytest.param(("gate", "mill"), ("gate", "north"), "different names", id="the-mill-gate-and-the-north-gate"),
    ],
)
def test_a_thing_is_told_more_closely_only_with_more_words(
    left: tuple[str, ...], right: tuple[str, ...], reason: str
) -> None:
    assert reason in _compatible_reason(Slot([thing(*left), thing(*right)]))
