import pytest

from onrecord.export.dates import said


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        pytest.param("2017-12-14", "Thu 14 Dec 2017", id="day"),
        pytest.param("2017-12-14T18:05", "Thu 14 Dec 2017, 18:05", id="minute"),
        pytest.param("2017-12", "Dec 2017", id="month"),
        pytest.param("2017-21", "spring 2017", id="season"),
        pytest.param("2017", "2017", id="year"),
        pytest.param("199X", "the 1990s", id="decade"),
        pytest.param("XXXX-12-14", "14 Dec, year unknown", id="no-year"),
        pytest.param("../2019-12-29", "by Sun 29 Dec 2019", id="before"),
        pytest.param("2017-12-17/..", "from Sun 17 Dec 2017", id="after"),
        pytest.param("2017-12-17/2017-12-23", "17 to 23 Dec 2017", id="within-a-month"),
        pytest.param("2017-12-28/2018-01-03", "28 Dec 2017 to 3 Jan 2018", id="over-new-year"),
        pytest.param("2017-03/2017-05", "Mar 2017 to May 2017", id="months"),
        pytest.param("2017-12-17~", "about Sun 17 Dec 2017", id="approximate"),
        pytest.param("2017-02-31", "2017-02-31", id="no-such-day"),
        pytest.param("nonsense", "nonsense", id="not-edtf"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_date_is_said_no_finer_than_it_is_known(edtf: str, words: str) -> None:
    assert said(edtf) == words
