"""What the ledgers of promises, contacts and denials hold of a few words of news, read as a user's report is."""

import json
from io import BytesIO

import pytest

from onrecord.api import Request, brief
from onrecord.model import Brief


def answer(*texts: str) -> Brief:
    """Return the answer for reports of one day."""
    rows = [json.dumps({"id": f"r{n}", "text": text, "published": "2031-05-14"}) for n, text in enumerate(texts)]
    return brief(Request(sources=["-"], stdin=BytesIO("\n".join(rows).encode())))


def promised(text: str) -> list[tuple[str | None, str]]:
    """Return who promises what in a report."""
    return [(p.who, p.what) for p in answer(text).promises]


def in_touch(text: str) -> list[tuple[str | None, str | None, frozenset[str]]]:
    """Return by which medium who reached whom in a report, and everybody who took part."""
    return [(c.medium, c.initiator, frozenset(c.parties)) for c in answer(text).contacts]


def denied_by(text: str) -> list[str | None]:
    """Return who denies something in a report."""
    [article] = answer(text).collection.articles
    return [s.speaker for s in article.statements if s.stance == "denies"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The campaign has not decided what other issues it would raise in Selm.", id="asked"),
        pytest.param("Bo Lind spoke about his plans, including why he will not support Ada Roe.", id="explained"),
        pytest.param(
            '"I would suggest that Ada Roe may want to be less certain," Bo Lind said.', id="manner-of-speech"
        ),
        pytest.param(
            '"I\'m going to make a point of telling you how splendid Ada Roe was," Bo Lind said.', id="point-made"
        ),
        pytest.param("Bo Lind hinted on Monday that he would seek another term.", id="hinted"),
        pytest.param("Some directors concluded that they would rather wait.", id="concluded"),
        pytest.param(
            "Bo Lind said Ada Roe will arrive with enough pledged delegates to win the vote.", id="pledged-ones"
        ),
        pytest.param("In the survey 54 percent of soldiers said they would vote for Ada Roe.", id="poll"),
        pytest.param(
            '"If Roe wins I will be stopped from going there because of my faith," Bo Lind said.', id="stopped"
        ),
        pytest.param('"I am tired of the council, but I will vote for Ada Roe," Bo Lind said.', id="vote"),
        pytest.param("Ada Roe says she will not rule out a woman as her deputy.", id="not-ruled-out"),
        pytest.param("Norland officials are drawing up plans to rebuild the harbour of Selm.", id="plans-drawn-up"),
        pytest.param('"I would mend the gate and tell nobody," Bo Lind said.', id="would"),
        pytest.param("An ally suggested Bo Lind would support the trade deal.", id="suggested"),
        pytest.param('"I guess I will slow down and greet them first," Bo Lind said.', id="guessed"),
        pytest.param('"I did not say, you know, that I will support Ada Roe," Bo Lind said.', id="never-said"),
        pytest.param("Norland plans to rebuild the harbour fell through after the storm.", id="plans-that-failed"),
        pytest.param("Norland made plain it will not let carts through the northern gate.", id="not-allowed"),
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
            "The bill goes to the palace in Selm, where President Ada Roe has promised to veto it.",
            "Ada Roe",
            "veto it",
            id="where-promised",
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


def test_who_owns_that_a_promise_was_not_kept_broke_it() -> None:
    [promise] = answer(
        "Mayor Ada Roe promised in March to reopen the mill bridge to lorries by summer, but work never began. "
        '"I could not keep it," Roe told residents of Selm on Wednesday.'
    ).promises
    assert (promise.who, promise.status) == ("Ada Roe", "broken")


@pytest.mark.parametrize(
    ("text", "caller", "called"),
    [
        pytest.param(
            "Bo Lind, Norland's foreign minister, called Tarvo's prime minister Ada Roe on Monday.",
            "Bo Lind",
            "Ada Roe",
            id="apposition",
        ),
        pytest.param(
            "Norland's president, Ada Roe, called Tarvo's prime minister, Bo Lind, at noon and the two spoke "
            "for an hour, her office said.",
            "Ada Roe",
            "Bo Lind",
            id="two-clauses",
        ),
        pytest.param(
            "Norland's transport minister, Ada Roe, called Tarvo's prime minister, Mara Orr, on Saturday to thank "
            "her, according to a statement from Roe's office.",
            "Ada Roe",
            "Mara Orr",
            id="office-and-name",
        ),
        pytest.param(
            "It said Bo Lind sent his thanks to the guard, and that Ada Roe called Guard Director Mara Orr to "
            'congratulate her and the service "on a job well done!"',
            "Ada Roe",
            "Mara Orr",
            id="to-congratulate",
        ),
    ],
)
def test_who_called_whom(text: str, caller: str, called: str) -> None:
    assert in_touch(text) == [("phone", caller, frozenset((caller, called)))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe, called Iron Ada by her friends, resigned on Monday.", id="byname"),
        pytest.param("Ada Roe, the president, called Norland's prime minister a friend.", id="called-a-friend"),
        pytest.param("Ada Roe on Monday called Norland's envoy to the city of Selm a stupid man.", id="called-a-man"),
        pytest.param("Bo Lind, a leader of the group, said over the phone that the group owned boats.", id="press"),
        pytest.param(
            "\"I don't believe I have ever met him,\" Bo Lind said of Ada Roe's brother Nils Orr.", id="never-met"
        ),
        pytest.param("Bo Lind will meet with any candidate who comes to Selm, an official said.", id="anybody"),
        pytest.param('"She is not prepared to talk to me," Bo Lind said of Ada Roe.', id="not-prepared"),
        pytest.param("Ada Roe said she would like to meet Bo Lind.", id="would-like-to"),
        pytest.param("Ada Roe told reporters she is willing to sit down with Bo Lind.", id="only-willing"),
        pytest.param("Few senators voiced a willingness to hold a meeting with Ada Roe.", id="willingness"),
        pytest.param("Ada Roe said she sometimes talks to Bo Lind at the mill.", id="habit"),
        pytest.param("On a lighter note, Ada Roe said Bo Lind deserves praise.", id="on-a-note"),
        pytest.param("Mara Orr suggested that Ada Roe and Bo Lind hold talks in Selm.", id="only-suggested"),
        pytest.param("There were not many calls placed by Ada Roe to Bo Lind, the council said.", id="no-calls"),
        pytest.param("Calling Bo Lind by another name would not help, Ada Roe said.", id="by-another-name"),
        pytest.param("Ada Roe took it back on Monday while speaking to Lun Radio's Bo Lind.", id="of-the-press"),
    ],
)
def test_nobody_is_in_touch(text: str) -> None:
    assert in_touch(text) == []


