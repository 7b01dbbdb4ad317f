"""What the ledger of promises holds of a few words of news, read as a user's report is."""

import json
from io import BytesIO

import pytest

from onrecord.api import Request, brief


def promised(text: str) -> list[tuple[str | None, str]]:
    """Return who promises what in a report."""
    row = json.dumps({"id": "r", "text": text, "published": "2031-05-14"}).encode()
    return [(p.who, p.what) for p in brief(Request(sources=["-"], stdin=BytesIO(row))).promises]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The campaign has not decided what other issues it would raise in Selm.", id="asked"),
        pytest.param("Bo Lind spoke about his plans, including why he will not support Ada Roe.", id="explained"),
        pytest.param(
            '"I would suggest that Ada Roe may want to be less certain," Bo Lind said.', id="manner-of-speech"
        ),
        pytest.param(
            '"I\'m going to make a special point of saying that Ada Roe was splendid," Bo Lind said.', id="point-made"
        ),
        pytest.param("Bo Lind hinted on Monday that he would seek another term.", id="hinted"),
        pytest.param("Some directors concluded that they would err on the side of caution.", id="concluded"),
        pytest.param(
            "Bo Lind said Ada Roe will arrive with enough pledged delegates to win the vote.", id="pledged-ones"
        ),
        pytest.param("In the survey 54 percent of soldiers said they would vote for Ada Roe.", id="poll"),
        pytest.param("Norland plans to rebuild the harbour fell through after the storm.", id="plans-that-failed"),
        pytest.param("Norland has made clear it will not allow crossings through the northern gate.", id="not-allowed"),
        pytest.param(
            "Bo Lind said his government would not follow the ruling until both sides had been heard.", id="not-until"
        ),
        pytest.param(
            "A unit arrived in Selm, part of a force of 600 soldiers the government will send to Tarvo.", id="of-a-noun"
        ),
    ],
)
def test_nobody_gives_their_word(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        pytest.param(
            "The northern road will be reopened by May, the Selm council promised on Tuesday.",
            "Selm council",
            "The northern road will be reopened by May",
            id="passive",
        ),
        pytest.param(
            "Ada Roe said she would not raise taxes on ferries.",
            "Ada Roe",
            "she would not raise taxes on ferries",
            id="not-to-do",
        ),
        pytest.param(
            'Ada Roe told a rally: "We will build the dam. And Norland will pay for the dam!"',
            "Ada Roe",
            "We will build the dam",
            id="own-words-beside-others-deeds",
        ),
        pytest.param(
            "The campaign indicates it will close two offices in Selm.",
            "campaign",
            "it will close two offices in Selm",
            id="indicated",
        ),
    ],
)
def test_somebody_gives_their_word(text: str, who: str, what: str) -> None:
    [(by, told)] = promised(text)
    assert by == who
    assert what in told
