"""Why values that differ can both hold."""

import pytest

from onrecord.compare.clashes import Clashes
from onrecord.compare.entry import Entry
from onrecord.compare.joins import Slot
from onrecord.compare.nearness import Context
from onrecord.compare.verdicts import RETOLD, Judgement, judge
from onrecord.compare.world import World
from onrecord.model import Collection, Span


def judged(slot: Slot) -> Judgement:
    return judge(slot, Clashes(World(Collection(())), Context(slot.entries), slot.entries))


def thing(article: str, *parts: str) -> Entry:
    return Entry(article, "thing", Span(0, 1), "", "", Span(0, 1), "", key=" ".join(parts), parts=parts)


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
    assert reason in judged(Slot([thing("a", *left), thing("b", *right)])).reason


def when(article: str, words: str) -> Entry:
    return Entry(article, "date", Span(0, 1), "", "", Span(0, 1), "", words=words)


@pytest.mark.parametrize(("words", "verdict"), [("yesterday", "agree"), ("december last year", "compatible")])
def test_only_days_counted_from_the_report_are_one_day_in_other_words(words: str, verdict: str) -> None:
    assert judged(Slot([when("a", "tuesday"), when("b", words)], loosest=RETOLD)).verdict == verdict