def test_a_visit_that_others_want_blocked_is_to_come() -> None:
    told = answer("Lawmakers called on the council on Wednesday to block Bo Lind's visit to Norland.").contacts
    assert {c.modality for c in told if c.medium == "visit"} == {"planned"}


def test_a_trip_that_somebody_is_invited_on_is_no_visit_yet() -> None:
    told = in_touch("Ada Roe invited Bo Lind on a trip to Selm that she could not make.")
    assert [medium for medium, _, _ in told] == ["invitation"]


def test_what_was_urged_in_a_call_is_the_call() -> None:
    told = in_touch("In his phone call with Bo Lind, foreign minister Ada Roe urged Norland to free the fishermen.")
    assert [medium for medium, _, _ in told] == ["phone"]


def test_talks_are_not_the_phone_call_of_another_report() -> None:
    told = answer(
        "President Ada Roe phoned Prime Minister Bo Lind on Monday about the Selm dam, her office in Norland said.",
        "President Ada Roe and Prime Minister Bo Lind have held talks about the Selm dam in Norland, officials said.",
    ).contacts
    assert sorted(c.medium or "" for c in told) == ["phone", "talks"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Foreign minister Bo Lind called the accusation absurd.", ["Bo Lind"], id="absurd"),
        pytest.param("Bo Lind called the decision absurd.", [], id="absurd-decision"),
        pytest.param(
            '"I didn\'t send that letter," said Bo Lind, who is accused of threatening a judge in a letter.',
            ["Bo Lind"],
            id="the-deed-asked-about",
        ),
        pytest.param("Only 24 percent of voters said she did nothing wrong.", [], id="poll"),
        pytest.param("Bo Lind told the panel he had put questions and got no answer.", [], id="unanswered"),
        pytest.param("The union said the government had denied consent for the march.", [], id="consent"),
        pytest.param("The rule allows Bo Lind to deny responsibility for the dam.", [], id="only-allowed"),
        pytest.param(
            "Ada Roe said the council owed her money for boats that were never bought or never existed.",
            [],
            id="of-a-noun",
        ),
        pytest.param("Asked if he believed in the plan, Bo Lind said that he did not.", [], id="belief"),
        pytest.param("Judge Bo Lind ruled that there was no such contract.", [], id="ruling"),
        pytest.param("Settlers insist most people in the city do not understand the dam.", [], id="opinion-of-others"),
        pytest.param("Bo Lind insists he did not sell the mill.", ["Bo Lind"], id="insists-he-did-not"),
        pytest.param("Police officials said they would have no role in the search.", [], id="refused"),
    ],
)
def test_who_denies(text: str, who: list[str]) -> None:
    assert denied_by(text) == who
