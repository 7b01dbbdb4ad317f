import pytest

from onrecord.read.dateline import dateline, datelines


@pytest.mark.parametrize(
    "opening",
    [
        "PORT ELSIN, Norland (AP) — ",
        "Port Elsin, Norland (Reuters) - ",
        "PORT ELSIN, March 4 (AP) --\n   ",
        "PORT ELSIN, Nor. –- ",
        "PORT ELSIN (AP)-",
        "PORT ELSIN, Norland (AP) _ ",
        "PORT ELSIN (AP)_ ",
        "PORT ELSIN/LUN - ",
        "PORT ELSIN, Norland â\x80\x94 ",
        "March 4, 2031 - ",
        "ST-JEAN-LE-BAC, Norland – ",
    ],
)
def test_a_dateline_ends_behind_its_dash(opening: str) -> None:
    found = dateline(f"{opening}The ferry sank.")
    assert found is not None
    assert found[0] == opening


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("LUN also reports that the mayor has re - hired her clerk.", id="a name that says something"),
        pytest.param("SEA-BIRD keepers said the eggs had hatched.", id="a word with a hyphen"),
        pytest.param("FERRY SINKS OFF LUN - ALL ABOARD ARE SAFE, SAYS CREW", id="a headline in capitals"),
        pytest.param("ROVERS BEAT UNITED 20 - 13 in Lun.", id="a score"),
        pytest.param("FILE - In this picture the ferry lies in port.", id="a picture's label"),
        pytest.param("BREAKING NEWS - The ferry has sunk.", id="a label of two words"),
        pytest.param("NORLAND'S court: the law stands.", id="who says something"),
        pytest.param("Mirela Oduya — who led the search — has left.", id="a name beside a dash"),
    ],
)
def test_what_opens_with_capitals_or_holds_a_dash_is_no_dateline(line: str) -> None:
    assert dateline(line) is None


def test_a_dateline_stands_behind_headline_byline_and_standfirst() -> None:
    text = "Ferry sinks\n\nMirela Oduya\n\nAll are safe.\n\nThe owner is silent.\n\nLUN - The ferry sank on Monday."
    assert [found["place"] for found in datelines(text)] == ["LUN"]


def test_a_list_further_down_opens_with_no_dateline() -> None:
    assert list(datelines("The ferry sank on Monday. " * 50 + "\n\nLUN - The harbour is closed.")) == []
