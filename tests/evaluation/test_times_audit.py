"""The audit's arithmetic, on expressions written for it."""

from evaluation.times import Row
from evaluation.times_audit import Difference, Tally, compared, highest, majorities, mended, table, verdicts, without

GOLD: list[Row] = [
    {
        "id": "d1",
        "times": [
            {"start": 0, "end": 6, "value": "2031-03-04"},
            {"start": 10, "end": 19, "value": "2031-W09"},
            {"start": 30, "end": 33, "value": "PRESENT_REF"},
        ],
    }
]
OURS: list[list[Row]] = [
    [
        {"start": 0, "end": 6, "value": "2031-03-04"},
        {"start": 10, "end": 22, "value": "2031-W10"},
        {"start": 50, "end": 54, "value": "2031"},
    ]
]
VALUE = Difference("d1", 10, 22, "value", "2031-W10")
MISSED = Difference("d1", 30, 33, "missed", "-")
EXTRA = Difference("d1", 50, 54, "extra", "2031")


def test_every_difference_is_listed_once() -> None:
    tally, differences = compared(GOLD, OURS)
    assert tally == Tally(gold=3, found=3, matched=2, right=1)
    assert differences == [VALUE, MISSED, EXTRA]


def test_what_is_set_aside_counts_on_neither_side() -> None:
    tally = without(Tally(gold=3, found=3, matched=2, right=1), [VALUE, MISSED, EXTRA])
    assert tally == Tally(gold=1, found=1, matched=1, right=1)
    assert tally.f1(tally.right) == 100


def test_a_difference_without_a_verdict_is_shown_as_such() -> None:
    lines = list(table(GOLD, OURS, {VALUE: "gold", MISSED: "convention"}))
    assert [line.split()[-1] for line in lines[1:4]] == ["0", "0", "1"]
    assert [line.split()[-2:] for line in lines[5:7]] == [["66.7", "33.3"], ["50.0", "50.0"]]


def test_what_is_mended_counts_as_the_gold_has_it() -> None:
    tally = mended(Tally(gold=3, found=3, matched=2, right=1), [VALUE, MISSED, EXTRA])
    assert tally == Tally(gold=3, found=3, matched=3, right=3)


def test_the_highest_figure_keeps_what_the_gold_writes_against_its_majority() -> None:
    audit = {VALUE: "gold", MISSED: "convention", EXTRA: "convention"}
    lines = list(highest(GOLD, OURS, audit, {MISSED: "tie", EXTRA: "ours"}))
    assert [line.split()[-2:] for line in lines[1:]] == [["57.1", "85.7"], ["33.3", "66.7"]]


def test_every_convention_of_the_part_set_aside_has_its_majority() -> None:
    found = majorities()
    assert set(found.values()) == {"", "gold", "ours", "tie"}
    assert all(verdicts()[each] == "convention" for each, way in found.items() if way)


def test_the_audit_kept_with_the_project_has_a_known_verdict_on_every_place() -> None:
    assert set(verdicts().values()) == {"ours", "gold", "convention", "undecidable"}
