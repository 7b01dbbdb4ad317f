"""Words that say which of its kind a happening is."""

import pytest

from onrecord.model import Span
from onrecord.relate.event_marks import Marks, marks, set_apart


def read(sentence: str, trigger: str) -> Marks:
    start = sentence.index(trigger)
    return marks(sentence[:start].lower().split(), Span(0, len(sentence)), Span(start, start + len(trigger)), sentence)


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param("The two calls came on Monday.", "calls", Marks(several=True), id="several"),
        pytest.param("Then came another call.", "call", Marks(another=True), id="another"),
        pytest.param("In a previous raid nobody was hurt.", "raid", Marks(other=True), id="previous"),
        pytest.param("Two guards died in a separate raid in Selm.", "died", Marks(other=True), id="separate-place"),
        pytest.param("Two guards died, and in a separate raid one fled.", "died", Marks(), id="behind-a-comma"),
        pytest.param("She won the third round.", "round", Marks(ordinal=3), id="ordinal"),
        pytest.param("She won in the 12th round.", "round", Marks(ordinal=12), id="ordinal-in-figures"),
        pytest.param("The raid was to avenge an attack on the port.", "attack", Marks(answers=1), id="avenged"),
        pytest.param("The raid was to avenge an attack on the port.", "raid", Marks(), id="plain"),
    ],
)
def test_marks_of_a_mention(sentence: str, trigger: str, expected: Marks) -> None:
    assert read(sentence, trigger) == expected


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param(Marks(ordinal=2), Marks(ordinal=3), True, id="second-and-third"),
        pytest.param(Marks(ordinal=2), Marks(), False, id="second-and-unnumbered"),
        pytest.param(Marks(other=True), Marks(), True, id="earlier-and-own"),
        pytest.param(Marks(other=True), Marks(other=True), False, id="both-earlier"),
        pytest.param(Marks(another=True), Marks(), False, id="another-is-a-matter-of-the-report"),
    ],
)
def test_marks_that_set_two_mentions_apart(one: Marks, other: Marks, apart: bool) -> None:
    assert set_apart(one, other) is apart
    assert set_apart(other, one) is apart
