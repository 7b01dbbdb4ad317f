"""Why values that differ can both hold."""

import pytest

from onrecord.compare.entries import Entry
from onrecord.compare.joins import Slot
from onrecord.compare.verdicts import RETOLD, _compatible_reason, _undated
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


def when(words: str) -> Entry:
    return Entry("a", "date", Span(0, 1), "", "", Span(0, 1), "", words=words)


@pytest.mark.parametrize(("words", "verdict"), [("yesterday", "agree"), ("december last year", "compatible")])
def test_only_days_counted_from_the_report_are_one_day_in_other_words(words: str, verdict: str) -> None:
    slot = Slot([when("tuesday"), when(words)], loosest=RETOLD)
    assert _undated(slot, ["unknown"]).verdict == verdict
