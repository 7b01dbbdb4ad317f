"""Times as ranges of days: which two can be one."""

import pytest

from onrecord.model import When
from onrecord.relate.periods import apart, months_between, period


def when(value: str) -> When:
    return When(value, "day", "in the text")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("2031-05-14", "2031-05-14", False, id="same-day"),
        pytest.param("2031-05-14", "2031-05-15", False, id="time-zones"),
        pytest.param("2031-05-14", "2031-05-17", True, id="other-day"),
        pytest.param("2031-05-14", "2031-05", False, id="day-in-month"),
        pytest.param("2031-05-14", "2031", False, id="day-in-year"),
        pytest.param("2031-05-14", "2030", True, id="other-year"),
        pytest.param("2031-05-14", "203X", False, id="day-in-decade"),
        pytest.param("2031-05-14", "20XX", False, id="day-in-century"),
        pytest.param("XXXX-05-14", "2031-05-14", False, id="year-unknown"),
        pytest.param("XXXX-05-14", "2031-06-14", True, id="other-month"),
        pytest.param("XXXX-05-14", "2031", None, id="nothing-to-compare"),
        pytest.param("2031-05-13/2031-05-17", "2031-05-15", False, id="in-a-range"),
        pytest.param("../2031-05-13", "2031-06-15", True, id="after-an-open-range"),
        pytest.param("2031-05-13/..", "2031-06-15", None, id="in-an-open-range"),
        pytest.param("2031-05-14T10:30", "2031-05-14", False, id="minute"),
        pytest.param("2031-02-30", "2031-05-14", None, id="no-such-day"),
        pytest.param("soon", "2031-05-14", None, id="not-a-date"),
    ],
)
def test_apart(one: str, other: str, expected: bool | None) -> None:
    assert apart(period(when(one)), period(when(other))) is expected
    assert apart(period(when(other)), period(when(one))) is expected


def test_an_unknown_time_is_apart_from_none() -> None:
    assert apart(period(None), period(when("2031-05-14"))) is None


def test_months_between_needs_known_years() -> None:
    assert months_between(period(when("2031-05")), period(when("2031-12")))
    assert not months_between(period(when("XXXX-05")), period(when("2031-12")))
    assert not months_between(period(when("2031-05-30")), period(when("2031-06-20")))
