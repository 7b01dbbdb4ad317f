import pytest

from onrecord.compare.values import Count, Relation, days, relate_counts, relate_dates
from onrecord.model import Precision, When


def when(value: str, precision: Precision = "day") -> When:
    return When(value, precision, "printed in the text")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        pytest.param(Count(7, 7, "people"), Count(7, 7, "people"), "same", id="equal"),
        pytest.param(Count(12, None, "people"), Count(14, 14, "people"), "within", id="at least 12 holds 14"),
        pytest.param(Count(12, None, "people"), Count(9, 9, "people"), "clash", id="at least 12 excludes 9"),
        pytest.param(Count(24, 99, "people", True), Count(31, 31, "people"), "within", id="dozens hold 31"),
        pytest.param(Count(12, 12, "metres"), Count(40, 40, "feet"), "same", id="feet are metres"),
        pytest.param(Count(10, 10, "percent", True), Count(9, 9, "percent"), "within", id="about 10 is rough"),
        pytest.param(Count(1_200_000, 1_200_000, None), Count(1_184_000, 1_184_000, None), "within", id="rounded"),
        pytest.param(Count(8, 8, "people"), Count(10, 10, "people"), "clash", id="of eight nobody says ten"),
        pytest.param(Count(8, 8, "people"), Count(10, 10, "people", True), "within", id="about ten is rough"),
        pytest.param(Count(112, 112, "people"), Count(110, 110, "people"), "within", id="rounded to tens"),
        pytest.param(Count(34, 34, "percent"), Count(30, 30, "percent"), "within", id="shares are rounded"),
        pytest.param(Count(6, 6, "times"), Count(7, 7, "times"), "clash", id="six is not seven"),
        pytest.param(Count(6, 6, "USD"), Count(6, 6, "GBP"), "unknown", id="dollars beside pounds"),
        pytest.param(Count(6, 6, "days"), Count(6, 6, "people"), "unknown", id="days beside people"),
        pytest.param(Count(90, 90, "minutes"), Count(1.5, 1.5, "hours"), "same", id="minutes are hours"),
    ],
)
def test_counts_are_compared_with_bounds_and_units(left: Count, right: Count, relation: Relation) -> None:
    assert relate_counts(left, right) == relation
    assert relate_counts(right, left) == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        pytest.param(when("2014-03-02"), when("2014-03-02"), "same", id="one day"),
        pytest.param(when("2014-03-02"), when("2014-03", "month"), "within", id="day in its month"),
        pytest.param(when("2014-03-02"), when("2014-03-03"), "clash", id="two days"),
        pytest.param(when("2014-03-02T10:30", "minute"), when("2014-03-02"), "same", id="time of that day"),
        pytest.param(when("XXXX-12-14"), when("2017-12-14"), "same", id="year left open"),
        pytest.param(when("XXXX-12-14"), when("2017-12-15"), "clash", id="other day, year left open"),
        pytest.param(when("../2019-12-29", "interval"), when("2017"), "within", id="before"),
        pytest.param(when("198X", "decade"), when("1984", "year"), "within", id="decade"),
        pytest.param(when("2014-09/2014-11", "season"), when("2014-10", "month"), "within", id="season"),
        pytest.param(None, when("2014"), "unknown", id="no date"),
    ],
)
def test_dates_are_compared_with_precision(left: When | None, right: When | None, relation: Relation) -> None:
    assert relate_dates(left, right) == relation
    assert relate_dates(right, left) == relation


@pytest.mark.parametrize("value", ["2014-02-31", "0000", "2014-13", "nonsense", "2015/2014", ""])
def test_nonsense_is_no_range_of_days(value: str) -> None:
    assert days(when(value)) is None
